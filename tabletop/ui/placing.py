"""Where partners and their names stand in a Graph, so that none lies over another."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from tabletop.ui.geometry import Rect

ROUNDS = 12
DISC_WEIGHT = 20


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two `#RRGGBB`: `share` 0 gives `one`, 1 gives `other`.

    >>> mixed("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def spread(wanted: Sequence[tuple[float, float]], radius: Sequence[int], apart: int) -> list[Rect]:
    """Squares around discs at the wanted centres, pushed apart where two would touch."""
    centres = [list(point) for point in wanted]
    for _ in range(ROUNDS):
        for one in range(len(centres)):
            for other in range(one + 1, len(centres)):
                _push(centres[one], centres[other], radius[one] + radius[other] + apart)
    return [
        Rect(round(x) - size, round(y) - size, 2 * size, 2 * size) for (x, y), size in zip(centres, radius, strict=True)
    ]


def _push(one: list[float], other: list[float], least: float) -> None:
    dx, dy = other[0] - one[0], other[1] - one[1]
    away = math.hypot(dx, dy)
    if away >= least:
        return
    ux, uy = (dx / away, dy / away) if away else (1.0, 0.0)
    half = (least - away) / 2
    one[0], one[1] = one[0] - ux * half, one[1] - uy * half
    other[0], other[1] = other[0] + ux * half, other[1] + uy * half


Line = tuple[tuple[int, int], tuple[int, int]]


def place_labels(
    room: Rect, discs: Sequence[Rect], sizes: Sequence[tuple[int, int]], lines: Sequence[Line] = ()
) -> list[Rect]:
    """A place for each name beside its disc: below when that is free, else the side with the least in the way."""
    placed: list[Rect] = []
    for disc, size in zip(discs, sizes, strict=True):
        sides = [_kept(room, side) for side in _sides(disc, size)]
        taken = [*placed, *discs]
        costs = [_in_the_way(side, taken) * DISC_WEIGHT + _crossed(side, lines) for side in sides]
        placed.append(sides[costs.index(min(costs))])
    return placed


def best_place(room: Rect, places: Sequence[Rect], taken: Sequence[Rect], lines: Sequence[Line]) -> Rect:
    """The first of the places, kept inside the room, that has the least in its way."""
    kept = [_kept(room, place) for place in places]
    costs = [_in_the_way(place, taken) * DISC_WEIGHT + _crossed(place, lines) for place in kept]
    return kept[costs.index(min(costs))]


def _sides(disc: Rect, size: tuple[int, int]) -> list[Rect]:
    wide, high = size
    x, y = disc.centre[0] - wide // 2, disc.centre[1] - high // 2
    below, above = disc.bottom, disc.y - high
    right, left = disc.right, disc.x - wide
    return [
        Rect(x, below, wide, high), Rect(x, above, wide, high), Rect(right, y, wide, high), Rect(left, y, wide, high),
        Rect(disc.centre[0], below, wide, high), Rect(disc.centre[0] - wide, below, wide, high),
        Rect(disc.centre[0], above, wide, high), Rect(disc.centre[0] - wide, above, wide, high),
    ]  # fmt: skip


def _kept(room: Rect, rect: Rect) -> Rect:
    x = max(room.x, min(rect.x, room.right - rect.w))
    y = max(room.y, min(rect.y, room.bottom - rect.h))
    return Rect(x, y, rect.w, rect.h)


def _in_the_way(rect: Rect, taken: Sequence[Rect]) -> int:
    return sum(both.w * both.h for both in (rect.intersection(other) for other in taken))


def _crossed(rect: Rect, lines: Sequence[Line]) -> int:
    """How much of the lines a place covers; weighs less than a name or a disc, as a name stays readable over a line."""
    cut = [pygame.Rect(rect).clipline(*line) for line in lines]
    return sum(abs(line[0][0] - line[1][0]) + abs(line[0][1] - line[1][1]) for line in cut if line)
