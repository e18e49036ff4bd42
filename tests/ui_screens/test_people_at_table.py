"""Who comes, goes, asks and skips while a session is played; what the room sees after resuming and after a turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.session.acts import facilitated, inject_added
from tabletop.session.softening import may_be_skipped
from tabletop.ui.screens.attendance import Attendance
from tests.ui_screens.live_table import Table, table


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Table]:
    with table(tmp_path) as made:
        yield made


def test_somebody_stops_with_a_role_after_a_question_whose_safe_answer_has_the_focus(at: Table) -> None:
    at.play_until("board")
    role = at.live.play.seats[1].role
    at.pilot.press("escape")
    at.pilot.click(key="menu/people")
    at.pilot.click(key=f"people/{role}")
    at.pilot.click(key="people/stop")
    at.pilot.press("return")
    assert at.live.play.seat_of(role) == 1
    at.pilot.click(key="people/stop")
    at.pilot.click(key="people/stop_yes")
    assert at.live.play.seat_of(role) is None
    at.pilot.click(key="people/back")
    assert at.screen == "BoardScreen"


def test_somebody_takes_the_role_of_a_partner_halfway_and_the_laptop_comes_there(at: Table) -> None:
    at.play_until("turn", is_open=True)
    play = at.live.play
    free = next(role for role in play.case.roles if play.seat_of(role) is None)
    at.guide.to_people()
    at.pilot.step()
    at.pilot.click(key=f"people/{free}")
    at.pilot.fill(text="Noor", key="people/name")
    at.pilot.click(key="people/join")
    assert at.live.play.seat_of(free) == 4
    assert "Noor" in at.text
    assert [seat.role.id for seat in at.guide.table.seats("nl")].count(free) == 1


def test_a_second_person_shares_a_role_and_the_laptop_stays_covered(at: Table) -> None:
    at.play_until("turn", is_open=True)
    at.guide.to_people()
    at.pilot.step()
    at.pilot.click(key=f"people/{at.live.play.seats[0].role}")
    at.pilot.click(key="people/join")
    at.pilot.click(key="people/back")
    assert len(at.live.play.seats[0].participants) == 2
    assert at.screen == "CoverScreen"


def test_one_question_a_round_goes_to_who_does_that_work_in_real_life(at: Table) -> None:
    at.play_until("turn", is_open=True)
    at.pilot.press("f10")
    assert at.screen == "RealProfessionalScreen"
    at.pilot.click(key="colleagues/other")
    at.pilot.fill(text="Hoe snel gaat dat echt?", key="real/text")
    at.pilot.click(key="real/ask")
    assert "Hoe snel gaat dat echt?" in at.text
    at.pilot.click(key="real/done")
    assert at.screen == "CoverScreen"
    question = Attendance(at.side).question
    assert question is not None
    assert question.is_answered
    at.pilot.press("f10")
    assert at.pilot.find(key="real/ask") is None


def test_a_marked_scene_is_skipped_on_the_screen_where_its_news_stands(at: Table) -> None:
    at.play_until("board")
    scenario = at.live.play.case.pack.scenario
    scene = next(each for each in scenario.injects if each.id in may_be_skipped(scenario))
    assert scene.news is not None
    at.side.act(inject_added(scene.id))
    at.pilot.app.invalidate()
    at.pilot.step()
    assert scene.news.nl in at.text
    at.pilot.click(key="scene/skip")
    assert scene.news.nl not in at.text
    assert at.pilot.find(key="scene/skip") is None


def test_a_scene_that_is_skipped_while_the_weeks_pass_is_told_mildly_in_the_weeks_too(at: Table) -> None:
    at.play_until("weeks")
    scenario = at.live.play.case.pack.scenario
    scene = next(each for each in scenario.injects if each.id in may_be_skipped(scenario))
    assert scene.news is not None
    at.side.act(inject_added(scene.id))
    at.pilot.app.invalidate()
    at.pilot.step()
    assert at.screen == "WeeksScreen"
    assert scene.news.nl in at.text
    at.pilot.click(key="scene/skip")
    assert scene.news.nl not in at.text


def test_after_resuming_the_cover_asks_again_whether_the_room_sees_this_screen(at: Table) -> None:
    at.play_until("turn")
    path = at.live.path
    at.guide.put_away()
    at.guide.resume(path)
    at.pilot.step()
    assert "Ziet de zaal dit scherm" in at.text
    assert at.pilot.find(key="cover/open") is None
    at.pilot.click(key="cover/room_yes")
    at.pilot.hold(key="cover/looks_away")
    assert at.screen == "CoverScreen"


@pytest.mark.parametrize(("answer", "leads_to"), [("no", "open"), ("yes", "looks_away")])
def test_the_answer_about_the_room_leads_on_to_the_turn_and_not_past_it(at: Table, answer: str, leads_to: str) -> None:
    at.play_until("turn")
    path = at.live.path
    at.guide.put_away()
    at.guide.resume(path)
    at.pilot.step()
    at.pilot.click(key=f"cover/room_{answer}")
    focused = at.pilot.focused()
    assert focused is not None
    assert focused.key == f"cover/{leads_to}"


def test_a_mirrored_beamer_is_switched_on_again_for_what_all_may_see_and_off_for_the_next_turn(at: Table) -> None:
    at.guide.room_answered(sees=True)
    at.guide.room_looks_away()
    at.play_until("meeting")
    assert "zet de beamer weer aan" in at.pilot.app.stage.pointing.notice
    assert at.guide.room_sees
    at.play_until("turn")
    assert at.pilot.find("button", "De zaal ziet het niet meer") is not None


def test_esc_in_the_set_up_keeps_names_and_disciplines(at: Table) -> None:
    at.guide.to_title()
    at.guide.new_session()
    at.pilot.step()
    at.pilot.fill(text="Samira", key="setup/name0")
    at.pilot.press("escape")
    assert at.screen == "TitleScreen"
    at.pilot.click(key="title/new")
    assert "Samira" in at.text


def test_the_note_tells_what_everybody_knows_and_takes_whether_scenes_are_told_mildly(at: Table) -> None:
    at.guide.to_title()
    at.guide.new_session()
    arrangement = at.guide._arrangement
    assert arrangement is not None
    for seat in range(4):
        arrangement.work(seat, "other")
    arrangement.room_sees = False
    at.pilot.app.invalidate()
    at.pilot.step()
    at.pilot.click(key="setup/begin")
    assert arrangement.pack.scenario.intro.nl[:40] in at.text
    at.pilot.click(key="note/softness/soft")
    at.pilot.click(key="note/begin")
    assert at.side.live is not None
    assert at.side.live.play.setup.soft
    assert not may_be_skipped(at.side.live.play.case.pack.scenario)


def test_the_debrief_lists_bookmarks_and_questions_to_real_professionals(at: Table) -> None:
    at.play_until("board")
    at.side.act(facilitated("bookmark"))
    Attendance(at.side).ask("other", "Hoe snel gaat dat echt?")
    at.play_until("debrief")
    at.pilot.click(key="debrief/tabs/leaving")
    assert "hier wilden jullie op terugkomen" in at.text
    assert "vraag aan iets anders: Hoe snel gaat dat echt?" in at.text


@pytest.mark.parametrize("kind", ["board", "turn", "meeting", "weeks", "debrief"])
def test_i_need_a_break_is_one_key_on_every_screen_also_over_a_dialog(at: Table, kind: str) -> None:
    at.play_until(kind)
    at.pilot.press("f8")
    assert at.screen == "PauseScreen"
    at.pilot.press("escape")
    at.pilot.press("f1")
    assert at.pilot.app.stage.dialog is not None
    at.pilot.press("f8")
    assert at.screen == "PauseScreen"


def test_who_came_and_went_is_still_so_after_resuming(at: Table) -> None:
    at.play_until("board")
    play = at.live.play
    free = next(role for role in play.case.roles if play.seat_of(role) is None)
    room = Attendance(at.side)
    room.leave(0)
    room.join(next(place for place in room.places() if place.role.id == free), "Noor", "police")
    path, people = at.live.path, room.places()
    at.guide.put_away()
    at.guide.resume(path)
    assert Attendance(at.side).places() == people
