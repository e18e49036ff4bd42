"""Two tracks: phases of the victim and stages of the stalker. Neither is ever fed back into the week.

Both have hysteresis: what was entered at a bound is left only beyond a margin, so that nothing flickers.
"""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Real, Small
from tabletop.case.case import Case
from tabletop.case.conditions import PHASES, STAGES
from tabletop.rules.running import running_bits
from tabletop.rules.standing import Man, Standing
from tabletop.rules.state import State, changed

_PHASE_PLACES = np.arange(len(PHASES), dtype=np.int16)[:, None]
_STAGE_PLACES = np.arange(len(STAGES), dtype=np.int8)[:, None]
_Integer = TypeVar("_Integer", np.int8, np.int16)


def over(level: Real, bound: float, margin: float, was: Bools) -> Bools:
    """Say where a level is at or above a bound, or was and has not fallen below it by the margin."""
    shown: Bools = level >= bound - margin * was
    return shown


def under(level: Real, bound: float, margin: float, was: Bools) -> Bools:
    """Say where a level is below a bound, or was and has not risen above it by the margin."""
    shown: Bools = level < bound + margin * was
    return shown


def show_phases(case: Case, state: State, before: State | None = None, runs: Bits | None = None) -> State:
    """Give the victim's phases of this week; several at once. `runs` spares looking up what runs."""
    earlier = state if before is None else before
    runs = running_bits(case, state) if runs is None else runs
    was = (state.phases >> _PHASE_PLACES) & 1 == 1
    now = (*_early_phases(case, state, was, runs), *_late_phases(case, state, earlier, was, runs))
    return changed(state, phases=_as_bits(now, _PHASE_PLACES))


def _as_bits(flags: Sequence[Bools], places: NDArray[_Integer]) -> NDArray[_Integer]:
    shifted = np.array(flags).astype(places.dtype) << places
    bits: NDArray[_Integer] = np.bitwise_or.reduce(shifted, axis=0)
    return bits


def _early_phases(case: Case, state: State, was: NDArray[np.bool_], runs: Bits) -> tuple[Bools, ...]:
    """Unaware, aware, seriousness, defensive, offensive (thesis_2018)."""
    n = case.numbers
    margin = n["phase_margin"]
    aware = over(state.awareness, n["phase_aware"], margin, was[1])
    reported = state.reported > 0
    recent: Bools = Standing.of(case, state).countered >= state.week - int(n["phase_offensive_weeks"])
    guarded: Bools = (runs & case.engine.effects.at_calm) != 0
    return (
        ~(aware | reported),
        aware & ~reported,
        reported & over(state.burden, n["phase_serious"], margin, was[2]),
        guarded & over(state.burden, n["phase_burden"], margin, was[3]),
        recent,
    )


def _late_phases(case: Case, state: State, before: State, was: NDArray[np.bool_], runs: Bits) -> tuple[Bools, ...]:
    """Exhaustion, turning, control, recovery (thesis_2018)."""
    n = case.numbers
    margin = n["phase_margin"]
    held = (runs & case.engine.effects.frames) != 0
    gives_in = (state.contact > before.contact) & (state.trust < n["phase_distrust"])
    answered = held & (state.answered | was[6]) & (state.unanswered == before.unanswered)
    calm = under(state.burden, n["phase_control"], margin, was[7])
    still = under(state.burden, n["phase_recovery"], margin, was[8])
    rising = (state.strength > before.strength) | was[8]
    return (
        under(state.strength, n["phase_exhausted"], margin, was[5]) | gives_in,
        answered | over(state.plan, n["phase_plan"], margin, was[6]),
        calm & (state.weeks_quiet >= n["phase_control_weeks"]),
        still & rising & (state.weeks_quiet >= n["phase_recovery_weeks"]),
    )


def show_stages(case: Case, state: State, before: State) -> State:
    """Give the stalker's stages of this week. They show only through facts, each fallible (monckton_smith_2019)."""
    n = case.numbers
    margin = n["stage_margin"]
    was = (state.stages >> _STAGE_PLACES) & 1 == 1
    start = Man.of(case, state).start("ladder")
    rising = (before.rate > 0) & (state.rate > before.rate * n["stage_rate"])
    climbed = over(state.ladder - start, n["stage_rise"], margin, was[1])
    mind = _changed_mind(case, state, was[2])
    weeks: Small = np.where(mind, np.minimum(state.stage_weeks + 1, 100), 0).astype(np.int8)
    triggered = over(state.trigger, n["stage_trigger"], margin, was[0])
    planning = (weeks >= n["stage_weeks"]) & _can_act(case, state)
    now = (triggered, state.active & (rising | climbed), mind, planning)
    bits = _as_bits(now, _STAGE_PLACES)
    changes: Small = np.minimum(state.stage_changes + (bits != state.stages), 100).astype(np.int8)
    return changed(state, stages=bits, stage_weeks=weeks, stage_changes=changes)


def _changed_mind(case: Case, state: State, was: Bools) -> Bools:
    """High on the ladder, driven, and no longer minding consequences (monckton_smith_2019)."""
    n = case.numbers
    margin = n["stage_margin"]
    high = over(state.ladder, n["stage_ladder"], margin, was) & over(state.drive, n["stage_drive"], margin, was)
    return high & under(state.belief, n["stage_belief"], margin, was) & state.active


def _can_act(case: Case, state: State) -> Bools:
    """Say where he has access, or means that a fact tells of: without either, changed thinking is no planning yet."""
    held = (Standing.of(case, state).working & case.engine.effects.custody) != 0
    near = ~held & (Man.of(case, state).physical > case.numbers["least_level"])
    can: Bools = near | ((state.appeared & case.engine.facts.means) != 0)
    return can
