"""The open screens: board, meeting, weeks, debrief, care."""

import re
from dataclasses import replace

import pytest

from tabletop.ui.screens.board import BoardScreen
from tabletop.ui.screens.clock_strip import offer_buttons
from tabletop.ui.screens.debrief import DebriefScreen
from tabletop.ui.screens.meeting import CARD_MS, MeetingScreen
from tabletop.ui.screens.weeks import WEEK_MS, WeeksScreen
from tabletop.view.pages import ClockOffer
from tests.ui_screens import sample_pages as sample
from tests.ui_screens.conftest import Look


def test_the_board_says_who_is_next_and_hands_over(look: Look) -> None:
    seen = look(BoardScreen)
    assert "Veilig Thuis" in seen.text
    seen.pilot.press("return")
    assert seen.screen == "CoverScreen"


def test_the_board_tells_in_words_who_trusts_and_spoke(look: Look) -> None:
    assert "Politie en OM: sterk, spraken elkaar deze ronde" in look(BoardScreen).text


def test_before_the_first_week_what_is_new_stands_above_what_all_have_read(look: Look) -> None:
    seen = look(BoardScreen)
    page = replace(sample.board("nl"), week=0, intro="Dit las iedereen al.")
    seen.game.board = lambda language: page  # type: ignore[method-assign]
    seen.pilot.app.invalidate()
    seen.pilot.advance(10)
    assert 0 <= seen.text.index(page.news[-1].text) < seen.text.index("Dit las iedereen al.")


def test_a_partner_on_the_board_tells_its_ties(look: Look) -> None:
    seen = look(BoardScreen)
    seen.pilot.click(key="board/graph/police")
    assert "Politie en Veilig Thuis" in seen.pilot.tree().as_text()


@pytest.mark.parametrize(("kind", "label"), [("meeting", "Naar het overleg"), ("weeks", "Laat de weken gaan")])
def test_the_board_leads_on_to_what_the_table_does_now(look: Look, kind: str, label: str) -> None:
    assert look(BoardScreen, kind).pilot.get(key="board/next").label == label


def test_the_weeks_come_one_by_one(look: Look) -> None:
    seen = look(WeeksScreen, "weeks", motion=True)
    seen.pilot.advance(200)
    assert len(seen.game.acts) == 1
    seen.pilot.advance(WEEK_MS + 100)
    assert len(seen.game.acts) == 2


def test_the_weeks_can_be_skipped(look: Look) -> None:
    seen = look(WeeksScreen, "weeks", motion=True)
    seen.pilot.press("s")
    assert seen.game.acts == [("pass_week",)] * 4
    assert "Buren zien de auto weer." in seen.text


def test_without_motion_all_weeks_are_there_at_once(look: Look) -> None:
    seen = look(WeeksScreen, "weeks")
    assert seen.game.acts == [("pass_week",)] * 4
    seen.pilot.press("return")
    assert seen.screen == "BoardScreen"


def test_the_picture_comes_together_card_by_card(look: Look) -> None:
    seen = look(MeetingScreen, "meeting", motion=True)
    line = sample.meeting().picture_line
    assert line not in seen.text
    seen.pilot.advance(CARD_MS * 7)
    assert line in seen.text


