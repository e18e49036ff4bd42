"""A real session behind the face that screens know."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.session.pages import CoveredError
from tabletop.store.live import LiveSession
from tabletop.ui.screens.arranging import Arrangement, Person
from tabletop.ui.screens.game import Telling
from tabletop.ui.screens.live_game import LiveGame
from tests.session.group import Group
from tests.ui_screens.all_screens import start_pack

WORK = ("probation", "wijkteam", "police", "student")


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    """A session of four seats, dossiers read on paper, before the first turn."""
    arrangement = Arrangement(start_pack(), 7, [Person("", work) for work in WORK])
    game = LiveGame(LiveSession.new(tmp_path / "one.tafel", arrangement.pack, arrangement.set_up("nl")), lambda: "nl")
    game.all_dossiers_read()
    yield game
    game.put_away()


def first_share(game: LiveGame) -> str:
    desk = game.desk("nl")
    return game.share(desk.facts[0].id, "nl").receivers[0].decision


def test_no_desk_is_given_before_the_cover_was_opened(game: LiveGame) -> None:
    with pytest.raises(CoveredError):
        game.desk("nl")


def test_the_cover_page_holds_nothing_of_the_desk(game: LiveGame) -> None:
    told = repr(game.cover("nl"))
    game.open_cover()
    assert not any(fact.title in told for fact in game.desk("nl").facts)


def test_opening_twice_is_noted_once(game: LiveGame) -> None:
    game.open_cover()
    entries = len(game.live.play.entries)
    assert game.open_cover() == ""
    assert len(game.live.play.entries) == entries


def test_a_share_is_on_the_desk_as_a_sentence_and_can_be_undone(game: LiveGame) -> None:
    game.open_cover()
    assert game.decide(first_share(game), Telling("unsure", "minimum", "call")) == ""
    assert len(game.desk("nl").taken) == 1
    assert game.undo() == ""
    assert game.desk("nl").taken == ()


def test_what_cannot_be_done_is_told_in_a_sentence(game: LiveGame) -> None:
    game.open_cover()
    assert game.decide("nobody/wait").endswith(".")


def test_pages_follow_the_language(game: LiveGame) -> None:
    assert game.board("nl").header.case_title != game.board("en").header.case_title


def test_a_page_is_made_once_between_two_entries(game: LiveGame) -> None:
    assert game.board("nl") is game.board("nl")
    before = game.board("nl")
    game.open_cover()
    assert game.board("nl") is not before


def test_the_debrief_is_noted_once(game: LiveGame) -> None:
    assert game.open_debrief() == ""
    entries = len(game.live.play.entries)
    assert game.open_debrief() == ""
    assert len(game.live.play.entries) == entries
    assert game.knowledge("nl", None).rows


def test_what_one_should_know_of_a_role_is_not_asked_before_the_debrief(game: LiveGame) -> None:
    people = Group()
    while not game.moment.is_open or game.moment.kind != "debrief":
        with pytest.raises(CoveredError):
            game.role_questions("police", "nl")
        game.live.act(people.next_entry(game.live.play))
    assert len(game.role_questions("police", "nl").questions) == 4
    game.close_session()
    assert game.role_questions("police", "en").questions


def test_wiping_removes_the_file(game: LiveGame) -> None:
    game.wipe()
    assert not game.live.path.exists()
