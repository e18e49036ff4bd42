"""The page with figures: what was measured is replaced, what people wrote stays."""

import doctest
import importlib.util
from types import ModuleType

import pytest

import play


@pytest.fixture(scope="module")
def figures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("figures", play.ROOT / "benchmarks" / "figures.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(median: float, **told: object) -> dict[str, object]:
    return {"name": "test_redraw_of_the_board", "stats": {"median": median, "max": 2 * median}, "extra_info": told}


def test_its_examples_hold(figures: ModuleType) -> None:
    assert doctest.testmod(figures).failed == 0


def test_a_figure_stands_beside_its_target(figures: ModuleType) -> None:
    assert figures.row(measured(0.003, seconds=0.004)) == "| redraw of the board | 3.00 ms | 6.00 ms | 4.00 ms | yes |"
    assert figures.row(measured(0.005, seconds=0.004)).endswith("| **no** |")
    assert figures.row(measured(0.005)).endswith("|  |  |")
    assert figures.row(measured(0.003, seconds=0.004, of="max")).endswith("| **no** |")


def test_a_count_is_told_as_a_rate(figures: ModuleType) -> None:
    assert "(5,000 games a second)" in figures.row(measured(2.0, count=10_000, unit="games"))


def test_the_figures_come_between_their_marks(figures: ModuleType) -> None:
    page = figures.with_figures("# Figures\n\nWritten by hand.\n", "old")
    again = figures.with_figures(page + "\nAlso by hand.\n", "new")
    assert "old" not in again
    assert again.startswith("# Figures\n\nWritten by hand.\n")
    assert again.endswith("Also by hand.\n")
