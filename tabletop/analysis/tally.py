"""Sums over many worlds, exact: the same in any order, in chunks of any size, in any number of processes.

Every value of a world is turned into a whole number of small steps first; whole numbers add up exactly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np

from tabletop.case.arrays import Int, Real

STEPS: Final = 2**18
"""Steps in 1.0 of a component of harm: a week's danger of 0.0001 is still 26 of them."""
_BLOCK: Final = 4096
"""Worlds whose products still fit in 64 bits: 60 weeks of contact, squared, times this."""

Products = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums over `worlds`. `values` are the components of harm of the policy, then those of doing nothing."""

    worlds: int
    values: tuple[int, ...]
    products: Products
    """Of each value with each value before and up to itself."""
    endings: tuple[int, ...]
    figures: Mapping[str, int]

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.worlds + other.worlds,
            _added(self.values, other.values),
            tuple(_added(a, b) for a, b in zip(self.products, other.products, strict=True)),
            _added(self.endings, other.endings),
            {name: value + other.figures[name] for name, value in self.figures.items()},
        )

    def mean(self, figure: str) -> float:
        """Give the mean of a figure over the worlds."""
        return self.figures[figure] / self.worlds


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the bounds of its 95% interval."""

    mean: float
    low: float
    high: float


def tally(harm: Real, nothing: Real, endings: Int, figures: Mapping[str, Int]) -> Tally:
    """Sum over worlds. `harm` and `nothing` are `[N, 5]` of the same worlds, `endings` `[N]`, figures `[N]` each."""
    values = np.rint(np.concatenate([harm, nothing], axis=1) * STEPS).astype(np.int64)
    return Tally(
        worlds=len(values),
        values=tuple(int(column.sum()) for column in values.T),
        products=_products(values),
        endings=tuple(int(count) for count in np.bincount(endings, minlength=4)),
        figures={name: int(figure.sum(dtype=np.int64)) for name, figure in figures.items()},
    )


def expected_harm(sums: Tally, weights: tuple[float, ...]) -> Interval:
    """Give expected harm, where doing nothing in the same worlds is 100.

    Components that are zero under doing nothing drop out, and the other weights share their place. The interval is that
    of a ratio of two means over the same worlds, so that the luck they share drops out.
    """
    size = len(weights)
    base = sums.values[size:]
    kept = [Fraction(weight) if base[at] else Fraction(0) for at, weight in enumerate(weights)]
    whole = sum(kept)
    factors = [
        100 * weight * sums.worlds / whole / base[at] if weight else Fraction(0) for at, weight in enumerate(kept)
    ]
    ratios = [Fraction(sums.values[at], base[at]) if base[at] else Fraction(0) for at in range(size)]
    mean = sum(factor * sums.values[at] for at, factor in enumerate(factors)) / sums.worlds
    slopes = [*factors, *(-factor * ratio for factor, ratio in zip(factors, ratios, strict=True))]
    reach = 1.96 * float(_square(sums.products, slopes)) ** 0.5 / sums.worlds
    return Interval(float(mean), float(mean) - reach, float(mean) + reach)


def _square(products: Products, slopes: list[Fraction]) -> Fraction:
    """Give the sum over worlds of the square of a weighted sum of values."""
    terms = (
        slopes[a] * slopes[b] * product * (1 if a == b else 2)
        for a, row in enumerate(products)
        for b, product in enumerate(row)
    )
    return sum(terms, Fraction(0))


def _products(values: Int) -> Products:
    size = values.shape[1]
    found = [[0] * (a + 1) for a in range(size)]
    for start in range(0, len(values), _BLOCK):
        columns = [np.ascontiguousarray(column) for column in values[start : start + _BLOCK].T]
        for a in range(size):
            for b in range(a + 1):
                found[a][b] += int((columns[a] * columns[b]).sum())
    return tuple(map(tuple, found))


def _added(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(x + y for x, y in zip(a, b, strict=True))
