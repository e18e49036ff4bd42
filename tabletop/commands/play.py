"""`tabletop play`: the title screen, a scenario, or a session that goes on."""

import click

from tabletop.commands.frame import Spoken, WrongUse, argument, flag, language_asked
from tabletop.content.messages import Messages
from tabletop.store.file import SUFFIX


def command(words: Messages) -> click.Command:
    """Make the command."""

    def play(target: str | None, full_screen: bool, watch: bool) -> int:
        from tabletop.commands.targets import target_of

        found = target_of(target, words)
        if watch and (found is None or found.endswith(SUFFIX)):
            raise WrongUse(words.say("authoring.watch.what"), click.get_current_context())
        from tabletop.ui.main import run_play  # slow to import, so wrong use comes first

        run_play(found, language_asked(), full_screen, watch)
        return 0

    return Spoken(
        words,
        "play",
        name="play",
        callback=play,
        params=[
            argument(words, "target", "target", required=False),
            flag(words, "full_screen", "--full-screen"),
            flag(words, "watch", "--watch"),
        ],
    )
