"""Drawing the table and the room after each other, without the flip: both windows at 1920x1080."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tabletop.ui.beamer import Beamer
from tabletop.ui.demo import demo_app
from tabletop.ui.paint import paint_tree
from tabletop.ui.pilot import Pilot
from tabletop.ui.playing import Player
from tabletop.ui.screens.flow import Beginning, TableGuide
from tabletop.ui.settings import Settings

Benchmark = Callable[..., Any]
SIZE = (1920, 1080)


class NoAlbum:
    """Takes no pictures."""

    def take(self, kind: str) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Pilot, TableGuide, Beamer]]:
    """A session of six seats at the board of its second round, with a window for the room."""
    folder = tmp_path_factory.mktemp("two")
    guide = TableGuide(Beginning("start", 7, folder / "two.tafel", folder=folder))
    pilot = Pilot(demo_app(guide, SIZE, Settings()))
    player = Player(pilot, guide, NoAlbum(), 6, random.Random(7))  # noqa: S311 - no secret
    while guide.game is None or guide.table.moment.kind != "board" or guide.table.moment.round == 0:
        player.on(type(guide.app.screen).__name__)
    guide.facilitation.toggle_beamer()
    beamer = guide.facilitation.beamer
    assert beamer is not None
    beamer.window.size = SIZE
    pilot.step()
    yield pilot, guide, beamer
    guide.facilitation.close()
    guide.put_away()
    pilot.stop()


@pytest.mark.target(seconds=0.008)
def test_redraw_of_two_windows_at_1080p(benchmark: Benchmark, windows: tuple[Pilot, TableGuide, Beamer]) -> None:
    pilot, _, beamer = windows
    table, room = pilot.app.stage, beamer.stage
    assert (table.size, room.size) == (SIZE, SIZE)

    def redraw() -> None:
        paint_tree(pilot.app.surface, table.tree, table.context())
        paint_tree(beamer.surface, room.tree, room.context())

    benchmark(redraw)


@pytest.mark.target(seconds=0.0002)
def test_a_step_in_which_neither_window_changes(
    benchmark: Benchmark, windows: tuple[Pilot, TableGuide, Beamer]
) -> None:
    pilot, guide, beamer = windows

    def step() -> None:
        pilot.app.draw()
        guide.facilitation.draw()

    step()
    before = beamer.frames
    benchmark(step)
    assert beamer.frames == before
