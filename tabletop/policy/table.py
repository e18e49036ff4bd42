"""Whole rounds played by policies, in many worlds at once: the same order as at the laptop.

Turns go round, starting with another role each round; then questions are answered; then the meeting, where one was
called; then the weeks pass.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from tabletop.case.arrays import Bools
from tabletop.case.case import Case
from tabletop.case.verbs import Task
from tabletop.policy.base import Policy, luck_of, only_where
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.rules.meeting import attendance, close_meeting, open_meeting
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State, changed
from tabletop.rules.weeks import advance_week, end_round
from tabletop.view.public import see_public
from tabletop.view.seat import see_seat

Policies = Sequence[Policy]
"""One for each role of the case."""
STANCE_PLACE, BRING_PLACE, REPLY_PLACE, TABLE_PLACE = 100, 101, 200, 300
"""Where the draws of these moments start, so that no two decisions of a role share one."""


def play_on(case: Case, state: State, policies: Policies, acts: int, played: Bools | None = None) -> State:
    """Play from the start of a round to the end of the format; `played` roles (by default all) come to meetings."""
    while state.round < len(case.round_weeks):
        state = play_round(case, state, policies, acts, played)
    return state


def play_round(case: Case, state: State, policies: Policies, acts: int, played: Bools | None = None) -> State:
    """Play one round with so many decisions a turn."""
    weeks = case.round_weeks[state.round]
    state = play_turns(case, state, policies, acts, played)
    for _week in range(weeks):
        state = advance_week(case, state)
    return end_round(case, state)


def play_turns(case: Case, state: State, policies: Policies, acts: int, played: Bools | None = None) -> State:
    """Play one round up to its weeks: turns, answers, meeting."""
    state = begin_round(case, state, acts)
    order = turn_order(len(case.roles), state.round)
    for role in order:
        state = take_turn(case, state, policies[role], role, acts)
    for role in order:
        state = reply(case, state, policies[role], role)
    seats = np.ones(len(case.roles), np.bool_) if played is None else played
    return meet(case, state, policies, seats)


def turn_order(roles: int, number: int) -> tuple[int, ...]:
    """Who comes when in a round, counted from 0.

    >>> turn_order(4, 1)
    (1, 2, 3, 0)
    """
    return tuple((number + place) % roles for place in range(roles))


def take_turn(case: Case, state: State, policy: Policy, role: int, acts: int) -> State:
    """One role decides until it has nothing to decide, and lays ready what it brings."""

    def choose(now: State, place: int) -> Choice:
        return policy.turn(case, see_seat(case, now, role), luck_of(case, now, policy.name, role, place))

    everywhere = np.ones(len(state.worlds), np.bool_)
    return lay_ready(case, until_nothing(case, state, range(acts), everywhere, choose), policy, role)


def until_nothing(
    case: Case, state: State, places: Iterable[int], going: Bools, choose: Callable[[State, int], Choice]
) -> State:
    """Ask for decisions in these worlds, each until it chooses nothing.

    From then on that world is asked no more, also when others are: so it plays the same alone and among ten thousand.
    """
    for place in places:
        choice = only_where(going, choose(state, place))
        going = choice.row >= 0
        if not going.any():
            break
        state = apply(case, state, choice)
    return state


def lay_ready(case: Case, state: State, policy: Policy, role: int) -> State:
    """What `bring` decisions do, for all facts at once."""
    view = see_seat(case, state, role)
    facts = policy.bring(case, view, luck_of(case, state, policy.name, role, BRING_PLACE))
    if not facts.any():
        return state
    brought = state.brought.copy(order="K")
    brought[:, role] |= facts & state.knows[:, role]
    return changed(state, brought=brought)


def reply(case: Case, state: State, policy: Policy, role: int) -> State:
    """One role answers or refuses what was asked of it; where a meeting was called, it picks what it brings."""

    def choose(now: State, place: int) -> Choice:
        return policy.reply(case, see_seat(case, now, role), luck_of(case, now, policy.name, role, place))

    asked: Bools = (state.questions[:, role] != 0).any(axis=1)
    if asked.any():
        places = range(REPLY_PLACE, REPLY_PLACE + len(case.roles))
        state = until_nothing(case, state, places, asked, choose)
    return lay_ready(case, state, policy, role) if (state.caller >= 0).any() else state


def meet(case: Case, state: State, policies: Policies, played: Bools) -> State:
    """Hold the meeting in the worlds where one was called. The policy of its first role speaks for the table."""
    held = state.caller >= 0
    if not held.any():
        return state
    state = open_meeting(case, state, attendance(case, state, played))
    speaker = policies[0]
    for place in range(len(Task) + len(case.roles)):
        luck = luck_of(case, state, speaker.name, -1, TABLE_PLACE + place)
        choice = speaker.table(case, see_public(case, state), place, luck)
        state = apply(case, state, only_where(held, choice))
    for role, policy in enumerate(policies):
        view = see_seat(case, state, role)
        stance = policy.stance(case, view, luck_of(case, state, policy.name, role, STANCE_PLACE))
        state = apply(case, state, only_where(held, stance))
    return close_meeting(case, state)
