"""Pilots on screens of their own; their windows close after the test."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tabletop.ui.pilot import Pilot
from tabletop.ui.screen import Screen
from tabletop.ui.widgets import Page, Widget

Play = Callable[..., Pilot]


class OneScreen(Screen):
    """A screen of whatever a test puts on it."""

    title = "Proef"

    def __init__(self, make: Callable[[], Widget]) -> None:
        self.make = make

    def build(self) -> Widget:
        return Page(self.make())


@pytest.fixture
def play() -> Iterator[Play]:
    """Start a pilot on a screen, or on a function that makes widgets."""
    started: list[Pilot] = []

    def start(what: Screen | Callable[[], Widget], **parts: Any) -> Pilot:
        screen = what if isinstance(what, Screen) else OneScreen(what)
        started.append(Pilot.start(screen, **parts))
        return started[-1]

    yield start
    for pilot in started:
        pilot.stop()
