"""`tabletop new`: a small case in the current folder, to be changed into one of your own."""

from pathlib import Path

import click

from tabletop.commands.frame import Spoken, WrongUse, argument
from tabletop.content.messages import Messages


def command(words: Messages) -> click.Command:
    """Make the command."""

    def new(name: str) -> int:
        from tabletop.commands.output import as_json
        from tabletop.commands.schema import SUFFIX
        from tabletop.content.schema import schema_of
        from tabletop.content.skeleton import is_id, skeleton

        word = name.removesuffix(".yaml")
        file, schema = Path(f"{word}.yaml"), Path(f"scenario{SUFFIX}")
        if not is_id(word):
            raise WrongUse(words.say("authoring.new.no_id", value=word), click.get_current_context())
        if file.exists():
            raise WrongUse(words.say("authoring.new.is_there", file=file), click.get_current_context())
        schema.write_text(f"{as_json(schema_of('scenario'))}\n", encoding="utf-8", newline="\n")
        file.write_text(skeleton(word, words.language), encoding="utf-8", newline="\n")
        click.echo(words.say("authoring.new.made", file=file, schema=schema))
        return 0

    return Spoken(words, "new", name="new", callback=new, params=[argument(words, "name", "name")])
