"""A small case written with nothing but the guide for authors beside it: it loads, is met whole, and teaches."""

from pathlib import Path

import pytest

from tabletop.analysis.cover import cover
from tabletop.analysis.rollout import simulate
from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.library import check_paths, load_pack

FILE = Path(__file__).parent / "cases" / "volkstuin.yaml"
LINES = 400


@pytest.fixture(scope="module")
def case() -> Case:
    return compile_case(load_pack(FILE))


def test_it_is_small_and_without_remarks() -> None:
    assert len(FILE.read_text(encoding="utf-8").splitlines()) < LINES
    assert check_paths([FILE]) == []


def test_all_that_it_holds_is_met(case: Case) -> None:
    assert cover({"core": case}, games=40_000, seed=1).missed() == []


def test_working_together_helps(case: Case) -> None:
    together, alone = (simulate(case, policy, games=400, seed=1).expected_harm for policy in ("joint", "island"))
    assert together.high < alone.low
