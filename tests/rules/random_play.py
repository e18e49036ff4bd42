"""A tiny random policy for tests of the engine: kind first, then row, from what the state allows."""

import numpy as np

from tabletop.case.case import Case
from tabletop.case.verbs import IN_TURN, Verb
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.rules.draws import draw
from tabletop.rules.meeting import attendance, close_meeting, open_meeting
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State
from tabletop.rules.weeks import advance_week, end_round


def luck(state: State, purpose: int) -> np.ndarray:
    return draw(state.seed, state.worlds, 1000 + state.week, np.uint64(purpose))


def pick(case: Case, state: State, role: int, slot: int, verbs: tuple[Verb, ...] = (*IN_TURN, Verb.BRING)) -> Choice:
    """Pick a verb, then a row of its block, for each world."""
    key = 1000 * (role + 1) + 10 * slot
    rows = np.full(len(state.worlds), -1, np.int32)
    which = (luck(state, key) * len(verbs)).astype(np.int64)
    place = luck(state, key + 1)
    for number, verb in enumerate(verbs):
        first, count = int(case.decisions.first[role, verb]), int(case.decisions.count[role, verb])
        chosen = which == number
        if count:
            rows[chosen] = first + (place[chosen] * count).astype(np.int32)
    modes = luck(state, key + 2)
    return Choice(
        row=rows,
        ground=(modes * 6).astype(np.int8),
        extent=(luck(state, key + 3) * 3).astype(np.int8),
        way=(luck(state, key + 4) * 3).astype(np.int8),
        due=np.full(len(rows), 4, np.int16),
    )


def play_round(case: Case, state: State, weeks: int, decisions: int = 2) -> State:
    state = begin_round(case, state, decisions)
    for slot in range(decisions):
        for role in range(len(case.roles)):
            state = apply(case, state, pick(case, state, role, slot))
    for role in range(len(case.roles)):
        state = apply(case, state, pick(case, state, role, 7, (Verb.ANSWER, Verb.REFUSE, Verb.BRING)))
    state = hold_meeting(case, state)
    for _ in range(weeks):
        state = advance_week(case, state)
    return end_round(case, state)


def hold_meeting(case: Case, state: State) -> State:
    state = open_meeting(case, state, attendance(case, state, np.zeros(len(case.roles), np.bool_)))
    for slot in range(3):
        state = apply(case, state, pick(case, state, -1, 20 + slot, (Verb.LEAD, Verb.AGREE)))
    for role in range(len(case.roles)):
        state = apply(case, state, pick(case, state, role, 30, (Verb.COMMIT, Verb.OBJECT)))
    return close_meeting(case, state)


def play(case: Case, seed: int, worlds: np.ndarray, decisions: int = 2) -> State:
    state = opening(case, seed, worlds)
    for weeks in case.round_weeks:
        state = play_round(case, state, weeks, decisions)
    return state
