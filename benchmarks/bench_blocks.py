"""How long a window stands still at most: every step of a whole session, eight seats at 1920x1080, as a table plays it.

A step is what the loop does between two looks at keys and mouse: it handles what came in and draws. Time of the
processor is counted, not of the clock: a busy machine, or the disk, would hide what the program itself takes.
"""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tabletop.ui.ahead import Ahead, of_a_session
from tabletop.ui.demo import LAST, demo_app
from tabletop.ui.pilot import Pilot
from tabletop.ui.playing import Player
from tabletop.ui.screens.flow import Beginning, TableGuide
from tabletop.ui.settings import Settings

CASE, SEATS, SEED, WORKERS = "drempel", 8, 7, 2


class NoAlbum:
    """Takes no pictures."""

    def take(self, kind: str) -> None:
        """Nothing."""


class Typist(Pilot):
    """Types as people do: the window draws after each letter."""

    def type_text(self, text: str) -> None:
        """Type letter by letter."""
        for letter in text:
            super().type_text(letter)


def blocks(guide: TableGuide, player: Player) -> Iterator[float]:
    """Play to the end; the seconds of each step."""
    app, step = guide.app, guide.app.step
    taken: list[float] = []

    def timed(wait_ms: int = 0) -> None:
        begun = time.thread_time()
        step(wait_ms)
        taken.append(time.thread_time() - begun)

    app.step = timed  # type: ignore[method-assign]
    screen = ""
    while screen != LAST:
        screen = type(app.screen).__name__
        player.on(screen)
        yield from taken
        taken.clear()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.target(seconds=0.1, of="max")
def test_steps_of_a_whole_session_with_eight_seats(benchmark: Any, tmp_path: Path, percent: int) -> None:
    if benchmark.disabled:
        pytest.skip("whole sessions are played when benchmarks are measured")
    guide = TableGuide(Beginning(CASE, SEED, tmp_path / "blocks.tafel", folder=tmp_path, workers=WORKERS))
    app = demo_app(guide, (1920, 1080), Settings(text_percent=percent))
    ahead = Ahead(lambda: of_a_session(CASE), app.sweeper.keep)
    app.sweeper.begin()
    ahead.start()
    ahead.wait()
    pilot = Typist(app)
    player = Player(pilot, guide, NoAlbum(), SEATS, random.Random(SEED))  # noqa: S311 - no secret
    benchmark.pedantic(lambda: None, rounds=1)
    stats = benchmark.stats.stats
    stats.data.clear()
    for seconds in blocks(guide, player):
        stats.update(seconds)
    guide.put_away()
    pilot.stop()
