"""What policies go by is content: another number gives another decision."""

from dataclasses import replace
from functools import cache

import numpy as np

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.case.verbs import Task
from tabletop.content.library import load_pack
from tabletop.content.specs.policies import PoliciesSpec, PreferredSpec
from tabletop.policy import POLICIES
from tabletop.policy.base import Luck
from tabletop.policy.joint import give_task
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State, changed
from tabletop.view.public import see_public
from tabletop.view.seat import see_seat


@cache
def shipped() -> PoliciesSpec:
    return load_pack("start").policies


def case_with(policies: PoliciesSpec) -> Case:
    return compile_case(replace(load_pack("start"), policies=policies))


def begun(case: Case) -> State:
    return begin_round(case, opening(case, 1, np.arange(400, dtype=np.uint64)), 2)


def acting(case: Case, policy: str) -> float:
    """How many worlds see the first role decide anything."""
    state = begun(case)
    choice = POLICIES[policy].turn(case, see_seat(case, state, 0), Luck(1, state.worlds, 0, "test"))
    return float((choice.row >= 0).mean())


def test_late_waits_as_many_weeks_as_the_content_says() -> None:
    at_once = shipped().late_waits_weeks.model_copy(update={"value": 0.0})
    assert acting(case_with(shipped()), "late") == 0
    assert acting(case_with(shipped().model_copy(update={"late_waits_weeks": at_once})), "late") > 0


def test_the_role_that_the_content_prefers_gets_the_task() -> None:
    for column, role in (("ZVH", "veiligheidshuis"), ("POL", "police")):
        leads = shipped().leads.model_copy(update={"process_lead": (PreferredSpec(column=column),)})
        case = case_with(shipped().model_copy(update={"leads": leads}))
        state = begun(case)
        public = see_public(case, changed(state, table=np.ones_like(state.table)))
        row = int(give_task(case, public, Task.PROCESS_LEAD).row[0])
        assert case.decisions.ids[row] == f"table/lead/process_lead/{role}"
