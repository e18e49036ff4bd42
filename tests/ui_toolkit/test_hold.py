"""A HoldButton acts after being held, by key and by mouse, and shows how far it is."""

import pytest

from tabletop.ui.pilot import Pilot
from tabletop.ui.screen import Screen
from tabletop.ui.widgets import Button, Column, Widget
from tabletop.ui.widgets.page import Page
from tests.ui_toolkit.conftest import Play
from tests.ui_toolkit.gallery_form import CoverGallery


@pytest.fixture(params=["keys", "mouse"])
def pilot(request: pytest.FixtureRequest, play: Play) -> Pilot:
    return play(CoverGallery(), mode=request.param)


def opened(pilot: Pilot) -> int:
    screen = pilot.app.screen
    assert isinstance(screen, CoverGallery)
    return screen.opened


def test_holding_half_a_second_acts_once(pilot: Pilot) -> None:
    pilot.hold("Houd", 700)
    assert opened(pilot) == 1


class Read(Screen):
    """What lies under the cover: the focus is on a button that goes on."""

    title = "Dossier"
    first_focus = "on"

    def __init__(self) -> None:
        self.read = 0

    def build(self) -> Widget:
        return Page(Column([Button("Gelezen", self._on, key="on")]))

    def _on(self) -> None:
        self.read += 1


def test_a_key_that_opened_a_cover_and_is_still_down_does_nothing_on_the_next_screen(play: Play) -> None:
    cover, dossier = CoverGallery(), Read()
    pilot = play(cover, mode="keys")
    cover.open = lambda: pilot.app.show(dossier)  # type: ignore[method-assign]
    pilot.app.stage.invalidate()
    pilot.hold("Houd", 1200)
    assert pilot.app.screen is dossier
    assert dossier.read == 0
    pilot.press("space")
    assert dossier.read == 1


def test_letting_go_early_does_nothing_and_starts_again_from_zero(pilot: Pilot) -> None:
    pilot.hold("Houd", 300)
    pilot.hold("Houd", 300)
    assert opened(pilot) == 0


def test_a_click_does_nothing(pilot: Pilot) -> None:
    pilot.click("Houd")
    pilot.advance(1000)
    assert opened(pilot) == 0


def test_progress_is_said_and_drawn(play: Play) -> None:
    pilot = play(CoverGallery())
    node = pilot.get("button", "Houd")
    pilot.app.hands.mouse_down(node.rect.centre)
    pilot.advance(250)
    frames = pilot.app.frames
    assert pilot.get("button", "Houd").value == "50 %"
    pilot.advance(50)
    assert pilot.app.frames > frames


def test_a_window_that_loses_the_keyboard_lets_go(play: Play) -> None:
    pilot = play(CoverGallery())
    pilot.app.hands.mouse_down(pilot.get("button", "Houd").rect.centre)
    pilot.app.hands.release_all()
    pilot.advance(1000)
    assert opened(pilot) == 0
