"""The joint plan: force that fades, faster without somebody in the lead; agreements that are kept or not."""

from typing import Protocol

import numpy as np

from tabletop.case.arrays import Bools, Real, Small, Weeks
from tabletop.case.case import Case
from tabletop.case.verbs import Status, Task
from tabletop.rules.picture import joint_picture
from tabletop.rules.standing import Promises
from tabletop.rules.state import State, changed

_RUNNING, _ENDED, _PROCESS_LEAD = int(Status.RUNNING), int(Status.ENDED), int(Task.PROCESS_LEAD)


class Agreements(Protocol):
    """What a state or a board knows of agreements and their measures, `[N, M]` each."""

    @property
    def status(self) -> Small: ...  # noqa: D102 - as in `State`
    @property
    def decided_by(self) -> Small: ...  # noqa: D102
    @property
    def starts(self) -> Weeks: ...  # noqa: D102
    @property
    def agreement_owner(self) -> Small: ...  # noqa: D102
    @property
    def agreement_since(self) -> Weeks: ...  # noqa: D102
    @property
    def agreement_due(self) -> Weeks: ...  # noqa: D102


def is_kept(known: Agreements) -> Bools:
    """`[N, M]` an agreement is kept when its owner has started the measure by its due week, not before it was made."""
    started = (known.status == _RUNNING) | (known.status == _ENDED)
    owned = (known.agreement_owner >= 0) & (known.decided_by == known.agreement_owner)
    in_time = (known.starts >= known.agreement_since) & (known.starts <= known.agreement_due)
    kept: Bools = started & owned & in_time
    return kept


def kept_share(case: Case, state: State) -> Real:
    """Give the share of agreements kept, or with time still left; a plan without any counts for half (thesis_2018)."""
    promises = Promises.of(case, state)
    total = promises.total
    share = promises.held(state.week) / np.maximum(total, 1)
    return np.where(total > 0, share, case.numbers["plan_no_agreements"])


def plan_worth(case: Case, state: State, force: Real) -> Real:
    """Give what the plan is worth: force x (attendance x agreements kept)^2 x joint picture.

    That a coordinated plan helps rests on uncontrolled studies (robinson_2006, masip_2021), that it lives by what is
    known together on interviews (marac_2023); the form is our assumption.
    """
    n = case.numbers
    joined = state.turnout * kept_share(case, state)
    picture = n["plan_picture_base"] + n["plan_picture"] * joint_picture(case, state.joint, state.appeared)
    return force * joined * joined * picture


def move_plan(case: Case, state: State) -> State:
    """Let a week pass over the plan: it fades, and faster when nobody leads it (thesis_2018)."""
    if not state.meetings.any():
        return state
    led = (state.tasks[:, _PROCESS_LEAD] >= 0) & (state.let_go == 0)
    force = state.force * np.where(led, case.numbers["plan_led"], case.numbers["plan_not_led"])
    return changed(state, force=force, plan=plan_worth(case, state, force))
