"""The second window: what the room sees, and what it never sees."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tabletop.ui.beamer import scrolling
from tabletop.ui.screens.facilitation import Facilitation
from tabletop.ui.tree import overlaps
from tabletop.ui.widgets.scroll import scroll_to
from tests.session.group import Group
from tests.ui_screens.live_table import Table, table
from tests.ui_screens.test_facilitator import private_words


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Table]:
    with table(tmp_path, seats=6) as made:
        made.side.toggle_beamer()
        made.pilot.step()
        yield made


def room(at: Table) -> str:
    assert at.side.beamer is not None
    return at.side.beamer.tree.as_text()


def test_one_key_opens_the_window_and_the_same_key_closes_it(at: Table) -> None:
    at.pilot.press("f4")
    assert at.side.beamer is None
    at.pilot.press("f4")
    assert at.side.beamer is not None


def test_over_a_whole_session_the_room_never_reads_what_one_seat_reads(at: Table) -> None:
    people = Group(5)
    secret = private_words(at)
    while at.live.moment.kind != "debrief":
        assert at.live.act(people.next_entry(at.live.play)) is None
        if at.live.moment.is_open:
            at.guide.to_private()
        else:
            at.guide.onward()
        at.pilot.step()
        on_table = {fact.text for fact in at.guide.table.board("nl").picture}
        assert [words for words in secret if words in room(at) and words not in on_table] == []


def test_during_a_private_turn_the_room_sees_the_board_and_the_question_for_who_waits(at: Table) -> None:
    at.play_until("turn", is_open=True)
    assert at.screen == "DeskScreen"
    assert "Wat er gebeurde" in room(at)
    assert at.side.question in room(at)


def test_the_panel_of_the_facilitator_is_not_for_the_room(at: Table) -> None:
    at.play_until("board")
    at.pilot.press("f5")
    assert "Begeleider" not in room(at)
    assert "Wat er gebeurde" in room(at)


@pytest.mark.parametrize(("kind", "words"), [("meeting", "Het beeld dat samen ontstaat"), ("weeks", "De weken")])
def test_what_all_may_see_the_room_sees_with_the_table(at: Table, kind: str, words: str) -> None:
    at.play_until(kind)
    assert words in room(at)


@pytest.mark.parametrize("kind", ["board", "turn", "meeting", "weeks"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_nothing_overlaps_for_the_room(at: Table, kind: str, size: tuple[int, int]) -> None:
    at.play_until(kind)
    beamer = at.side.beamer
    assert beamer is not None
    beamer.window.size = size
    at.pilot.step()
    assert overlaps(beamer.tree) == []


@pytest.mark.parametrize("kind", ["board", "turn", "meeting", "weeks", "debrief"])
def test_letters_for_the_back_row_are_at_least_24_pixels_at_1080p(at: Table, kind: str) -> None:
    at.play_until(kind)
    beamer = at.side.beamer
    assert beamer is not None
    beamer.stage.size = beamer.onlooker.size = (1920, 1080)
    beamer.stage.invalidate()
    beamer.stage.update()
    assert beamer.stage.context().px(14) >= 24
    assert min(node.text_px for node in beamer.stage.tree.walk() if node.text_px) >= 24


@pytest.mark.parametrize("round_", [0, 1, 2])
def test_the_whole_board_is_in_sight_of_the_room_also_with_the_longest_question(
    at: Table, round_: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    roles = at.live.play.case.pack.roles.values()
    longest = max((text for role in roles for each in role.waiting_questions for text in (each.nl, each.en)), key=len)
    monkeypatch.setattr(Facilitation, "question", property(lambda _: longest))
    for _ in range(round_):
        at.play_until("weeks")
        at.play_until("board")
    at.play_until("turn", is_open=True)
    beamer = at.side.beamer
    assert beamer is not None
    assert longest in room(at)
    assert beamer.tree.find_key("page") is None


def test_the_room_follows_where_the_table_has_scrolled_to(at: Table) -> None:
    at.play_until("debrief")
    at.pilot.click(key="debrief/tabs/course")
    at.pilot.step()
    assert at.side.beamer is not None
    area = next(area for area, spare in scrolling(at.pilot.tree()) if spare)
    scroll_to(area, 10_000, at.pilot.app.stage)
    at.pilot.step()
    below = {each.key: spare for each, spare in scrolling(at.side.beamer.tree)}
    assert at.side.beamer.stage.scrolls[area.key] == below[area.key] > 0


@pytest.mark.parametrize("kind", ["board", "meeting", "weeks"])
def test_the_room_sees_no_button_that_nobody_can_press(at: Table, kind: str) -> None:
    at.play_until(kind)
    assert at.side.beamer is not None
    assert [node.label for node in at.side.beamer.tree.walk() if node.role == "button"] == []


def test_closing_the_window_hurts_nothing(at: Table) -> None:
    at.play_until("turn", is_open=True)
    beamer = at.side.beamer
    assert beamer is not None
    pygame.event.post(pygame.Event(pygame.WINDOWCLOSE, window=beamer.window))
    at.pilot.step()
    assert at.side.beamer is None
    assert at.screen == "DeskScreen"
    at.pilot.press("escape")
    assert at.screen == "CoverScreen"


def test_pulling_the_cable_hurts_nothing(at: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    at.play_until("board")
    monkeypatch.setattr(pygame.display, "get_num_displays", lambda: 0)
    at.pilot.advance(1_100)
    assert at.side.beamer is None
    assert at.screen == "BoardScreen"


def test_a_second_window_that_the_system_takes_away_hurts_nothing(at: Table) -> None:
    at.play_until("board")
    at.pilot.app.raise_errors = False
    beamer = at.side.beamer
    assert beamer is not None
    beamer.window.destroy()
    at.pilot.click(key="board/next")
    at.pilot.advance(1_100)
    assert at.side.beamer is None
    assert at.screen == "CoverScreen"


def test_a_key_pressed_over_the_second_window_counts_at_the_table(at: Table) -> None:
    at.play_until("board")
    beamer = at.side.beamer
    assert beamer is not None
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.Event(kind, key=pygame.K_F9, mod=0, unicode="", window=beamer.window))
    at.pilot.step()
    assert at.screen == "PauseScreen"


def test_a_click_in_the_second_window_does_nothing(at: Table) -> None:
    at.play_until("board")
    beamer = at.side.beamer
    assert beamer is not None
    entries = len(at.live.play.entries)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(kind, pos=(640, 360), button=1, touch=False, window=beamer.window))
    at.pilot.step()
    assert (len(at.live.play.entries), at.screen) == (entries, "BoardScreen")


def test_the_room_is_drawn_only_when_it_sees_something_else(at: Table) -> None:
    at.play_until("turn", is_open=True)
    beamer = at.side.beamer
    assert beamer is not None
    at.pilot.step()
    frames = beamer.frames
    at.pilot.press("tab", "down", "tab")
    at.pilot.advance(5_000)
    assert beamer.frames - frames <= 1


def test_the_table_keeps_its_own_screen_while_the_room_is_drawn(at: Table) -> None:
    at.play_until("board")
    assert at.pilot.app.screen.app is at.pilot.app
    at.pilot.click(key="board/next")
    assert at.screen == "CoverScreen"


def test_while_the_room_sees_this_screen_no_turn_opens(at: Table) -> None:
    at.guide.room_sees = True
    at.play_until("turn")
    at.pilot.hold(key="cover/looks_away")
    assert at.screen == "CoverScreen"
