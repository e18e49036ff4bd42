"""One decision in each world: a row of the list of decisions, and the modes chosen after it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Small, Weeks
from tabletop.case.verbs import Extent, Ground, Way

NOTHING = -1


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """What is decided, `[N]` each. Ground, extent and way count for shares and answers, way for questions too."""

    row: NDArray[np.int32]
    """Row of the list of decisions, -1 for nothing."""
    ground: Small
    extent: Small
    way: Small
    due: Weeks
    """For an agreement: weeks from now."""

    @classmethod
    def single(
        cls, row: int, ground: int = Ground.UNSURE, extent: int = Extent.MINIMUM, way: int = Way.CALL, due: int = 4
    ) -> "Choice":
        """Make the choice of a batch of one."""
        return cls.alike(1, row, ground, extent, way, due)

    @classmethod
    def alike(
        cls, worlds: int, row: int, ground: int = Ground.UNSURE, extent: int = Extent.MINIMUM, way: int = Way.CALL,
        due: int = 4,
    ) -> "Choice":  # fmt: skip
        """Make the same choice in so many worlds."""
        return cls.rows(np.full(worlds, row, np.int32), ground, extent, way, due)

    @classmethod
    def rows(
        cls, row: NDArray[np.int32], ground: int = Ground.UNSURE, extent: int = Extent.MINIMUM, way: int = Way.CALL,
        due: int = 4,
    ) -> "Choice":  # fmt: skip
        """Make a choice of a row for each world, all with the same modes."""
        worlds = len(row)
        return cls(
            row=row,
            ground=_in_each(worlds, ground, np.int8),
            extent=_in_each(worlds, extent, np.int8),
            way=_in_each(worlds, way, np.int8),
            due=_in_each(worlds, due, np.int16),
        )


@lru_cache(maxsize=64)
def _in_each(worlds: int, value: int, dtype: type[Any]) -> NDArray[Any]:
    """Give the same value in each world: an array that many choices share, to be read only."""
    values = np.full(worlds, value, dtype)
    values.flags.writeable = False
    return values
