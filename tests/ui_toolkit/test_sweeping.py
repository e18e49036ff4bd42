"""Garbage is looked for while nobody does anything."""

import gc
from collections.abc import Iterator

import pytest

from tabletop.ui.sweeping import AFTER_MS, Sweeper
from tests.ui_toolkit.conftest import Play
from tests.ui_toolkit.gallery import DeskGallery


@pytest.fixture
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("_as_before")
def test_once_in_every_rest(play: Play) -> None:
    pilot = play(DeskGallery())
    sweeper = pilot.app.sweeper
    sweeper.begin()
    pilot.advance(AFTER_MS - 100)
    assert sweeper.sweeps == 0
    pilot.advance(5 * AFTER_MS)
    assert sweeper.sweeps == 1
    pilot.press("tab")
    pilot.advance(2 * AFTER_MS)
    assert sweeper.sweeps == 2


def test_a_program_that_only_looks_in_is_left_alone() -> None:
    before = gc.get_threshold()
    sweeper = Sweeper()
    sweeper.keep()
    sweeper.pass_time(AFTER_MS)
    assert (sweeper.sweeps, gc.get_threshold()) == (0, before)
