"""Single things that a staged game does besides its policy, so that one mechanism can be seen apart from the rest."""

from collections.abc import Sequence

import numpy as np

from tabletop.case.arrays import Bools, Real
from tabletop.case.case import Case
from tabletop.case.verbs import Status, Task
from tabletop.policy.share_all import flood
from tabletop.rules.deciding import apply
from tabletop.rules.measures import stop_measures
from tabletop.rules.state import State, changed
from tabletop.view.seat import see_seat


def send_everything(case: Case, state: State) -> State:
    """Let every role send all that is new to all others; it costs no hours, only what it does."""
    hours, acts = state.hours, state.acts
    for role in range(len(case.roles)):
        for choice in flood(case, see_seat(case, state, role)):
            state = apply(case, state, choice)
    return changed(state, hours=hours, acts=acts)


def run_from_start(case: Case, state: State, measures: Sequence[str], until: int = 52) -> State:
    """Let measures run from the first week up to a week, working."""
    if state.week > 0:
        return state
    for id_ in measures:
        state = _begin(case, state, id_, np.ones(len(state.worlds), np.bool_), until)
    return state


def _begin(case: Case, state: State, id_: str, where: Bools, until: int) -> State:
    place = case.measures.ids.index(id_)
    status, took = state.status.copy(order="K"), state.took.copy(order="K")
    starts, ends = state.starts.copy(order="K"), state.ends.copy(order="K")
    status[where, place], took[where, place] = Status.RUNNING, True
    starts[where, place], ends[where, place] = state.week, until
    return changed(state, status=status, took=took, starts=starts, ends=ends)


def keep_ready(case: Case, state: State) -> State:
    """Let everybody wait in a controlled way, so that each breach that is noticed is answered."""
    del case
    return changed(state, waiting=np.ones_like(state.waiting))


def order_measure(case: Case, state: State, measure: str) -> State:
    """Let its first decider take a measure in the first week."""
    if state.week > 0:
        return state
    place, role = _place_and_decider(case, measure)
    status, by, starts = state.status.copy(order="K"), state.decided_by.copy(order="K"), state.starts.copy(order="K")
    status[:, place], by[:, place] = Status.REQUESTED, role
    starts[:, place] = state.week + case.measures.lead[place]
    return changed(state, status=status, decided_by=by, starts=starts)


def give_profile(case: Case, state: State, measure: str) -> State:
    """Let the talk be held by somebody who knows the man: a profile runs, and the facts it hinges on are known."""
    if state.week > 0:
        return state
    place, role = _place_and_decider(case, measure)
    profiles = [
        id_ for id_ in case.measures.ids
        if case.pack.measures[id_].kind == "assessment" and case.pack.measures[id_].target == "stalker"
    ]  # fmt: skip
    state = run_from_start(case, order_measure(case, state, measure), profiles[:1])
    knows = state.knows.copy(order="K")
    knows[:, role] |= case.measures.hinges_on[place]
    return changed(state, knows=knows)


def _place_and_decider(case: Case, measure: str) -> tuple[int, int]:
    place = case.measures.ids.index(measure)
    role = next(role for role, mine in enumerate(case.measures.deciders) if int(mine) >> place & 1)
    return place, role


def ask_late(case: Case, state: State, week: int) -> State:
    """Let nothing that reaches the victim, and was decided in the first round, start before a week."""
    if state.round > 0:
        return state
    at_victim = case.engine.effects.at_victim & (state.status == Status.REQUESTED)
    return changed(state, starts=np.where(at_victim, np.maximum(state.starts, np.int16(week)), state.starts))


def calm_down(case: Case, state: State, let_go: int, marks: dict[str, Real]) -> State:
    """Scale down in the last round where he has been quiet: 0 not, 1 without a checked reason, 2 with one."""
    if state.round < len(case.round_weeks) - 1:
        return state
    quiet = state.weeks_quiet >= case.numbers["end_weeks"] / 4
    marks["quiet"] = quiet.astype(np.float64)
    if not let_go:
        return state
    over = (state.status == Status.RUNNING) & case.engine.effects.ends_at_calm & quiet[:, None]
    state = changed(state, let_go=np.where(quiet, np.int8(let_go), state.let_go))
    return stop_measures(case, state, np.asfortranarray(over)) if over.any() else state


def leave_unled(case: Case, state: State) -> State:
    """Take the process lead from who got it."""
    del case
    tasks = state.tasks.copy(order="K")
    tasks[:, Task.PROCESS_LEAD] = -1
    return changed(state, tasks=tasks)
