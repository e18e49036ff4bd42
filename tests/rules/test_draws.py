import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.rules.draws import counts, draw, mix, mixed, thirds

WORLDS = np.arange(20_000, dtype=np.uint64)


def test_the_finaliser_is_that_of_splitmix64() -> None:
    # the first output of SplitMix64 with seed 0, as published
    assert mixed(0x9E3779B97F4A7C15) == 0xE220A8397B1DCDAF
    assert mix(np.array([0x9E3779B97F4A7C15], np.uint64))[0] == 0xE220A8397B1DCDAF


def test_draws_are_even_over_the_unit_interval() -> None:
    luck = draw(1, WORLDS, 3, np.uint64(9))
    tenths = np.bincount((luck * 10).astype(int), minlength=10) / len(luck)
    assert luck.min() >= 0
    assert luck.max() < 1
    assert np.abs(tenths - 0.1).max() < 0.01


def test_another_seed_week_or_purpose_is_another_luck() -> None:
    first = draw(1, WORLDS, 3, np.uint64(9))
    for other in (draw(2, WORLDS, 3, np.uint64(9)), draw(1, WORLDS, 4, np.uint64(9)), draw(1, WORLDS, 3, np.uint64(8))):
        assert abs(np.corrcoef(first, other)[0, 1]) < 0.03


@given(st.integers(0, 2**63), st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=8), st.integers(0, 500))
def test_a_draw_does_not_depend_on_the_other_worlds(seed: int, worlds: list[int], week: int) -> None:
    together = draw(seed, np.array(worlds, np.uint64), week, np.uint64(5))
    alone = [draw(seed, np.array([world], np.uint64), week, np.uint64(5))[0] for world in worlds]
    assert together.tolist() == alone


def test_counts_have_the_mean_and_spread_of_poisson() -> None:
    rate = np.full(len(WORLDS), 2.5)
    drawn = counts(rate, draw(1, WORLDS, 0, np.uint64(1)), np.exp(-rate), 12)
    assert drawn.mean() == pytest.approx(2.5, rel=0.02)
    assert drawn.var() == pytest.approx(2.5, rel=0.04)


@given(st.floats(0, 1, exclude_max=True), st.floats(0, 8), st.floats(0, 8))
def test_a_higher_rate_only_adds_incidents(luck: float, one: float, other: float) -> None:
    rate = np.array(sorted([one, other]))
    low, high = counts(rate, np.array([luck, luck]), np.exp(-rate), 12)
    assert low <= high


def test_three_reals_of_one_draw_are_independent() -> None:
    bits = mix(WORLDS.copy())
    parts = np.array(thirds(bits))
    assert np.abs(np.corrcoef(parts) - np.eye(3)).max() < 0.03
    assert np.abs(parts.mean(axis=1) - 0.5).max() < 0.01
