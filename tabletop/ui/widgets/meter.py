"""Meter: hours as squares; Segments: a bar in parts, for the programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.paint import Brush
from tabletop.ui.text import Laid
from tabletop.ui.theme import STYLES, Tone, contrast
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.layout import shared

SQUARE = 22
APART = 5
LEAST = 14
"""Squares shrink to this before they go on in a second row."""
SMALL = STYLES["small"].size


@dataclass(eq=False)
class Meter(Widget):
    """`filled` of `total` squares (halves allowed), with `text` below ("4 van 6 uur over"), which is also its value."""

    filled: float
    total: int
    text: str
    label: str = ""
    tone: Tone = "ink"

    @override
    def natural_width(self, ctx: Context) -> int:
        squares = self.total * (ctx.px(SQUARE) + ctx.gap(APART)) - ctx.gap(APART)
        return max(squares, ctx.lay(self.text, "small").width)

    @override
    def min_width(self, ctx: Context) -> int:
        return min(ctx.natural_width(self), ctx.px(120))

    @override
    def height(self, ctx: Context, width: int) -> int:
        return self._squares_height(ctx, width) + ctx.lay(self.text, "small", width).height

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        return (ctx.node(self, "meter", rect, label=self.label, value=self.text, style="small"),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        rect, theme = node.rect, brush.theme
        side = self._side(brush.ctx, rect.w)
        step = side + brush.gap(APART)
        for place in range(self.total):
            row, column = divmod(place, self._per_row(brush.ctx, rect.w))
            square = Rect(rect.x + column * step, rect.y + row * step, side, side)
            brush.box(square, theme.shade, theme.tone(self.tone), brush.gap(1), brush.gap(5))
            part = max(0.0, min(1.0, self.filled - place))
            if part:
                with brush.clipped(Rect(square.x, square.y, round(side * part), side)):
                    brush.box(square, theme.tone(self.tone), radius=brush.gap(5))
        brush.text(
            brush.ctx.lay(self.text, "small", rect.w), (rect.x, rect.y + self._squares_height(brush.ctx, rect.w))
        )

    def _per_row(self, ctx: Context, width: int) -> int:
        return max(1, (width + ctx.gap(APART)) // (self._side(ctx, width) + ctx.gap(APART)))

    def _side(self, ctx: Context, width: int) -> int:
        """A square: smaller where that keeps all in one row."""
        fits = (width + ctx.gap(APART)) // max(1, self.total) - ctx.gap(APART)
        return min(fits, ctx.px(SQUARE)) if fits >= ctx.px(LEAST) else ctx.px(SQUARE)

    def _squares_height(self, ctx: Context, width: int) -> int:
        rows = -(-self.total // self._per_row(ctx, width))
        return rows * (self._side(ctx, width) + ctx.gap(APART)) + ctx.gap(2)


@dataclass(frozen=True)
class Segment:
    """A part of the bar: its length, its tone, the text in it."""

    length: float
    tone: Tone
    text: str


@dataclass(eq=False)
class Segments(Widget):
    """A bar in coloured parts with a text in each; texts that do not fit stand below as a legend."""

    parts: Sequence[Segment]
    label: str = ""

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.px(320)

    @override
    def height(self, ctx: Context, width: int) -> int:
        legend = self._legend(ctx, width)
        return ctx.px(28) + (legend.height + ctx.gap(4) if legend else 0)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        said = ", ".join(part.text for part in self.parts)
        pairs = [(ctx.theme.on(part.tone), ctx.colour(part.tone)) for part in self.parts if part.text]
        pair = min(pairs, key=lambda one: contrast(*one), default=None)
        return (ctx.node(self, "meter", rect, label=self.label, value=said, text_px=ctx.px(SMALL), pair=pair),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        ctx, theme, rect = brush.ctx, brush.theme, node.rect
        bar = Rect(rect.x, rect.y, rect.w, ctx.px(28))
        x = bar.x
        for part, wide in zip(self.parts, shared(bar.w, [part.length for part in self.parts]), strict=True):
            with brush.clipped(Rect(x, bar.y, wide, bar.h)):
                brush.box(bar, theme.tone(part.tone), radius=brush.gap(6))
            text = ctx.lay(part.text, "small")
            if text.width + 2 * ctx.gap(4) <= wide:
                place = (x + (wide - text.width) // 2, bar.y + (bar.h - text.height) // 2)
                brush.text(text, place, theme.on(part.tone))
            x += wide
        legend = self._legend(ctx, rect.w)
        if legend:
            brush.text(legend, (rect.x, bar.bottom + ctx.gap(4)))

    def _legend(self, ctx: Context, width: int) -> Laid | None:
        sizes = shared(width, [part.length for part in self.parts])
        small = [
            part.text
            for part, wide in zip(self.parts, sizes, strict=True)
            if part.text and ctx.lay(part.text, "small").width + 2 * ctx.gap(4) > wide
        ]
        return ctx.lay(" · ".join(small), "small", width) if small else None
