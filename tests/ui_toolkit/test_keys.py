"""Keys: what presses, what goes back, and what waits while somebody types."""

from collections.abc import Callable, Sequence

import pygame
import pytest

from tabletop.ui.screen import Shortcut
from tabletop.ui.widgets import Button, Column, Dialog, Entry, TextBlock, Widget
from tests.ui_toolkit.conftest import OneScreen, Play
from tests.ui_toolkit.gallery import DeskGallery


class KeyScreen(OneScreen):
    """With one shortcut, and a note of Escape and pause."""

    def __init__(self, make: Callable[[], Widget], key: str, action: Callable[[], None]) -> None:
        super().__init__(make)
        self.key, self.action, self.heard = key, action, list[str]()

    def shortcuts(self) -> Sequence[Shortcut]:
        return (Shortcut(self.key, "Doen", self.action),)

    def on_back(self) -> None:
        self.heard.append("back")

    def on_pause(self) -> bool:
        self.heard.append("pause")
        return True


@pytest.mark.parametrize("key", ["return", "space"])
def test_enter_and_space_press_a_button(play: Play, key: str) -> None:
    pressed: list[int] = []
    play(lambda: Button("Ga", lambda: pressed.append(1))).press(key)
    assert pressed == [1]


def test_a_key_that_repeats_presses_once(play: Play) -> None:
    pressed: list[int] = []
    pilot = play(lambda: Button("Ga", lambda: pressed.append(1)))
    for _ in range(3):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", window=pilot.app.window))
    pilot.step()
    assert pressed == [1]


def test_a_letter_is_a_shortcut(play: Play) -> None:
    screen = DeskGallery()
    play(screen).press("d", "ctrl+s")
    assert screen.pressed == ["d", "s"]


def test_a_letter_is_text_while_one_types(play: Play) -> None:
    done: list[str] = []
    play(KeyScreen(lambda: Entry("Naam", "", lambda _: None), "d", lambda: done.append("d"))).press("d")
    assert done == []


def test_the_letter_of_a_shortcut_is_not_typed_into_the_entry_it_opens(play: Play) -> None:
    typed: list[str] = []
    parts: list[Widget] = [Button("x", lambda: None)]

    def add() -> None:
        parts.append(Entry("Naam", "", typed.append, key="name"))
        pilot.app.focus("name")

    pilot = play(KeyScreen(lambda: Column(list(parts)), "n", add))
    window = pilot.app.window
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_n, mod=0, unicode="n", window=window))
    pygame.event.post(pygame.Event(pygame.TEXTINPUT, text="n", window=window))
    pygame.event.post(pygame.Event(pygame.KEYUP, key=pygame.K_n, mod=0, unicode="n", window=window))
    pilot.step()
    assert pilot.get(key="name").focused
    assert typed == []


def test_escape_asks_the_screen(play: Play) -> None:
    screen = KeyScreen(lambda: TextBlock("x"), "d", lambda: None)
    play(screen).press("escape")
    assert screen.heard == ["back"]


@pytest.mark.parametrize("key", ["f9", "p"])
def test_pause_is_one_key_on_every_screen(play: Play, key: str) -> None:
    screen = KeyScreen(lambda: TextBlock("x"), "d", lambda: None)
    play(screen).press(key)
    assert screen.heard == ["pause"]


def test_pause_works_with_a_dialog_open(play: Play) -> None:
    screen = KeyScreen(lambda: TextBlock("x"), "d", lambda: None)
    pilot = play(screen)
    pilot.app.open(Dialog("Vraag", TextBlock("?")))
    pilot.press("f9")
    assert screen.heard == ["pause"]


def test_f1_shows_the_keys_of_the_screen_and_closes_again(play: Play) -> None:
    pilot = play(DeskGallery())
    pilot.press("f1")
    assert pilot.get("dialog", "Toetsen op dit scherm")
    assert pilot.get("option", "Delen").value == "D"
    pilot.press("f1")
    assert not pilot.find("dialog")


def test_the_menu_shows_the_keys_to_who_has_only_a_mouse(play: Play) -> None:
    screen = DeskGallery()
    pilot = play(screen, mode="mouse")
    pilot.click(key="page/menu")
    pilot.click(key="keys/d")
    assert screen.pressed == ["d"]
    assert not pilot.find("dialog")


def test_the_menu_is_the_last_stop_of_a_page(play: Play) -> None:
    assert play(DeskGallery()).tree().focus_order()[-1].key == "page/menu"


def test_the_key_map_over_a_dialog_leaves_out_the_keys_of_the_screen(play: Play) -> None:
    pilot = play(DeskGallery())
    pilot.app.open(Dialog("Vraag", TextBlock("?")))
    pilot.press("f1")
    assert not pilot.find(key="keys/d")
    assert pilot.find(key="keys/escape")


def test_f1_also_says_what_the_control_with_the_focus_is_for(play: Play) -> None:
    pilot = play(DeskGallery())
    pilot.press("f1")
    assert pilot.get("text", "De ex was eerder bij een ander in beeld: politiegegeven")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_of_the_key_map_has_words(play: Play, language: str) -> None:
    pilot = play(DeskGallery(), language=language)
    pilot.press("f1")
    assert "widgets." not in pilot.tree().as_text()


def test_f2_changes_the_language(play: Play) -> None:
    pilot = play(DeskGallery())
    pilot.press("f2", "f1")
    assert pilot.get("dialog", "Keys on this screen")


def test_ctrl_plus_and_minus_change_the_text_size_and_tell_it(play: Play) -> None:
    pilot = play(DeskGallery())
    told: list[int] = []
    pilot.app.on_settings = lambda settings: told.append(settings.text_percent)
    pilot.press("ctrl++", "ctrl++", "ctrl+-", "ctrl+0")
    assert told == [125, 150, 125, 100]


def test_shortcuts_wait_while_a_dialog_is_open(play: Play) -> None:
    screen = DeskGallery()
    pilot = play(screen)
    pilot.app.open(Dialog("Vraag", TextBlock("?")))
    pilot.press("d")
    assert screen.pressed == []
