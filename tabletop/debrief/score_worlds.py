"""What could be expected: the same decisions in many worlds, in which only luck differs.

The case is that of the session, and so is the stalker of this session; all luck is drawn anew. A decision that makes no
sense in another world is replaced by what a partner without a player would do there, and how many could be followed is
said. Doing nothing, in the same worlds, is the hundred that harm is measured by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from tabletop.analysis.branching import do_nothing, play_again
from tabletop.analysis.logs import read_log
from tabletop.analysis.tally import expected_harm, tally
from tabletop.case.arrays import Bools, Real
from tabletop.case.case import Case
from tabletop.rules.endings import CONTROLLED, ESCALATED, GOES_ON, STOPPED, WEIGHTS, endings
from tabletop.rules.endings import expected_harm as harm_index
from tabletop.rules.harm import CONTACT, OTHERS
from tabletop.rules.state import State
from tabletop.session.play import Play

PER: Final = 1_000
"""'In how many of 1,000 worlds', also where another number was played."""
SURE: Final = 1.96
"""Standard errors on either side of an interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over worlds and how far it may be off, at 95 %; 0 for what was not estimated."""

    mean: float
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class WorldScore:
    """The figures of many worlds, by their id in the rubric."""

    worlds: int
    followed: float
    """Share of the decisions of the log that could be taken in those worlds."""
    figures: Mapping[str, Estimate]


def world_score(play: Play, worlds: int = PER) -> WorldScore:
    """Take the decisions of a session again in so many worlds, from its first week."""
    rounds = read_log(play)
    if not rounds:
        return WorldScore(0, 1.0, {})
    found = play_again(play.case, rounds, worlds)
    nothing = do_nothing(play.case, rounds, worlds)
    return WorldScore(worlds, found.followed, _figures(play, found.state, nothing))


def _figures(play: Play, state: State, nothing: State) -> dict[str, Estimate]:
    case = play.case
    ends, none = endings(case, state), np.zeros(len(state.worlds), np.int64)
    sums = tally(state.harm, nothing.harm, none, {})
    harm = expected_harm(sums, tuple(case.numbers[name] for name in WEIGHTS))
    base = nothing.harm.mean(axis=0)
    figures = {
        "harm_expected": Estimate(harm.mean, harm.high - harm.mean),
        "harm_on_path": Estimate(float(harm_index(case, play.state, base)[0])),
        "worlds_safe": _in_worlds(is_safe(case, state)),
        "worlds_stopped": _in_worlds(ends == STOPPED),
        "worlds_controlled": _in_worlds(ends == CONTROLLED),
        "worlds_going_on": _in_worlds(ends == GOES_ON),
        "worlds_escalated": _in_worlds(ends == ESCALATED),
        "weeks_contact_expected": _mean(state.harm[:, CONTACT]),
        "strength_expected": _mean(state.strength),
        "trust_expected": _mean(state.trust),
    }
    if base[OTHERS] > 0:
        figures["others_expected"] = _mean(100.0 * state.harm[:, OTHERS] / base[OTHERS])
        figures["others_on_path"] = Estimate(float(100.0 * play.state.harm[0, OTHERS] / base[OTHERS]))
    return figures


def is_safe(case: Case, state: State) -> Bools:
    """Say where it is safe: stopped or controlled at the end, quiet for long enough, trust not below its start."""
    ends = endings(case, state)
    start = case.engine.variants.levels["trust"][state.variant]
    safe: Bools = (ends == STOPPED) | (ends == CONTROLLED)
    return safe & (state.weeks_quiet >= case.numbers["end_weeks"]) & (state.trust >= start)


def _mean(values: Real) -> Estimate:
    error = float(values.std()) / max(len(values), 1) ** 0.5
    return Estimate(float(values.mean()), SURE * error)


def _in_worlds(where: Bools) -> Estimate:
    """How many of 1,000; the reach is that of Wilson's interval, which is not zero where none was found."""
    count, share = len(where), float(where.mean())
    square = SURE * SURE / count
    reach = SURE * (share * (1.0 - share) / count + square / (4.0 * count)) ** 0.5 / (1.0 + square)
    return Estimate(PER * share, PER * reach)
