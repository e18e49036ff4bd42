"""Contact: how much he reaches the victim, how often, what happens, and what is reported.

Everything that holds him back shares one soft cap, so that no plan makes the danger vanish.
"""

from dataclasses import dataclass

import numpy as np

from tabletop.case.arrays import Bits, Bools, Real, Small
from tabletop.case.case import Case
from tabletop.case.engine import CHILD, HOME, ONLINE, OTHERS, WORK, Luck
from tabletop.rules.draws import counts, hashed, thirds, uniform
from tabletop.rules.running import Running
from tabletop.rules.standing import Man
from tabletop.rules.state import State, changed

_CONTACTS = int(Luck.CONTACTS)


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """What is to be expected of this week, given the true state, `[N]`."""

    rate: Real
    """Contacts."""
    violence: Real
    """Probability."""
    serious: Real
    """Probability."""
    through_child: Real
    """Share of contact through the child."""
    through_others: Real
    kept_away: Bools
    """Held, or kept away by the script."""


def expose(case: Case, state: State, running: Running) -> Exposure:
    """Give contact, violence and serious harm to be expected this week.

    Violence starts from 35 to 50 % of complex cases over 22 months (spitzberg_cupach_2007), serious harm from one
    tenth of it (design). A trigger raises both for a while (queensland_2019); a joint plan lowers both (robinson_2006).
    """
    n, man = case.numbers, Man.of(case, state)
    reach = man.access * running.access
    free_physical = reach[HOME] + reach[WORK] + reach[CHILD] + reach[OTHERS]
    free = free_physical + reach[ONLINE]
    held, held_physical = free, free_physical
    if running.custody is not None:
        reach = reach * running.custody
        held_physical = reach[HOME] + reach[WORK] + reach[CHILD] + reach[OTHERS]
        held = held_physical + reach[ONLINE]
    away = state.quiet_until > state.week
    present = np.where(away, 0.0, np.where(state.active, 1.0, n["quiet_contact"]))
    drive = state.drive / man.least_drive
    brake = deterrence(case, state) * (1.0 - n["plan_effect"] * state.plan)
    soft = case.engine.tables.soft_cap
    rate = n["contact_base"] * drive * man.reach * soft.read(running.contact * brake * (free / man.reach))
    rate *= (1.0 + n["trigger_contact"] * state.trigger) * (n["contact_unanswered"] + state.contact)
    rate *= present * (held / np.maximum(free, n["least_level"]))
    risk = running.violence * brake * (free_physical / man.physical)
    base = man.violence * drive
    base *= (n["violence_ladder"] + state.ladder) / (n["violence_ladder"] + man.start("ladder"))
    base *= (1.0 + n["trigger_violence"] * state.trigger) * present
    base *= held_physical / np.maximum(free_physical, n["least_level"])
    total = np.maximum(held, n["least_level"])
    return Exposure(
        rate=rate,
        violence=np.minimum(base * soft.read(risk), 1.0),
        serious=np.minimum(base * n["serious_share"] * soft.read(risk * running.serious), 1.0),
        through_child=reach[CHILD] / total,
        through_others=reach[OTHERS] / total,
        kept_away=away | (held < free),
    )


def deterrence(case: Case, state: State) -> Real:
    """Give how much belief in consequence holds him back, relative to the start; it works on some types only."""
    man = Man.of(case, state)
    left: Real = (1.0 - man.brake * state.belief) / man.free
    return left


def report_chance(case: Case, state: State) -> Real:
    """Give how likely a noticed incident is reported: trust in the chain, and strength to speak.

    One in five victims makes a complaint (cbs_2023). What is not reported, nobody knows: quiet on the board is evidence
    of quiet only when trust is high.
    """
    n = case.numbers
    trusting = n["report_base"] + n["report_trust"] * state.trust
    chance: Real = trusting * (n["report_strength_base"] + n["report_strength"] * state.strength)
    return chance


def draw_incidents(case: Case, state: State, exposure: Exposure, keys: Bits, luck: Real) -> State:
    """Draw how often he makes contact, and for each contact what it is, whether it is noticed and reported.

    The k-th contact of a week has its own luck, whether it happens or not. Who does not know that it is stalking takes
    many a contact for something else (purcell_2004).
    """
    least = case.engine.tables.no_contact.read(exposure.rate)
    count = counts(exposure.rate, luck[_CONTACTS], least, len(case.engine.salts.slots))
    size = len(count)
    world = np.repeat(np.arange(size), count)
    first = np.cumsum(count, dtype=np.int64) - count
    slot = np.arange(len(world)) - np.repeat(first, count)
    seen_luck, report_luck, kind_luck = thirds(hashed(keys[world], case.engine.salts.slots[slot, 0]))
    notice = case.numbers["notice_base"] + (1.0 - case.numbers["notice_base"]) * state.awareness
    seen = seen_luck < notice[world]
    told = seen & (report_luck < report_chance(case, state)[world])
    noticed = np.bincount(world[seen], minlength=size).astype(np.int8)
    reports = np.bincount(world[told], minlength=size).astype(np.int8)
    happened = count > 0
    highest = np.full(size, -1.0)
    if len(world):
        highest[happened] = np.maximum.reduceat(np.where(seen, kind_luck, -1.0), first[happened])
    return _remember(case, state, noticed, reports, _worst(case, state, exposure, highest))


def _worst(case: Case, state: State, exposure: Exposure, luck: Real) -> Small:
    """Give the worst kind of incident noticed, of those the ladder allows, as its place in the file; -1 for none.

    Kinds are sorted by rung, so the highest luck of a week (-1 for none) is its worst incident. From a distance only,
    while he is kept away.
    """
    kinds = case.engine.incidents
    worst = np.full(len(luck), -1, np.int8)
    for away, weight in ((False, kinds.weight), (True, kinds.weight_remote)):
        here = np.flatnonzero((luck >= 0) & (exposure.kept_away == away))
        if len(here):
            allowed = np.searchsorted(kinds.rungs, state.ladder[here], side="right")
            chosen = np.searchsorted(weight, luck[here] * weight[allowed], side="right") - 1
            worst[here] = kinds.place[np.minimum(chosen, np.maximum(allowed - 1, 0))]
    return worst


def _remember(case: Case, state: State, noticed: Small, reports: Small, worst: Small) -> State:
    heard = state.heard.copy(order="K")
    for role in np.flatnonzero(case.network.hears):
        heard[:, role] += noticed
    police = case.engine.office.police
    if police >= 0:
        heard[:, police] += reports
    n = case.numbers
    return changed(
        state,
        incident=worst,
        noticed=noticed,
        reports=reports,
        heard=heard,
        contacts=state.contacts + noticed,
        reported=state.reported + reports,
        weeks_quiet=np.where(noticed > 0, np.int16(0), state.weeks_quiet + np.int16(1)),
        proof=state.proof + n["proof_report"] * reports * (1.0 - state.proof),
    )


def weekly_luck(case: Case, keys: Bits) -> Real:
    """Draw all that is drawn once a week in each world: `[lucks, N]`."""
    return uniform(hashed(keys, case.engine.salts.weekly))
