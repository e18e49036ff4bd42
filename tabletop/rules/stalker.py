"""The stalker: stopping and coming back, and how drive, belief, fixation and ladder move."""

import numpy as np

from tabletop.case.arrays import Bits, Bools, Real, Small
from tabletop.case.case import Case
from tabletop.case.verbs import Task
from tabletop.rules.draws import ONCE, hashed, stream, uniform
from tabletop.rules.running import Running
from tabletop.rules.standing import Man
from tabletop.rules.state import State, changed

_TELLS_STALKER = int(Task.TELLS_STALKER)


def next_clock(case: Case, state: State) -> State:
    """Draw how much hazard the present episode can bear: one exponential draw for each episode."""
    return changed(state, clock=_clock(case, state, state.episode))


def _clock(case: Case, state: State, episode: Small) -> Real:
    key: Bits = episode.astype(np.uint64) + case.engine.salts.clock
    luck = uniform(hashed(stream(state.seed, state.worlds, ONCE), key))
    clocks = case.engine.tables.clocks
    return clocks[(luck * len(clocks)).astype(np.int64)]


def turn(case: Case, state: State, where: Bools) -> State:
    """Let him stop, or come back, in these worlds; a new episode gets a new clock."""
    if not where.any():
        return state
    episode = state.episode + where.astype(np.int8)
    return changed(
        state,
        active=state.active ^ where,
        episode=episode,
        since=np.where(where, np.int16(state.week), state.since),
        clock=np.where(where, _clock(case, state, episode), state.clock),
    )


def stop_or_come_back(case: Case, state: State, running: Running) -> State:
    """Run the clock of the episode: he stops, or comes back, when it has run out."""
    hazard = np.where(state.active, stopping(case, state, running), coming_back(case, state))
    state = changed(state, clock=state.clock - hazard)
    return turn(case, state, state.clock <= 0.0)


def stopping(case: Case, state: State, running: Running) -> Real:
    """Give the weekly hazard that he stops.

    Early 45 % stop in the first month (mullen_2009), with a fixed pattern few (spitzberg_cupach_2007). That supervision
    (thesis_2018) and a joint plan (masip_2021) help and an answering victim does not (mullen_types) is reported; how
    much, and what belief changes, is our assumption.
    """
    n, man = case.numbers, Man.of(case, state)
    hazard = case.engine.tables.stopping.read(state.fixation)
    hazard *= 1.0 + man.stopping * state.belief
    hazard /= 1.0 + man.stopping * man.start("belief")
    hazard *= np.where(running.has(case.engine.effects.supervision), 1.0 + n["stop_supervision"], 1.0)
    hazard *= 1.0 + n["stop_plan"] * state.plan
    hazard *= 1.0 - n["stop_contact"] * state.contact
    hazard /= 1.0 - n["stop_contact"] * man.start("contact")
    hazard /= 1.0 + state.trigger
    return hazard


def coming_back(case: Case, state: State) -> Real:
    """Give the weekly hazard that he comes back: high at first (rosenfeld_2003, malsch_2011).

    Higher after the case was scaled down without a checked reason (thesis_2018; the size is our assumption).
    """
    n = case.numbers
    fade = case.engine.tables.relapse
    weeks = np.minimum(np.maximum(state.week - state.since, 0), len(fade) - 1)
    hazard = fade[weeks] * (n["relapse_belief"] - state.belief) * (1.0 + state.trigger)
    return np.where(state.let_go == 1, hazard * n["relapse_let_go"], hazard)


def move_stalker(case: Case, state: State, running: Running) -> State:
    """Let belief and drive tend to where they tend, fixation and ladder grow or fall, and the trigger fade.

    Follow-up deters modestly (maxwell_2001); one voice and no contact suit the rejected type (mullen_types); what goes
    on becomes fixed (purcell_2004) and more demanding (thesis_2018); a trigger lasts a month or two (queensland_2019).
    """
    n, man = case.numbers, Man.of(case, state)
    followed = running.notice > 0
    belief_to = man.start("belief") + running.belief + n["belief_plan"] * state.plan
    belief_to += np.where(followed, n["belief_followed"], 0.0)
    belief_to += np.where(state.tasks[:, _TELLS_STALKER] >= 0, n["belief_one_voice"] * state.plan, 0.0)
    drive_to = man.start("drive") + n["drive_trigger"] * state.pace * state.trigger + running.drive
    drive_to += n["drive_contact"] * (state.contact - man.start("contact"))
    climb = n["ladder_rate"] * state.pace * (state.drive / n["ladder_drive"]) * (1.0 - state.belief)
    fixed = np.where(state.active, n["fixation_rate"] * (1.0 - state.fixation) + _setting(case, state), 0.0)
    return changed(
        state,
        belief=state.belief + n["belief_rate"] * (belief_to - state.belief),
        drive=state.drive + n["drive_rate"] * (drive_to - state.drive),
        fixation=state.fixation + fixed,
        ladder=state.ladder + np.where(state.active, climb, -n["ladder_quiet"]),
        trigger=state.trigger * n["trigger_fade"],
    )


def _setting(case: Case, state: State) -> Real:
    """Give how much a pattern sets this week, after the watershed of two weeks.

    Who has not stopped after two weeks usually goes on for months (purcell_2004); an ordinary case that does lasts half
    a year (mullen_2009). How fast it sets is our assumption.
    """
    n = case.numbers
    late = state.week - state.since >= int(n["watershed_weeks"])
    return np.where(late, n["watershed_rate"] * np.maximum(n["watershed_fixation"] - state.fixation, 0.0), 0.0)
