"""Measures end and start: gates, whether they take, what they set off.

A measure that was decided waits for its lead time; only then its needs are looked at. What it lacks is told to the
decider.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Int, Real
from tabletop.case.case import Case
from tabletop.case.verbs import Need, Status
from tabletop.rules.draft import Draft, flat, place_of
from tabletop.rules.draws import ONCE, hashed, stream, uniform
from tabletop.rules.picture import picture
from tabletop.rules.stalker import turn
from tabletop.rules.standing import Standing
from tabletop.rules.state import State, changed

_REQUESTED, _RUNNING = int(Status.REQUESTED), int(Status.RUNNING)

PAST_ENDED = -1
"""In `State.past`: the try ran and ended."""

_OF_ATTEMPT = np.uint64(0x9E3779B97F4A7C15)
_OF_TALK = np.uint64(0xD1B54A32D192ED03)
_OF_CONSENT = np.uint64(0x8CB92BA72F3D8DD7)
_OF_RELEASE = np.uint64(0xA24BAED4963EE407)


@dataclass(frozen=True, slots=True, eq=False)
class Starters:
    """Measures whose lead time is over: one element for each (world, measure), in order of measures."""

    world: Int
    measure: Int
    role: NDArray[np.int8]
    type: NDArray[np.int8]
    picture: Real

    def of(self, chosen: Bools) -> "Starters":
        """Keep those chosen."""
        return Starters(
            self.world[chosen], self.measure[chosen], self.role[chosen], self.type[chosen], self.picture[chosen]
        )


def bit_of(measure: Int) -> Bits:
    """Give the bit of each measure."""
    return np.left_shift(np.uint64(1), measure.astype(np.uint64))


def added(values: Real, worlds: Int, size: int) -> Real:
    """Add up values by world, always in the same order."""
    total: Real = np.bincount(worlds, weights=values, minlength=size).astype(np.float64, copy=False)
    return total


def end_measures(case: Case, state: State) -> State:
    """End what has run its time, and what rested on it. Release and the end of a legal frame are moments of danger."""
    over = np.flatnonzero((flat(state.ends) == state.week) & (flat(state.status) == _RUNNING))
    return _end_unframed(case, stop_at(case, state, over) if len(over) else state)


def _end_unframed(case: Case, state: State) -> State:
    """End what runs without the legal frame that carries it: supervision ends when its conditions end (thesis_2018).

    What the script began, the script ends as it tells.
    """
    for measure, frames in case.engine.effects.framed:
        runs = Standing.of(case, state).bits
        unframed = ((runs & np.uint64(1 << measure)) != 0) & ((runs & frames) == 0)
        if unframed.any() and (unframed := unframed & (state.decided_by[:, measure] >= 0)).any():
            state = stop_at(case, state, place_of(len(state.worlds), np.flatnonzero(unframed), measure))
    return state


def stop_measures(case: Case, state: State, over: Bools) -> State:
    """End these running measures, `[N, M]`."""
    return stop_at(case, state, np.flatnonzero(over.T))


def stop_at(case: Case, state: State, over: Int) -> State:
    """End these running measures, by their places in the flat array."""
    status, ends = np.array(state.status, order="F"), np.array(state.ends, order="F")
    flat(status)[over] = Status.ENDED
    flat(ends)[over] = state.week
    measure, world = np.divmod(over, len(state.worlds))
    impulse = added(case.engine.effects.ends_with[measure], world, len(state.worlds))
    released = _keeps_away(case, state, over, world, measure)
    after = changed(state, status=status, ends=ends, trigger=state.trigger + impulse)
    return turn(case, after, released & state.active)


def _keeps_away(case: Case, state: State, over: Int, world: Int, measure: Int) -> Bools:
    """Say where custody that took ends the episode: after release some come back soon, others not at all.

    Half reoffend, four in five of these in the first year (rosenfeld_2003), some in the first week (malsch_2011): the
    hazard of coming back runs from the release. What the script began, the script ends as it tells.
    """
    stops = np.zeros(len(state.worlds), np.bool_)
    chosen = ((bit_of(measure) & case.engine.effects.custody) != 0) & flat(state.took)[over]
    chosen &= flat(state.decided_by)[over] >= 0
    if not chosen.any():
        return stops
    held, which = world[chosen], measure[chosen]
    luck = _try_luck(case, state, held, which, _OF_RELEASE)
    stops[held[luck < case.numbers["release_pause"]]] = True
    return stops


def note_past(draft: Draft, world: Int, measure: Int, role: Int | NDArray[np.int8]) -> None:
    """Let who decided it before remember how its own try ended, now that another role (or the script, -1) takes it."""
    state = draft.state
    at = place_of(len(state.worlds), world, measure)
    before = flat(state.decided_by)[at].astype(np.int64)
    status = flat(state.status)[at]
    over = (before >= 0) & (before != role) & ((status == Status.ENDED) | (status == Status.REFUSED))
    if over.any():
        how = np.where(status == Status.ENDED, PAST_ENDED, flat(state.lacked)[at])
        draft.own("past")[world[over], before[over], measure[over]] = how[over]


def may_redo(case: Case, state: State, measures: Int, role: int) -> Bools:
    """`[count, N]` own assessments of the stalker that have run long enough to be made anew, and may be.

    An assessment must be done again after a change (sam_2018); nobody can see the change itself.
    """
    again: Bools = case.engine.effects.redone[measures, None] & (state.decided_by.T[measures] == role)
    again &= state.status.T[measures] == _RUNNING
    again &= state.starts.T[measures] <= state.week - int(case.numbers["reassess_weeks"])
    again &= state.attempts.T[measures] < case.measures.supply[measures, None]
    return again


def start_measures(case: Case, state: State) -> State:
    """Start what was decided and whose lead time is over, or refuse it for what it lacks."""
    due = np.flatnonzero((flat(state.status) == _REQUESTED) & (flat(state.starts) <= state.week))
    if not len(due):
        return state
    starters = _starters(case, state, due)
    lacked = lacking(case, state, starters)
    return _begin(case, _refuse(state, starters, lacked), starters.of(lacked == 0))


def _starters(case: Case, state: State, due: Int) -> Starters:
    measure, world = np.divmod(due, len(state.worlds))
    role = flat(state.decided_by)[due]
    kind = case.engine.variants.type[state.variant[world]]
    return Starters(world, measure, role, kind, decider_picture(case, state, world, measure, role))


def decider_picture(case: Case, state: State, world: Int, measure: Int, role: NDArray[np.int8]) -> Real:
    """Give what the decider knows of the facts a measure hinges on, less what overload hides.

    A measure that hinges on nothing needs no picture. A profile sharpens what is aimed at the stalker (srp_2016).
    """
    seat = place_of(len(state.worlds), world, np.maximum(role, 0).astype(np.int64))
    known = np.where(role < 0, state.joint[world], flat(state.knows)[seat])
    facts = case.measures.hinges_on[measure] & (state.appeared[world] | known)
    share = picture(case, known, flat(state.signals)[seat], facts)
    share /= 1.0 + case.numbers["overload_picture"] * flat(state.overload)[seat]
    profile = _profiled(case, state)[world] & ~case.engine.effects.at_victim[measure]
    share += np.where(profile, case.numbers["profile_picture"], 0.0)
    return np.where(case.engine.effects.hinges[measure], np.minimum(share, 1.0), 1.0)


def _profiled(case: Case, state: State) -> Bools:
    """Say where an assessment of him works that was made after the last change of stage: else it must be redone."""
    assessed = (Standing.of(case, state).working & case.engine.effects.profiles) != 0
    current: Bools = assessed & (state.assessed == state.stage_changes)
    return current


def lacking(case: Case, state: State, starters: Starters) -> NDArray[np.int8]:
    """Give the bits of `Need` that are not met, for each starter. What starts this week can carry another."""
    needs, world, measure = case.engine.effects, starters.world, starters.measure
    lacked = np.zeros(len(world), np.int8)
    for need, missing in (
        (Need.CONSENT, needs.needs_consent[measure] & ~_willing(case, state, starters)),
        (Need.PROOF, state.proof[world] < needs.needs_proof[measure]),
        (Need.PATTERN, state.pattern[world] < needs.needs_pattern[measure]),
        (Need.PICTURE, starters.picture < needs.needs_picture[measure]),
        (Need.BREACH, needs.needs_breach[measure] & (state.breach_weeks[world] < 0)),
        (Need.SHARED_HOME, needs.needs_home[measure] & (not case.pack.scenario.shared_home)),
    ):
        lacked |= missing.astype(np.int8) << need
    frames = needs.needs_running[measure]
    if frames.any():
        runs = Standing.of(case, state).bits.copy()
        beginning = lacked == 0
        np.bitwise_or.at(runs, world[beginning], bit_of(measure[beginning]))
        framed = (runs[world] & frames) != 0
        lacked |= ((frames != 0) & ~framed).astype(np.int8) << Need.RUNNING
    return lacked


def consent_chance(case: Case, state: State, world: Int) -> Real:
    """Give how likely the victim wants what the chain asks.

    More with trust (aware_2021), less while she or he takes back (thesis_2018).
    """
    n = case.numbers
    trusting = n["consent_base"] + n["consent_trust"] * state.trust[world]
    return trusting * (1.0 - n["consent_contact"] * state.contact[world])


def _willing(case: Case, state: State, starters: Starters) -> Bools:
    """Say whether the victim wants it: as she or he said, and when never asked, by what trust makes likely."""
    asked = state.consents[starters.world]
    luck = _attempt_luck(case, state, starters, _OF_CONSENT)
    willing: Bools = (asked == 1) | ((asked < 0) & (luck < consent_chance(case, state, starters.world)))
    return willing


def _attempt_luck(case: Case, state: State, starters: Starters, of: np.uint64) -> Real:
    """Draw by measure and attempt, not by week: the same attempt a week later meets the same luck."""
    return _try_luck(case, state, starters.world, starters.measure, of)


def _try_luck(case: Case, state: State, world: Int, measure: Int, of: np.uint64) -> Real:
    keys = stream(state.seed, state.worlds[world], ONCE)
    attempt = flat(state.attempts)[place_of(len(state.worlds), world, measure)].astype(np.uint64)
    purpose = case.engine.salts.measures[measure] ^ of
    purpose += attempt * _OF_ATTEMPT
    return uniform(hashed(keys, purpose))


def _at(state: State, starters: Starters) -> Int:
    return place_of(len(state.worlds), starters.world, starters.measure)


def _refuse(state: State, starters: Starters, lacked: NDArray[np.int8]) -> State:
    refused = lacked != 0
    if not refused.any():
        return state
    status, needs = np.array(state.status, order="F"), np.array(state.lacked, order="F")
    at = _at(state, starters)[refused]
    flat(status)[at] = Status.REFUSED
    flat(needs)[at] = lacked[refused]
    return changed(state, status=status, lacked=needs)


def take_chance(case: Case, starters: Starters) -> Real:
    """Give how likely a measure takes: better with a picture, and by how it fits the type of stalker.

    About 65 % of bans work (fischer_2019); what the picture adds is our assumption.
    """
    n = case.numbers
    chance = n["take_base"] + n["take_picture"] * starters.picture
    chance *= case.engine.effects.fit[starters.measure, starters.type]
    return np.minimum(chance, n["take_most"])


def _begin(case: Case, state: State, starters: Starters) -> State:
    if not len(starters.world):
        return state
    takes = _attempt_luck(case, state, starters, np.uint64(0)) < take_chance(case, starters)
    state = _run(case, state, starters, takes)
    state = _set_off(case, state, starters, takes)
    state = _answer(case, state, starters)
    return _talk(case, state, starters)


def _run(case: Case, state: State, starters: Starters, takes: Bools) -> State:
    at = _at(state, starters)
    status, took = np.array(state.status, order="F"), np.array(state.took, order="F")
    starts, ends = np.array(state.starts, order="F"), np.array(state.ends, order="F")
    duration = case.measures.duration[starters.measure]
    flat(status)[at] = _RUNNING
    flat(took)[at] = takes
    flat(starts)[at] = state.week
    flat(ends)[at] = np.where(duration < 0, -1, state.week + duration)
    profiles = (bit_of(starters.measure) & case.engine.effects.profiles) != 0
    assessed = state.assessed
    if profiles.any():
        assessed = assessed.copy()
        anew = starters.world[profiles]
        assessed[anew] = state.stage_changes[anew]
    return changed(state, status=status, took=took, starts=starts, ends=ends, assessed=assessed)


def _set_off(case: Case, state: State, starters: Starters, takes: Bools) -> State:
    """Change what a start changes at once: trigger (backfire), trust, pattern, awareness, force of bans.

    Somebody who names it makes the victim aware (thesis_2018).
    """
    effects, n, size = case.engine.effects, case.numbers, len(state.worlds)
    world, measure = starters.world, starters.measure
    spark = effects.backfire[measure, starters.type] * (1.0 - n["backfire_picture"] * starters.picture)
    bit = bit_of(measure)
    pattern = added(np.where(takes, effects.pattern[measure], 0.0), world, size)
    named = added(((bit & effects.talks_with_victim) != 0).astype(np.float64), world, size)
    bans = added(((bit & effects.bans) != 0).astype(np.float64), world, size)
    return changed(
        state,
        trigger=state.trigger + added(spark, world, size),
        trust=state.trust + added(np.where(takes, effects.trust[measure], 0.0), world, size),
        pattern=state.pattern + pattern * (1.0 - state.pattern),
        awareness=state.awareness + n["awareness_named"] * named * (1.0 - state.awareness),
        ban_force=np.where(bans > 0, 1.0, state.ban_force),
    )


def _answer(case: Case, state: State, starters: Starters) -> State:
    """A breach is answered when a measure that answers it starts in time: belief in consequence grows."""
    answers = (bit_of(starters.measure) & case.engine.effects.answers) != 0
    if not answers.any():
        return state
    answered = np.zeros(len(state.worlds), np.bool_)
    answered[starters.world[answers]] = True
    return answer_breach(case, state, answered)


def answer_breach(case: Case, state: State, answered: Bools) -> State:
    """Count the open breach of these worlds as answered: he learns that a consequence follows (logan_kentucky)."""
    answered = answered & (state.breach_weeks >= 0)
    gain = case.numbers["answered_belief"] * (1.0 - state.belief)
    return changed(
        state,
        belief=np.where(answered, state.belief + gain, state.belief),
        breach_weeks=np.where(answered, np.int16(-1), state.breach_weeks),
        answered=state.answered | answered,
    )


def _talk(case: Case, state: State, starters: Starters) -> State:
    """A stop talk may end it before a fixed pattern, and always stirs.

    The police say that it works early and not once the pattern is fixed (police_stop_talk); no effect study exists.
    """
    base = case.engine.effects.stop[starters.measure]
    if not (base > 0).any():
        return state
    n = case.numbers
    talk = starters.of(base > 0)
    fixation = state.fixation[talk.world]
    fresh = (1.0 - fixation) * (1.0 - fixation) / n["stop_talk_scale"]
    chance = base[base > 0] * fresh * case.engine.effects.fit[talk.measure, talk.type]
    chance *= n["stop_talk_picture_base"] + n["stop_talk_picture"] * talk.picture
    chance += n["stop_talk_fixed"] * fixation
    success = _attempt_luck(case, state, talk, _OF_TALK) < chance
    stirred = added(n["stop_talk_trigger"] * fixation, talk.world, len(state.worlds))
    stops = np.zeros(len(state.worlds), np.bool_)
    stops[talk.world[success]] = True
    return turn(case, changed(state, trigger=state.trigger + stirred), stops & state.active)
