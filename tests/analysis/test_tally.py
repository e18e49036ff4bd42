"""Sums over worlds are exact, and the interval around expected harm is that of a paired ratio."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.analysis.tally import Tally, expected_harm, tally
from tabletop.rules.draws import draw

WEIGHTS = (0.35, 0.15, 0.25, 0.2, 0.05)
LUCK = np.stack([draw(1, np.arange(5000, dtype=np.uint64), 0, np.uint64(at)) for at in range(11)], axis=1)
BASE = (LUCK[:, :5] + LUCK[:, 5:10]) ** 2 * [8.0, 0.05, 0.005, 4.0, 1.0]
HARM = BASE * (0.3 + 0.4 * LUCK[:, :5])
ENDINGS = (LUCK[:, 10] * 4).astype(np.int64)
FIGURES = {"contacts": (LUCK[:, 10] * 30).astype(np.int64)}


def sums(rows: slice = slice(None)) -> Tally:
    return tally(HARM[rows], BASE[rows], ENDINGS[rows], {name: each[rows] for name, each in FIGURES.items()})


@given(cut=st.integers(1, 4999))
def test_two_parts_give_exactly_what_the_whole_gives(cut: int) -> None:
    assert sums(slice(cut, None)) + sums(slice(0, cut)) == sums()


def test_doing_nothing_is_a_hundred_without_doubt() -> None:
    found = expected_harm(tally(BASE, BASE, ENDINGS, FIGURES), WEIGHTS)
    assert (found.mean, found.low, found.high) == (100.0, 100.0, 100.0)


def test_half_of_everything_is_fifty() -> None:
    found = expected_harm(tally(BASE / 2, BASE, ENDINGS, FIGURES), WEIGHTS)
    assert found.mean == pytest.approx(50, abs=1e-3)
    assert found.high - found.low < 1e-2


def test_a_component_that_never_occurs_leaves_its_weight_to_the_others() -> None:
    base, harm = BASE.copy(), BASE / 2
    base[:, 4] = harm[:, 4] = 0
    assert expected_harm(tally(harm, base, ENDINGS, FIGURES), WEIGHTS).mean == pytest.approx(50, abs=1e-3)


def test_the_interval_holds_in_about_95_of_100_samples() -> None:
    truth = expected_harm(sums(), WEIGHTS).mean
    found = [expected_harm(sums(slice(at, at + 50)), WEIGHTS) for at in range(0, 5000, 50)]
    assert 88 <= sum(each.low <= truth <= each.high for each in found) <= 100