def test_an_agreement_is_what_who_and_when(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    keys = ("meeting/agree", "agree/what/agree_contact_person", "agree/owner/table/agree/contact_person/veilig_thuis")
    for key in (*keys, "agree/due/2", "agree/yes"):
        seen.pilot.click(key=key)
    assert seen.game.acts == [("agree", "table/agree/contact_person/veilig_thuis", 2)]


def test_an_only_owner_is_chosen_already(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    for key in ("meeting/agree", "agree/what/agree_stop_talk", "agree/due/1", "agree/yes"):
        seen.pilot.click(key=key)
    assert seen.game.acts == [("agree", "table/agree/stop_talk/police", 1)]


def test_a_task_is_given_to_somebody(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    seen.pilot.click(key="lead/lead_case_lead")
    seen.pilot.click(key="lead_list/lead_case_lead/table/lead/case_lead/police")
    assert seen.game.acts == [("decide", "table/lead/case_lead/police", None)]


def test_each_commits_or_objects(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    seen.pilot.click(key="stance/veiligheidshuis/veiligheidshuis/object")
    assert seen.game.acts == []
    seen.pilot.click(key="why/no_time")
    assert seen.game.acts == [("decide", "veiligheidshuis/object", None, "no_time")]


def test_a_reason_to_object_can_be_changed(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    assert "Wij hebben geen tijd" in seen.text
    seen.pilot.click(key="stance/victim_support/victim_support/object")
    seen.pilot.click(key="why/none")
    assert seen.game.acts == [("decide", "victim_support/commit", None), ("decide", "victim_support/object", None)]


def test_a_word_that_was_given_is_not_given_twice(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    seen.pilot.click(key="stance/police/police/commit")
    assert seen.game.acts == []


def test_who_is_absent_is_told_with_the_reason(look: Look) -> None:
    assert "afwezig, volle agenda" in look(MeetingScreen, "meeting").text


def test_closing_the_meeting_names_who_said_nothing(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    seen.pilot.click(key="meeting/close")
    assert "Veiligheidshuis" in seen.pilot.tree().as_text()
    seen.pilot.click(key="meeting/close_yes")
    assert seen.game.acts == [("close_meeting",)]


def test_closing_the_meeting_names_the_tasks_that_nobody_has(look: Look) -> None:
    seen = look(MeetingScreen, "meeting")
    seen.pilot.click(key="meeting/close")
    assert "Nog geen naam bij: Casusregie" in seen.pilot.tree().as_text()


def test_the_debrief_goes_week_by_week(look: Look) -> None:
    seen = look(DebriefScreen, "debrief")
    seen.pilot.click(key="debrief/tabs/knowledge")
    assert "Na week 12" in seen.text
    seen.pilot.click(key="debrief/before")
    assert "Na week 11" in seen.text


def test_the_debrief_ends_in_the_care_card_and_the_session_can_be_wiped(look: Look) -> None:
    seen = look(DebriefScreen, "debrief")
    seen.guide.to_title = lambda: None  # type: ignore[method-assign]
    seen.pilot.click(key="debrief/close")
    assert "0800-2000" in seen.text
    seen.pilot.click(key="care/wipe")
    seen.pilot.click(key="care/wipe_yes")
    assert seen.game.acts == [("close_session",), ("wipe",)]


def test_at_the_end_the_names_alone_can_be_wiped(look: Look) -> None:
    seen = look(DebriefScreen, "debrief")
    seen.guide.to_title = lambda: None  # type: ignore[method-assign]
    seen.pilot.click(key="debrief/close")
    seen.pilot.click(key="care/wipe")
    seen.pilot.click(key="care/wipe_names")
    assert seen.game.acts == [("close_session",), ("wipe_names",)]


def test_who_declines_what_the_clock_offers_is_back_at_the_main_button(look: Look) -> None:
    seen = look(BoardScreen)
    seen.pilot.press("tab")
    screen = seen.pilot.app.screen
    assert isinstance(screen, BoardScreen)
    offer_buttons(screen, ClockOffer("brief", "De tijd wordt krap.", "Korter"))[1].on_press()
    seen.pilot.advance(10)
    assert seen.pilot.app.stage.pointing.focus == "board/next"


def test_the_debrief_begins_out_of_the_role_with_the_private_goals(look: Look) -> None:
    seen = look(DebriefScreen, "debrief")
    assert "Jij wilt niet de enige zijn" in seen.text
    assert "Samira" in seen.text
    assert "Hoe het afliep" not in seen.text


@pytest.mark.parametrize("way", ["button", "escape"])
def test_the_care_card_leads_back_to_the_debrief(look: Look, way: str) -> None:
    seen = look(DebriefScreen, "debrief")
    seen.pilot.click(key="debrief/close")
    if way == "button":
        seen.pilot.click(key="care/back")
    else:
        seen.pilot.press("escape")
    assert seen.screen == "DebriefScreen"


def test_the_menu_leads_to_an_early_debrief(look: Look) -> None:
    seen = look(BoardScreen)
    seen.pilot.press("escape")
    seen.pilot.click(key="menu/debrief")
    seen.pilot.click("Naar de nabespreking")
    assert seen.game.acts == [("open_debrief",)]
    assert seen.screen == "DebriefScreen"


def test_a_pause_is_noted_with_its_end(look: Look) -> None:
    seen = look(BoardScreen)
    seen.pilot.press("p", "f8", "p")
    assert seen.game.acts == [("note_pause", False), ("note_pause", True)]
    assert seen.screen == "BoardScreen"


def test_the_menu_of_the_debrief_leads_neither_there_nor_back_to_the_game(look: Look) -> None:
    seen = look(DebriefScreen, "debrief")
    seen.pilot.press("escape")
    assert "Naar het bord" not in seen.text
    assert "Nu al nabespreken" not in seen.text
    seen.pilot.click(key="menu/go_on")
    assert seen.screen == "DebriefScreen"


def test_a_week_is_said_once_in_who_knew_what_and_a_fact_opens_its_text(look: Look) -> None:
    seen = look(DebriefScreen, "debrief")
    seen.pilot.click(key="debrief/tabs/knowledge")
    assert not re.search(r"week \d+ wk", seen.text)
    (text,) = {row.text for row in seen.game.knowledge("nl", None).rows[:1]}
    title = seen.game.knowledge("nl", None).rows[0].title
    before = seen.text.count(text)  # the hint of its row
    seen.pilot.click(title)
    assert seen.text.count(text) > before
