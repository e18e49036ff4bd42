"""Entry: one line of typed text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tabletop.ui.widgets.base import Widget


@dataclass(eq=False)
class Entry(Widget):
    """A field under its label. The screen keeps the text: `on_change` gets each new one, `on_submit` is Enter.

    Shift+arrows select, Ctrl+A/C/X/V, Home, End, Delete; text being composed is shown underlined before it counts.
    """

    label: str
    value: str
    on_change: Callable[[str], None]
    on_submit: Callable[[], None] | None = None
    placeholder: str = ""
    hint: str = ""
    most: int = 60
    width: int = 280
