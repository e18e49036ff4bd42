"""A week passes. The order of its parts is the order of `advance_week`."""

import numpy as np

from tabletop.case.case import Case
from tabletop.rules.breaches import break_bans
from tabletop.rules.contact import draw_incidents, expose, weekly_luck
from tabletop.rules.draws import stream
from tabletop.rules.harm import add_harm
from tabletop.rules.levels import settle
from tabletop.rules.measures import end_measures, start_measures
from tabletop.rules.network import leak, rest
from tabletop.rules.phases import show_phases, show_stages
from tabletop.rules.plan import move_plan
from tabletop.rules.running import sum_running
from tabletop.rules.script import discover, fire_injects
from tabletop.rules.sharing import ignore_questions
from tabletop.rules.stalker import move_stalker, stop_or_come_back
from tabletop.rules.state import State, changed
from tabletop.rules.victim import move_victim


def advance_week(case: Case, state: State) -> State:
    """Let one week pass in every world."""
    before = state
    keys = stream(state.seed, state.worlds, state.week)
    luck = weekly_luck(case, keys)
    state = changed(state, answered=np.zeros(len(state.worlds), np.bool_))
    state = start_measures(case, end_measures(case, state))
    state = fire_injects(case, state)
    running = sum_running(case, state)
    state = stop_or_come_back(case, state, running)
    exposure = expose(case, state, running)
    state = draw_incidents(case, state, exposure, keys, luck)
    state = break_bans(case, state, running, exposure, luck)
    state = add_harm(case, state, running, exposure)
    state = move_victim(case, state, running, exposure)
    state = move_stalker(case, state, running)
    state = leak(case, state, running, luck)
    state = move_plan(case, rest(case, state))
    state = changed(settle(state), week=state.week + 1)
    state = discover(case, state)
    return show_stages(case, show_phases(case, state, before, running.bits), before)


def end_round(case: Case, state: State) -> State:
    """Close a round: questions that nobody answered cost trust."""
    return changed(ignore_questions(case, state), round=state.round + 1)
