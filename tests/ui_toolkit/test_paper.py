"""The paper under a screen is drawn where it shows, and only there."""

import pygame
import pytest

from tabletop.ui.geometry import Rect
from tabletop.ui.paint import paint_tree
from tabletop.ui.screen import Screen
from tests.ui_toolkit.conftest import Play
from tests.ui_toolkit.gallery_form import GALLERIES


@pytest.mark.parametrize("gallery", GALLERIES)
def test_paper_that_cards_hide_is_left_out_and_nothing_shows_of_that(play: Play, gallery: type[Screen]) -> None:
    stage = (pilot := play(gallery())).app.stage
    size = pilot.app.surface.get_size()
    fresh, used = pygame.Surface(size), pygame.Surface(size)
    fresh.fill(stage.context().theme.paper)
    used.fill("red")
    for surface in (fresh, used):
        paint_tree(surface, stage.update(), stage.context())
    assert pygame.image.tobytes(fresh, "RGB") == pygame.image.tobytes(used, "RGB")


def test_what_is_left_of_a_rectangle_covers_all_but_the_hole() -> None:
    whole, hole = Rect(0, 0, 9, 7), Rect(3, 2, 20, 3)
    parts = whole.without(hole)
    pixels = [(x, y) for x in range(9) for y in range(7)]
    assert all(sum(part.contains(pixel) for part in parts) == (not hole.contains(pixel)) for pixel in pixels)
