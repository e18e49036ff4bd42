"""What leaks to the stalker, and the work that waits at each role."""

import numpy as np

from tabletop.case.arrays import Bools, Real
from tabletop.case.case import Case
from tabletop.case.engine import Luck
from tabletop.rules.running import Running
from tabletop.rules.state import State, changed

_LEAK = int(Luck.LEAK)


def leak_chance(case: Case, state: State, running: Running) -> Real:
    """Give how likely something reaches him this week.

    Through the victim's own network (nss_2005), less when the network is advised to keep no contact (thesis_2018); and
    a little for each copy of a fact that nobody needed (our assumption).
    """
    n = case.numbers
    own = np.where(running.has(case.engine.effects.advice), n["leak_week"] * n["leak_advised"], n["leak_week"])
    chance: Real = np.minimum(own + n["leak_copy"] * state.needless, n["leak_most"])
    return chance


def leak(case: Case, state: State, running: Running, luck: Real) -> State:
    """Draw leaks: they stir him, cost the victim's trust, and a shelter whose place is known gives no cover.

    A secret address came out more than once (thesis_2018).
    """
    leaked = state.active & (luck[_LEAK] < leak_chance(case, state, running))
    if not leaked.any():
        return state
    n = case.numbers
    return changed(
        state,
        took=_uncovered(case, state, leaked),
        trigger=np.where(leaked, state.trigger + n["leak_trigger"], state.trigger),
        trust=np.where(leaked, state.trust - n["leak_trust"], state.trust),
    )


def _uncovered(case: Case, state: State, leaked: Bools) -> Bools:
    """Give `took`, without the shelters whose place is known now."""
    took = state.took
    for measure in np.flatnonzero(case.engine.effects.shelters):
        lost = leaked & state.took[:, measure]
        if lost.any():
            took = np.array(took, order="F") if took is state.took else took
            took[lost, measure] = False
    return took


def rest(case: Case, state: State) -> State:
    """Let each role work off a week's part of what it has to read."""
    if not state.overload.any():
        return state
    return changed(state, overload=np.maximum(state.overload - case.numbers["overload_week"], 0.0))
