"""Time comes from a clock that tests can turn."""

import pytest

from tabletop.ui.widgets import TextBlock, Widget
from tests.ui_toolkit.conftest import OneScreen, Play


class Counting(OneScreen):
    """Counts what passed."""

    wants_tick = 1000

    def __init__(self) -> None:
        super().__init__(self.text)
        self.passed: list[int] = []

    def text(self) -> Widget:
        return TextBlock(f"{len(self.passed)} tikken")

    def tick(self, elapsed_ms: int) -> bool:
        self.passed.append(elapsed_ms)
        return len(self.passed) == 3


def test_ticks_come_at_their_pace_and_tell_what_passed(play: Play) -> None:
    screen = Counting()
    play(screen).advance(2500)
    assert screen.passed == [1000, 1000]


def test_a_tick_that_changed_nothing_draws_nothing(play: Play) -> None:
    pilot = play(Counting())
    frames = pilot.app.frames
    pilot.advance(2000)
    assert pilot.app.frames == frames
    pilot.advance(1000)
    assert pilot.get("text", "3 tikken")


@pytest.mark.parametrize("act", ["key", "mouse"])
def test_idle_time_begins_again_at_every_input(play: Play, act: str) -> None:
    pilot = play(Counting())
    pilot.advance(5000)
    assert pilot.app.idle_ms >= 5000
    if act == "key":
        pilot.press("tab")
    else:
        pilot.click("0 tikken") if pilot.find("text", "0 tikken") else pilot.click("3 tikken")
    assert pilot.app.idle_ms == 0
