"""The typeface: Source Sans Pro out of its package, each weight and size loaded once."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Literal

import pygame

Weight = Literal["regular", "semibold", "bold", "italic"]

FILES: dict[Weight, str] = {
    "regular": "SourceSansPro-Regular.ttf",
    "semibold": "SourceSansPro-Semibold.ttf",
    "bold": "SourceSansPro-Bold.ttf",
    "italic": "SourceSansPro-It.ttf",
}


class FontBook:
    """Fonts by weight and pixel size, and the width of texts in them."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[Weight, int], pygame.font.Font] = {}
        self._widths: dict[tuple[Weight, int, str], int] = {}

    def font(self, weight: Weight, size: int) -> pygame.font.Font:
        """The font of this weight, `size` pixels high."""
        found = self._fonts.get((weight, size))
        if found is None:
            with as_file(files("font_source_sans_pro") / "files" / FILES[weight]) as path:
                found = pygame.font.Font(str(path), size)
            self._fonts[weight, size] = found
        return found

    def width(self, text: str, weight: Weight, size: int) -> int:
        """How wide a text is, in pixels."""
        key = (weight, size, text)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > 50_000:  # noqa: PLR2004 - a day of typing, a few megabytes
                self._widths.clear()
            found = self._widths[key] = self.font(weight, size).size(text)[0]
        return found
