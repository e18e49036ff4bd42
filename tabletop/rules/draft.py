"""A state that decisions are changing: an array is copied when it is first written to, and then once only."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Int
from tabletop.rules.standing import forget
from tabletop.rules.state import State, changed


class Draft:
    """A private copy of a state. What is not written to stays shared with the state it came from."""

    __slots__ = ("_own", "state")

    def __init__(self, state: State) -> None:
        self.state = changed(state)
        """As changed so far: to be read now, and handed out when all is decided."""
        self._own: set[str] = set()

    def own(self, name: str) -> NDArray[Any]:
        """Give an array of the state to write in; its columns are contiguous."""
        forget(self.state)
        if name not in self._own:
            self._own.add(name)
            self.put(name, np.array(getattr(self.state, name), order="F"))
        array: NDArray[Any] = getattr(self.state, name)
        return array

    def flat(self, name: str) -> NDArray[Any]:
        """Give an array of the state to write in, as one row of columns: `place_of` finds an element."""
        return self.own(name).reshape(-1, order="F")

    def put(self, name: str, array: NDArray[Any]) -> None:
        """Replace an array of the state."""
        forget(self.state)
        self.state.__dict__[name] = array


def flat(array: NDArray[Any]) -> NDArray[Any]:
    """Give an array as one row of columns, to read; elements are found several times faster than by their axes."""
    return array.reshape(-1, order="F")


def place_of(worlds: int, world: Int, column: Int | int, deeper: Int | int = 0, columns: int = 0) -> Int:
    """Give where an element stands in a flat array of so many worlds, by its column (and the axis after it).

    >>> int(place_of(10, np.array([3]), 2)[0])
    23
    """
    return world + worlds * (column + columns * deeper)
