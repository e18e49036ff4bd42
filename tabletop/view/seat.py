"""What one role may see, as arrays over worlds: made in one place, `see_seat`.

Change anything in a state that this view does not take, and the seat's pages, options and refusals stay the same.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Small, Weeks
from tabletop.case.case import Case
from tabletop.case.verbs import Status, Topic
from tabletop.rules.state import State
from tabletop.view.public import NOBODY, PublicView, only, see_public


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
    """`[N, M]` measures it decided itself."""
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
