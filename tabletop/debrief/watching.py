"""Replay a session once, and keep the state before and after each entry that counted."""

from dataclasses import dataclass
from threading import Lock

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


class Watcher:
    """Follows a session while it is played, a few entries at a time, so that its debrief waits for no replay.

    The window follows, and the thread that works out the turning points may ask at the same moment: one at a time.
    """

    def __init__(self, play: Play) -> None:
        """Begin at the start of the session that `play` has come from."""
        self._one_at_a_time = Lock()
        self._begin(play)

    def _begin(self, play: Play) -> None:
        self._case = play.case
        self._now = begin(play.case, play.setup)
        self._steps: list[Step] = []

    def follow(self, play: Play, most: int | None = None) -> int:
        """Take in what `play` has more in its log, at most so many entries; how many are still left.

        Raises `ReplayError` when an entry is not possible where it stands.
        """
        with self._one_at_a_time:
            if play.case is not self._case:  # a scene was skipped: it is mild from the beginning
                self._begin(play)
            done = len(self._now.entries)
            for entry in play.entries[done:] if most is None else play.entries[done : done + most]:
                self._take(entry)
            return len(play.entries) - len(self._now.entries)

    def watched(self, play: Play) -> Watched:
        """Give all of it."""
        self.follow(play)
        return Watched(self._now, tuple(self._steps))

    def _take(self, entry: Entry) -> None:
        number = len(self._now.entries) + 1
        after = step(self._now, entry)
        if isinstance(after, Refusal):
            raise ReplayError(number, after)
        if entry.kind == "undone":
            _take_back(self._steps, after.state)
        else:
            self._steps.append(Step(number, entry, self._now.state, after.state))
        self._now = after


def watch(play: Play) -> Watched:
    """Replay the log of a play. Raises `ReplayError` when an entry is not possible where it stands."""
    return Watcher(play).watched(play)


def _take_back(steps: list[Step], back_to: State) -> None:
    """Drop steps until the last one left the state that the undo returned to."""
    wanted = state_hash(back_to)
    while steps and state_hash(steps[-1].after) != wanted:
        steps.pop()
