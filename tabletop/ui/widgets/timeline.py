"""Timeline: weeks in a line with marks on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.paint import Brush
from tabletop.ui.theme import Tone
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget

SIGN = 18
"""Design pixels of a mark."""
SHAPES: dict[str, tuple[tuple[float, float], ...]] = {
    "triangle": ((0.5, 0.05), (1.0, 0.95), (0.0, 0.95)),
    "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
}


@dataclass(frozen=True)
class Mark:
    """Something in a week: shape and tone together tell its kind; `label` says it in the text tree."""

    week: int
    label: str
    tone: Tone = "muted"
    shape: Literal["circle", "square", "triangle", "diamond"] = "circle"
    icon: str = ""


@dataclass(eq=False)
class Timeline(Widget):
    """Weeks 0..`weeks` with a tick each, `now` in bold; marks stack when they fall in one week.

    `first` and `last` are the texts under the start and under `now` ("week 0", "week 14"); `bounds` are the weeks at
    which rounds end (long ticks).
    """

    weeks: int
    now: int
    marks: Sequence[Mark] = ()
    bounds: Sequence[int] = ()
    first: str = ""
    last: str = ""
    label: str = ""

    @override
    def natural_width(self, ctx: Context) -> int:
        return max(ctx.px(300), (self.weeks + 1) * ctx.gap(SIGN))

    @override
    def min_width(self, ctx: Context) -> int:
        return ctx.px(160)

    @override
    def height(self, ctx: Context, width: int) -> int:
        del width
        return self._stack(ctx) + ctx.gap(18) + ctx.lay("X", "small").height

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        line = rect.y + self._stack(ctx) + ctx.gap(4)
        side, seen = ctx.gap(SIGN), Counter[int]()
        children = []
        for place, mark in enumerate(self.marks):
            x = self._x(ctx, rect, mark.week)
            y = line - ctx.gap(10) - side - seen[mark.week] * (side + ctx.gap(3))
            seen[mark.week] += 1
            children.append(
                ctx.node(self, "mark", Rect(x - side // 2, y, side, side), label=mark.label, part=str(place))
            )
        return (
            ctx.node(
                self, "timeline", rect, label=self.label, value=self.last, style="small", children=tuple(children)
            ),
        )

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        if node.role == "mark":
            self._paint_mark(brush, node, self.marks[int(node.part)])
        else:
            self._paint_line(brush, node.rect)

    def _paint_line(self, brush: Brush, rect: Rect) -> None:
        ctx, theme = brush.ctx, brush.theme
        y = rect.y + self._stack(ctx) + ctx.gap(4)
        start, now, end = (self._x(ctx, rect, week) for week in (0, self.now, self.weeks))
        thick = brush.gap(2)
        brush.fill(Rect(now, y, end - now, thick), theme.line)
        brush.fill(Rect(start, y - (thick // 2), now - start, thick + thick // 2), theme.ink)
        for week in range(self.weeks + 1):
            far = week == 0 or week in self.bounds
            high = brush.gap(9 if far else 4)
            colour = theme.ink if week <= self.now else theme.edge
            brush.fill(
                Rect(
                    self._x(ctx, rect, week),
                    y - (high if far else 0),
                    max(1, ctx.gap(1)),
                    high * (2 if far else 1) + thick,
                ),
                colour,
            )
        brush.disc((now, y + thick // 2), brush.gap(6), theme.card, theme.ink, brush.gap(3))
        self._paint_texts(brush, rect, now, y + ctx.gap(12))

    def _paint_texts(self, brush: Brush, rect: Rect, now: int, y: int) -> None:
        last = brush.ctx.lay(self.last, "caption", tone="ink")
        x = max(rect.x, min(now - last.width // 2, rect.right - last.width))
        brush.text(last, (x, y))
        first = brush.ctx.lay(self.first, "small")
        if self.first and rect.x + first.width + brush.gap(8) <= x:
            brush.text(first, (rect.x, y))

    def _paint_mark(self, brush: Brush, node: Node, mark: Mark) -> None:
        rect, theme = node.rect, brush.theme
        colour = theme.tone(mark.tone)
        inner = rect.inset(brush.gap(1))
        if mark.icon:
            brush.icon(mark.icon, rect.centre, rect.w, colour)
        elif mark.shape == "circle":
            brush.disc(rect.centre, inner.w // 2, colour)
        elif mark.shape == "square":
            brush.box(inner.inset(brush.gap(1)), colour, radius=brush.gap(3))
        else:
            brush.polygon(inner, SHAPES[mark.shape], colour)

    def _x(self, ctx: Context, rect: Rect, week: int) -> int:
        edge = ctx.gap(SIGN)
        return rect.x + edge + (rect.w - 2 * edge) * week // max(1, self.weeks)

    def _stack(self, ctx: Context) -> int:
        most = max(Counter(mark.week for mark in self.marks).values(), default=1)
        return most * (ctx.gap(SIGN) + ctx.gap(3)) + ctx.gap(8)
