"""What a user may set."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_SIZES = (100, 125, 150, 175, 200)


@dataclass
class Settings:
    """Text size in percent (100-200), language, motion on or off, theme, full screen."""

    text_percent: int = 100
    language: str = "nl"
    motion: bool = True
    theme: str = "paper"
    fullscreen: bool = False


def next_size(percent: int, step: int) -> int:
    """The text size one step larger or smaller; stays at the ends.

    >>> next_size(100, 1), next_size(200, 1), next_size(130, -1)
    (125, 200, 125)
    """
    larger = [size for size in TEXT_SIZES if size > percent]
    smaller = [size for size in TEXT_SIZES if size < percent]
    if step > 0:
        return larger[0] if larger else TEXT_SIZES[-1]
    return smaller[-1] if smaller else TEXT_SIZES[0]
