"""`tabletop play`: the title screen, a scenario, or a session that goes on."""

import click

from tabletop.commands.frame import Spoken, argument, flag, language_asked
from tabletop.content.messages import Messages


def command(words: Messages) -> click.Command:
    """Make the command."""

    def play(target: str | None, full_screen: bool) -> int:
        from tabletop.commands.targets import target_of

        found = target_of(target, words)
        from tabletop.ui.main import run_play  # slow to import, so wrong use comes first

        run_play(found, language_asked(), full_screen)
        return 0

    return Spoken(
        words,
        "play",
        name="play",
        callback=play,
        params=[argument(words, "target", "target", required=False), flag(words, "full_screen", "--full-screen")],
    )
