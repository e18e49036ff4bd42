"""Effects between games in the same worlds: points of harm with 95 % intervals.

Harm is an index: doing nothing in the same worlds is 100. Because both games meet the same luck, most of it drops out;
the interval is that of a ratio of means (delta method).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from tabletop.analysis.tally import Interval
from tabletop.case.arrays import Bools, Int, Real

_REACH: Final = 1.96
Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What a staged game came to, world by world."""

    harm: Int
    """`[N, 5]` parts of harm in whole steps."""
    figures: Mapping[str, Real]
    """`[N]` each."""


def factors(nothing: Sample, weights: Weights) -> Real:
    """Give what a step of each part counts in the index of one world, `[5]`; a part that is zero drops out."""
    mean = nothing.harm.sum(axis=0) / len(nothing.harm)
    kept = np.where(mean > 0, np.array(weights), 0.0)
    found: Real = 100.0 * kept / kept.sum() / np.where(mean > 0, mean, 1.0)
    return found


def index(sample: Sample, nothing: Sample, weights: Weights) -> Interval:
    """Give expected harm."""
    return _interval(
        _pulls(sample.harm, nothing, weights), float((_mean(sample.harm) * factors(nothing, weights)).sum())
    )


def difference(one: Sample, other: Sample, nothing: Sample, weights: Weights, where: Bools | None = None) -> Interval:
    """Give how many points of harm `one` has more than `other`; with `where`, in those worlds only."""
    delta = one.harm - other.harm
    if where is not None:
        delta, nothing = delta[where], Sample(nothing.harm[where], {})
    if not len(delta):
        return Interval(0.0, float("-inf"), float("inf"))
    value = float((_mean(delta) * factors(nothing, weights)).sum())
    return _interval(_pulls(delta, nothing, weights), value)


def achieved(one: Sample, best: Sample, nothing: Sample, weights: Weights) -> Interval:
    """Give what share (in per cent) of the harm that `best` takes away `one` takes away."""
    cuts = [100.0 - index(each, nothing, weights).mean for each in (one, best)]
    if cuts[1] <= 0:
        return Interval(0.0, float("-inf"), float("inf"))
    pulls = [_pulls(each.harm, nothing, weights) for each in (one, best)]
    share = cuts[0] / cuts[1]
    return _interval(100.0 * (share * pulls[1] - pulls[0]) / cuts[1], 100.0 * share)


def mean_of(values: Real) -> Interval:
    """Give the mean of a figure."""
    if not len(values):
        return Interval(0.0, float("-inf"), float("inf"))
    mean = float(values.sum() / len(values))
    return _interval(values - mean, mean)


def _mean(values: Int) -> Real:
    mean: Real = values.sum(axis=0) / len(values)
    return mean


def _pulls(harm: Int, nothing: Sample, weights: Weights) -> Real:
    """Give how far each world pulls the index away from its mean, `[N]`."""
    k = factors(nothing, weights)
    base = _mean(nothing.harm)
    ratio = _mean(harm) / np.where(base > 0, base, 1.0)
    pulls: Real = ((harm - ratio * nothing.harm) * k).sum(axis=1)
    return pulls


def _interval(pulls: Real, mean: float) -> Interval:
    spread = float((pulls * pulls).sum()) ** 0.5 / max(1, len(pulls))
    return Interval(mean, mean - _REACH * spread, mean + _REACH * spread)
