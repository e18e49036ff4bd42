"""`tabletop check`: every fault in content, with file, line and column."""

from collections.abc import Iterator
from pathlib import Path

import click

from tabletop.commands.frame import Spoken, WrongUse, argument, flag, output_option
from tabletop.content.messages import Messages


def command(words: Messages) -> click.Command:
    """Make the command."""

    def check(paths: tuple[Path, ...], rules: bool, as_rows: bool, output: Path | None) -> int:
        from tabletop.commands.output import as_json, write
        from tabletop.content.library import check_paths, faults_as_json

        if rules:
            listed = list(_rules(words))
            write(as_json(listed) if as_rows else "\n".join(map(_rule_line, listed)), output, words)
            return 0
        absent = [path for path in paths if not path.exists()]
        if absent:
            raise WrongUse(words.say("cli.wrong.file", value=absent[0]), click.get_current_context())
        faults = check_paths(paths)
        errors = sum(each.severity == "error" for each in faults)
        lines = [*(each.line_in(words.language) for each in faults), _verdict(words, errors, len(faults) - errors)]
        write(as_json(faults_as_json(faults, words.language)) if as_rows else "\n".join(lines), output, words)
        return int(errors > 0)

    return Spoken(
        words,
        "check",
        name="check",
        callback=check,
        params=[
            argument(words, "paths", "paths", nargs=-1, type=click.Path(path_type=Path)),
            flag(words, "rules", "--rules", "rules"),
            flag(words, "json", "--json", "as_rows"),
            output_option(words),
        ],
    )


def _verdict(words: Messages, errors: int, remarks: int) -> str:
    if errors:
        return words.count("cli.check.faults", errors)
    return words.count("authoring.check.remarks", remarks) if remarks else words.say("cli.check.good")


def _rules(words: Messages) -> Iterator[dict[str, str]]:
    """Yield every rule of lint: code, severity, name, and the line that explains it."""
    from tabletop.content.faults import CODES, LINT, WARNINGS

    for code in sorted(LINT):
        severity = "warning" if code in WARNINGS else "error"
        yield {"code": code, "severity": severity, "name": CODES[code], "why": words.say(f"fault.{code}.why")}


def _rule_line(rule: dict[str, str]) -> str:
    return f"{rule['code']}  {rule['severity']:<8} {rule['name']:<30} {rule['why']}"
