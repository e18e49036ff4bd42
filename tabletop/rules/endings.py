"""How a case ends, and the index of harm."""

import numpy as np

from tabletop.case.arrays import Bools, Real, Small
from tabletop.case.case import Case
from tabletop.rules.running import running_bits
from tabletop.rules.standing import Man
from tabletop.rules.state import State

STOPPED, CONTROLLED, ESCALATED, GOES_ON = range(4)
WEIGHTS = ("harm_contact", "harm_violence", "harm_serious", "harm_strength", "harm_others")


def endings(case: Case, state: State) -> Small:
    """Give how each world ends, read at the end of the format played, `[N]`.

    0 stopped: the episode is over for eight weeks, and nothing holds him; 1 controlled: the same, or eight weeks
    without contact, while a legal frame, treatment or shelter runs: what if we take our hands off (thesis_2018)? 2
    escalated: a rung up the ladder, and contact not below its start when the impulse of the day is taken off; 3 goes
    on.
    """
    weeks = int(case.numbers["end_weeks"])
    over = ~state.active & (state.week - state.since >= weeks)
    held = (running_bits(case, state) & case.engine.effects.holds) != 0
    end = np.where(_has_escalated(case, state), ESCALATED, GOES_ON)
    end = np.where(held & (over | (state.weeks_quiet >= weeks)), CONTROLLED, end)
    return np.where(over & ~held, STOPPED, end).astype(np.int8)


def _has_escalated(case: Case, state: State) -> Bools:
    """A rung higher, and no less contact than at the start without what a trigger adds for now (queensland_2019)."""
    n, man = case.numbers, Man.of(case, state)
    higher = state.ladder > man.start("ladder") + n["end_margin"]
    steady = state.rate / (1.0 + n["trigger_contact"] * state.trigger / n["trigger_fade"])
    more: Bools = steady > n["end_rate"] * case.engine.variants.rate[state.variant]
    return higher & more


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
