"""Meter: hours as squares; Segments: a bar in parts, for the programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.ui.theme import Tone
from tabletop.ui.widgets.base import Widget


@dataclass(eq=False)
class Meter(Widget):
    """`filled` of `total` squares (halves allowed), with `text` below ("4 van 6 uur over"), which is also its value."""

    filled: float
    total: int
    text: str
    label: str = ""
    tone: Tone = "ink"


@dataclass(frozen=True)
class Segment:
    """A part of the bar: its length, its tone, the text in it."""

    length: float
    tone: Tone
    text: str


@dataclass(eq=False)
class Segments(Widget):
    """A bar in coloured parts with a text in each; a text that does not fit goes to a line below."""

    parts: Sequence[Segment]
    label: str = ""
