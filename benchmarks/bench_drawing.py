"""How long the toolkit needs: to draw a full board, to do nothing, and to go to another screen. Without the flip."""

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tabletop.ui.paint import paint_tree
from tabletop.ui.pilot import Pilot
from tabletop.ui.stage import Stage

GALLERY = Path(__file__).resolve().parent.parent / "tests" / "ui_toolkit" / "gallery.py"
Benchmark = Callable[..., Any]


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    """The screens of the tests; by path, as an installed package may also call itself `tests`."""
    spec = importlib.util.spec_from_file_location("gallery", GALLERY)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def pilot(gallery: ModuleType) -> Iterator[Pilot]:
    """A board in a window of 1920x1080."""
    pilot = Pilot.start(gallery.BoardGallery(), size=(1920, 1080))
    yield pilot
    pilot.stop()


def redraw(pilot: Pilot) -> None:
    stage: Stage = pilot.app.stage
    paint_tree(pilot.app.surface, stage.tree, stage.context())


@pytest.mark.target(seconds=0.004)
def test_redraw_of_a_full_board_at_1080p(benchmark: Benchmark, pilot: Pilot) -> None:
    benchmark(redraw, pilot)


@pytest.mark.target(seconds=0.0001)
def test_a_step_in_which_nothing_changed(benchmark: Benchmark, pilot: Pilot) -> None:
    frames = pilot.app.frames
    benchmark(pilot.app.draw)
    assert pilot.app.frames == frames


@pytest.mark.target(seconds=0.1)
def test_going_to_another_screen_at_1080p(benchmark: Benchmark, pilot: Pilot, gallery: ModuleType) -> None:
    screens = [gallery.DeskGallery(), gallery.BoardGallery()]

    def go() -> None:
        screens.reverse()
        pilot.app.show(screens[0])
        pilot.app.draw()

    benchmark(go)


@pytest.mark.target(seconds=0.1)
def test_text_size_changed_at_1080p(benchmark: Benchmark, pilot: Pilot) -> None:
    """Every text is broken and drawn anew."""
    sizes = [100, 200]

    def change() -> None:
        sizes.reverse()
        pilot.app.stage.kit.__init__()  # type: ignore[misc]  # forget what was drawn
        pilot.app.change(text_percent=sizes[0])
        pilot.app.draw()

    benchmark(change)
