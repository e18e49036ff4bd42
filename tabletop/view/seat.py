"""What one role may see, as arrays over worlds: made in one place, `see_seat`.

Change anything in a state that this view does not take, and the seat's pages, options and refusals stay the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Int, Small, Weeks
from tabletop.case.case import Case
from tabletop.case.verbs import Status, Topic
from tabletop.rules.measures import PAST_ENDED, may_redo
from tabletop.rules.state import State
from tabletop.view.public import NOBODY, Lazy, PublicView, has_bits, only, see_public, shown_among

View = TypeVar("View", "SeatView", PublicView)
_REQUESTED, _RUNNING, _ENDED = int(Status.REQUESTED), int(Status.RUNNING), int(Status.ENDED)


@dataclass(frozen=True, eq=False, init=False)
class SeatView(Lazy):
    """What role `role` knows. `N` worlds, `R` roles, `M` measures."""

    role: int
    public: PublicView
    knows: Bits
    """`[N]` facts it knows."""
    signals: Bits
    """`[N]` facts of which it only knows that there is something."""
    told: Bits
    """`[N, R]` facts it has told each other role."""
    brought: Bits
    """`[N]` facts it picked for the meeting."""
    hours: Weeks
    """`[N]` quarter hours left."""
    acts: Small
    """`[N]` decisions left this turn."""
    asked_of_me: Small
    """`[N, R]` topics (bits) that each role asks it, open."""
    asked_by_me: Small
    """`[N, R]` topics (bits) it asks of each role, open or still in the post."""
    consent: Small
    """`[N]` the victim's answer when it last asked: -1 not asked, 0 no, 1 yes."""
    waiting: Bools
    heard: Weeks
    """`[N]` incidents it has heard of since the start."""
    heard_kind: Small
    """`[N]` the worst kind of incident of the last week, for who heard of any in that week; -1 else."""
    mine: Bools
    """`[N, M]` measures it decided itself, last or as far as it knows."""
    seen: Bools
    """`[N, M]` measures of which it knows where they stand."""
    past: Small
    """`[N, M]` own tries that somebody has followed since without saying: -1 ended, else what it lacked; 0 none."""
    status: Small
    """`[N, M]` as far as it knows, else `NONE`."""
    decided_by: Small
    starts: Weeks
    ends: Weeks
    lacked: Small
    """`[N, M]` needs that were not met, of its own measures."""
    worked: Small
    """`[N, M]` what it notices of its own measures: 1 that one takes, 0 that one does not; -1 nothing."""
    used: Small
    """`[N, M]` how often each was taken, as far as it knows."""
    free: Bits
    """`[N]` own measures that it may decide, as far as it knows: not under way, not used up."""


def see_seat(case: Case, state: State, role: int, public: PublicView | None = None) -> SeatView:
    """Make the view of one role. Hand in the public view of the same state to save making it again."""
    board = see_public(case, state) if public is None else public
    return SeatView(partial(_see, case, state), role=role, public=board)


def _seen(case: Case, state: State, view: SeatView) -> Bools:
    """`[N, M]` its own measures, those of the board, and those it noticed in its own work."""
    seen = (state.decided_by == view.role) | view.public.shown
    silent = started_silently(case, view.role)
    if silent is not None:
        seen |= silent & (state.decided_by < 0)
    came_upon = state.came_upon[:, view.role]
    found: Bools = seen | has_bits(came_upon, len(case.measures.ids)) if came_upon.any() else seen
    return found


def _status(state: State, view: SeatView) -> Small:
    """`[N, M]` where measures stand; of an own try that another followed, only how it ended."""
    status = only(view.seen, state.status, Status.NONE)
    stood = np.where(view.past == PAST_ENDED, np.int8(Status.ENDED), np.int8(Status.REFUSED))
    return np.where(view.past != 0, stood, status)


def _worked(case: Case, state: State, view: SeatView) -> Small:
    """`[N, M]` who takes a measure sees in its own work whether it takes.

    Of a secret place nobody notices that it is no longer secret: whether it holds is not seen at all.
    """
    seen = (state.status == _RUNNING) | (state.status == _ENDED)
    seen &= (state.decided_by == view.role) & ~case.engine.effects.shelters
    return only(seen, state.took.astype(np.int8), -1)


def heard_this_week(case: Case, state: State, role: int) -> Bools:
    """`[N]` whether the role heard of an incident in the last week: from the victim, or as police from a report."""
    heard: Bools = (state.noticed > 0) & case.network.hears[role]
    if role == case.engine.office.police:
        heard |= state.reports > 0
    return heard


def _free(case: Case, state: State, role: int) -> Bits:
    """`[N]` own measures that are neither under way nor used up, as far as the role knows."""
    measures, bits, supply = _own_measures(case, role)
    status, by = state.status.T[measures], state.decided_by.T[measures]
    seen = (by == role) | shown_among(case, state, measures)
    silent = started_silently(case, role)
    if silent is not None:
        seen |= silent[measures, None] & (by < 0)
    seen |= (state.came_upon[:, role] & bits[:, None]) != 0
    taken = (status == _REQUESTED) | (status == _RUNNING) | (state.attempts.T[measures] >= supply)
    taken &= seen
    if case.engine.effects.redone[measures].any():
        taken &= ~may_redo(case, state, measures, role)
    past = state.past.T[measures, role]
    if past.any():
        taken |= (past != 0) & ~seen & (supply <= 1)
    free = np.full(len(state.worlds), np.bitwise_or.reduce(bits, initial=np.uint64(0)))
    for place, bit in enumerate(bits):
        free ^= taken[place] * bit
    return free


