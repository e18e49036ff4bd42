"""A state that decisions are changing: an array is copied when it is first written to, and then once only."""

from typing import Any

from numpy.typing import NDArray

from tabletop.rules.state import State, changed


class Draft:
    """A private copy of a state. What is not written to stays shared with the state it came from."""

    __slots__ = ("_own", "state")

    def __init__(self, state: State) -> None:
        self.state = changed(state)
        """As changed so far: to be read now, and handed out when all is decided."""
        self._own: set[str] = set()

    def own(self, name: str) -> NDArray[Any]:
        """Give an array of the state to write in."""
        if name not in self._own:
            self._own.add(name)
            self.put(name, getattr(self.state, name).copy(order="K"))
        array: NDArray[Any] = getattr(self.state, name)
        return array

    def put(self, name: str, array: NDArray[Any]) -> None:
        """Replace an array of the state."""
        self.state.__dict__[name] = array
