"""A session as a pure reducer: `step` takes a play and one entry, and gives the next play or a refusal.

The log is the game. `begin` starts it, `due` names the entry that the table must add by itself (a round that begins,
what an unplayed partner decides), `act` is a step with everything that falls due after it, `replay` is all of it again.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.case.case import Case
from tabletop.rules.state import State
from tabletop.session.entries import Entry, SetUp
from tabletop.session.moment import Moment, Refusal


class ReplayError(Exception):
    """An entry of a log is not possible where it stands."""

    def __init__(self, number: int, refusal: Refusal) -> None:
        super().__init__(f"entry {number} is refused: {refusal.code}")
        self.number = number
        self.refusal = refusal


@dataclass(frozen=True, slots=True, eq=False)
class Play:
    """A session at one moment. Frozen: every step gives a new one.

    `entries` holds the entries as they were accepted (completed with role, seat and open options): the store appends
    what was added there, not what was handed in.
    """

    case: Case
    setup: SetUp
    entries: tuple[Entry, ...]
    state: State
    moment: Moment

    @property
    def can_undo(self) -> bool:
        """Whether an `undone` entry would be accepted now."""
        raise NotImplementedError

    def seat_of(self, role: str) -> int | None:
        """The seat that plays a role now; None when nobody does."""
        raise NotImplementedError

    def is_played(self, seat: int) -> bool:
        """Whether somebody sits at this seat."""
        raise NotImplementedError


def begin(case: Case, setup: SetUp) -> Play:
    """Start a session: week 0, dossiers unread."""
    raise NotImplementedError


def step(play: Play, entry: Entry) -> Play | Refusal:
    """Take one entry; the new play ends with it, completed."""
    raise NotImplementedError


def due(play: Play) -> Entry | None:
    """The next entry that the table adds by itself; None when people must act."""
    raise NotImplementedError


def settle(play: Play) -> Play:
    """Add all entries that are due."""
    raise NotImplementedError


def act(play: Play, entry: Entry) -> Play | Refusal:
    """Take one entry of people and all that falls due after it: `entries[len(play.entries):]` are to be written."""
    raise NotImplementedError


def replay(case: Case, setup: SetUp, entries: Iterable[Entry]) -> Play:
    """Play a log again, exactly: nothing is added that is not in it. Raises `ReplayError`."""
    raise NotImplementedError
