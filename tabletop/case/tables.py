"""Functions as tables: `exp` and its like are looked up, never computed, while a case runs."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tabletop.case.arrays import Real
from tabletop.case.fixed import rounded


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A function in equal steps, read with straight lines between them; beyond its ends it keeps its last value."""

    low: float
    per_unit: float
    last: float
    values: Real
    slopes: Real

    def read(self, at: Real) -> Real:
        """Give the value at each element of `at` (any shape)."""
        place = at - self.low
        place *= self.per_unit
        np.maximum(place, 0.0, out=place)
        np.minimum(place, self.last, out=place)
        step = place.astype(np.int64)
        place -= step
        place *= self.slopes[step]
        place += self.values[step]
        return place


def tabulate(function: Callable[[float], float], low: float, high: float, per_unit: int) -> Table:
    """Make the table of a function from `low` to `high` with so many steps a unit.

    >>> square = tabulate(lambda x: x * x, 0.0, 2.0, 4)
    >>> float(square.read(np.array([1.0]))[0])
    1.0
    """
    count = round((high - low) * per_unit)
    values = np.array([rounded(function(low + step / per_unit)) for step in range(count + 1)])
    slopes = np.append(values[1:] - values[:-1], 0.0)
    return Table(low, float(per_unit), float(count), values, slopes)
