"""Two tracks: phases of the victim and stages of the stalker. Neither is ever fed back into the week.

Both have hysteresis: what was entered at a bound is left only beyond a margin, so that nothing flickers.
"""

import numpy as np

from tabletop.case.arrays import Bools, Real, Small
from tabletop.case.case import Case
from tabletop.case.conditions import PHASES
from tabletop.case.verbs import Status
from tabletop.rules.measures import pairs
from tabletop.rules.running import running_bits
from tabletop.rules.state import State, changed


def over(level: Real, bound: float, margin: float, was: Bools) -> Bools:
    """Say where a level is at or above a bound, or was and has not fallen below it by the margin."""
    shown: Bools = (level >= bound) | (was & (level >= bound - margin))
    return shown


def show_phases(case: Case, state: State, before: State | None = None) -> State:
    """Give the victim's phases of this week; several at once."""
    earlier = state if before is None else before
    bits = np.zeros(len(state.worlds), np.int16)
    was = {phase: (state.phases >> place) & 1 == 1 for place, phase in enumerate(PHASES)}
    now = _early_phases(case, state, was) | _late_phases(case, state, earlier, was)
    for place, phase in enumerate(PHASES):
        bits |= now[phase].astype(np.int16) << place
    return changed(state, phases=bits)


def _early_phases(case: Case, state: State, was: dict[str, Bools]) -> dict[str, Bools]:
    n = case.numbers
    margin = n["phase_margin"]
    aware = over(state.awareness, n["phase_aware"], margin, was["aware"] | was["seriousness"])
    reported = state.reported > 0
    runs = running_bits(state)
    guarded = (runs & case.engine.effects.at_calm) != 0
    recent = np.zeros(len(state.worlds), np.bool_)
    world, measure = pairs(
        (state.status >= Status.RUNNING) & (state.starts >= state.week - int(n["phase_offensive_weeks"]))
    )
    counter = np.left_shift(np.uint64(1), measure.astype(np.uint64)) & case.engine.effects.counter
    recent[world[counter != 0]] = True
    return {
        "unaware": ~aware & ~reported,
        "aware": aware & ~reported,
        "seriousness": reported & over(state.burden, n["phase_serious"], margin, was["seriousness"]),
        "defensive": guarded & over(state.burden, n["phase_burden"], margin, was["defensive"]),
        "offensive": recent,
    }


def _late_phases(case: Case, state: State, before: State, was: dict[str, Bools]) -> dict[str, Bools]:
    n = case.numbers
    margin = n["phase_margin"]
    runs = running_bits(state)
    effects = case.engine.effects
    held = (runs & (effects.bans | effects.custody | effects.supervision)) != 0
    spent = ~over(state.strength, n["phase_exhausted"] + margin, margin, ~was["exhaustion"])
    gives_in = (state.contact > before.contact) & (state.trust < n["phase_distrust"])
    answered = held & (state.answered | (state.breaches == 0) & (state.plan > 0))
    planned = over(state.plan, n["phase_plan"], margin, was["turning"])
    calm = ~over(state.burden, n["phase_control"] + margin, margin, ~was["control"])
    still = ~over(state.burden, n["phase_recovery"] + margin, margin, ~was["recovery"])
    rising = (state.strength > before.strength) | was["recovery"]
    quiet = state.weeks_quiet
    return {
        "exhaustion": spent | gives_in,
        "turning": answered | planned | (was["turning"] & held & (state.unanswered == before.unanswered)),
        "control": calm & (quiet >= n["phase_control_weeks"]),
        "recovery": still & rising & (quiet >= n["phase_recovery_weeks"]),
    }


def show_stages(case: Case, state: State, before: State) -> State:
    """Give the stalker's stages of this week. They show only through facts, each fallible (monckton_smith_2019)."""
    n, v = case.numbers, case.engine.variants
    margin = n["stage_margin"]
    was = [(state.stages >> place) & 1 == 1 for place in range(4)]
    start = v.levels["ladder"][state.variant]
    rising = (before.rate > 0) & (state.rate > before.rate * n["stage_rate"])
    climbed = over(state.ladder - start, n["stage_rise"], margin, was[1])
    changed_mind = (
        over(state.ladder, n["stage_ladder"], margin, was[2])
        & ~over(state.belief, n["stage_belief"] + margin, margin, ~was[2])
        & over(state.drive, n["stage_drive"], margin, was[2])
        & state.active
    )
    weeks = np.where(changed_mind, np.minimum(state.stage_weeks + 1, 100), 0).astype(np.int8)
    now = (
        over(state.trigger, n["stage_trigger"], margin, was[0]),
        state.active & (rising | climbed),
        changed_mind,
        weeks >= n["stage_weeks"],
    )
    bits = _joined(now)
    changes = np.minimum(state.stage_changes + (bits != state.stages), 100).astype(np.int8)
    return changed(state, stages=bits, stage_weeks=weeks, stage_changes=changes)


def _joined(flags: tuple[Bools, ...]) -> Small:
    bits: Small = flags[0].astype(np.int8)
    for place, flag in enumerate(flags[1:], start=1):
        bits |= flag.astype(np.int8) << place
    return bits
