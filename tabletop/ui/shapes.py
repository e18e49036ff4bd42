"""Smooth shapes made once: rounded boxes in nine parts, discs, and thick or dashed strokes.

Only strokes need numpy: the first frame has none, and does not wait for it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from tabletop.ui.cache import SurfaceCache
from tabletop.ui.geometry import Rect

if TYPE_CHECKING:
    import numpy as np

FINE = 4  # supersampling
ROUGH = 2  # the same for large fields
FAR = 1e6
WINDOW = 24  # pixels of a slanting line that are looked at together
FIELD_ALPHA = 44  # of 255: text on a field keeps its contrast


class ShapeBook:
    """Shapes by their looks."""

    def __init__(self) -> None:
        self._drawn = SurfaceCache(8_000_000)

    def box(self, radius: int, fill: str, border: str, width: int) -> pygame.Surface:
        """A small rounded box of which corners are cut: side 2 * radius + 1."""
        key = ("box", radius, fill, border, width)
        return self._drawn.get(key, lambda: _box(radius, fill, border, width))

    def whole_box(self, size: tuple[int, int], radius: int, fill: str, border: str, width: int) -> pygame.Surface:
        """A rounded box of this size."""
        key = ("whole", size, radius, fill, border, width)
        return self._drawn.get(key, lambda: _whole(size, self.box(radius, fill, border, width), fill, border, width))

    def disc(self, radius: int, fill: str, border: str, width: int) -> pygame.Surface:
        """A filled circle with a border; an empty `fill` leaves it open."""
        key = ("disc", radius, fill, border, width)
        return self._drawn.get(key, lambda: _disc(radius, fill, border, width))

    def stroke(self, dx: int, dy: int, width: float, colour: str, dash: tuple[float, float]) -> pygame.Surface:
        """A line from one corner over (dx, dy) with round ends, and room of `margin(width)` around it."""
        key = ("stroke", dx, dy, width, colour, dash)
        return self._drawn.get(key, lambda: _stroke(dx, dy, width, colour, dash))

    def path(
        self, points: Sequence[tuple[int, int]], width: float, colour: str, dash: tuple[float, float]
    ) -> tuple[tuple[int, int], pygame.Surface]:
        """A line through points, and where its top left goes."""
        room = margin(width)
        left, top = min(x for x, _ in points) - room, min(y for _, y in points) - room
        moved = tuple((x - left, y - top) for x, y in points)
        key = ("path", moved, width, colour, dash)
        return (left, top), self._drawn.get(key, lambda: _path(moved, width, colour, dash))

    def field(self, size: tuple[int, int], corners: Sequence[tuple[int, int]], colour: str) -> pygame.Surface:
        """A field with these corners through which one sees what lies behind."""
        key = ("field", size, corners, colour)
        return self._drawn.get(key, lambda: _field(size, corners, colour))

    def polygon(self, points: tuple[tuple[float, float], ...], size: int, fill: str) -> pygame.Surface:
        """A filled polygon in a square of `size`; points in 0..1."""
        key = ("polygon", points, size, fill)
        return self._drawn.get(key, lambda: _polygon(points, size, fill))


def margin(width: float) -> int:
    """The room a stroke takes beside its line."""
    return math.ceil(width / 2) + 2


def draw_box(surface: pygame.Surface, rect: Rect, small: pygame.Surface, fill: str, border: str, width: int) -> None:
    """Draw a box of any size out of a small one: its corners, and plain bars and fills between them."""
    radius = (small.get_width() - 1) // 2
    for place, source in _corners(rect, radius):
        surface.blit(small, place, source)
    bar = min(width, radius) if border else radius
    inner, tall = rect.w - 2 * radius, rect.h - 2 * radius
    for top in (rect.y, rect.bottom - bar):
        surface.fill(border or fill, (rect.x + radius, top, inner, bar))
    for left in (rect.x, rect.right - bar):
        surface.fill(border or fill, (left, rect.y + radius, bar, tall))
    if fill and border:
        surface.fill(fill, (rect.x + radius, rect.y + bar, inner, radius - bar))
        surface.fill(fill, (rect.x + radius, rect.bottom - radius, inner, radius - bar))
        surface.fill(fill, (rect.x + bar, rect.y + radius, rect.w - 2 * bar, tall))
    elif fill:
        surface.fill(fill, (rect.x + radius, rect.y + radius, inner, tall))


def _corners(rect: Rect, radius: int) -> list[tuple[tuple[int, int], tuple[int, int, int, int]]]:
    """Where each corner goes, and which part of the small box it is."""
    far = radius + 1
    return [
        ((rect.right - radius if right else rect.x, rect.bottom - radius if low else rect.y),
         (far if right else 0, far if low else 0, radius, radius))
        for right in (False, True)
        for low in (False, True)
    ]  # fmt: skip


def _whole(size: tuple[int, int], small: pygame.Surface, fill: str, border: str, width: int) -> pygame.Surface:
    surface = _clear(size, border or fill)
    draw_box(surface, Rect(0, 0, *size), small, fill, border, width)
    surface.set_alpha(255, pygame.RLEACCEL)
    return surface


def _clear(side: tuple[int, int], colour: str) -> pygame.Surface:
    surface = pygame.Surface(side, pygame.SRCALPHA)
    transparent = pygame.Color(colour)
    transparent.a = 0
    surface.fill(transparent)
    return surface


def _box(radius: int, fill: str, border: str, width: int) -> pygame.Surface:
    side = 2 * radius + 1
    edge = border or fill
    big = _clear((side * FINE, side * FINE), edge)
    whole = pygame.Rect(0, 0, side * FINE, side * FINE)
    pygame.draw.rect(big, edge, whole, border_radius=radius * FINE)
    if border:
        inner = whole.inflate(-2 * width * FINE, -2 * width * FINE)
        middle = pygame.Color(fill or border)
        middle.a = 255 if fill else 0
        pygame.draw.rect(big, middle, inner, border_radius=max(0, radius - width) * FINE)
    return pygame.transform.smoothscale(big, (side, side))


def _disc(radius: int, fill: str, border: str, width: int) -> pygame.Surface:
    side = 2 * radius
    edge = border or fill
    big = _clear((side * FINE, side * FINE), edge)
    centre = (radius * FINE, radius * FINE)
    pygame.draw.circle(big, edge, centre, radius * FINE)
    if border:
        middle = pygame.Color(fill or border)
        middle.a = 255 if fill else 0
        pygame.draw.circle(big, middle, centre, max(0, radius - width) * FINE)
    return pygame.transform.smoothscale(big, (side, side))


def _polygon(points: tuple[tuple[float, float], ...], size: int, fill: str) -> pygame.Surface:
    big = _clear((size * FINE, size * FINE), fill)
    pygame.draw.polygon(big, fill, [(x * size * FINE, y * size * FINE) for x, y in points])
    return pygame.transform.smoothscale(big, (size, size))


def _stroke(dx: int, dy: int, width: float, colour: str, dash: tuple[float, float]) -> pygame.Surface:
    room = margin(width)
    surface = pygame.Surface((abs(dx) + 2 * room + 1, abs(dy) + 2 * room + 1), pygame.SRCALPHA)
    surface.fill(colour)
    start = (room if dx >= 0 else room - dx, room if dy >= 0 else room - dy)
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = 0
    _cover(alpha, start, (dx, dy), width, dash)
    del alpha
    surface.set_alpha(255, pygame.RLEACCEL)
    return surface


def _path(points: Sequence[tuple[int, int]], width: float, colour: str, dash: tuple[float, float]) -> pygame.Surface:
    room, gone = margin(width), 0.0
    size = max(x for x, _ in points) + room + 1, max(y for _, y in points) + room + 1
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(colour)
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = 0
    for (x, y), (to_x, to_y) in pairwise(points):
        reach = (to_x - x, to_y - y)
        _cover(alpha, (x, y), reach, width, dash, gone)
        gone += math.hypot(*reach)
    del alpha
    surface.set_alpha(255, pygame.RLEACCEL)
    return surface


def _field(size: tuple[int, int], corners: Sequence[tuple[int, int]], colour: str) -> pygame.Surface:
    big = _clear((size[0] * ROUGH, size[1] * ROUGH), colour)
    see_through = pygame.Color(colour)
    see_through.a = FIELD_ALPHA
    if len(corners) > 2:  # noqa: PLR2004 - fewer have no inside
        pygame.draw.polygon(big, see_through, [(x * ROUGH, y * ROUGH) for x, y in corners])
    return pygame.transform.smoothscale(big, size)


def _cover(
    alpha: np.ndarray[tuple[int, int], np.dtype[np.uint8]],
    start: tuple[int, int],
    reach: tuple[int, int],
    width: float,
    dash: tuple[float, float],
    gone: float = 0.0,
) -> None:
    """Draw a line into the alphas of a surface, window by window: most pixels round a slanting line are far from it."""
    import numpy as np

    room = margin(width)
    windows = max(1, min(abs(reach[0]), abs(reach[1])) // WINDOW)
    for number in range(windows):
        span = [
            sorted((begin + over * number // windows, begin + over * (number + 1) // windows))
            for begin, over in zip(start, reach, strict=True)
        ]
        (left, right), (top, bottom) = ((max(0, low - room), high + room + 2) for low, high in span)
        window = alpha[left:right, top:bottom]
        shape = (window.shape[0], window.shape[1])
        covered = _coverage(shape, (start[0] - left, start[1] - top), reach, width, dash, gone)
        np.maximum(window, covered, out=window)


def _coverage(
    size: tuple[int, int],
    start: tuple[int, int],
    reach: tuple[int, int],
    width: float,
    dash: tuple[float, float],
    gone: float = 0.0,
) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """How much of each pixel a line covers, 0..255 [x, y]: the distance to the nearest point of it (or of its dash).

    `gone` is how long the line was before this piece, so that its dashes go on.
    """
    import numpy as np

    length = max(1e-6, math.hypot(*reach))
    ux, uy = reach[0] / length, reach[1] / length
    x = np.arange(size[0], dtype=np.float32)[:, None] - start[0]
    y = np.arange(size[1], dtype=np.float32)[None, :] - start[1]
    along = np.clip(x * ux + y * uy, 0, length)
    on, off = dash
    if off:
        period = on + off
        place = (along + gone) % period
        nearest = np.where(place <= on, place, np.where(place - on < period - place, on, period))
        along = along - place + nearest
        along = np.where((along >= 0) & (along <= length), along, FAR)  # a dash that begins beyond this piece
    distance = np.hypot(x - along * ux, y - along * uy)
    return (np.clip(width / 2 + 0.5 - distance, 0, 1) * 255).astype(np.uint8)
