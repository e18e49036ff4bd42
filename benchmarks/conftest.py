"""Benchmarks draw without a window, and each states what it aims at with the mark `target`."""

import os

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"


@pytest.fixture(autouse=True)
def _target_beside_the_figure(request: pytest.FixtureRequest) -> None:
    """Copy the mark to where `benchmarks/figures.py` finds it.

    `@pytest.mark.target(seconds=..., count=..., unit=...)`; the target is for the median, or with
    `of="max"` for the slowest.
    """
    mark = request.node.get_closest_marker("target")
    if mark and "benchmark" in request.fixturenames:
        request.getfixturevalue("benchmark").extra_info.update(mark.kwargs)
