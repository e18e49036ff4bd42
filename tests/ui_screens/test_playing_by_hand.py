"""What the first newcomer missed: a reason to choose somebody, a way by mouse, a safe answer, a text to read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from tabletop.content.specs.measure import MeasureKind
from tabletop.session import acts
from tabletop.session.moment import MomentKind
from tabletop.ui.icons import icon_names
from tabletop.ui.screens.board import BoardScreen, course_line
from tabletop.ui.screens.care import CareScreen
from tabletop.ui.screens.desk import DeskScreen
from tabletop.ui.screens.meeting import MeetingScreen
from tabletop.view.pages import TimelineMark
from tests.ui_screens.conftest import Look, Make
from tests.ui_screens.live_table import Table, table


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Table]:
    with table(tmp_path) as made:
        yield made


@pytest.mark.parametrize(("make", "kind"), [(BoardScreen, "board"), (MeetingScreen, "meeting")])
def test_the_table_has_its_keys_as_buttons(look: Look, make: Make, kind: MomentKind) -> None:
    seen = look(make, kind)
    for key in ("table/aloud", "table/pause", "table/menu", "table/keys"):
        assert seen.pilot.find("button", key=key) is not None
    seen.pilot.click(key="table/menu")
    assert seen.pilot.find(key="menu/go_on") is not None


def test_pause_by_mouse_covers_the_board(look: Look) -> None:
    seen = look(BoardScreen, "board")
    seen.pilot.click(key="table/pause")
    assert seen.screen == "PauseScreen"


def test_letting_a_turn_go_by_is_asked_and_the_safe_answer_has_the_focus(at: Table) -> None:
    at.play_until("board")
    at.guide.to_cover()
    at.pilot.step()
    before = len(at.live.play.entries)
    at.pilot.click(key="cover/let_go")
    at.pilot.press("return")
    assert len(at.live.play.entries) == before
    at.pilot.click(key="cover/let_go")
    at.pilot.click(key="cover/let_go_yes")
    assert at.live.play.entries[before].kind == "turn_ended"


def test_enter_twice_wipes_nothing(look: Look) -> None:
    wiped: list[bool] = []
    seen = look(lambda guide: CareScreen(guide, lambda: wiped.append(True), lambda: wiped.append(True)), "closed")
    seen.pilot.click(key="care/wipe")
    seen.pilot.press("return", "return")
    assert wiped == []


def test_a_card_of_the_meeting_opens_its_text_by_key_and_by_mouse(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    card = seen.game.meeting("nl").picture[0]
    assert card.text not in seen.text
    seen.pilot.click(key=f"picture/{card.id}")
    assert card.text in seen.text
    seen.pilot.press("escape", "return")
    assert card.text in seen.text


def test_the_board_opens_what_lies_on_the_table(look: Look) -> None:
    seen = look(BoardScreen, "board")
    seen.pilot.click(key="board/joint")
    assert all(card.text in seen.text for card in seen.game.board("nl").picture)


def test_who_chooses_a_receiver_reads_what_each_needs(at: Table) -> None:
    at.play_until("turn", is_open=True)
    fact = next(card.id for card in at.guide.table.desk("nl").facts if not card.signal_only)
    at.pilot.click(key=f"facts/{fact}")
    assert all(receiver.need in at.text for receiver in at.guide.table.share(fact, "nl").receivers)


def test_who_asks_reads_what_each_partner_offers(at: Table) -> None:
    at.play_until("turn", is_open=True)
    at.pilot.click(key="parts/ask")
    asking = at.guide.table.desk("nl").asking
    assert all(asked.offer in at.text for asked in asking)
    question = asking[-1].questions[0].option
    at.pilot.click(key=f"ask/{question.id.rsplit('/', 1)[-1]}/{question.id}")
    at.pilot.click(key="do")
    assert at.live.play.entries[-1].decision == question.id


def test_with_no_decision_left_the_meeting_is_chosen_by_itself(at: Table) -> None:
    at.play_until("turn", is_open=True)
    page = at.guide.table.desk("nl")
    fact = next(card.id for card in page.facts if not card.signal_only)
    while at.guide.table.desk("nl").decisions_left:
        wait = next(o for g in at.guide.table.desk("nl").groups for o in g.options if o.id.endswith(("/wait", "/up")))
        assert at.guide.table.decide(wait.id) == ""
    at.pilot.app.invalidate()
    at.pilot.step()
    at.pilot.click(key=f"facts/{fact}")
    at.pilot.press("return")
    assert at.live.play.entries[-1].decision == f"{at.live.moment.role}/bring/{fact}"


def test_a_closed_measure_is_shown_and_cannot_be_pressed(at: Table) -> None:
    at.play_until("turn", is_open=True)
    options = [o for g in at.guide.table.desk("nl").groups if g.id == "measure" for o in g.options]
    taken = next(o for o in options if not o.closed)
    assert at.guide.table.decide(taken.id) == ""
    at.pilot.app.invalidate()
    at.pilot.step()
    at.pilot.click(key="parts/measure")
    row = at.pilot.get("option", key=f"group/measure/{taken.id}")
    assert not row.enabled
    assert "Is al gevraagd" in row.value or "Loopt al" in row.value


def test_a_reason_reaches_the_log(at: Table) -> None:
    at.play_until("meeting")
    seat = next(seat for seat in at.guide.table.meeting("nl").seats if seat.objection)
    assert seat.objection is not None
    at.pilot.click(key=f"stance/{seat.role.id}/{seat.objection.id}")
    at.pilot.click(key="why/risk")
    assert (at.live.play.entries[-1].decision, at.live.play.entries[-1].reason) == (seat.objection.id, "risk")
    assert at.live.act(acts.undone()) is None


def test_the_row_of_a_signal_can_be_picked_and_says_to_ask(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    signal = next((card for card in seen.game.desk("nl").facts if card.signal_only), None)
    if signal is None:
        pytest.skip("no signal among the made-up facts")
    seen.pilot.click(key=f"facts/{signal.id}")
    assert "Je weet alleen dat er iets is" in seen.text


def test_every_kind_of_measure_has_a_picture() -> None:
    assert {f"measure_{kind}" for kind in get_args(MeasureKind)} <= icon_names()


def test_what_lies_on_the_table_is_one_key_away_at_every_size(look: Look) -> None:
    seen = look(BoardScreen, "board", text_percent=200)
    seen.pilot.press("t")
    assert all(card.text in seen.text for card in seen.game.board("nl").picture)


def test_the_measures_of_a_week_have_each_their_picture_on_the_line_while_it_grows_no_higher(look: Look) -> None:
    screen = look(BoardScreen, "board").pilot.app.screen
    assert isinstance(screen, BoardScreen)
    page = screen.game.board("nl")
    more = tuple(TimelineMark(2, "measure", "", icon=f"measure_ban/{at}") for at in range(3))
    few, many = (course_line(screen, each, 6) for each in (page, replace(page, timeline=page.timeline + more)))
    assert len({mark.icon for mark in few.marks if mark.week == 2} - {""}) == 2
    assert [(mark.icon, mark.shape) for mark in many.marks if mark.week == 2] == [("", "square")]
