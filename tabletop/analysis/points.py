"""Turning points as they are shown: a decision, what might have been decided instead, and what that would have done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from tabletop.analysis.branching import Branches
from tabletop.analysis.tally import Interval
from tabletop.case.arrays import Real

Stage = Literal["screened", "refined"]
Curve = tuple[tuple[float, float, float], ...]
"""By week: mean, low and high over the futures."""
PER: Final = 1_000
"""'In how many of 1,000 futures', also where others were played."""
_SURE: Final = 1.96


@dataclass(frozen=True, slots=True)
class Alternative:
    """What might have been decided instead: `decision` is None for nothing."""

    decision: str | None
    difference: Interval
    """Points of harm more than with what was decided; below zero, it would have been better."""
    followed: float
    """Share of later decisions of the log that still made sense after it."""
    calm: Interval
    """Of 1,000 futures, how many more end stopped or controlled."""
    danger: Curve
    """Danger of each week, from the round of the decision on; only of the best alternatives."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One decision of the session and its alternatives, the best first."""

    number: int
    """Number of its entry in the log, from 1."""
    round: int
    week: int
    role: str | None
    """None for the table."""
    decision: str | None
    """None when a turn was let go by with decisions left."""
    alternatives: tuple[Alternative, ...]
    stage: Stage
    futures: int
    calm: float
    """Of 1,000 futures, how many end stopped or controlled as it was decided."""
    danger: Curve
    alike: tuple[int, ...] = ()
    """Other entries of this round in which the same was the best alternative: anybody might have called a meeting."""

    @property
    def weight(self) -> float:
        """How much better the best alternative would have been, or how much it mattered to do anything at all."""
        gains = [-each.difference.mean for each in self.alternatives]
        nothing = [abs(each.difference.mean) for each in self.alternatives if each.decision is None]
        return max([*gains, *nothing, 0.0])

    @property
    def best(self) -> Alternative | None:
        """The alternative with the least harm."""
        return min(self.alternatives, key=lambda each: each.difference.mean, default=None)


def alternatives(
    found: Branches, arms: slice, decisions: Sequence[str | None], factors: Real, curves: int
) -> tuple[Alternative, ...]:
    """Compare arms of one move, of which the first is as it was decided; `factors` `[5]` turn harm into points.

    Only so many of the best, and doing nothing, keep their curve of danger.
    """
    harm = (found.harm[arms] * factors).sum(axis=2)
    worse = intervals(harm[1:] - harm[0])
    calm = found.calm[arms].astype(np.float64) * PER
    calmer = intervals(calm[1:] - calm[0])
    order = sorted(range(len(decisions)), key=lambda place: (worse[place].mean, decisions[place] or ""))
    drawn = {*order[:curves], *(place for place, each in enumerate(decisions) if each is None)}
    first = arms.start + 1
    return tuple(
        Alternative(
            decisions[place],
            worse[place],
            found.followed[first + place],
            calmer[place],
            curve(found, first + place) if place in drawn else (),
        )
        for place in order
    )


def curve(found: Branches, arm: int) -> Curve:
    """Give the danger of an arm, week by week."""
    return tuple((mean, low, high) for mean, low, high in found.danger[arm].tolist())


def intervals(differences: Real) -> list[Interval]:
    """Give the mean of each row, over futures, with its interval of 95 %; the luck that arms share has dropped out."""
    count = differences.shape[1]
    means = differences.mean(axis=1)
    reach = sureness(count) * differences.std(axis=1) / max(count - 1, 1) ** 0.5
    return [Interval(mean, mean - far, mean + far) for mean, far in zip(means.tolist(), reach.tolist(), strict=True)]


def sureness(count: int) -> float:
    """Give how many standard errors an interval of 95 % reaches with so many futures: more when they are few.

    Student's t by the first terms of its expansion around the normal distribution.

    >>> round(sureness(8), 1), round(sureness(1000), 2)
    (2.4, 1.96)
    """
    free = max(count - 1, 1)
    first = (_SURE**3 + _SURE) / (4 * free)
    second = (5 * _SURE**5 + 16 * _SURE**3 + 3 * _SURE) / (96 * free * free)
    return _SURE + first + second
