"""The desk: sharing in four key presses, answering, deciding, undo."""

from dataclasses import replace

import pytest

from tabletop.ui.screens.desk import DeskScreen
from tabletop.ui.screens.game import Telling
from tabletop.ui.screens.telling import Choosing, ground_list
from tabletop.ui.widgets import TextBlock
from tabletop.view.pages import Chip
from tests.ui_screens.conftest import Look

SHARE = "veilig_thuis/share/new_number/"


def test_a_share_takes_four_presses_of_enter(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.press("return", "return", "return", "return")
    assert seen.game.acts == [("decide", SHARE + "police", Telling("consent", "minimum", "call"))]


def test_arrows_choose_another_receiver_and_ground(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.press("return", "right", "return", "down", "return", "return")
    assert seen.game.acts == [("decide", SHARE + "prosecution", Telling("legal_task", "minimum", "call"))]


def test_extent_and_channel_can_be_changed(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    for key in (
        "facts/new_number",
        "to/" + SHARE + "probation",
        "ground/unsure",
        "way/written",
        "extent/signal",
        "give",
    ):
        seen.pilot.click(key=key)
    assert seen.game.acts == [("decide", SHARE + "probation", Telling("unsure", "signal", "written"))]


def test_ctrl_and_enter_end_the_turn_whatever_has_the_focus(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.press("ctrl+return")
    assert seen.game.acts == [("end_turn",)]


def test_choosing_consent_as_a_ground_does_not_hide_that_nobody_asked_for_it(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    modes = seen.game.desk("nl").modes
    consent = Chip("consent", "toestemming", "Zij heeft ja gezegd.", note="Jij hebt het nog niet gevraagd.")
    screen = seen.pilot.app.screen
    assert isinstance(screen, DeskScreen)
    chosen = ground_list(screen, replace(modes, grounds=(consent,)), Choosing(ground="consent"), "give")
    assert [part.text for part in chosen if isinstance(part, TextBlock)][-1] == "Jij hebt het nog niet gevraagd."


def test_nothing_is_shared_without_a_ground(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.click(key="facts/new_number")
    seen.pilot.click(key="to/" + SHARE + "police")
    assert not seen.pilot.get(key="give").enabled
    assert "Kies eerst een grondslag" in seen.text


def test_a_fact_is_laid_ready_without_a_ground(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    for key in ("facts/new_number", "to/veilig_thuis/bring/new_number", "give"):
        seen.pilot.click(key=key)
    assert seen.game.acts == [("decide", "veilig_thuis/bring/new_number", None)]


def test_the_rule_with_source_and_sureness_is_one_key_away(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.click(key="facts/new_number")
    seen.pilot.click(key="to/" + SHARE + "police")
    seen.pilot.press("r")
    assert "Wmo 2015" in seen.text
    assert "redelijk zeker" in seen.text


def test_a_known_receiver_is_told_apart(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.click(key="facts/new_number")
    seen.pilot.click(key="to/" + SHARE + "police")
    assert "weet het al" in seen.text


def test_another_decision_is_asked_twice(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.click(key="parts/measure")
    seen.pilot.click(key="group/measure/veilig_thuis/measure/aware")
    assert seen.game.acts == []
    seen.pilot.click(key="do")
    assert seen.game.acts == [("decide", "veilig_thuis/measure/aware", None)]


def test_what_who_asks_told_themselves_is_marked_among_the_answers(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = look(DeskScreen, "answer")
    page = seen.game.desk("nl")
    letter = page.letters[0]
    told = tuple(replace(f, holder=letter.asker) if f.title == letter.answers[0].label else f for f in page.facts)
    monkeypatch.setattr(seen.game, "desk", lambda _: replace(page, facts=told))
    seen.pilot.app.invalidate()
    seen.pilot.step()
    assert "weet het al" in seen.text


def test_an_answer_needs_a_fact_and_a_ground(look: Look) -> None:
    seen = look(DeskScreen, "answer")
    assert not seen.pilot.get(key="give").enabled
    seen.pilot.press("return", "return", "return")
    assert seen.game.acts == [
        ("decide", "veilig_thuis/answer/new_number/police", Telling("consent", "minimum", "call"))
    ]


def test_a_question_can_be_declined(look: Look) -> None:
    seen = look(DeskScreen, "answer")
    seen.pilot.click(key="refuse")
    assert seen.game.acts == []
    seen.pilot.click(key="why/no_time")
    assert seen.game.acts == [("decide", "veilig_thuis/refuse/victim_state/police", None, "no_time")]


def test_no_reason_is_needed_to_decline(look: Look) -> None:
    seen = look(DeskScreen, "answer")
    seen.pilot.click(key="refuse")
    seen.pilot.click(key="why/none")
    assert seen.game.acts == [("decide", "veilig_thuis/refuse/victim_state/police", None)]


def test_a_refusal_is_shown_and_nothing_is_lost(look: Look) -> None:
    seen = look(DeskScreen, "turn", refuses="Daar is geen tijd meer voor.")
    seen.pilot.press("return", "return", "return", "return")
    assert "Daar is geen tijd meer voor." in seen.text
    assert seen.pilot.get(key="give").enabled


def test_undo_is_a_button_and_a_key(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.click(key="desk/undo")
    seen.pilot.press("ctrl+z")
    assert seen.game.acts == [("undo",), ("undo",)]


def test_the_dossier_is_one_key_away(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.press("d")
    assert "Op 3 maart kwam de eerste melding binnen" in seen.text


def test_done_ends_the_turn(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.click(key="desk/done")
    assert seen.game.acts == [("end_turn",)]
    assert seen.screen == "CoverScreen"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_language_switches_in_the_middle_of_a_share(look: Look, language: str) -> None:
    seen = look(DeskScreen, "turn", language=language)
    seen.pilot.click(key="facts/new_number")
    seen.pilot.click(key="to/" + SHARE + "police")
    seen.pilot.press("f2")
    assert ("On what ground" in seen.text) == (language == "nl")
    assert seen.pilot.get(key="to/" + SHARE + "police").value


def test_what_is_pressed_by_mouse_stays_where_it_is(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.click(key="facts/new_number")
    seen.pilot.click(key="to/" + SHARE + "probation")
    seen.pilot.click(key="ground/unsure")
    assert seen.pilot.get(key="ground/unsure").value == "gekozen"
