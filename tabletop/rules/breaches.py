"""Breaches of bans: broken, noticed, answered or not. What has no consequence loses its force."""

import numpy as np

from tabletop.case.arrays import Bools, Real
from tabletop.case.case import Case
from tabletop.case.engine import Luck
from tabletop.rules.contact import Exposure
from tabletop.rules.measures import answer_breach
from tabletop.rules.running import Running
from tabletop.rules.state import State, changed

_BREACH, _SEEN, _PREPARED = int(Luck.BREACH), int(Luck.BREACH_SEEN), int(Luck.PREPARED)


def breach_chance(case: Case, state: State, running: Running) -> Real:
    """Give how likely a running ban is broken this week, lower when breaches are followed up (fischer_2019)."""
    n = case.numbers
    base = np.where(running.notice > 0, n["breach_followed"], n["breach_base"])
    base *= (state.drive / n["breach_drive"]) * (n["breach_belief_base"] - n["breach_belief"] * state.belief)
    return base * (1.0 + state.trigger)


def break_bans(case: Case, state: State, running: Running, exposure: Exposure, luck: Real) -> State:
    """Draw breaches, who notices them (about half are registered, fischer_2019), and what follows."""
    bans = running.has(case.engine.effects.bans) & state.active & ~exposure.kept_away
    broken = bans & (luck[_BREACH] < breach_chance(case, state, running))
    chance = np.minimum(case.numbers["breach_seen"] + running.notice, case.numbers["breach_seen_most"])
    seen = broken & ((luck[_SEEN] < chance) | (state.reports > 0))
    open_before = state.breach_weeks >= 0
    waited = state.breach_weeks + (state.breach_weeks > 0)  # counts from the first turn since it was noticed
    state = changed(
        state,
        breach=broken.astype(np.int8) + seen.astype(np.int8),
        breaches=state.breaches + broken,
        breach_weeks=np.where(seen & ~open_before, np.int16(0), waited),
    )
    if seen.any():
        state = _answer_prepared(case, state, seen, luck)
    return _lose_force(case, state)


def _answer_prepared(case: Case, state: State, seen: Bools, luck: Real) -> State:
    """A role that waits in a controlled way has its answer ready (thesis_2018)."""
    effects = case.engine.effects
    can_answer = (case.measures.deciders & effects.answers) != 0
    ready = (state.waiting & can_answer).any(axis=1)
    return answer_breach(case, state, seen & ready & (luck[_PREPARED] < case.numbers["wait_answer"]))


def _lose_force(case: Case, state: State) -> State:
    """Without an answer in time the ban loses force, belief falls, trust falls, and he feels free (inspection_2019)."""
    n = case.numbers
    late = state.breach_weeks > n["answer_weeks"]
    if not late.any():
        return state
    cost = np.where(state.reported > 0, n["unanswered_trust"], 0.0)
    return changed(
        state,
        ban_force=np.where(late, state.ban_force * n["unanswered_force"], state.ban_force),
        belief=np.where(late, state.belief * n["unanswered_belief"], state.belief),
        trust=np.where(late, state.trust - cost, state.trust),
        trigger=np.where(late, state.trigger + n["unanswered_trigger"], state.trigger),
        strength=np.where(late, state.strength - n["strength_unanswered"], state.strength),
        breach_weeks=np.where(late, np.int16(-1), state.breach_weeks),
        unanswered=state.unanswered + late,
    )
