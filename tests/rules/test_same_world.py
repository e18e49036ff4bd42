"""World k is the same alone, in a batch of ten thousand, in any order and in another process."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.content.library import load_pack
from tabletop.rules.hashing import state_hash
from tests.case.small_pack import small_case
from tests.rules.random_play import play

CASE = small_case()
WHOLE = 10_000

PROGRAM = """
import sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
import numpy as np
from random_play import play
from tabletop.case.compiling import compile_case
from tabletop.content.library import load_pack
from tabletop.rules.hashing import state_hash
case = compile_case(load_pack("start"))
print(state_hash(play(case, 7, np.arange(3, 6, dtype=np.uint64)), 1))
"""


@pytest.fixture(scope="module")
def batch() -> list[str]:
    state = play(CASE, 7, np.arange(WHOLE, dtype=np.uint64))
    return [state_hash(state, world) for world in range(0, WHOLE, 97)]


def test_a_world_alone_is_the_same_as_in_a_batch_of_ten_thousand(batch: list[str]) -> None:
    for place in (0, 1, 50, len(batch) - 1):
        alone = play(CASE, 7, np.array([97 * place], np.uint64))
        assert state_hash(alone) == batch[place]


def test_worlds_differ(batch: list[str]) -> None:
    assert len(set(batch)) == len(batch)


@settings(max_examples=10)
@given(st.lists(st.integers(0, 2**40), min_size=1, max_size=6, unique=True), st.integers(0, 2**32))
def test_the_order_of_worlds_in_a_batch_changes_nothing(worlds: list[int], seed: int) -> None:
    here = play(CASE, seed, np.array(worlds, np.uint64))
    there = play(CASE, seed, np.array(worlds[::-1], np.uint64))
    assert [state_hash(here, k) for k in range(len(worlds))] == [
        state_hash(there, len(worlds) - 1 - k) for k in range(len(worlds))
    ]


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_a_world_is_the_same_in_another_process(hash_seed: str) -> None:
    from tabletop.case.compiling import compile_case

    case = compile_case(load_pack("start"))
    here = state_hash(play(case, 7, np.array([4], np.uint64)))
    folder = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder.parents[1]), str(folder)],
        env=os.environ | {"PYTHONHASHSEED": hash_seed}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == here


def test_levels_are_whole_steps_after_a_week() -> None:
    state = play(CASE, 7, np.arange(50, dtype=np.uint64))
    for name in ("drive", "fixation", "belief", "ladder", "trigger", "strength", "trust", "contact", "plan", "proof"):
        steps = getattr(state, name) * 2**20
        assert np.array_equal(steps, np.rint(steps)), name
