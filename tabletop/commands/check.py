"""`tabletop check`: every fault in content, with file, line and column."""

from pathlib import Path

import click

from tabletop.commands.frame import Spoken, WrongUse, argument, flag, output_option
from tabletop.content.messages import Messages


def command(words: Messages) -> click.Command:
    """Make the command."""

    def check(paths: tuple[Path, ...], as_rows: bool, output: Path | None) -> int:
        from tabletop.commands.output import as_json, write
        from tabletop.content.library import check_paths, faults_as_json

        absent = [path for path in paths if not path.exists()]
        if absent:
            raise WrongUse(words.say("cli.wrong.file", value=absent[0]), click.get_current_context())
        faults = check_paths(paths)
        errors = sum(each.severity == "error" for each in faults)
        lines = [*(each.line_in(words.language) for each in faults), _verdict(words, errors)]
        write(as_json(faults_as_json(faults, words.language)) if as_rows else "\n".join(lines), output, words)
        return int(errors > 0)

    return Spoken(
        words,
        "check",
        name="check",
        callback=check,
        params=[
            argument(words, "paths", "paths", nargs=-1, type=click.Path(path_type=Path)),
            flag(words, "json", "--json", "as_rows"),
            output_option(words),
        ],
    )


def _verdict(words: Messages, errors: int) -> str:
    return words.count("cli.check.faults", errors) if errors else words.say("cli.check.good")
