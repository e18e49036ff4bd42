"""Turning points of a finished session on two cores, from the moment that a debrief asks for them.

The time holds all of it: processes that start, the log that is read, and what is found, sent back. `first ranking` ends
with the first result of the stream, `refined` with the last. Where the platform lets us, two cores are all there is.
"""

import os
from collections.abc import Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.sessions import played
from tabletop.analysis.turning import Turning, turning_points
from tabletop.debrief.review import helpers
from tabletop.session.play import Play

CORES = 2
SESSIONS = {
    "start": ("start", 6, "minutes_60", False),
    "drempel, 8 seats, all rounds": ("drempel", 8, "minutes_90", True),
    "drempel, 8 seats, all rounds, half a day": ("drempel", 8, "half_day", True),
}


@pytest.fixture
def two_cores() -> Iterator[None]:
    """So many cores for this process and those it starts."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:CORES])
    yield
    os.sched_setaffinity(0, before)


@pytest.fixture(params=SESSIONS)
def play(request: pytest.FixtureRequest) -> Play:
    scenario, seats, length, long = SESSIONS[request.param]
    return played(scenario, seats, length, long=long)


def found(play: Play, *, refined: bool) -> Turning:
    with helpers(CORES) as workers:
        turnings = turning_points(play, workers=workers)
        turning = next(turnings)
        for later in turnings if refined else ():
            turning = later
    return turning


@pytest.mark.target(seconds=2.0)
@pytest.mark.usefixtures("two_cores")
def test_turning_points_first_ranking(benchmark: BenchmarkFixture, play: Play) -> None:
    turning = benchmark.pedantic(found, (play,), {"refined": False}, rounds=3)  # type: ignore[no-untyped-call]
    assert turning.points


@pytest.mark.target(seconds=15.0)
@pytest.mark.usefixtures("two_cores")
def test_turning_points_refined(benchmark: BenchmarkFixture, play: Play) -> None:
    turning = benchmark.pedantic(found, (play,), {"refined": True}, rounds=3)  # type: ignore[no-untyped-call]
    assert turning.done == turning.total
