"""The facilitator's panel and the session clock at a real table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.session import acts
from tabletop.store.live import LiveSession
from tabletop.ui.main import open_table
from tabletop.ui.tree import overlaps
from tests.ui_screens.live_table import MINUTE, Table, table


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Table]:
    with table(tmp_path) as made:
        yield made


def private_words(at: Table) -> list[str]:
    """Whole sentences that only one seat may read."""
    scenario = at.live.play.case.pack.scenario
    texts = [each.dossier for each in scenario.partners] + [each.goal for each in scenario.partners]
    texts += [fact.text for fact in scenario.facts]
    return [text.in_language(language) for text in texts for language in ("nl", "en")]


# -- the panel


def test_one_key_opens_the_panel_and_covers_the_desk(at: Table) -> None:
    at.play_until("turn", is_open=True)
    assert at.screen == "DeskScreen"
    at.pilot.press("f5")
    assert at.screen == "FacilitatorScreen"
    assert not any(words in at.text for words in private_words(at))
    at.pilot.press("escape")
    assert at.screen == "CoverScreen"


def test_the_same_key_leaves_the_panel(at: Table) -> None:
    at.play_until("board")
    at.pilot.press("f5", "f5")
    assert at.screen == "BoardScreen"


@pytest.mark.parametrize("kind", ["dossiers", "board", "turn", "meeting", "weeks"])
def test_the_panel_never_holds_a_dossier(at: Table, kind: str) -> None:
    at.play_until(kind)
    at.pilot.press("f5")
    at.pilot.press("t")
    assert not any(words in at.pilot.app.tree.as_text() for words in private_words(at))


def test_a_bookmark_is_one_key(at: Table) -> None:
    at.play_until("board")
    at.pilot.press("f5", "b")
    assert at.live.play.entries[-1].body == {"act": "bookmark", "text": ""}
    assert [note.is_bookmark for note in at.side.notes()] == [True]


def test_a_note_is_typed_and_kept_with_this_round(at: Table) -> None:
    at.play_until("board")
    at.pilot.press("f5", "n")
    at.pilot.type_text("Niemand belt het wijkteam.")
    at.pilot.press("return")
    assert [note.text for note in at.side.notes()] == ["Niemand belt het wijkteam."]
    assert "Niemand belt het wijkteam." in at.text


def test_notes_are_those_of_this_round(at: Table) -> None:
    at.play_until("board")
    at.side.act(acts.facilitated("note", "ronde een"))
    at.play_until("weeks")
    at.play_until("board")
    assert at.side.notes() == ()


def test_an_inject_of_the_list_happens_after_a_question(at: Table) -> None:
    at.play_until("board")
    at.pilot.press("f5", "i")
    panel = at.side.panel
    assert panel is not None
    inject = next(line for line in panel.injects if not line.happened)
    at.pilot.click(key=f"facilitator/injects/{inject.id}")
    assert at.live.play.entries[-1].kind != "facilitator"
    at.pilot.click(key="facilitator/inject_yes")
    assert at.live.play.entries[-1].body == {"act": "inject", "inject": inject.id}


def test_who_adds_an_inject_reads_first_what_the_board_will_say(at: Table) -> None:
    at.play_until("board")
    at.pilot.press("f5", "i")
    panel = at.side.panel
    assert panel is not None
    told = next(line for line in panel.injects if line.news and not line.happened)
    at.pilot.click(key=f"facilitator/injects/{told.id}")
    assert told.news in at.text
    at.pilot.click(key="facilitator/inject_yes")
    assert f"Genoteerd: {told.title}" in at.text


def test_what_the_script_does_in_a_week_stands_above_what_waits_for_a_reason(at: Table) -> None:
    at.play_until("board")
    panel = at.side.panel
    assert panel is not None
    has_week = [line.when.startswith("week") for line in panel.injects]
    assert has_week == sorted(has_week, reverse=True)


def test_undo_works_within_its_barrier_and_leads_to_where_the_table_then_is(at: Table) -> None:
    at.play_until("turn", is_open=True)
    assert at.live.act(acts.decided(at.live.play, f"{at.live.moment.role}/wait")) is None
    at.pilot.press("f5", "u")
    assert at.live.play.entries[-1].kind == "undone"
    at.pilot.press("u")
    assert sum(entry.kind == "undone" for entry in at.live.play.entries) == 1


def test_a_spoken_share_can_be_logged_from_the_panel(at: Table) -> None:
    at.play_until("board")
    at.pilot.press("f5", "h")
    at.pilot.click(key="speakers/0")
    assert at.screen == "CoverScreen"


def test_pause_in_the_panel_stops_the_clock(at: Table) -> None:
    at.play_until("board")
    at.pilot.press("f5", "p")
    before = at.side.time.spent
    at.pilot.advance(30_000)
    assert at.side.time.spent == before
    at.pilot.press("p")
    at.pilot.advance(30_000)
    assert at.side.time.spent == pytest.approx(before + 30_000, abs=100)


@pytest.mark.parametrize(("press", "act"), [("2", "round"), ("3", "debrief")])
def test_closing_early_is_one_key_and_stands_in_the_log(at: Table, press: str, act: str) -> None:
    at.play_until("turn")
    at.pilot.press("f5", press)
    assert at.live.play.entries[-1].kind == "clock"
    assert at.live.play.entries[-1].body == {"act": act}
    assert "Genoteerd:" in at.text
    assert "Dat staat al vast." in at.text


def test_every_button_of_the_panel_says_its_key(at: Table) -> None:
    at.play_until("turn")
    at.pilot.press("f5")
    keys = {shortcut.key.upper() for shortcut in at.pilot.app.screen.shortcuts()}
    for name in ("pause", "bookmark", "aloud", "undo", "beamer", "facts", "longer", "shorter", "round", "debrief"):
        label = at.pilot.get(key=f"facilitator/{name}").label
        assert label[label.rindex("(") + 1 : -1] in keys


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text_percent", [100, 200])
def test_panel_guide_and_offers_overlap_nowhere(
    tmp_path: Path, size: tuple[int, int], text_percent: int, language: str
) -> None:
    with table(tmp_path, size, text_percent, language, 6) as at:
        at.play_until("board")
        at.spend(27)
        trees = [at.pilot.app.tree]
        at.pilot.press("f5")
        trees.append(at.pilot.app.tree)
        at.guide.to_guide()
        at.pilot.step()
        trees.append(at.pilot.app.tree)
        for tree in trees:
            assert overlaps(tree) == []
            assert [node.label for node in tree.walk() if node.cut and not node.visible.is_empty] == []


# -- the clock


@pytest.mark.parametrize("kind", ["board", "meeting", "weeks"])
def test_the_time_left_stands_in_the_header(at: Table, kind: str) -> None:
    at.play_until(kind)
    at.spend(20)
    assert "nog 18 min" in at.text


def test_the_time_left_stands_on_the_desk_too(at: Table) -> None:
    at.play_until("turn", is_open=True)
    at.spend(12)
    assert "nog 26 min" in at.text


def test_the_clock_draws_nothing_until_it_says_something_else(at: Table) -> None:
    at.play_until("board")
    at.spend(12)
    frames = at.pilot.app.frames
    at.pilot.advance(20_000)
    assert at.pilot.app.frames - frames <= 1


def test_an_offer_is_taken_or_not_and_then_not_made_again_in_this_round(at: Table) -> None:
    at.play_until("weeks")
    at.play_until("board")
    at.spend(30)
    assert at.side.offer is not None
    assert at.side.offer.id == "debrief"
    at.pilot.click(key="clock/not_now")
    assert at.side.offer is None


def test_an_offer_that_is_taken_stands_in_the_log(at: Table) -> None:
    at.play_until("weeks")
    at.play_until("board")
    at.spend(30)
    at.pilot.click(key="clock/take")
    assert at.live.play.entries[-1].body == {"act": "debrief"}


def test_when_play_is_over_no_further_turn_opens_and_the_debrief_is_one_press_away(at: Table) -> None:
    at.play_until("weeks")
    at.play_until("board")
    at.guide.to_cover()
    at.spend(38)
    assert at.pilot.find(key="cover/open") is None
    at.pilot.click(key="clock/take")
    assert at.screen == "DebriefScreen"
    assert any(entry.kind == "debrief_opened" and entry.body == {"by": "clock"} for entry in at.live.play.entries)


def test_a_longer_session_keeps_its_debrief(at: Table) -> None:
    at.play_until("weeks")
    at.play_until("board")
    at.spend(36)
    at.guide.to_cover()
    at.pilot.step()
    at.pilot.click(key="clock/longer")
    assert at.side.time.spent == 31 * MINUTE
    assert at.pilot.find(key="cover/open") is not None


def test_an_open_desk_is_never_disturbed_by_an_offer(at: Table) -> None:
    at.play_until("turn", is_open=True)
    at.spend(50)
    assert at.pilot.find(key="clock/take") is None
    assert at.screen == "DeskScreen"


def test_the_clock_goes_on_after_a_kill_from_what_was_counted(at: Table, tmp_path: Path) -> None:
    at.play_until("board")
    at.spend(12)
    at.pilot.advance(25_000)
    counted = at.side.time.spent
    at.live.close()
    at.guide.game = at.side.live = None
    with LiveSession.resume(at.live.path) as again:
        assert 0 <= counted - again.spent_ms < 10_100


def test_a_laptop_that_slept_lost_no_time(at: Table) -> None:
    at.play_until("board")
    before = at.side.time.spent
    at.side.pass_time(at.pilot.app.clock.now_ms() + 3_600_000)
    assert at.side.time.spent == before


def test_the_question_for_who_waits_comes_from_a_role_that_waits_and_from_nothing_else(at: Table) -> None:
    at.play_until("board")
    roles = at.live.play.case.pack.roles
    question = at.side.question
    waiting = {seat.role for seat in at.live.play.seats} - {str(at.live.moment.role)}
    assert question in {each.nl for role in waiting for each in roles[role].waiting_questions}
    at.side.act(acts.inject_added(at.live.play.case.pack.scenario.injects[0].id))
    assert at.side.question == question
    assert question in at.text


# -- the guide and the length of a session


def test_the_first_start_opens_the_guide_and_the_next_the_title(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TABLETOP_HOME", str(tmp_path))
    seen = []
    for _ in range(2):
        guide = open_table()
        guide.app.step()
        seen.append(type(guide.app.screen).__name__)
        if seen[-1] == "GuideScreen":
            guide.app.screen.on_back()
        guide.put_away()
        guide.app.window.destroy()
    assert seen == ["GuideScreen", "TitleScreen"]


def test_a_long_format_is_set_up_with_the_further_rounds(at: Table) -> None:
    at.guide.put_away()
    at.guide.new_session()
    at.pilot.step()
    at.pilot.click(key="setup/format/minutes_90")
    arrangement = at.guide._arrangement
    assert arrangement is not None
    assert arrangement.format.long
    assert "48" in at.text


def test_who_prepares_early_begins_the_clock_when_people_are_there(at: Table) -> None:
    at.guide.put_away()
    at.guide.new_session()
    at.pilot.advance(240_000)
    at.pilot.click(key="setup/clock")
    assert at.side.time.spent < 1_000
