"""Hints: who works by keyboard sees what the control with the focus is for."""

import pygame
import pytest

from tabletop.ui.widgets import Button, Column, Entry, TextBlock, Widget
from tests.ui_toolkit.conftest import OneScreen, Play


def two() -> Widget:
    return Column(
        [
            Button("Een", lambda: None, hint="de eerste", key="a"),
            Button("Twee", lambda: None, hint="de tweede", key="b"),
        ]
    )


def test_the_hint_shows_once_the_keyboard_rests(play: Play) -> None:
    pilot = play(two)
    pilot.press("tab")
    assert not pilot.app.stage.pointing.hinted
    pilot.advance(800)
    assert pilot.app.stage.pointing.hinted


def test_the_next_key_takes_the_hint_away(play: Play) -> None:
    pilot = play(two)
    pilot.press("tab")
    pilot.advance(800)
    pilot.press("tab")
    assert not pilot.app.stage.pointing.hinted


def test_no_hint_shows_to_who_has_not_moved_the_focus(play: Play) -> None:
    pilot = play(two)
    pilot.advance(5000)
    assert not pilot.app.stage.pointing.hinted


def test_no_hint_of_the_focus_shows_to_who_works_by_mouse(play: Play) -> None:
    pilot = play(two)
    pilot.press("tab")
    pilot.click(key="a")
    pilot.advance(5000)
    assert not pilot.app.stage.pointing.hinted


def test_a_hint_is_drawn_where_no_text_stands(play: Play) -> None:
    pilot = play(lambda: Column([*(TextBlock("xxxx " * 40) for _ in range(3)), two()]))
    pilot.press("tab", "tab", "shift+tab")
    before = pilot.app.surface.copy()
    pilot.advance(800)
    texts = [node for node in pilot.tree().walk() if node.role == "text"]
    assert texts
    for node in texts:
        assert pilot.app.surface.subsurface(node.rect).get_buffer().raw == before.subsurface(node.rect).get_buffer().raw
    assert pilot.app.surface.get_buffer().raw != before.get_buffer().raw


def test_an_app_at_rest_draws_the_hint_once(play: Play) -> None:
    pilot = play(two)
    pilot.press("tab")
    pilot.advance(800)
    frames = pilot.app.frames
    pilot.advance(5000)
    assert pilot.app.frames == frames


def test_an_input_method_is_told_where_one_types(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[pygame.Rect] = []
    monkeypatch.setattr(pygame.key, "set_text_input_rect", told.append)
    pilot = play(OneScreen(lambda: Entry("Naam", "", lambda _: None, key="name")))
    assert told[-1] == pygame.Rect(pilot.get(key="name").visible)
