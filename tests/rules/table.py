"""Short words for tests of rules: start a small case, decide by id, let weeks pass."""

from typing import Any

import numpy as np

from tabletop.case.case import Case
from tabletop.case.verbs import Status
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State, changed
from tabletop.rules.weeks import advance_week
from tests.case.small_pack import small_case

CASE = small_case()
R = {role: place for place, role in enumerate(CASE.roles)}
F = {fact: place for place, fact in enumerate(CASE.facts.ids)}
M = {measure: place for place, measure in enumerate(CASE.measures.ids)}


def start(worlds: int = 1, seed: int = 1, case: Case = CASE) -> State:
    return begin_round(case, opening(case, seed, np.arange(worlds, dtype=np.uint64)), 2)


def decide(state: State, id_: str, case: Case = CASE, **modes: int) -> State:
    return apply(case, state, Choice.alike(len(state.worlds), case.decisions.row[id_], **modes))


def weeks(state: State, count: int = 1, case: Case = CASE) -> State:
    for _ in range(count):
        state = advance_week(case, state)
    return state


def with_levels(state: State, **levels: Any) -> State:
    size = len(state.worlds)
    return changed(state, **{name: np.full(size, value, getattr(state, name).dtype) for name, value in levels.items()})


def running(state: State, *measures: str, took: bool = True, until: int = -1) -> State:
    """Let measures run from now on, as the police or prosecution decided them."""
    status, works = state.status.copy(order="K"), state.took.copy(order="K")
    starts, ends = state.starts.copy(order="K"), state.ends.copy(order="K")
    for measure in measures:
        status[:, M[measure]] = Status.RUNNING
        works[:, M[measure]] = took
        starts[:, M[measure]] = state.week
        ends[:, M[measure]] = until
    return changed(state, status=status, took=works, starts=starts, ends=ends)


def knows(state: State, role: str, fact: str) -> bool:
    return bool(int(state.knows[0, R[role]]) >> F[fact] & 1)


def stands(state: State, measure: str) -> Status:
    return Status(int(state.status[0, M[measure]]))
