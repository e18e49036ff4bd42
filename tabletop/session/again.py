"""A log played on other content: as far as it still makes sense there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tabletop.case.case import Case
from tabletop.content.library import Pack
from tabletop.session.entries import Entry, SetUp
from tabletop.session.moment import Refusal
from tabletop.session.play import Play, begin, step


def fits(pack: Pack, setup: SetUp) -> bool:
    """Say whether a set-up can be played with a pack: it offers so many seats, for the same roles."""
    return {seat.role for seat in setup.seats} == {*pack.scenario.seats.get(len(setup.seats), ())}


def plays_again(case: Case, setup: SetUp, entries: Iterable[Entry]) -> Iterator[Play]:
    """Yield the play before the first entry and after each, up to the first that the case refuses.

    What was open to choose is written down anew: the list of decisions is another.
    """
    play = begin(case, setup)
    yield play
    for entry in entries:
        after = step(play, replace(entry, options=""))
        if isinstance(after, Refusal):
            return
        play = after
        yield play
