"""The state in week 0: a variant drawn, the first facts with their holders, the network as it stands."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Real, Worlds
from tabletop.case.case import Case
from tabletop.rules.contact import expose
from tabletop.rules.draws import ONCE, draw
from tabletop.rules.levels import in_steps, settled
from tabletop.rules.phases import show_phases
from tabletop.rules.running import sum_running
from tabletop.rules.script import discover
from tabletop.rules.stalker import next_clock
from tabletop.rules.state import State, changed


def _paces(case: Case, seed: int, worlds: Worlds) -> Real:
    """Draw how fast each one climbs, evenly around 1: not every stalker comes to threats (spitzberg_cupach_2007)."""
    luck = draw(seed, worlds, ONCE, case.engine.salts.pace)
    return in_steps(1.0 + case.numbers["pace_spread"] * (luck + luck - 1.0))


def opening(case: Case, seed: int, worlds: Worlds) -> State:
    """Make the state in week 0 for these worlds (`uint64[N]`)."""
    count, roles, measures = len(worlds), len(case.roles), len(case.measures.ids)
    luck = draw(seed, worlds, ONCE, case.engine.salts.variant)
    variant = np.searchsorted(case.engine.variants.share, luck, side="right").astype(np.int8)

    def level(name: str) -> Real:
        return settled(case.engine.variants.levels[name][variant])

    def none(dtype: type[Any], *axes: int, value: float = 0) -> NDArray[Any]:
        return np.full((count, *axes), value, dtype, order="F")

    trust = none(np.float64, roles, roles)
    trust[:] = settled(case.network.trust.copy())
    state = State(
        seed=seed, week=0, round=0, worlds=worlds.astype(np.uint64),
        variant=variant, active=none(np.bool_, value=1),
        drive=level("drive"), fixation=level("fixation"), belief=level("belief"), ladder=level("ladder"),
        pace=_paces(case, seed, worlds), assessed=none(np.int8, value=-1),
        trigger=none(np.float64), weeks_quiet=none(np.int16), quiet_until=none(np.int16), episode=none(np.int8),
        since=none(np.int16), clock=none(np.float64), rate=none(np.float64),
        strength=level("strength"), trust=level("trust"), contact=level("contact"), awareness=level("awareness"),
        burden=none(np.float64), consents=none(np.int8, value=-1), consent_then=none(np.float64),
        consent_heard=none(np.int8, roles, value=-1),
        proof=level("proof"), pattern=level("pattern"),
        knows=none(np.uint64, roles), signals=none(np.uint64, roles), post=none(np.uint64, roles),
        post_signals=none(np.uint64, roles), told=none(np.uint64, roles, roles), recorded=none(np.uint64),
        appeared=none(np.uint64), role_trust=trust, overload=none(np.float64, roles), hours=none(np.int16, roles),
        acts=none(np.int8, roles), questions=none(np.int8, roles, roles), post_questions=none(np.int8, roles, roles),
        talked=none(np.bool_, roles, roles), needless=none(np.int16), scaled=none(np.int8), let_go=none(np.int8),
        waiting=none(np.bool_, roles),
        status=none(np.int8, measures), decided_by=none(np.int8, measures, value=-1),
        starts=none(np.int16, measures, value=-1), ends=none(np.int16, measures, value=-1),
        took=none(np.bool_, measures), attempts=none(np.int8, measures), lacked=none(np.int8, measures),
        past=none(np.int8, roles, measures), came_upon=none(np.uint64, roles),
        ban_force=none(np.float64, value=1), breach_weeks=none(np.int16, value=-1),
        caller=none(np.int8, value=-1), table=none(np.bool_, roles), brought=none(np.uint64, roles),
        joint=none(np.uint64), meetings=none(np.int8), tasks=none(np.int8, 4, value=-1),
        agreement_owner=none(np.int8, measures, value=-1), agreement_since=none(np.int16, measures, value=-1),
        agreement_due=none(np.int16, measures, value=-1),
        stance=none(np.int8, roles), plan=none(np.float64), force=none(np.float64), turnout=none(np.float64),
        measures_shown=none(np.uint64),
        incident=none(np.int8, value=-1), noticed=none(np.int8), reports=none(np.int8), breach=none(np.int8),
        answered=none(np.bool_), contacts=none(np.int16), reported=none(np.int16), heard=none(np.int16, roles),
        breaches=none(np.int16), unanswered=none(np.int16), phases=none(np.int16), stages=none(np.int8),
        stage_weeks=none(np.int8), stage_changes=none(np.int8), fired=none(np.uint64),
        danger=none(np.float64), violence=none(np.float64), harm=none(np.float64, 5),
    )  # fmt: skip
    exposure = expose(case, state, sum_running(case, state))
    state = changed(state, danger=exposure.serious, violence=exposure.violence, rate=exposure.rate)
    return show_phases(case, discover(case, next_clock(case, state)))
