from dataclasses import fields

import numpy as np

from tabletop.rules.hashing import state_hash
from tabletop.rules.state import State, changed
from tests.rules.table import start, with_levels


def test_the_hash_covers_every_array() -> None:
    state = start()
    plain = state_hash(state)
    for field in fields(State):
        value = getattr(state, field.name)
        other = value + 1 if isinstance(value, int) else np.logical_not(value) if value.dtype == bool else value + 1
        assert state_hash(changed(state, **{field.name: other})) != plain, field.name


def test_the_hash_is_of_one_world() -> None:
    state = start(3)
    assert state_hash(state, 1) != state_hash(state, 2)
    assert state_hash(state, 2) == state_hash(with_levels(state), 2)


def test_the_layout_of_an_array_does_not_show() -> None:
    state = start()
    assert state_hash(changed(state, knows=np.ascontiguousarray(state.knows))) == state_hash(state)
