"""A line is drawn window by window, and looks as if it had been drawn at once."""

import numpy as np
import pytest

from tabletop.ui import shapes


@pytest.mark.parametrize("reach", [(301, -222), (-40, 500), (0, 300), (260, 260), (5, 3)])
@pytest.mark.parametrize("dash", [(0.0, 0.0), (7.0, 7.0), (0.1, 8.0)])
def test_a_line_of_windows_is_the_line_drawn_at_once(reach: tuple[int, int], dash: tuple[float, float]) -> None:
    width, room = 5.5, shapes.margin(5.5)
    start = tuple(room + max(0, -over) for over in reach)
    size = tuple(abs(over) + 2 * room + 1 for over in reach)
    whole = shapes._coverage((size[0], size[1]), (start[0], start[1]), reach, width, dash)
    pieces = np.zeros((size[0], size[1]), np.uint8)
    shapes._cover(pieces, (start[0], start[1]), reach, width, dash)
    assert whole.any()
    assert np.array_equal(pieces, whole)
