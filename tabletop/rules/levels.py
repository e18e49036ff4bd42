"""Levels: bounds and fixed steps. Every level of a week is settled at once at its end."""

import numpy as np

from tabletop.case.arrays import Real
from tabletop.rules.state import State, changed

STEPS = 2.0**20
STEP = 2.0**-20
LEVELS = (
    "drive", "fixation", "belief", "ladder", "strength", "trust", "contact", "awareness", "burden", "proof",
    "pattern", "plan", "force", "ban_force", "trigger", "clock",
)  # fmt: skip
UPPER = np.array([[1.0]] * 14 + [[2.0]] + [[64.0]])
"""The trigger may reach 2; the clock of an episode runs from at most nine."""


def settle(state: State) -> State:
    """Bring every level within its bounds and to steps of 2^-20, so that no rounding can grow."""
    levels = np.empty((len(LEVELS), len(state.worlds)))
    for place, name in enumerate(LEVELS):
        levels[place] = getattr(state, name)
    np.maximum(levels, 0.0, out=levels)
    np.minimum(levels, UPPER, out=levels)
    in_steps(levels)
    return changed(state, **{name: levels[place] for place, name in enumerate(LEVELS)})


def settled(values: Real) -> Real:
    """Bring shares to 0..1 and to steps of 2^-20; changes an own array and gives it back."""
    np.maximum(values, 0.0, out=values)
    np.minimum(values, 1.0, out=values)
    return in_steps(values)


def in_steps(values: Real) -> Real:
    """Round to steps of 2^-20; changes an own array and gives it back."""
    values *= STEPS
    np.rint(values, out=values)
    values *= STEP
    return values
