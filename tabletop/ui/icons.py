"""Icons: SVG files of the content, drawn in any size and colour."""

from __future__ import annotations

import io
from functools import cache

import pygame

from tabletop.content.home import content_home
from tabletop.ui.cache import SurfaceCache

INK = "#1E2733"  # the colour in the files, replaced by the one asked for


@cache
def icon_names() -> frozenset[str]:
    """Names of all icons there are: `lock`, or `measure_plan/safety_plan` for one that stands in a folder."""
    folder = content_home() / "assets" / "icons"
    return frozenset(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.svg"))


def drawn_as(name: str) -> str:
    """The drawing of an icon: its own, or the one of its folder where a pack brings something not drawn yet."""
    return name if name in icon_names() else name.partition("/")[0]


@cache
def _source(name: str) -> str:
    return (content_home() / "assets" / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class IconBook:
    """Icons by name, size and colour, drawn once."""

    def __init__(self) -> None:
        self._drawn = SurfaceCache(2_000_000)

    def has(self, name: str) -> bool:
        """True when there is an icon of this name, or one of its folder."""
        return drawn_as(name) in icon_names()

    def surface(self, name: str, size: int, colour: str) -> pygame.Surface:
        """The icon as a square of `size` pixels in a `#RRGGBB` colour."""
        return self._drawn.get((name, size, colour), lambda: _draw(name, size, colour))


def _draw(name: str, size: int, colour: str) -> pygame.Surface:
    text = _source(drawn_as(name)).replace(INK, colour)
    drawn = pygame.image.load_sized_svg(io.BytesIO(text.encode()), (size, size))
    return drawn.convert(pygame.Surface((1, 1), pygame.SRCALPHA))  # the order of bytes that blits 25 times as fast
