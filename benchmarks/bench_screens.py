"""How long a player waits: for the first frame of the program, and for the board of a session to be drawn."""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tabletop.ui.app import App, Settings
from tabletop.ui.clock import FakeClock
from tabletop.ui.paint import paint_tree
from tabletop.ui.pilot import Pilot
from tabletop.ui.playing import Player
from tabletop.ui.screens.flow import Beginning, TableGuide

Benchmark = Callable[..., Any]
FIRST_FRAME = "from tabletop.ui.main import open_table; open_table().app.step()"


class NoAlbum:
    """Takes no pictures."""

    def take(self, kind: str) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Pilot, TableGuide]]:
    """A session of six seats at 1920x1080 that has come to the board of its second round, or further."""
    folder = tmp_path_factory.mktemp("bench")
    guide = TableGuide(Beginning("start", 7, folder / "bench.tafel", folder=folder))
    guide.app = App(guide.title_screen(), size=(1920, 1080), settings=Settings(), clock=FakeClock(), raise_errors=True)
    pilot = Pilot(guide.app)
    player = Player(pilot, guide, NoAlbum(), 6, random.Random(7))  # noqa: S311 - no secret
    while guide.game is None or guide.table.moment.kind != "board" or guide.table.moment.round == 0:
        player.on(type(guide.app.screen).__name__)
    yield pilot, guide
    guide.table.put_away()
    pilot.stop()


@pytest.mark.target(seconds=1.0)
def test_process_start_to_first_frame(benchmark: Benchmark, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLETOP_HOME", str(tmp_path))
    command = [sys.executable, "-c", FIRST_FRAME]
    benchmark.pedantic(lambda: subprocess.run(command, check=True), rounds=5, warmup_rounds=1)  # type: ignore[attr-defined]


@pytest.mark.target(seconds=0.004)
def test_redraw_of_the_board_at_1080p(benchmark: Benchmark, session: tuple[Pilot, TableGuide]) -> None:
    pilot, guide = session
    guide.to_board()
    pilot.step()
    stage = pilot.app.stage
    benchmark(lambda: paint_tree(pilot.app.surface, stage.tree, stage.context()))


@pytest.mark.target(seconds=0.0001)
def test_a_board_on_which_nothing_changed_is_not_drawn(benchmark: Benchmark, session: tuple[Pilot, TableGuide]) -> None:
    pilot, guide = session
    guide.to_board()
    pilot.step()
    frames = pilot.app.frames
    benchmark(pilot.app.draw)
    assert pilot.app.frames == frames


@pytest.mark.target(seconds=0.1)
def test_hand_over_from_board_to_cover_and_back(benchmark: Benchmark, session: tuple[Pilot, TableGuide]) -> None:
    pilot, guide = session

    def there_and_back() -> None:
        guide.to_cover()
        pilot.app.draw()
        guide.to_board()
        pilot.app.draw()

    benchmark(there_and_back)


@pytest.mark.target(seconds=0.1)
def test_cover_opens_on_the_desk(benchmark: Benchmark, session: tuple[Pilot, TableGuide]) -> None:
    pilot, guide = session
    guide.table.open_cover()

    def open_desk() -> None:
        guide.to_cover()
        guide.to_private()
        pilot.app.draw()

    benchmark(open_desk)


@pytest.mark.target(seconds=0.004)
def test_redraw_of_the_desk_at_1080p(benchmark: Benchmark, session: tuple[Pilot, TableGuide]) -> None:
    pilot, guide = session
    guide.table.open_cover()
    guide.to_private()
    pilot.step()
    stage = pilot.app.stage
    benchmark(lambda: paint_tree(pilot.app.surface, stage.tree, stage.context()))
