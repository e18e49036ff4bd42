"""Dialog: a question or message over the screen; opened with `app.open(Dialog(...))`, closed with `app.close()`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tabletop.ui.theme import Tone
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.button import Button


@dataclass(eq=False)
class Dialog(Widget):
    """Modal: the focus stays inside, Escape closes it (when `closable`) and calls `on_close`; its body scrolls if it must.

    A button's own `on_press` closes nothing: call `app.close()` in it. `width` in design pixels.
    """

    title: str
    body: Widget
    buttons: Sequence[Button] = ()
    on_close: Callable[[], None] | None = None
    closable: bool = True
    tone: Tone = "ink"
    width: int = 560
