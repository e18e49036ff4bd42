"""Games that are compared with each other: a policy, and how its game differs from the ordinary one."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tabletop.analysis.playing import DECISIONS_A_TURN, play_round
from tabletop.case.arrays import Int, Real, Worlds
from tabletop.case.case import Case
from tabletop.policy.base import Policy
from tabletop.rules.opening import opening
from tabletop.rules.state import State
from tabletop.rules.weeks import advance_week, end_round

Change = Callable[[Case, State], State]
HARM_STEPS = 2.0**18
"""Steps of a part of harm, as `analysis.tally` counts them: whole numbers add up the same in any order."""


@dataclass(frozen=True, slots=True, eq=False)
class Staging:
    """A game as it is staged. The case itself may be a variant of the scenario (`analysis.variants`)."""

    case: Case
    policy: Policy
    acts: int = DECISIONS_A_TURN
    wait_weeks: int = 0
    """Weeks that pass before the first round."""
    more_weeks: int = 0
    """Weeks that pass after the last round, so that those who start late are compared over the same weeks."""
    before_turns: Change | None = None
    """Happens at the start of each round."""
    after_turns: Change | None = None
    """Happens before the weeks of each round pass."""
    marks: dict[str, Real] = field(default_factory=dict)
    """What `before_turns` or `after_turns` wrote down of each world, `[N]` each."""


def play(staging: Staging, seed: int, worlds: Worlds, step: Callable[[], None] | None = None) -> State:
    """Play a staged game in these worlds (`uint64[N]`), from its opening to its last week.

    `step` is called after each round.
    """
    case = staging.case
    state = _pass_weeks(staging, opening(case, seed, worlds), staging.wait_weeks)
    for weeks in case.round_weeks:
        if staging.before_turns is not None:
            state = staging.before_turns(case, state)
        state = play_round(case, staging.policy, state, staging.acts)
        if staging.after_turns is not None:
            state = staging.after_turns(case, state)
        state = end_round(case, _pass_weeks(staging, state, weeks))
        if step is not None:
            step()
    if staging.more_weeks:
        state = _pass_weeks(staging, state, staging.more_weeks)
    return state


def _pass_weeks(staging: Staging, state: State, weeks: int) -> State:
    for _ in range(weeks):
        state = advance_week(staging.case, state)
    return state


def whole_harm(state: State) -> Int:
    """Give the parts of harm of each world in whole steps, `[N, 5]`."""
    steps: Int = np.rint(state.harm * HARM_STEPS).astype(np.int64)
    return steps
