"""A cache of drawn things that forgets the oldest when it holds too many pixels."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame


class SurfaceCache:
    """Surfaces by key; `most_pixels` bounds the memory (four bytes a pixel)."""

    def __init__(self, most_pixels: int = 16_000_000) -> None:
        self._kept: dict[Hashable, pygame.Surface] = {}
        self._pixels = 0
        self._most = most_pixels

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface of this key, made when it is not there."""
        found = self._kept.pop(key, None)
        if found is None:
            found = make()
            self._pixels += _area(found)
        self._kept[key] = found
        while self._pixels > self._most and len(self._kept) > 1:
            self._pixels -= _area(self._kept.pop(next(iter(self._kept))))
        return found

    def __len__(self) -> int:
        return len(self._kept)


def _area(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height()
