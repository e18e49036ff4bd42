"""Check a number of seats against a scenario."""

import click

from tabletop.commands.frame import WrongUse
from tabletop.content.library import load_pack
from tabletop.content.messages import Messages


def with_seats(scenario: str, seats: int, words: Messages) -> str:
    """Give the scenario back when it can be played with so many seats. Raises `WrongUse`, or `ContentError`."""
    offered = sorted(load_pack(scenario).scenario.seats)
    if seats in offered:
        return scenario
    known = words.listing([str(each) for each in offered])
    raise WrongUse(words.say("cli.wrong.seats", value=seats, all=known), click.get_current_context(silent=True))