@lru_cache(maxsize=64)
def started_silently(case: Case, role: int) -> Bools | None:
    """`[M]` measures of a role's own work that the script may start without news: the role notices; None if none."""
    found = np.zeros(len(case.measures.ids), np.bool_)
    for inject in case.engine.injects:
        found[list(inject.starts if not inject.is_news else ())] = True
    found &= (case.measures.deciders[role] >> np.arange(len(found), dtype=np.uint64) & np.uint64(1)) != 0
    return found if found.any() else None


@lru_cache(maxsize=64)
def _own_measures(case: Case, role: int) -> tuple[Int, Bits, Small]:
    """Places of the measures that a role may decide, their bits, and `[count, 1]` their supply."""
    bits = np.left_shift(np.uint64(1), np.arange(len(case.measures.ids), dtype=np.uint64))
    own = np.flatnonzero(bits & case.measures.deciders[role])
    return own, bits[own], case.measures.supply[own, None]


def _see(case: Case, state: State, view: SeatView, name: str) -> object:
    return _SEEN[name](case, state, view)


_SEEN: Final[Mapping[str, Callable[[Case, State, SeatView], object]]] = {
    "knows": lambda _case, state, view: state.knows[:, view.role],
    "signals": lambda _case, state, view: state.signals[:, view.role] & ~state.knows[:, view.role],
    "told": lambda _case, state, view: state.told[:, view.role],
    "brought": lambda _case, state, view: state.brought[:, view.role],
    "hours": lambda _case, state, view: state.hours[:, view.role],
    "acts": lambda _case, state, view: state.acts[:, view.role],
    "asked_of_me": lambda _case, state, view: state.questions[:, view.role],
    "asked_by_me": lambda _case, state, view: state.questions[:, :, view.role] | state.post_questions[:, :, view.role],
    "consent": lambda _case, state, view: state.consent_heard[:, view.role],
    "waiting": lambda _case, state, view: state.waiting[:, view.role],
    "heard": lambda _case, state, view: state.heard[:, view.role],
    "heard_kind": lambda case, state, view: only(heard_this_week(case, state, view.role), state.incident, -1),
    "seen": _seen,
    "past": lambda _case, state, view: state.past[:, view.role] * ~view.seen,
    "mine": lambda _case, state, view: (state.decided_by == view.role) | (view.past != 0),
    "status": lambda _case, state, view: _status(state, view),
    "decided_by": lambda _case, state, view: np.where(
        view.past != 0, np.int8(view.role), only(view.seen, state.decided_by, NOBODY)
    ),
    "starts": lambda _case, state, view: only(view.seen, state.starts, -1),
    "ends": lambda _case, state, view: only(view.seen, state.ends, -1),
    "lacked": lambda _case, state, view: np.where(
        view.past > 0, view.past, only(state.decided_by == view.role, state.lacked, 0)
    ),
    "worked": _worked,
    "used": lambda _case, state, view: only(view.seen, state.attempts, 0) + (view.past != 0),
    "free": lambda case, state, view: _free(case, state, view.role),
}
"""Field to what it shows of a state: all that a seat can ever know."""


def knows_fact(view: SeatView, fact: int) -> bool:
    """Whether the role knows a fact, in a batch of one."""
    return bool((int(view.knows[0]) >> fact) & 1)


def facts_in(bits: int) -> tuple[int, ...]:
    """Numbers of the facts in a bit set, in order.

    >>> facts_in(5)
    (0, 2)
    """
    return tuple(place for place in range(bits.bit_length()) if bits >> place & 1)


@lru_cache(maxsize=8)
def topic_bits(case: Case) -> Bits:
    """`[topics]` facts of each subject, as bits, in the order of `case.verbs.Topic`; consent has none."""
    subjects = np.zeros(len(Topic), np.uint64)
    for fact, subject in enumerate(case.facts.subject.tolist()):
        subjects[subject] |= np.uint64(1 << fact)
    return subjects


def some_worlds(view: View, worlds: NDArray[np.intp]) -> View:
    """The same view in some of the worlds only, by their places; an array is cut when it is asked for."""
    return cast("View", _SomeWorlds(view, worlds))


class _SomeWorlds:
    """A view of which only the arrays that somebody reads are cut down."""

    def __init__(self, view: SeatView | PublicView, worlds: NDArray[np.intp]) -> None:
        self._view = view
        self._worlds = worlds

    def __getattr__(self, name: str) -> object:
        value = getattr(self._view, name)
        if isinstance(value, np.ndarray):
            return value[self._worlds]
        return _SomeWorlds(value, self._worlds) if isinstance(value, PublicView) else value
