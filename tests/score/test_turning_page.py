"""*Keerpunten* as a page: what mattered, which way, and how danger would have run on."""

import pytest

from tabletop.analysis.tally import Interval
from tabletop.analysis.turning import Pace, Turning, turning_points
from tabletop.content.specs.common import Language
from tabletop.debrief.turning import act, leaning_of, turning_page
from tabletop.debrief.watching import Watched, watch
from tabletop.view.words import Words
from tests.session.group import Group, start, the_case

FEW = Pace(screening=4, widening=6, refining=20, points=3, nothing=20)


@pytest.fixture(scope="module")
def watched() -> Watched:
    return watch(Group(9).play(start(4, 9)))


@pytest.fixture(scope="module")
def stages(watched: Watched) -> tuple[Turning, ...]:
    return tuple(turning_points(watched.play, FEW))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_decision_of_the_case_can_be_told(language: Language) -> None:
    """A missing text would be a warning, and warnings are errors here."""
    words = Words(the_case(), language)
    for decision in the_case().decisions.ids[::5]:
        role = decision.split("/")[0]
        told = act(words, decision, None if role == "table" else role)
        assert told
        assert "{" not in told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_names_nobody_and_lacks_no_text(
    watched: Watched, stages: tuple[Turning, ...], language: Language
) -> None:
    for stage in (None, *stages):
        page = repr(turning_page(watched, stage, language))
        assert "Speler" not in page
        assert "{" not in page


def test_before_anything_is_known_there_are_no_rows(watched: Watched) -> None:
    page = turning_page(watched, None, "en")
    assert (page.rows, page.detail, page.is_done) == ((), None, False)


def test_it_is_done_when_all_are_refined(watched: Watched, stages: tuple[Turning, ...]) -> None:
    assert [turning_page(watched, stage, "en").is_done for stage in stages] == [False] * 3 + [True]


def test_a_row_that_is_picked_is_opened(watched: Watched, stages: tuple[Turning, ...]) -> None:
    page = turning_page(watched, stages[-1], "nl", stages[-1].points[1].number)
    assert page.chosen == page.rows[1].number
    assert page.detail is not None
    assert page.detail.title in page.rows[1].title


def test_a_row_that_is_not_there_opens_the_first(watched: Watched, stages: tuple[Turning, ...]) -> None:
    page = turning_page(watched, stages[-1], "nl", 99999)
    assert page.chosen == page.rows[0].number


def test_the_curves_begin_where_the_decision_was_taken_and_end_with_the_case(
    watched: Watched, stages: tuple[Turning, ...]
) -> None:
    for point in stages[-1].points[:3]:
        detail = turning_page(watched, stages[-1], "en", point.number).detail
        assert detail is not None
        assert detail.other is not None
        for line in (detail.played, detail.other):
            assert line.first_week == detail.week
            assert line.values[0] == detail.past[-1]
            assert line.first_week + len(line.values) - 1 == watched.week
        assert max(*detail.played.high, *detail.other.values, *detail.past) <= 1.0


def test_a_difference_that_may_be_nothing_is_called_even() -> None:
    assert leaning_of(Interval(-1.0, -2.1, 0.1)) == "even"
    assert leaning_of(Interval(0.01, 0.005, 0.015)) == "even"
    assert leaning_of(Interval(3.0, 2.0, 4.0)) == "worse"
