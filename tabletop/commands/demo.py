"""`tabletop demo`: a pilot plays a whole session through the real screens, with pictures of each."""

from pathlib import Path
from typing import Literal

import click

from tabletop.commands.frame import MOST_SEED, Spoken, WrongUse, argument, flag, option, size, whole
from tabletop.content.messages import Messages

Mode = Literal["mixed", "keys", "mouse"]


def command(words: Messages) -> click.Command:
    """Make the command."""

    def demo(
        scenario: str,
        seats: int,
        seed: int,
        out: Path,
        window: tuple[int, int],
        text: int,
        keys_only: bool,
        mouse_only: bool,
    ) -> int:
        from tabletop.commands.output import progress

        if keys_only and mouse_only:
            raise WrongUse(words.say("cli.demo.one_hand"))
        from tabletop.commands.seating import with_seats
        from tabletop.commands.targets import scenario_of

        found = with_seats(scenario_of(scenario, words), seats, words)
        from tabletop.ui.demo import run_demo

        out.mkdir(parents=True, exist_ok=True)
        with progress(words.say("cli.demo.progress")) as advance:
            mode: Mode = "keys" if keys_only else "mouse" if mouse_only else "mixed"
            file = run_demo(found, seats, seed, out, window, text, words.language, advance, mode)
        click.echo(words.say("cli.demo.done", file=file, pictures=len(list(out.glob("*.png")))))
        return 0

    return Spoken(
        words,
        "demo",
        name="demo",
        callback=demo,
        params=[
            argument(words, "scenario", "scenario"),
            option(words, "seats", "--seats", metavar="n", callback=whole(words, 2, 8), default="4"),
            option(words, "seed", "--seed", metavar="n", callback=whole(words, 0, MOST_SEED), default="1"),
            option(words, "out", "-o", "--out", metavar="dir", type=click.Path(path_type=Path), required=True),
            option(words, "window", "--window", metavar="size", callback=size(words), default="1280x720"),
            option(words, "text", "--text", metavar="percent", callback=whole(words, 100, 200), default="100"),
            flag(words, "keys_only", "--keys-only"),
            flag(words, "mouse_only", "--mouse-only"),
        ],
    )
