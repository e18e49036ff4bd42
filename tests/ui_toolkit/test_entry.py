"""Typing into an Entry."""

import pygame
import pytest

from tabletop.ui.pilot import Pilot
from tabletop.ui.widgets import Entry, Widget
from tests.ui_toolkit.conftest import OneScreen, Play


class Form(OneScreen):
    """Keeps what was typed."""

    def __init__(self, text: str = "", most: int = 60) -> None:
        super().__init__(self.entry)
        self.text, self.most, self.sent = text, most, 0

    def entry(self) -> Widget:
        return Entry("Naam", self.text, self.change, self.send, "een naam hoeft niet", most=self.most)

    def change(self, text: str) -> None:
        self.text = text

    def send(self) -> None:
        self.sent += 1


def test_accents_and_signs_are_typed_as_they_are(play: Play) -> None:
    form = Form()
    play(form).type_text("Coördinatie één €")
    assert form.text == "Coördinatie één €"


def test_the_tree_says_the_text_and_what_the_field_is_for(play: Play) -> None:
    entry = play(Form("Zoë")).get("entry", "Naam")
    assert (entry.value, entry.hint) == ("Zoë", "een naam hoeft niet")


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("backspace",), "Sami"),
        (("home", "delete"), "amira"),
        (("left", "left", "backspace"), "Samra"),
        (("shift+home", "delete"), ""),
        (("ctrl+a", "backspace"), ""),
        (("home", "shift+right", "shift+right", "delete"), "mira"),
    ],
)
def test_keys_edit_the_text(play: Play, keys: tuple[str, ...], text: str) -> None:
    form = Form("Samira"[:6])
    if keys == ("backspace",):
        form.text = "Samir"
    play(form).press(*keys)
    assert form.text == text


def test_typing_replaces_the_selection(play: Play) -> None:
    form = Form("Samira")
    pilot = play(form)
    pilot.press("ctrl+a")
    pilot.type_text("Bas")
    assert form.text == "Bas"


def test_copy_and_paste(play: Play) -> None:
    form = Form("Mei Lin")
    pilot = play(form)
    kept: list[str] = []
    pilot.app.stage.to_clipboard = kept.append
    pilot.app.stage.clipboard = lambda: "twee\nregels"
    pilot.press("ctrl+a", "ctrl+x", "ctrl+v")
    assert kept == ["Mei Lin"]
    assert form.text == "twee regels"


def test_no_more_than_the_most_is_taken(play: Play) -> None:
    form = Form("abc", most=5)
    play(form).type_text("defgh")
    assert form.text == "abcde"


def compose(pilot: Pilot, text: str) -> None:
    pygame.event.post(pygame.Event(pygame.TEXTEDITING, text=text, start=0, length=len(text), window=pilot.app.window))
    pilot.step()


def test_text_being_composed_is_shown_but_does_not_count_yet(play: Play) -> None:
    form = Form("Zo")
    pilot = play(form)
    before = pygame.image.tobytes(pilot.app.surface, "RGB")
    compose(pilot, "¨")
    assert form.text == "Zo"
    assert pygame.image.tobytes(pilot.app.surface, "RGB") != before


def test_composed_text_goes_where_the_caret_is(play: Play) -> None:
    form = Form("Zo")
    pilot = play(form)
    compose(pilot, "¨")
    compose(pilot, "")
    pilot.type_text("ë")
    assert form.text == "Zoë"


def test_enter_submits_and_a_click_does_not(play: Play) -> None:
    form = Form("x")
    pilot = play(form)
    pilot.click("Naam")
    assert form.sent == 0
    pilot.press("return")
    assert form.sent == 1


def test_a_space_is_typed_and_submits_nothing(play: Play) -> None:
    form = Form("a")
    pilot = play(form)
    pilot.press("space")
    pilot.type_text(" b")
    assert (form.text, form.sent) == ("a b", 0)


def test_a_click_puts_the_caret_where_it_was(play: Play) -> None:
    form = Form("Samira")
    pilot = play(form)
    rect = pilot.get("entry", "Naam").rect
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(kind, pos=(rect.x + 3, rect.bottom - 10), button=1, window=pilot.app.window))
    pilot.step()
    pilot.type_text("!")
    assert form.text == "!Samira"


def test_the_pilot_fills_a_field(play: Play) -> None:
    form = Form("oud")
    play(form, mode="keys").fill("Naam", "nieuw")
    assert form.text == "nieuw"
