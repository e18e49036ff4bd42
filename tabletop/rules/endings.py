"""How a case ends, and the index of harm."""

import numpy as np

from tabletop.case.arrays import Real, Small
from tabletop.case.case import Case
from tabletop.rules.running import running_bits
from tabletop.rules.state import State

STOPPED, CONTROLLED, ESCALATED, GOES_ON = range(4)
WEIGHTS = ("harm_contact", "harm_violence", "harm_serious", "harm_strength", "harm_others")


def endings(case: Case, state: State) -> Small:
    """Give how each world ends, read at the end of the format played, `[N]`.

    0 stopped: the episode is over for eight weeks; 1 controlled: eight weeks without contact under a running measure;
    2 escalated: ladder and contact above their start; 3 goes on.
    """
    v = case.engine.variants
    weeks = int(case.numbers["end_weeks"])
    stopped = ~state.active & (state.week - state.since >= weeks)
    controlled = (state.weeks_quiet >= weeks) & (running_bits(case, state) != 0)
    higher = state.ladder > v.levels["ladder"][state.variant] + case.numbers["end_margin"]
    escalated = higher & (state.rate > case.numbers["end_rate"] * v.rate[state.variant])
    end = np.where(escalated, ESCALATED, GOES_ON)
    end = np.where(controlled, CONTROLLED, end)
    return np.where(stopped, STOPPED, end).astype(np.int8)


def expected_harm(case: Case, state: State, nothing: Real) -> Real:
    """Give the index of harm, `[N]`: 100 is what doing nothing costs in this scenario.

    `nothing` is the mean of `State.harm` under doing nothing, `[5]`. A part that is zero there drops out, and the
    weights of the others are raised to one together.
    """
    counted = [part for part in range(len(WEIGHTS)) if nothing[part] > 0]
    total = sum(case.numbers[WEIGHTS[part]] for part in counted)
    index = np.zeros(len(state.worlds))
    for part in counted:
        index += (case.numbers[WEIGHTS[part]] / total) * (state.harm[:, part] / nothing[part])
    return 100.0 * index
