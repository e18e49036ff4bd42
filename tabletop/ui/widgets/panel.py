"""Panel: a card with an optional title and accent; Divider: a thin line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.paint import Brush
from tabletop.ui.theme import Theme, Tone
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget

BAR, RADIUS = 6, 10


@dataclass(eq=False)
class Panel(Widget):
    """A rounded card around `child`; a node of role "group" with `title` (or `label`) as label.

    `accent` "top" or "left" is a bar, "outline" a thick border in `tone`. `fill` "card", "raised", "shade" or "soft"
    (the quiet background of the tone). It fills the height it is given: inside a Split, or with `grow`.
    """

    child: Widget
    title: str = ""
    tone: Tone = "ink"
    accent: Literal["", "top", "left", "outline"] = ""
    fill: Literal["card", "raised", "shade", "soft"] = "card"
    padding: int = 16
    label: str = ""

    @override
    def natural_width(self, ctx: Context) -> int:
        title = ctx.lay(self.title, "caption").width if self.title else 0
        return max(title, ctx.natural_width(self.child)) + self._sides(ctx)

    @override
    def min_width(self, ctx: Context) -> int:
        return ctx.min_width(self.child) + self._sides(ctx)

    @override
    def height(self, ctx: Context, width: int) -> int:
        return ctx.height(self.child, width - self._sides(ctx)) + self._frame(ctx, width)

    @override
    def min_height(self, ctx: Context, width: int) -> int:
        return ctx.min_height(self.child, width - self._sides(ctx)) + self._frame(ctx, width)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        pad = ctx.gap(self.padding)
        head = self._head(ctx, rect.w)
        top = head + pad + self._extra(ctx, "top")
        left = pad + self._extra(ctx, "left")
        with ctx.upon(_colour(ctx.theme, self.fill, self.tone)):
            inner = Rect(rect.x + left, rect.y + top, rect.w - left - pad, rect.h - top - pad)
            return (
                ctx.node(
                    self,
                    "group",
                    rect,
                    label=self.title or self.label,
                    style="caption" if self.title else "",
                    children=self.child.arrange(ctx, inner),
                ),
            )

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        rect, theme = node.rect, brush.theme
        radius, tone = brush.gap(RADIUS), theme.tone(self.tone)
        outline = self.accent == "outline"
        low = Rect(rect.x, rect.bottom - radius, rect.w, radius + brush.gap(1))
        with brush.clipped(low):  # the shadow, where it shows
            brush.box(rect.moved(0, brush.gap(1)), theme.line, radius=radius)
        fill = _colour(theme, self.fill, self.tone)
        brush.box(rect, fill, tone if outline else theme.line, brush.gap(2) if outline else brush.gap(1), radius)
        if self.accent in ("top", "left"):
            bar = brush.gap(BAR)
            part = Rect(rect.x, rect.y, rect.w, bar) if self.accent == "top" else Rect(rect.x, rect.y, bar, rect.h)
            with brush.clipped(part):
                brush.box(rect, tone, radius=radius)
        if self.title:
            pad = brush.gap(self.padding)
            laid = brush.ctx.lay(self.title, "caption", rect.w - self._sides(brush.ctx))
            place = (rect.x + pad + self._extra(brush.ctx, "left"), rect.y + pad + self._extra(brush.ctx, "top"))
            brush.text(laid, place)

    @override
    def covers(self, brush: Brush, node: Node) -> Rect:
        return node.rect.inset(brush.gap(RADIUS))

    def _head(self, ctx: Context, width: int) -> int:
        if not self.title:
            return 0
        return ctx.lay(self.title, "caption", width - self._sides(ctx)).height + ctx.gap(6)

    def _frame(self, ctx: Context, width: int) -> int:
        return self._head(ctx, width) + 2 * ctx.gap(self.padding) + self._extra(ctx, "top")

    def _sides(self, ctx: Context) -> int:
        return 2 * ctx.gap(self.padding) + self._extra(ctx, "left")

    def _extra(self, ctx: Context, accent: str) -> int:
        return ctx.gap(BAR) if self.accent == accent else 0


def _colour(theme: Theme, fill: str, tone: Tone) -> str:
    return theme.soft(tone) if fill == "soft" else str(getattr(theme, fill))


@dataclass(eq=False)
class Divider(Widget):
    """A thin line over the full width."""

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.gap(1)

    @override
    def height(self, ctx: Context, width: int) -> int:
        del width
        return max(1, ctx.gap(1))

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        return (ctx.node(self, "group", rect),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        brush.fill(node.rect, brush.theme.line)
