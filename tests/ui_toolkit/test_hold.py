"""A HoldButton acts after being held, by key and by mouse, and shows how far it is."""

import pytest

from tabletop.ui.pilot import Pilot
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
