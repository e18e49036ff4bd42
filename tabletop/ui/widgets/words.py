"""Widgets that only show: TextBlock, Pill, Icon, Token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tabletop.ui.text import Run
from tabletop.ui.theme import StyleName, Tone
from tabletop.ui.widgets.base import Widget


@dataclass(eq=False)
class TextBlock(Widget):
    """Wrapped text. `text` is plain, or runs (see `rich`, `bold`, `muted` in ui.text); line breaks are kept.

    Styles: body, strong, small (muted), caption (small heading of a part), italic, heading, title, display.
    Role "heading" for caption, heading, title, display, else "text". `most` limits the width in design pixels.
    """

    text: str | Sequence[Run]
    style: StyleName = "body"
    tone: Tone | None = None
    align: Literal["left", "center", "right"] = "left"
    most: int = 0


@dataclass(eq=False)
class Pill(Widget):
    """A short text in a rounded border: a state that cannot be pressed. `filled` with the soft colour of `tone`."""

    text: str
    tone: Tone = "ink"
    filled: bool = False
    icon: str = ""


@dataclass(eq=False)
class Icon(Widget):
    """An SVG icon by name (assets/icons/NAME.svg). Without `label` it is decoration and says nothing."""

    name: str
    size: int = 24
    tone: Tone = "ink"
    label: str = ""


@dataclass(eq=False)
class Token(Widget):
    """The round sign of a partner: its icon, or else its initial, on its chain's colour. `dim` for who is away."""

    name: str
    tone: Tone
    icon: str = ""
    size: int = 40
    dim: bool = False
    label: str = ""
