"""What everybody may see: the board, as arrays over worlds.

Made in one place, `see_public`. Nothing else of the state reaches a board, a week that passes or a meeting.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Int, Small, Weeks
from tabletop.case.case import Case
from tabletop.case.verbs import Status
from tabletop.rules.draft import flat, place_of
from tabletop.rules.state import State

NOBODY = -1
Whole = TypeVar("Whole", np.int8, np.int16)
_REQUESTED, _RUNNING, _ENDED = int(Status.REQUESTED), int(Status.RUNNING), int(Status.ENDED)


class Lazy:
    """A view of which an array is made when it is first read, and then kept.

    A view holds no state: only a way to make each of the fields that its class names. Read a view before the next
    decision of a draft, as everything that is read from one.
    """

    _make: Callable[[Any, str], Any] | None

    def __init__(self, make: Callable[[Any, str], Any] | None = None, **known: Any) -> None:
        """Take what makes a field of a view by its name, and fields that are known: all, when nothing makes any."""
        self.__dict__.update(known, _make=make)

    if not TYPE_CHECKING:  # a type checker must know the fields of a view and no others

        def __getattr__(self, name: str) -> object:
            if name.startswith("_") or self._make is None:
                raise AttributeError(name)
            value = self.__dict__[name] = self._make(self, name)
            return value


@dataclass(frozen=True, eq=False, init=False)
class PublicView(Lazy):
    """The board. `N` worlds, `R` roles, `M` measures; -1 where nobody or no week."""

    week: int
    round: int
    joint: Bits
    """`[N]` facts of the joint picture."""
    talked: Bools
    """`[N, R, R]` spoke with each other this round, not about what."""
    fired: Bits
    """`[N]` injects that happened and that are news to everybody."""
    caller: Small
    """`[N]` who called a meeting this round."""
    meetings: Small
    table: Bools
    """`[N, R]` who sits or sat at the last meeting."""
    tasks: Small
    """`[N, 4]` who has each task."""
    stance: Small
    """`[N, R]` 0 nothing said, 1 commits, 2 objects."""
    agreement_owner: Small
    """`[N, M]`"""
    agreement_since: Weeks
    """`[N, M]` week in which it was made."""
    agreement_due: Weeks
    """`[N, M]`"""
    shown: Bools
    """`[N, M]` measures that the board knows."""
    status: Small
    """`[N, M]` where these stand; `NONE` for all others."""
    decided_by: Small
    starts: Weeks
    ends: Weeks

    def idle(self, worlds: Int, measures: Int) -> Bools:
        """Say whether one measure in each of these worlds is not under way, as far as the board knows."""
        if self._make is None:
            status = self.status[worlds, measures]
            idle: Bools = (status != _REQUESTED) & (status != _RUNNING)
        else:
            idle = self._make(self, "idle")(worlds, measures)
        return idle


@lru_cache(maxsize=8)
def public_injects(case: Case) -> np.uint64:
    """Injects with news for the board, as bits."""
    return np.uint64(sum(1 << number for number, inject in enumerate(case.pack.scenario.injects) if inject.news))


def see_public(case: Case, state: State) -> PublicView:
    """Make the public view of a state."""
    return PublicView(partial(_see, case, state), week=state.week, round=state.round)


def _see(case: Case, state: State, view: PublicView, name: str) -> object:
    return _SEEN[name](case, state, view)


_SEEN: Final[Mapping[str, Callable[[Case, State, PublicView], object]]] = {
    "joint": lambda _case, state, _view: state.joint,
    "talked": lambda _case, state, _view: state.talked,
    "fired": lambda case, state, _view: state.fired & public_injects(case),
    "caller": lambda _case, state, _view: state.caller,
    "meetings": lambda _case, state, _view: state.meetings,
    "table": lambda _case, state, _view: state.table,
    "tasks": lambda _case, state, _view: state.tasks,
    "stance": lambda _case, state, _view: state.stance,
    "agreement_owner": lambda _case, state, _view: state.agreement_owner,
    "agreement_since": lambda _case, state, _view: state.agreement_since,
    "agreement_due": lambda _case, state, _view: state.agreement_due,
    "shown": lambda case, state, _view: shown_measures(case, state),
    "status": lambda _case, state, view: only(view.shown, state.status, Status.NONE),
    "decided_by": lambda _case, state, view: only(view.shown, state.decided_by, NOBODY),
    "starts": lambda _case, state, view: only(view.shown, state.starts, -1),
    "ends": lambda _case, state, view: only(view.shown, state.ends, -1),
    "idle": lambda case, state, _view: partial(_idle, case, state),
}
"""Field to what it shows of a state: all that a board can ever know."""


def only(mask: Bools, values: NDArray[Whole], otherwise: int) -> NDArray[Whole]:
    """Values where the mask holds, `otherwise` elsewhere; without branches, which a batch would guess wrong.

    >>> only(np.array([True, False]), np.array([7, 7], np.int8), -1).tolist()
    [7, -1]
    """
    return (values - otherwise) * mask + otherwise if otherwise else values * mask


def shown_measures(case: Case, state: State) -> Bools:
    """`[N, M]` measures of the meeting, agreed measures, and those that everybody notices once they run."""
    return shown_among(case, state, np.arange(len(case.measures.ids))).T


def shown_among(case: Case, state: State, measures: Int) -> Bools:
    """`[count, N]` which of these measures the board knows."""
    status = state.status.T[measures]
    shown = (status == _RUNNING) | (status == _ENDED)
    shown &= case.measures.visible[measures, None]
    shown |= state.agreement_owner.T[measures] >= 0
    bits = np.left_shift(np.uint64(1), measures.astype(np.uint64))[:, None]
    known: Bools = shown | ((state.measures_shown & bits) != 0)
    return known


def _idle(case: Case, state: State, worlds: Int, measures: Int) -> Bools:
    at = place_of(len(state.worlds), worlds, measures)
    status = flat(state.status)[at]
    requested, runs = status == _REQUESTED, status == _RUNNING
    known = (flat(state.agreement_owner)[at] >= 0) | (runs & case.measures.visible[measures])
    known |= (state.measures_shown[worlds] >> measures.astype(np.uint64)) & np.uint64(1) != 0
    idle: Bools = ~(known & (requested | runs))
    return idle


def has_bits(bits: Bits, count: int) -> Bools:
    """`[N, count]` bit 0, 1, ... of each value, one column a bit in column-major order.

    >>> has_bits(np.array([5], np.uint64), 3).tolist()
    [[True, False, True]]
    """
    masks = np.left_shift(np.uint64(1), np.arange(count, dtype=np.uint64))
    found: Bools = (bits & masks[:, None]) != 0
    return found.T


def phases_of(case: Case, joint: Bits) -> Int:
    """`[N]` phases supported by the facts of a joint picture."""
    held = has_bits(joint, len(case.facts.ids))
    phases: Int = np.bitwise_or.reduce(np.where(held, case.facts.phases, 0), axis=-1)
    return phases
