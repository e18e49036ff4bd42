"""After the roles: a question, an answer aloud, and only then the answer of the source."""

from pathlib import Path

import pytest

from tabletop.ui.screens.debrief import DebriefScreen
from tabletop.ui.screens.debrief_questions import RoleQuestionsScreen
from tabletop.ui.screens.room import room_screen
from tests.ui_screens.all_screens import questions
from tests.ui_screens.conftest import Look, Seen
from tests.ui_screens.live_table import Table, table

ANSWER = ("Een waarschuwing", "Iemand hoort dat het moet stoppen.", "Bron: een folder.")
BUTTON = "leaving/questions/veilig_thuis"


def tells(seen: Seen) -> list[bool]:
    return [words in seen.text for words in ANSWER]


@pytest.mark.parametrize("way", ["key", "click", "enter"])
def test_the_answer_and_its_source_stay_closed_until_they_are_asked_for(look: Look, way: str) -> None:
    seen = look(questions, "debrief")
    assert not any(tells(seen))
    if way == "click":
        seen.pilot.click(key="questions/on")
    else:
        seen.pilot.press({"key": "a", "enter": "return"}[way])
    assert all(tells(seen))


def test_choices_help_who_does_not_know_and_do_not_tell_which_is_right(look: Look) -> None:
    seen = look(questions, "debrief")
    seen.pilot.press("k")
    assert "Een straf" in seen.text
    assert seen.pilot.find("image", "goed") is None
    seen.pilot.press("a")
    assert seen.pilot.find("image", "goed") is not None


def test_enter_alone_leads_through_all_questions_and_back(look: Look) -> None:
    seen = look(DebriefScreen, "debrief")
    seen.pilot.click(key=BUTTON)
    for place in (1, 2):
        assert f"Vraag {place} van 2" in seen.text
        seen.pilot.press("return", "return")
    assert seen.screen == "DebriefScreen"


def test_one_can_go_back_to_a_question_whose_answer_is_then_still_open(look: Look) -> None:
    seen = look(questions, "debrief")
    seen.pilot.press("a", "+")
    assert "Wie beslist?" in seen.text
    assert not any(tells(seen))
    seen.pilot.click(key="questions/before")
    assert all(tells(seen))


@pytest.mark.parametrize("way", ["button", "escape"])
def test_closing_leads_back_to_the_button_one_came_from(look: Look, way: str) -> None:
    seen = look(DebriefScreen, "debrief")
    seen.pilot.click(key=BUTTON)
    assert seen.screen == "RoleQuestionsScreen"
    if way == "button":
        seen.pilot.click(key="questions/back")
    else:
        seen.pilot.press("escape")
    assert seen.screen == "DebriefScreen"
    assert seen.pilot.app.stage.pointing.focus == BUTTON


def test_only_roles_that_were_played_have_questions_and_one_without_says_so(look: Look) -> None:
    seen = look(DebriefScreen, "debrief")
    asked = {node.key for node in seen.pilot.tree().focus_order() if node.key.startswith("leaving/questions")}
    played = [seat.role.id for seat in seen.game.seats("nl")]
    assert asked == {f"leaving/questions/{role}" for role in played if role != played[1]}
    assert seen.text.count("Over deze rol zijn er geen vragen.") == 1


def test_a_role_without_questions_that_is_opened_all_the_same_leads_back(look: Look) -> None:
    left: list[str] = []
    seen = look(
        lambda guide: RoleQuestionsScreen(guide, guide.table.seats("nl")[1].role.id, lambda: left.append("")), "debrief"
    )
    assert "Over deze rol zijn er geen vragen." in seen.text
    seen.pilot.press("a", "k", "+", "-")
    seen.pilot.click(key="questions/on")
    assert left


def test_a_pause_leads_back_to_the_question(look: Look) -> None:
    seen = look(questions, "debrief")
    seen.pilot.press("a", "p")
    seen.pilot.click(key="pause/on")
    assert all(tells(seen))


def in_debrief(at: Table, role: str) -> None:
    at.play_until("debrief")
    at.pilot.app.show(RoleQuestionsScreen(at.guide, role, lambda: None))
    at.pilot.step()


@pytest.mark.parametrize(
    ("work", "before", "after"),
    [
        ("police", "Het laatste woord is aan Samira (politie)", "Vraag het aan Samira (politie)"),
        ("wijkteam", "Doet iemand hier dit werk in het echt?", "Gaat het in het echt ook zo?"),
    ],
)
def test_who_does_this_work_in_real_life_speaks_last(tmp_path: Path, work: str, before: str, after: str) -> None:
    with table(tmp_path, works=(work,)) as at:
        in_debrief(at, "police")
        assert before in at.text
        assert after not in at.text
        at.pilot.press("a")
        assert after in at.text


def test_who_does_this_work_without_a_name_is_asked_too(tmp_path: Path) -> None:
    with table(tmp_path, works=("other", "police")) as at:
        in_debrief(at, "police")
        assert "Iemand hier doet dit werk in het echt" in at.text


def test_the_room_sees_the_questions_too(tmp_path: Path) -> None:
    with table(tmp_path) as at:
        in_debrief(at, "police")
        assert room_screen(at.side) is at.pilot.app.screen
