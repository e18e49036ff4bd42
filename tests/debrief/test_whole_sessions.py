"""The debrief of whole sessions: nobody's name, nothing that was taken back, every text there."""

import pytest

from tabletop.content.specs.common import Language
from tabletop.debrief.course import course_page
from tabletop.debrief.knowledge import knowledge_page
from tabletop.debrief.network import network_page
from tabletop.debrief.outcome import outcome_of
from tabletop.debrief.shares import shares_of
from tabletop.debrief.watching import watch
from tabletop.rules.hashing import state_hash
from tabletop.session import acts
from tabletop.session.play import Play
from tests.session.group import Group, did, start, until


@pytest.fixture(scope="module", params=[(4, 1), (6, 2), (4, 9)], ids=str)
def finished(request: pytest.FixtureRequest) -> Play:
    seats, seed = request.param
    return Group(seed).play(start(seats, seed))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_holds_a_name_or_lacks_a_text(finished: Play, language: Language) -> None:
    watched = watch(finished)
    pages = (course_page(watched, language), knowledge_page(watched, language), network_page(watched, language))
    for page in pages:
        assert "Speler" not in repr(page)
        assert "{" not in repr(page)


def test_watching_ends_where_the_session_ended(finished: Play) -> None:
    watched = watch(finished)
    assert state_hash(watched.play.state) == state_hash(finished.state)
    assert [step.number for step in watched.steps] == sorted({step.number for step in watched.steps})


def test_every_week_is_in_the_course(finished: Play) -> None:
    page = course_page(watch(finished), "nl")
    assert len(page.rounds) == 3
    assert len(page.danger) == finished.case.weeks


def test_scores_count_what_the_log_holds(finished: Play) -> None:
    shares = shares_of(watch(finished))
    scores = outcome_of(finished).scores
    decided = [
        entry for entry in finished.entries if entry.decision and entry.decision.split("/")[1] in ("share", "answer")
    ]
    assert scores["shares"] == len(shares) == len(decided)
    assert scores["lawful"] <= scores["shares"]


def test_what_was_taken_back_is_not_told() -> None:
    play = did(until(start(), "board"), acts.opened(until(start(), "board")))
    before = watch(play)
    fact = next(row for row in play.case.decisions.ids if row.startswith(f"{play.moment.role}/scale/up"))
    play = did(play, acts.decided(play, fact))
    assert "schaalde op" in repr(course_page(watch(play), "nl"))
    play = did(play, acts.undone())
    assert course_page(watch(play), "nl") == course_page(before, "nl")


def test_an_early_debrief_has_the_weeks_that_passed() -> None:
    play = did(until(start(), "weeks"), acts.week_passed())
    play = did(play, acts.debrief_opened())
    page = course_page(watch(play), "en")
    assert len(page.danger) == 1
    assert knowledge_page(watch(play), "en").weeks == 1
