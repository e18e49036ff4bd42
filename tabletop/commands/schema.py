"""`tabletop schema`: the JSON Schema of a kind of file, for an editor that completes keys and explains them."""

from pathlib import Path

import click

from tabletop.commands.frame import Spoken, WrongUse, argument, option, output_option, unknown
from tabletop.content.messages import Messages

SUFFIX = ".schema.json"


def command(words: Messages) -> click.Command:
    """Make the command."""

    def schema(kind: str | None, folder: Path | None, output: Path | None) -> int:
        from tabletop.commands.output import as_json, write
        from tabletop.content.schema import KINDS, schema_of

        if folder is not None:
            _write_all(folder, words)
            return 0
        if kind is None:
            write("\n".join(KINDS), output, words)
            return 0
        if kind not in KINDS:
            raise WrongUse(unknown(words, "authoring.schema.unknown", kind, KINDS), click.get_current_context())
        write(as_json(schema_of(kind)), output, words)
        return 0

    return Spoken(
        words,
        "schema",
        name="schema",
        callback=schema,
        params=[
            argument(words, "kind", "kind", required=False),
            option(words, "folder", "--folder", metavar="dir", type=click.Path(path_type=Path)),
            output_option(words),
        ],
    )


def _write_all(folder: Path, words: Messages) -> None:
    from tabletop.commands.output import as_json
    from tabletop.content.schema import KINDS, schema_of

    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        text = as_json(schema_of(kind))
        (folder / f"{kind}{SUFFIX}").write_text(f"{text}\n", encoding="utf-8", newline="\n")
    click.echo(words.count("authoring.schema.written", len(KINDS), folder=folder), err=True)
