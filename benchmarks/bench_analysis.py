"""Whole games, many at once and one alone, on one core."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.analysis.playing import play_game
from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.library import load_pack
from tabletop.policy import POLICIES

GAMES = 10_000


@pytest.fixture(scope="module")
def case() -> Case:
    return compile_case(load_pack("start"))


@pytest.mark.target(count=GAMES, unit="games")
@pytest.mark.parametrize("policy", ["nothing", "island", "joint", "random"])
def test_batch_of_10000_games(benchmark: BenchmarkFixture, case: Case, policy: str) -> None:
    worlds = np.arange(GAMES, dtype=np.uint64)
    state = benchmark.pedantic(play_game, (case, POLICIES[policy], 1, worlds), rounds=3, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert state.week == case.weeks


@pytest.mark.target(seconds=0.05)
@pytest.mark.parametrize("policy", ["joint", "random"])
def test_one_game_alone(benchmark: BenchmarkFixture, case: Case, policy: str) -> None:
    state = benchmark(play_game, case, POLICIES[policy], 1, np.array([3], np.uint64))
    assert state.week == case.weeks
