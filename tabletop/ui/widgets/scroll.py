"""ScrollArea: takes what does not fit."""

from __future__ import annotations

from dataclasses import dataclass, field

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.host import Host, KeyPress
from tabletop.ui.paint import Brush
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget

BAR = 10
EDGE = 6
"""Design pixels above and below what scrolls, so that a focus ring at its edge is whole."""
STEP = 64
"""Design pixels a turn of the wheel or an arrow key moves."""


@dataclass(eq=False)
class ScrollArea(Widget):
    """Scrolls its child by wheel, Page Up/Down, Home/End or dragging the bar, and by itself to what has the focus.

    Give it a `key` when the screen is rebuilt with other content, so that its place is kept. `label` for the text tree.
    `pad` is white space around the child, in design pixels. When all fits it yields no node.
    """

    child: Widget
    label: str = ""
    least: int = 120
    pad: int = 0
    grow: int = field(default=1, kw_only=True)

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.natural_width(self.child) + 2 * ctx.gap(self.pad)

    @override
    def min_width(self, ctx: Context) -> int:
        return ctx.min_width(self.child) + 2 * ctx.gap(self.pad)

    @override
    def height(self, ctx: Context, width: int) -> int:
        return ctx.height(self.child, width - 2 * ctx.gap(self.pad)) + 2 * ctx.gap(self.pad)

    @override
    def min_height(self, ctx: Context, width: int) -> int:
        least = ctx.min_height(self.child, width - 2 * ctx.gap(self.pad)) + 2 * ctx.gap(self.pad)
        return min(least, ctx.gap(self.least))

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        key = ctx.claim(self.key or f"scroll:{self.label}")
        pad = ctx.gap(self.pad)
        if ctx.min_height(self.child, rect.w - 2 * pad) + 2 * pad <= rect.h:
            return self.child.arrange(ctx, rect.inset(pad))
        width = rect.w - 2 * pad - (0 if pad > ctx.gap(BAR) else ctx.gap(BAR))
        edge = max(pad, ctx.gap(EDGE))
        long = ctx.height(self.child, width) + 2 * edge
        offset = ctx.scrolls[key] = max(0, min(ctx.scrolls.get(key, 0), long - rect.h))
        with ctx.seen_through(rect):
            inner = self.child.arrange(ctx, Rect(rect.x + pad, rect.y + edge - offset, width, long - 2 * edge))
        alone = not any(node.focusable for top in inner for node in top.walk())
        return (
            ctx.node(
                self,
                "scroll",
                rect,
                key=key,
                focusable=alone,
                label=self.label,
                children=inner,
                part=f"{offset}/{long}",
            ),
        )

    @override
    def paint_over(self, brush: Brush, node: Node) -> None:
        bar = _bar(node, brush.gap(BAR))
        thick = brush.gap(6)
        brush.box(Rect(bar.right - thick, node.rect.y, thick, node.rect.h), brush.theme.shade, radius=thick // 2)
        colour = brush.theme.ink if brush.pointing.pressed == node.key else brush.theme.edge
        brush.box(Rect(bar.right - thick, bar.y, thick, bar.h), colour, radius=thick // 2)

    @override
    def on_key(self, node: Node, press: KeyPress, host: Host) -> bool:
        step = {"down": STEP, "up": -STEP}.get(press.name)
        return step is not None and scroll_by(node, host.pixels(step), host)

    @override
    def on_mouse_down(self, node: Node, point: tuple[int, int], host: Host) -> None:
        host.memory[f"{node.key}:grip"] = point[1] - host.scrolls.get(node.key, 0) * node.rect.h // _long(node)

    @override
    def on_mouse_drag(self, node: Node, point: tuple[int, int], host: Host) -> None:
        grip = host.memory.get(f"{node.key}:grip", point[1])
        scroll_to(node, (point[1] - grip) * _long(node) // max(1, node.rect.h), host)


def scroll_by(node: Node, pixels: int, host: Host) -> bool:
    """Move a scroll node; false when it is at its end already."""
    return scroll_to(node, host.scrolls.get(node.key, 0) + pixels, host)


def scroll_to(node: Node, offset: int, host: Host) -> bool:
    """Move a scroll node so that `offset` pixels are above its view; false when nothing moved."""
    before = host.scrolls.get(node.key, 0)
    after = max(0, min(offset, _long(node) - node.rect.h))
    host.scrolls[node.key] = after
    if before != after:
        host.refresh()
    return before != after


def _long(node: Node) -> int:
    return max(1, int(node.part.partition("/")[2]))


def _bar(node: Node, width: int) -> Rect:
    offset, long = int(node.part.partition("/")[0]), _long(node)
    height = max(width * 2, node.rect.h * node.rect.h // long)
    travel = node.rect.h - height
    y = node.rect.y + travel * offset // max(1, long - node.rect.h)
    return Rect(node.rect.right - width, y, width, height)
