"""A pilot on a screen of a made-up game; windows close after the test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tabletop.session.moment import Moment, MomentKind
from tabletop.ui.app import App, Settings
from tabletop.ui.clock import FakeClock
from tabletop.ui.pilot import Pilot
from tabletop.ui.screen import Screen
from tabletop.ui.screens.flow import TableGuide
from tests.ui_screens.sample_game import SampleGame

Make = Callable[[TableGuide], Screen]


@dataclass
class Seen:
    """A pilot, with the guide and the game behind it."""

    pilot: Pilot
    guide: TableGuide
    game: SampleGame

    @property
    def screen(self) -> str:
        """The kind of screen of the moment."""
        return type(self.pilot.app.screen).__name__

    @property
    def text(self) -> str:
        """All that the screen says."""
        return self.pilot.app.tree.as_text()


Look = Callable[..., Seen]


def moment(kind: MomentKind, is_open: bool = True) -> Moment:
    """A moment of round 2 in which Veilig Thuis holds the laptop."""
    return Moment(kind, 1, 6, "veilig_thuis", 0, is_open=is_open and kind in ("dossiers", "turn", "answer"))


@pytest.fixture
def look() -> Iterator[Look]:
    """Start a pilot on a screen."""
    started: list[Pilot] = []

    def start(
        make: Make,
        kind: MomentKind = "board",
        size: tuple[int, int] = (1280, 720),
        text_percent: int = 100,
        language: str = "nl",
        motion: bool = False,
        **game: Any,
    ) -> Seen:
        guide = TableGuide()
        made = SampleGame(moment=moment(kind), answering=kind == "answer", **game)
        guide.game = made
        settings = Settings(text_percent=text_percent, language=language, motion=motion)
        app = App(make(guide), size=size, settings=settings, clock=FakeClock(), raise_errors=True)
        guide.app = app
        started.append(Pilot(app))
        return Seen(started[-1], guide, made)

    yield start
    for pilot in started:
        pilot.stop()
