"""What everybody may see: the board, as arrays over worlds.

Made in one place, `see_public`. Nothing else of the state reaches a board, a week that passes or a meeting.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Int, Small, Weeks
from tabletop.case.case import Case
from tabletop.case.verbs import Status
from tabletop.rules.state import State

NOBODY = -1
Whole = TypeVar("Whole", np.int8, np.int16)


@dataclass(frozen=True, slots=True, eq=False)
class PublicView:
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


def see_public(case: Case, state: State) -> PublicView:
    """Make the public view of a state."""
    shown = shown_measures(case, state)
    return PublicView(
        week=state.week,
        round=state.round,
        joint=state.joint,
        talked=state.talked,
        fired=state.fired & public_injects(case),
        caller=state.caller,
        meetings=state.meetings,
        table=state.table,
        tasks=state.tasks,
        stance=state.stance,
        agreement_owner=state.agreement_owner,
        agreement_since=state.agreement_since,
        agreement_due=state.agreement_due,
        shown=shown,
        status=only(shown, state.status, Status.NONE),
        decided_by=only(shown, state.decided_by, NOBODY),
        starts=only(shown, state.starts, -1),
        ends=only(shown, state.ends, -1),
    )


def only(mask: Bools, values: NDArray[Whole], otherwise: int) -> NDArray[Whole]:
    """Values where the mask holds, `otherwise` elsewhere; without branches, which a batch would guess wrong.

    >>> only(np.array([True, False]), np.array([7, 7], np.int8), -1).tolist()
    [7, -1]
    """
    return (values - otherwise) * mask + otherwise if otherwise else values * mask


def shown_measures(case: Case, state: State) -> Bools:
    """`[N, M]` measures of the meeting, agreed measures, and those that everybody notices once they run."""
    noticed = (state.status == Status.RUNNING) | (state.status == Status.ENDED)
    agreed = state.agreement_owner >= 0
    shown: Bools = has_bits(state.measures_shown, len(case.measures.ids)) | agreed | (noticed & case.measures.visible)
    return shown


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


@lru_cache(maxsize=8)
def public_injects(case: Case) -> np.uint64:
    """Injects with news for the board, as bits."""
    return np.uint64(sum(1 << number for number, inject in enumerate(case.pack.scenario.injects) if inject.news))
