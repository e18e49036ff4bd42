"""The text of a screen: copied, shown and spoken; private text only after somebody confirmed it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from tabletop.ui.app import App
from tabletop.ui.pilot import Pilot
from tabletop.ui.settings import Settings
from tabletop.ui.voice import arguments
from tabletop.ui.widgets import Button, Column, TextBlock, Widget
from tests.ui_toolkit.conftest import OneScreen

PRIVATE = "Zij kreeg vannacht een nieuw nummer."


@dataclass
class Ear:
    """A voice that only remembers."""

    heard: list[str] = field(default_factory=list)
    stopped: int = 0

    def speak(self, text: str, language: str) -> None:
        """Remember."""
        self.heard.append(f"{language}: {text}")

    def stop(self) -> None:
        """Count."""
        self.stopped += 1


class PrivateScreen(OneScreen):
    """A screen for one seat."""

    is_private = True


def page() -> Widget:
    return Column(
        [TextBlock(PRIVATE), Button("Een", lambda: None, hint="de eerste", key="a"), Button("Twee", lambda: None)]
    )


Start = Callable[..., Pilot]


@pytest.fixture
def start() -> Iterator[Start]:
    """A pilot with an ear, on an open or a private screen, with a clipboard of its own."""
    started: list[Pilot] = []

    def make(ear: Ear | None, kind: type[OneScreen] = OneScreen, *, spoken: bool = True, language: str = "nl") -> Pilot:
        settings = Settings(spoken=spoken, motion=False, language=language)
        from tabletop.ui.clock import FakeClock

        app = App(kind(page), settings=settings, clock=FakeClock(), raise_errors=True, voice=lambda: ear)
        kept = [""]
        app.stage.to_clipboard = lambda text: kept.__setitem__(0, text)
        app.stage.clipboard = lambda: kept[0]
        started.append(Pilot(app))
        return started[-1]

    yield make
    for pilot in started:
        pilot.stop()


def test_the_focus_is_spoken_with_name_kind_and_hint(start: Start) -> None:
    ear = Ear()
    start(ear).press("tab", "shift+tab")
    assert ear.heard[-1] == "nl: Een, knop. de eerste"


def test_the_voice_speaks_the_language_of_the_screen(start: Start) -> None:
    ear = Ear()
    start(ear, language="en")
    assert ear.heard == ["en: Proef. Een, button. de eerste"]


def test_nothing_is_spoken_unless_asked_for(start: Start) -> None:
    ear = Ear()
    start(ear, spoken=False).press("tab")
    assert ear.heard == []


def test_one_key_reads_the_whole_screen_and_stops_it(start: Start) -> None:
    ear = Ear()
    pilot = start(ear, spoken=False)
    pilot.press("f3")
    assert PRIVATE in ear.heard[-1]
    pilot.press("f3")
    assert (len(ear.heard), ear.stopped) == (1, 1)


def test_a_private_screen_is_not_spoken(start: Start) -> None:
    ear = Ear()
    start(ear, PrivateScreen).press("tab", "tab")
    assert len(ear.heard) == 1
    assert "Privéscherm" in ear.heard[0]


def test_a_private_screen_is_spoken_once_confirmed_and_only_that_one(start: Start) -> None:
    ear = Ear()
    pilot = start(ear, PrivateScreen)
    pilot.press("f3")
    assert PRIVATE not in "".join(ear.heard)
    pilot.click("Lees toch voor")
    assert PRIVATE in ear.heard[-1] or PRIVATE in ear.heard[-2]
    pilot.app.show(PrivateScreen(page))
    pilot.step()
    assert "Privéscherm" in ear.heard[-1]


def test_without_a_voice_the_user_is_told(start: Start) -> None:
    pilot = start(None)
    pilot.press("f3")
    assert "geen stem" in pilot.app.stage.pointing.notice


def test_one_key_copies_the_text_of_the_screen(start: Start) -> None:
    pilot = start(None)
    pilot.press("f6")
    assert PRIVATE in pilot.app.stage.pasted()
    assert "Een, knop" in pilot.app.stage.pasted()


def test_enter_at_the_question_copies_no_private_text(start: Start) -> None:
    pilot = start(None, PrivateScreen)
    pilot.press("f6", "return")
    assert pilot.app.stage.pasted() == ""
    assert not pilot.find("dialog")


def test_private_text_is_copied_only_once_confirmed_and_goes_with_the_screen(start: Start) -> None:
    pilot = start(None, PrivateScreen)
    pilot.press("f6")
    assert pilot.app.stage.pasted() == ""
    pilot.click("Kopieer toch")
    assert PRIVATE in pilot.app.stage.pasted()
    pilot.app.show(OneScreen(page))
    assert pilot.app.stage.pasted() == ""


def test_one_key_shows_the_screen_as_text_and_takes_it_away(start: Start) -> None:
    pilot = start(None)
    pilot.press("f7")
    assert PRIVATE in pilot.get("dialog", "Dit scherm als tekst").children[1].label
    pilot.press("f7")
    assert not pilot.find("dialog")


@pytest.mark.parametrize("program", ["say", "spd-say", "espeak-ng", "espeak", "powershell"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_voice_is_asked_in_the_language_and_gets_its_text_through_its_input(program: str, language: str) -> None:
    asked = arguments(program, language)
    assert asked
    assert all(PRIVATE not in word for word in asked)
