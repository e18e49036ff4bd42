"""The state at the end of a round, kept as arrays: a file of another rules version still opens for reading."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tabletop.rules.state import State


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state after entry `entry`, where round `round` ended."""

    round: int
    entry: int
    state_hash: str
    arrays: bytes

    def read(self) -> Mapping[str, NDArray[Any]]:
        """Give the arrays by the name of their variable. Never runs code from the file."""
        with np.load(io.BytesIO(self.arrays), allow_pickle=False) as held:
            return {name: held[name] for name in held.files}


def pack_state(state: State) -> bytes:
    """Write all variables of a state as one `.npz`."""
    buffer = io.BytesIO()
    arrays = {each.name: np.asarray(getattr(state, each.name)) for each in fields(state)}
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def state_of(arrays: Mapping[str, NDArray[Any]]) -> State:
    """Read a state back. Raises `KeyError` when a variable of today is missing."""
    held: dict[str, Any] = {
        each.name: int(arrays[each.name]) if arrays[each.name].ndim == 0 else arrays[each.name]
        for each in fields(State)
    }
    return State(**held)
