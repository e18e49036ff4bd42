"""The engine without policies: one decision, one week and one compilation, on one core."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.case.verbs import Verb
from tabletop.content.library import load_pack
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.rules.draws import draw
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State
from tabletop.rules.weeks import advance_week

GAMES = 10_000


@pytest.fixture(scope="module")
def case() -> Case:
    return compile_case(load_pack("start"), long=True)


def begun(case: Case, worlds: int) -> State:
    return begin_round(case, opening(case, 1, np.arange(worlds, dtype=np.uint64)), 2)


def busy(case: Case, worlds: int) -> State:
    """Every measure decided in some of the worlds, and four weeks passed."""
    state = begun(case, worlds)
    for role in range(len(case.roles)):
        state = apply(case, state, mixed(case, state, role, (Verb.MEASURE,)))
    for _ in range(4):
        state = advance_week(case, state)
    return state


def mixed(case: Case, state: State, role: int, verbs: tuple[Verb, ...]) -> Choice:
    """A row of these verbs for each world."""
    decisions = case.decisions
    rows = [row for verb in verbs for row in np.flatnonzero((decisions.role == role) & (decisions.verb == verb))]
    luck = draw(state.seed, state.worlds, 999, np.uint64(role))
    return Choice.rows(np.array(rows, np.int32)[(luck * len(rows)).astype(np.int64)])


@pytest.mark.target(count=GAMES, unit="weeks")
def test_a_week_in_10000_games(benchmark: BenchmarkFixture, case: Case) -> None:
    state = busy(case, GAMES)
    assert benchmark(advance_week, case, state).week == state.week + 1


@pytest.mark.target(seconds=0.0008)
def test_a_week_in_one_game(benchmark: BenchmarkFixture, case: Case) -> None:
    state = busy(case, 1)
    assert benchmark(advance_week, case, state).week == state.week + 1


@pytest.mark.target(seconds=0.0125, count=GAMES, unit="decisions")
def test_a_decision_in_10000_games(benchmark: BenchmarkFixture, case: Case) -> None:
    state = begun(case, GAMES)
    choice = mixed(case, state, 0, (Verb.SHARE, Verb.ASK, Verb.MEASURE, Verb.CALL, Verb.SCALE, Verb.WAIT))
    assert benchmark(apply, case, state, choice) is not state


def test_a_decision_in_one_game(benchmark: BenchmarkFixture, case: Case) -> None:
    state = begun(case, 1)
    choice = Choice.single(int(case.decisions.first[0, Verb.SHARE]))
    assert benchmark(apply, case, state, choice) is not state


def test_compiling_a_case(benchmark: BenchmarkFixture) -> None:
    pack = load_pack("start")
    assert benchmark(compile_case, pack).weeks > 0
