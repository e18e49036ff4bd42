"""Whole games in many worlds: world k is the same alone, in a batch, and in any number of processes."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

from tabletop.analysis.playing import play_game
from tabletop.analysis.rollout import simulate
from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.library import load_pack
from tabletop.policy import POLICIES
from tabletop.rules.hashing import state_hash

ASKED_FOR = ("nothing", "island", "joint", "random")


@pytest.fixture(scope="module")
def case() -> Case:
    return compile_case(load_pack("start"))


def test_the_policies_that_were_promised_are_there() -> None:
    assert set(ASKED_FOR) <= set(POLICIES)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_world_is_the_same_alone_and_among_ten_thousand(case: Case, policy: str) -> None:
    many = play_game(case, POLICIES[policy], 7, np.arange(10_000, dtype=np.uint64))
    for world in (0, 4_321, 9_999):
        alone = play_game(case, POLICIES[policy], 7, np.array([world], np.uint64))
        assert state_hash(alone) == state_hash(many, world)


def test_another_seed_is_another_game(case: Case) -> None:
    world = np.array([3], np.uint64)
    one, other = (play_game(case, POLICIES["joint"], seed, world) for seed in (1, 2))
    assert state_hash(one) != state_hash(other)


@pytest.mark.parametrize("policy", ["joint", "random"])
def test_the_outcome_does_not_depend_on_chunks(case: Case, policy: str) -> None:
    assert simulate(case, policy, 300, 5, chunk=300) == simulate(case, policy, 300, 5, chunk=77)


def test_the_outcome_does_not_depend_on_processes(case: Case) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        spread = simulate(case, "joint", 300, 5, chunk=60, workers=pool)
    assert spread == simulate(case, "joint", 300, 5)


def test_doing_nothing_is_a_hundred(case: Case) -> None:
    found = simulate(case, "nothing", 500, 3)
    assert found.expected_harm.mean == 100.0
    assert sum(found.endings.values()) == pytest.approx(1.0)


def test_islands_do_worse_than_working_together(case: Case) -> None:
    harm = {policy: simulate(case, policy, 2_000, 3).expected_harm for policy in ("island", "joint")}
    assert harm["joint"].high < harm["island"].low
    assert harm["island"].high < 100


def test_progress_ends_at_all_of_it(case: Case) -> None:
    told: list[tuple[int, int]] = []
    simulate(case, "joint", 100, 1, chunk=40, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == len(told)
