"""Where partners and their names stand in a Graph, so that none lies over another."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tabletop.ui.geometry import Rect

ROUNDS = 12


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


def place_labels(room: Rect, discs: Sequence[Rect], sizes: Sequence[tuple[int, int]], gap: int) -> list[Rect]:
    """A place for each name beside its disc: below when that is free, else the side with the least in the way."""
    placed: list[Rect] = []
    for at, (disc, size) in enumerate(zip(discs, sizes, strict=True)):
        taken = [*placed, *(other for n, other in enumerate(discs) if n != at)]
        sides = [_kept(room, side) for side in _sides(disc, size, gap)]
        placed.append(min(sides, key=lambda side: _in_the_way(side, [*taken, disc])))
    return placed


def _sides(disc: Rect, size: tuple[int, int], gap: int) -> list[Rect]:
    wide, high = size
    x, y = disc.centre[0] - wide // 2, disc.centre[1] - high // 2
    below, above = disc.bottom + gap, disc.y - gap - high
    right, left = disc.right + gap, disc.x - gap - wide
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
