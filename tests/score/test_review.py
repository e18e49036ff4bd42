"""What a debrief finds out beside what it shows: one thing after the other, and never in the way."""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor

import pytest

from tabletop.analysis import turning
from tabletop.debrief import finding as module
from tabletop.debrief.review import Review
from tabletop.debrief.watching import Watched, watch
from tabletop.session.play import Play
from tests.session.group import Group, start

PATIENCE = 120.0


@pytest.fixture(scope="module")
def watched() -> Watched:
    return watch(Group(9).play(start(4, 9)))


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    pace = turning.Pace(screening=4, widening=6, refining=20, points=3, nothing=20)
    monkeypatch.setattr(module, "turning_points", lambda play, workers: turning.turning_points(play, pace, workers))


def test_nothing_is_known_before_it_starts(watched: Watched) -> None:
    review = Review(lambda: watched)
    assert (review.score("nl"), review.score_line("lawful", "nl"), review.version) == (None, None, 0)
    assert review.turning("nl", None).rows == ()


def test_all_is_known_in_the_end(watched: Watched) -> None:
    review = Review(lambda: watched)
    review.wait(PATIENCE)
    assert review.is_done
    assert review.fault is None
    assert review.version == 2 + 1 + 3
    score = review.score("nl")
    assert score is not None
    assert any(line.expected for section in score.sections for line in section.lines)
    assert review.turning("en", None).is_done


def test_it_starts_once(watched: Watched) -> None:
    review = Review(lambda: watched)
    review.start()
    review.start()
    review.wait(PATIENCE)
    assert review.version == 6


def test_a_review_that_is_stopped_finds_no_more(watched: Watched) -> None:
    review = Review(lambda: watched)
    review.stop()
    review.wait(PATIENCE)
    assert review.version == 1
    assert review.turning("nl", None).rows == ()


def test_what_goes_wrong_is_kept_and_the_rest_goes_on(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(play: object, workers: object) -> None:
        raise RuntimeError("no turning points")

    monkeypatch.setattr(module, "turning_points", fail)
    review = Review(lambda: watched)
    review.wait(PATIENCE)
    assert isinstance(review.fault, RuntimeError)
    assert review.score("en") is not None


def test_a_page_is_made_once_until_more_is_known(watched: Watched) -> None:
    review = Review(lambda: watched)
    review.wait(PATIENCE)
    assert review.turning("nl", None) is review.turning("nl", None)
    assert review.score("nl") is review.score("nl")
    assert review.turning("nl", None) is not review.turning("en", None)


def test_where_no_process_can_start_it_is_done_alone(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    pace = turning.Pace(screening=4, widening=6, refining=20, points=3, nothing=20)

    def only_alone(play: Play, workers: object) -> Iterator[turning.Turning]:
        if workers is not None:
            raise BrokenExecutor
        yield from turning.turning_points(play, pace)

    monkeypatch.setattr(module, "turning_points", only_alone)
    review = Review(lambda: watched, workers=1)
    review.wait(PATIENCE)
    assert review.fault is None
    assert review.turning("nl", None).is_done


@pytest.mark.long
def test_processes_find_the_same(watched: Watched) -> None:
    alone, helped = Review(lambda: watched), Review(lambda: watched, workers=2)
    alone.wait(PATIENCE)
    helped.wait(PATIENCE)
    assert (alone.is_done, helped.is_done, helped.fault) == (True, True, None)
    assert alone.turning("nl", None) == helped.turning("nl", None)
