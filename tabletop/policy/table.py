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
from tabletop.rules.deciding import decide
from tabletop.rules.draft import Draft
from tabletop.rules.meeting import attendance, close_meeting, open_meeting
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State
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
    draft = Draft(begin_round(case, state, acts))
    order = turn_order(len(case.roles), state.round)
    for role in order:
        _turn(case, draft, policies[role], role, acts)
    for role in order:
        _reply(case, draft, policies[role], role)
    seats = np.ones(len(case.roles), np.bool_) if played is None else played
    return meet(case, draft.state, policies, seats)


def turn_order(roles: int, number: int) -> tuple[int, ...]:
    """Who comes when in a round, counted from 0.

    >>> turn_order(4, 1)
    (1, 2, 3, 0)
    """
    return tuple((number + place) % roles for place in range(roles))


def take_turn(case: Case, state: State, policy: Policy, role: int, acts: int) -> State:
    """One role decides until it has nothing to decide, and lays ready what it brings."""
    draft = Draft(state)
    _turn(case, draft, policy, role, acts)
    return draft.state


def _turn(case: Case, draft: Draft, policy: Policy, role: int, acts: int) -> None:
    def choose(now: State, place: int) -> Choice:
        return policy.turn(case, see_seat(case, now, role), luck_of(case, now, policy.name, role, place))

    _until_nothing(case, draft, range(acts), None, choose)
    _lay_ready(case, draft, policy, role)


def until_nothing(
    case: Case, state: State, places: Iterable[int], going: Bools, choose: Callable[[State, int], Choice]
) -> State:
    """Ask for decisions in these worlds, each until it chooses nothing.

    From then on that world is asked no more, also when others are: so it plays the same alone and among ten thousand.
    """
    draft = Draft(state)
    _until_nothing(case, draft, places, going, choose)
    return draft.state


def _until_nothing(
    case: Case, draft: Draft, places: Iterable[int], going: Bools | None, choose: Callable[[State, int], Choice]
) -> None:
    for place in places:
        choice = choose(draft.state, place)
        choice = choice if going is None else only_where(going, choice)
        going = choice.row >= 0
        if not going.any():
            break
        decide(case, draft, choice)


def lay_ready(case: Case, state: State, policy: Policy, role: int) -> State:
    """What `bring` decisions do, for all facts at once."""
    draft = Draft(state)
    _lay_ready(case, draft, policy, role)
    return draft.state


def _lay_ready(case: Case, draft: Draft, policy: Policy, role: int) -> None:
    state = draft.state
    facts = policy.bring(case, see_seat(case, state, role), luck_of(case, state, policy.name, role, BRING_PLACE))
    if facts.any():
        draft.own("brought")[:, role] |= facts & state.knows[:, role]


def reply(case: Case, state: State, policy: Policy, role: int) -> State:
    """One role answers or refuses what was asked of it; where a meeting was called, it picks what it brings."""
    draft = Draft(state)
    _reply(case, draft, policy, role)
    return draft.state


def _reply(case: Case, draft: Draft, policy: Policy, role: int) -> None:
    def choose(now: State, place: int) -> Choice:
        return policy.reply(case, see_seat(case, now, role), luck_of(case, now, policy.name, role, place))

    questions = draft.state.questions[:, role]
    if questions.any():
        asked: Bools = np.logical_or.reduce(questions, axis=1)
        places = range(REPLY_PLACE, REPLY_PLACE + len(case.roles))
        _until_nothing(case, draft, places, asked, choose)
    if (draft.state.caller >= 0).any():
        _lay_ready(case, draft, policy, role)


def meet(case: Case, state: State, policies: Policies, played: Bools) -> State:
    """Hold the meeting in the worlds where one was called. The policy of its first role speaks for the table."""
    held = state.caller >= 0
    if not held.any():
        return state
    draft = Draft(open_meeting(case, state, attendance(case, state, played)))
    speaker = policies[0]
    for place in range(len(Task) + len(case.roles)):
        luck = luck_of(case, draft.state, speaker.name, -1, TABLE_PLACE + place)
        choice = speaker.table(case, see_public(case, draft.state), place, luck)
        decide(case, draft, only_where(held, choice))
    for role, policy in enumerate(policies):
        view = see_seat(case, draft.state, role)
        stance = policy.stance(case, view, luck_of(case, draft.state, policy.name, role, STANCE_PLACE))
        decide(case, draft, only_where(held, stance))
    return close_meeting(case, draft.state)
