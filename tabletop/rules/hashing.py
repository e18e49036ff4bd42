"""The hash of one world's state: the same on every machine, whatever else is in the batch."""

from dataclasses import fields
from hashlib import sha256

import numpy as np

from tabletop.rules.state import State


def state_hash(state: State, world: int = 0) -> str:
    """Give the sha256 of all arrays of one world, by name and in little-endian order.

    `world` is the place in the batch.
    """
    digest = sha256()
    for field in sorted(fields(State), key=lambda field: field.name):
        value = getattr(state, field.name)
        digest.update(field.name.encode() + b"\0")
        if isinstance(value, np.ndarray):
            row = np.ascontiguousarray(value[world])
            digest.update(str(row.shape).encode() + row.astype(row.dtype.newbyteorder("<")).tobytes())
        else:
            digest.update(str(int(value)).encode())
        digest.update(b"\n")
    return digest.hexdigest()
