"""The session file: going on with a session, and one decision."""

import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.session import acts
from tabletop.session.entries import Participant, Seat, SetUp
from tabletop.store.live import LiveSession

sys.path.append(str(Path(__file__).parents[1] / "tests" / "session"))  # other packages install a `tests` of their own

from group import Group, the_case  # type: ignore[import-not-found]


def new_session(path: Path) -> LiveSession:
    roles = the_case().pack.scenario.seats[6]
    return LiveSession.new(path, the_case().pack, SetUp("start", 7, tuple(Seat(r, (Participant("x"),)) for r in roles)))


@pytest.mark.target(seconds=0.3)
def test_resume_of_a_finished_session(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    people = Group(3)
    with new_session(tmp_path / "whole.tafel") as live:
        while live.moment.kind != "closed":
            assert live.act(people.next_entry(live.play)) is None

    def resume() -> str:
        with LiveSession.resume(tmp_path / "whole.tafel") as live:
            return live.moment.kind

    assert benchmark(resume) == "closed"


def test_one_entry_on_the_disk(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    with new_session(tmp_path / "short.tafel") as live:
        entry = acts.facilitated("bookmark")
        assert benchmark.pedantic(live.act, (entry,), rounds=200) is None  # type: ignore[no-untyped-call]
