"""One whole game in many worlds, every role under the same policy, in the order of a session (`policy.table`)."""

from collections.abc import Callable
from typing import Final

from tabletop.case.arrays import Worlds
from tabletop.case.case import Case
from tabletop.policy.base import Policy
from tabletop.policy.table import play_turns
from tabletop.rules.opening import opening
from tabletop.rules.state import State
from tabletop.rules.weeks import advance_week, end_round

DECISIONS_A_TURN: Final = 2
"""As with four to six seats in the format of an hour."""

Step = Callable[[], None]


def play_game(
    case: Case, policy: Policy, seed: int, worlds: Worlds, acts: int = DECISIONS_A_TURN, step: Step | None = None
) -> State:
    """Play from the opening to the last week in each of these worlds (`uint64[N]`); `step` is called each round."""
    state = opening(case, seed, worlds)
    for weeks in case.round_weeks:
        state = play_round(case, policy, state, acts)
        for _ in range(weeks):
            state = advance_week(case, state)
        state = end_round(case, state)
        if step is not None:
            step()
    return state


def play_round(case: Case, policy: Policy, state: State, acts: int = DECISIONS_A_TURN) -> State:
    """Play a round up to its weeks: turns, answers, and the meeting where one was called."""
    return play_turns(case, state, [policy] * len(case.roles), acts)
