"""What one role may see, as arrays over worlds: made in one place, `see_seat`.

Change anything in a state that this view does not take, and the seat's pages, options and refusals stay the same.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Small, Weeks
from tabletop.case.case import Case
from tabletop.case.verbs import Status, Topic
from tabletop.rules.measures import PAST_ENDED
from tabletop.rules.state import State
from tabletop.view.public import NOBODY, PublicView, has_bits, only, see_public


@dataclass(frozen=True, slots=True, eq=False)
class SeatView:
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
    mine: Bools
    """`[N, M]` measures it decided itself, last or as far as it knows."""
    status: Small
    """`[N, M]` as far as it knows, else `NONE`."""
    decided_by: Small
    starts: Weeks
    ends: Weeks
    lacked: Small
    """`[N, M]` needs that were not met, of its own measures."""
    used: Small
    """`[N, M]` how often each was taken, as far as it knows."""


def see_seat(case: Case, state: State, role: int, public: PublicView | None = None) -> SeatView:
    """Make the view of one role. Hand in the public view of the same state to save making it again."""
    board = see_public(case, state) if public is None else public
    mine = state.decided_by == role
    seen = mine | board.shown
    silent = started_silently(case, role)
    if silent is not None:
        seen = seen | (silent & (state.decided_by < 0))
    came_upon = state.came_upon[:, role]
    if came_upon.any():
        seen = seen | has_bits(came_upon, len(case.measures.ids))
    view = _seen(state, role, board, mine, seen)
    past = state.past[:, role]
    return _remembering(view, past * ~seen) if past.any() else view


def _seen(state: State, role: int, board: PublicView, mine: Bools, seen: Bools) -> SeatView:
    """What a role sees, when `seen` are the measures of which it knows where they stand."""
    return SeatView(
        role=role,
        public=board,
        knows=state.knows[:, role],
        signals=state.signals[:, role] & ~state.knows[:, role],
        told=state.told[:, role],
        brought=state.brought[:, role],
        hours=state.hours[:, role],
        acts=state.acts[:, role],
        asked_of_me=state.questions[:, role],
        asked_by_me=state.questions[:, :, role] | state.post_questions[:, :, role],
        consent=state.consent_heard[:, role],
        waiting=state.waiting[:, role],
        heard=state.heard[:, role],
        mine=mine,
        status=only(seen, state.status, Status.NONE),
        decided_by=only(seen, state.decided_by, NOBODY),
        starts=only(seen, state.starts, -1),
        ends=only(seen, state.ends, -1),
        lacked=only(mine, state.lacked, 0),
        used=only(seen, state.attempts, 0),
    )


def _remembering(view: SeatView, past: Small) -> SeatView:
    """The same, with own tries of which only their end is known: another took the measure since, and did not say."""
    tried = past != 0
    stood = np.where(past == PAST_ENDED, np.int8(Status.ENDED), np.int8(Status.REFUSED))
    return replace(
        view,
        mine=view.mine | tried,
        status=np.where(tried, stood, view.status),
        decided_by=np.where(tried, np.int8(view.role), view.decided_by),
        lacked=np.where(past > 0, past, view.lacked),
        used=view.used + tried,
    )


@lru_cache(maxsize=64)
def started_silently(case: Case, role: int) -> Bools | None:
    """`[M]` measures of a role's own work that the script may start without news: the role notices; None if none."""
    found = np.zeros(len(case.measures.ids), np.bool_)
    for inject in case.engine.injects:
        found[list(inject.starts if not inject.is_news else ())] = True
    found &= (case.measures.deciders[role] >> np.arange(len(found), dtype=np.uint64) & np.uint64(1)) != 0
    return found if found.any() else None


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


def some_worlds(view: SeatView, worlds: NDArray[np.intp]) -> SeatView:
    """The same view in some of the worlds only, by their places; an array is cut when it is asked for."""
    return cast("SeatView", _SomeWorlds(view, worlds))


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
