"""The largest batch that is promised: `drempel` with all its rounds (60 weeks, 8 roles), random play, one core."""

import sys
from functools import cache

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.sessions import compiled
from tabletop.analysis.playing import play_game
from tabletop.case.arrays import Bools, Int
from tabletop.case.case import Case
from tabletop.case.verbs import Verb
from tabletop.policy.base import Luck
from tabletop.policy.bots import Random
from tabletop.rules.choice import Choice
from tabletop.view.options import STANCE_VERBS, TABLE_VERBS, TURN_VERBS, rows, stance_rows, table_rows
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView

GAMES = 20_000
COUNTED = 500
GAMES_A_SECOND = 8_000
DECISIONS_A_SECOND = 800_000
MOST_MEMORY = 1_000_000
"""Kilobytes."""


class Counting(Random):
    """Plays as `random`, and counts decisions for which there were two or more to choose among."""

    def __init__(self) -> None:
        self.decisions = 0

    def _count(self, choice: Choice, possible: Int) -> Choice:
        self.decisions += int(((choice.row >= 0) & (possible > 1)).sum())
        return choice

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Of all that is possible in a turn."""
        masks = [rows(case, view, verb) for verb in TURN_VERBS if case.decisions.count[view.role, verb]]
        return self._count(super().turn(case, view, luck), _possible(masks))

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """Of all that the table can decide."""
        masks = [table_rows(case, public, verb) for verb in TABLE_VERBS]
        return self._count(super().table(case, public, place, luck), _possible(masks))

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """To commit or to object."""
        masks = [stance_rows(case, view.public, view.role, Verb(verb)) for verb in STANCE_VERBS]
        return self._count(super().stance(case, view, luck), _possible(masks))


def _possible(masks: list[Bools]) -> Int:
    found: Int = np.sum([mask.sum(axis=1) for mask in masks], axis=0)
    return found


@cache
def decisions_a_game() -> float:
    policy = Counting()
    play_game(the_case(), policy, 1, np.arange(COUNTED, dtype=np.uint64))
    return policy.decisions / COUNTED


def the_case() -> Case:
    return compiled("drempel", long=True)


@pytest.mark.target(seconds=GAMES / GAMES_A_SECOND, count=GAMES, unit="games")
def test_drempel_with_all_rounds_in_batch(benchmark: BenchmarkFixture) -> None:
    _play(benchmark)


def test_decisions_among_two_or_more_in_batch(benchmark: BenchmarkFixture) -> None:
    decisions = round(GAMES * decisions_a_game())
    benchmark.extra_info.update(seconds=decisions / DECISIONS_A_SECOND, count=decisions, unit="decisions")
    _play(benchmark)


def _play(benchmark: BenchmarkFixture) -> None:
    worlds = np.arange(GAMES, dtype=np.uint64)
    state = benchmark.pedantic(play_game, (the_case(), Random(), 1, worlds), rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert state.week == the_case().weeks


@pytest.mark.skipif(sys.platform == "win32", reason="the platform does not tell")
def test_memory_of_a_batch_stays_under_a_gigabyte() -> None:
    import resource

    play_game(the_case(), Random(), 1, np.arange(GAMES, dtype=np.uint64))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    assert most < MOST_MEMORY
