"""A sequence of draws for searches: by hash, so that a search is the same on every machine."""

from collections.abc import Sequence
from typing import TypeVar

from tabletop.rules.draws import mixed

T = TypeVar("T")
_UNIT = 2.0**-64


class Dice:
    """Draws one after the other, keyed by a seed.

    >>> dice = Dice(7)
    >>> [dice.below(6) for _ in range(4)] == [Dice(7).below(6)] * 4
    False
    """

    def __init__(self, seed: int) -> None:
        self._key, self._drawn = mixed(seed), 0

    def unit(self) -> float:
        """Draw a number in [0, 1)."""
        self._drawn += 1
        return mixed(self._key ^ mixed(self._drawn)) * _UNIT

    def below(self, bound: int) -> int:
        """Draw a whole number below a bound."""
        return int(self.unit() * bound)

    def one_of(self, choices: Sequence[T]) -> T:
        """Draw one of these."""
        return choices[self.below(len(choices))]

    def chance(self, probability: float) -> bool:
        """Draw yes or no."""
        return self.unit() < probability

    def shuffled(self, size: int) -> list[int]:
        """Give the numbers below a size in a drawn order."""
        order = list(range(size))
        for place in range(size - 1, 0, -1):
            other = self.below(place + 1)
            order[place], order[other] = order[other], order[place]
        return order
