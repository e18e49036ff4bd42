"""A fault of a screen: a sentence for the user, places in a note, and the program goes on."""

from pathlib import Path

import pytest

from tabletop.store.home import log_path
from tabletop.ui.app import App
from tabletop.ui.clock import FakeClock
from tabletop.ui.pilot import Pilot
from tabletop.ui.widgets import Button, Widget
from tests.ui_toolkit.conftest import OneScreen, Play


def fail() -> None:
    raise ValueError("Robin woont in de Kerkstraat")


def broken() -> Widget:
    fail()
    return Button("nooit", lambda: None)


@pytest.fixture
def shown(request: pytest.FixtureRequest) -> Pilot:
    app = App(OneScreen(request.param), clock=FakeClock())
    request.addfinalizer(app.window.destroy)
    return Pilot(app)


@pytest.mark.parametrize("shown", [lambda: Button("Ga", fail)], indirect=True)
def test_a_fault_of_an_action_becomes_a_dialog_and_the_screen_stays(shown: Pilot) -> None:
    shown.click("Ga")
    assert shown.get("dialog", "Er ging iets mis")
    shown.click("Ga verder")
    assert shown.get("button", "Ga")


@pytest.mark.parametrize("shown", [broken], indirect=True)
def test_a_screen_that_cannot_be_built_is_replaced(shown: Pilot) -> None:
    assert shown.get("heading", "Er ging iets mis")
    assert shown.get("button", "Probeer het opnieuw")


@pytest.mark.parametrize("shown", [lambda: Button("Ga", fail)], indirect=True)
def test_neither_screen_nor_note_holds_what_the_fault_said(shown: Pilot) -> None:
    shown.click("Ga")
    assert "Kerkstraat" not in shown.tree().as_text()
    assert "ValueError" not in shown.tree().as_text()
    note = Path(log_path()).read_text(encoding="utf-8")
    assert "ValueError" in note
    assert "Kerkstraat" not in note


def test_tests_see_the_fault(play: Play) -> None:
    pilot = play(lambda: Button("Ga", fail))
    with pytest.raises(ValueError, match="Kerkstraat"):
        pilot.click("Ga")
