"""Dialog: a question or message over the screen; opened with `app.open(Dialog(...))`, closed with `app.close()`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.paint import Brush
from tabletop.ui.theme import Tone
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.button import Button
from tabletop.ui.widgets.layout import Column, Row
from tabletop.ui.widgets.scroll import ScrollArea
from tabletop.ui.widgets.words import TextBlock

LEAVE = "dialog/leave"
"""The key of a dialog's last button, where it has none of its own."""


@dataclass(eq=False)
class Dialog(Widget):
    """Modal: the focus stays inside, Escape closes it (when `closable`) and calls `on_close`; a long body scrolls.

    A button's own `on_press` closes nothing: call `app.close()` in it. The last one leaves the dialog as it was.
    `width` in design pixels.
    """

    title: str
    body: Widget
    buttons: Sequence[Button] = ()
    on_close: Callable[[], None] | None = None
    closable: bool = True
    tone: Tone = "ink"
    width: int = 560
    _content: Column = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parts: list[Widget] = [ScrollArea(self.body, key="dialog", label=self.title)]
        if self.title:
            parts.insert(0, TextBlock(self.title, "heading"))
        if self.buttons:
            self.buttons[-1].key = self.buttons[-1].key or LEAVE
            parts.append(Row(self.buttons, align="right"))
        self._content = Column(parts, gap=16)

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.px(self.width)

    @override
    def height(self, ctx: Context, width: int) -> int:
        return ctx.height(self._content, width - 2 * ctx.gap(24)) + 2 * ctx.gap(24)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        room = rect.inset(ctx.gap(24))
        wide = min(room.w, ctx.px(self.width))
        high = min(room.h, self.height(ctx, wide))
        place = Rect(rect.x + (rect.w - wide) // 2, rect.y + (rect.h - high) // 2, wide, high)
        with ctx.upon(ctx.theme.card):
            inner = self._content.arrange(ctx, place.inset(ctx.gap(24)))
        return (ctx.node(self, "dialog", place, key=ctx.claim(self.key or "dialog"), label=self.title, children=inner),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        brush.box(node.rect, brush.theme.card, brush.theme.tone(self.tone), brush.gap(2), brush.gap(12))
