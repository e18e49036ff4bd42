"""ScrollArea: takes what does not fit."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.ui.widgets.base import Widget


@dataclass(eq=False)
class ScrollArea(Widget):
    """Scrolls its child by wheel, Page Up/Down, Home/End or dragging the bar, and by itself to what has the focus.

    Give it a `key` when the screen is rebuilt with other content, so that its place is kept. `label` for the text tree.
    """

    child: Widget
    label: str = ""
    least: int = 120
    grow: int = 1
