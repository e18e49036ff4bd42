"""Replay a session once, and keep the state before and after each entry that counted."""

from dataclasses import dataclass

from tabletop.case.case import Case
from tabletop.rules.hashing import state_hash
from tabletop.rules.state import State
from tabletop.session.entries import Entry
from tabletop.session.moment import Refusal
from tabletop.session.play import Play, ReplayError, begin, step


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One entry with the states around it; `number` counts from 1, as in the log."""

    number: int
    entry: Entry
    before: State
    after: State


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """A session as it went: what was undone is left out."""

    play: Play
    steps: tuple[Step, ...]

    @property
    def case(self) -> Case:
        """The case that was played."""
        return self.play.case

    @property
    def week(self) -> int:
        """Weeks that passed."""
        return self.play.state.week


def watch(play: Play) -> Watched:
    """Replay the log of a play. Raises `ReplayError` when an entry is not possible where it stands."""
    now = begin(play.case, play.setup)
    steps: list[Step] = []
    for number, entry in enumerate(play.entries, start=1):
        after = step(now, entry)
        if isinstance(after, Refusal):
            raise ReplayError(number, after)
        if entry.kind == "undone":
            _take_back(steps, after.state)
        else:
            steps.append(Step(number, entry, now.state, after.state))
        now = after
    return Watched(now, tuple(steps))


def _take_back(steps: list[Step], back_to: State) -> None:
    """Drop steps until the last one left the state that the undo returned to."""
    wanted = state_hash(back_to)
    while steps and state_hash(steps[-1].after) != wanted:
        steps.pop()
