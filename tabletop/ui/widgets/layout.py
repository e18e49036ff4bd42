"""Containers that only place others and yield no node: Column, Row, Split, Grid, Spacer, Page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget, flatten


def shared(room: int, weights: Sequence[float]) -> list[int]:
    """Whole pixels in proportion to weights, together exactly `room`.

    >>> shared(10, [1, 1, 1])
    [3, 3, 4]
    """
    total, done, given = sum(weights) or 1.0, 0.0, 0
    parts = []
    for weight in weights:
        done += weight
        upto = round(room * done / total) if weight else given
        parts.append(upto - given)
        given = upto
    return parts


def fitted(wanted: Sequence[int], least: Sequence[int], grow: Sequence[int], room: int) -> list[int]:
    """Lengths that fill `room`: what grows takes what is left over, what can shrink gives what is short.

    >>> fitted([30, 30], [30, 10], [0, 1], 50)
    [30, 20]
    """
    over = room - sum(wanted)
    if over > 0 and any(grow):
        return [want + more for want, more in zip(wanted, shared(over, grow), strict=True)]
    slack = [want - low for want, low in zip(wanted, least, strict=True)]
    if over < 0 and any(slack):
        return [want - less for want, less in zip(wanted, shared(min(-over, sum(slack)), slack), strict=True)]
    return list(wanted)


@dataclass(eq=False)
class Column(Widget):
    """Children below each other, `gap` design pixels apart; children with `grow` share the height left over.

    `align`: children fill the width ("fill") or keep their natural width ("left", "center").
    """

    children: Sequence[Widget]
    gap: int = 12
    align: Literal["fill", "left", "center"] = "fill"

    @override
    def natural_width(self, ctx: Context) -> int:
        return max((ctx.natural_width(child) for child in self.children), default=0)

    @override
    def min_width(self, ctx: Context) -> int:
        return max((ctx.min_width(child) for child in self.children), default=0)

    @override
    def height(self, ctx: Context, width: int) -> int:
        return sum(ctx.height(c, self._width(ctx, c, width)) for c in self.children) + self._gaps(ctx)

    @override
    def min_height(self, ctx: Context, width: int) -> int:
        return sum(ctx.min_height(c, self._width(ctx, c, width)) for c in self.children) + self._gaps(ctx)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        widths = [self._width(ctx, child, rect.w) for child in self.children]
        sizes = list(zip(self.children, widths, strict=True))
        heights = fitted(
            [ctx.height(child, width) for child, width in sizes],
            [ctx.min_height(child, width) for child, width in sizes],
            [child.grow for child in self.children],
            rect.h - self._gaps(ctx),
        )
        placed, y = [], rect.y
        for (child, width), height in zip(sizes, heights, strict=True):
            x = rect.x + (rect.w - width) // 2 if self.align == "center" else rect.x
            placed.append(child.arrange(ctx, Rect(x, y, width, height)))
            y += height + ctx.gap(self.gap)
        return flatten(placed)

    def _width(self, ctx: Context, child: Widget, width: int) -> int:
        return width if self.align == "fill" else min(width, ctx.natural_width(child))

    def _gaps(self, ctx: Context) -> int:
        return ctx.gap(self.gap) * max(0, len(self.children) - 1)


@dataclass(eq=False)
class Row(Widget):
    """Children beside each other at natural width, on to a next line when there is no room.

    Children with `grow` (a Spacer, for one) share the width left over in their line. `align` places each line.
    """

    children: Sequence[Widget]
    gap: int = 10
    align: Literal["left", "center", "right"] = "left"

    @override
    def natural_width(self, ctx: Context) -> int:
        return sum(ctx.natural_width(c) for c in self.children) + ctx.gap(self.gap) * max(0, len(self.children) - 1)

    @override
    def min_width(self, ctx: Context) -> int:
        return max((ctx.min_width(child) for child in self.children), default=0)

    @override
    def height(self, ctx: Context, width: int) -> int:
        lines = self._lines(ctx, width)
        return sum(self._line_height(ctx, line, width) for line in lines) + self._between(ctx) * (len(lines) - 1)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        lines = self._lines(ctx, rect.w)
        placed, y = [], rect.y
        for line in lines:
            high = rect.h if len(lines) == 1 else self._line_height(ctx, line, rect.w)
            placed.append(self._arrange_line(ctx, line, Rect(rect.x, y, rect.w, high)))
            y += high + self._between(ctx)
        return flatten(placed)

    def _arrange_line(self, ctx: Context, line: Sequence[Widget], rect: Rect) -> tuple[Node, ...]:
        widths = self._widths(ctx, line, rect.w)
        used = sum(widths) + ctx.gap(self.gap) * (len(line) - 1)
        x = rect.x + {"left": 0, "center": (rect.w - used) // 2, "right": rect.w - used}[self.align]
        placed = []
        for child, width in zip(line, widths, strict=True):
            high = min(rect.h, ctx.height(child, width)) if ctx.height(child, width) else rect.h
            placed.append(child.arrange(ctx, Rect(x, rect.y + (rect.h - high) // 2, width, high)))
            x += width + ctx.gap(self.gap)
        return flatten(placed)

    def _lines(self, ctx: Context, width: int) -> list[list[Widget]]:
        lines: list[list[Widget]] = [[]]
        used = 0
        for child in self.children:
            least = min(ctx.min_width(child), width)
            gap = ctx.gap(self.gap) if lines[-1] else 0
            if lines[-1] and used + gap + least > width:
                lines.append([])
                used, gap = 0, 0
            lines[-1].append(child)
            used += gap + least
        return [line for line in map(_without_edges, lines) if line] or [[]]

    def _widths(self, ctx: Context, line: Sequence[Widget], width: int) -> list[int]:
        room = width - ctx.gap(self.gap) * (len(line) - 1)
        natural = [min(room, ctx.natural_width(child)) for child in line]
        least = [min(wide, ctx.min_width(child)) for child, wide in zip(line, natural, strict=True)]
        return fitted(natural, least, [child.grow for child in line], room)

    def _line_height(self, ctx: Context, line: Sequence[Widget], width: int) -> int:
        widths = self._widths(ctx, line, width)
        return max((ctx.height(child, wide) for child, wide in zip(line, widths, strict=True)), default=0)

    def _between(self, ctx: Context) -> int:
        return ctx.gap(min(self.gap, 8))


def _without_edges(line: list[Widget]) -> list[Widget]:
    """A wrapped line, or nothing when only spacers are left on it."""
    alone = [widget for widget in line if not isinstance(widget, Spacer)]
    return line if alone else []


@dataclass(frozen=True)
class Cell:
    """A part of a Split: its share of the width, and the least width in design pixels before the Split stacks."""

    widget: Widget
    share: float = 1.0
    least: int = 220


@dataclass(eq=False)
class Split(Widget):
    """Cells beside each other over the full height; those that would be narrower than their least go to a next line."""

    cells: Sequence[Cell]
    gap: int = 16

    @override
    def natural_width(self, ctx: Context) -> int:
        return sum(ctx.natural_width(cell.widget) for cell in self.cells) + ctx.gap(self.gap) * (len(self.cells) - 1)

    @override
    def min_width(self, ctx: Context) -> int:
        return max((min(ctx.px(cell.least), ctx.natural_width(cell.widget)) for cell in self.cells), default=0)

    @override
    def height(self, ctx: Context, width: int) -> int:
        return self._stack(ctx, [self._line_height(ctx, line, width) for line in self._lines(ctx, width)])

    @override
    def min_height(self, ctx: Context, width: int) -> int:
        lines = self._lines(ctx, width)
        if len(lines) > 1:
            return self.height(ctx, width)
        widths = self._widths(ctx, lines[0], width)
        return max(ctx.min_height(cell.widget, wide) for cell, wide in zip(lines[0], widths, strict=True))

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        lines = self._lines(ctx, rect.w)
        wanted = [self._line_height(ctx, line, rect.w) for line in lines]
        room = rect.h - ctx.gap(self.gap) * (len(lines) - 1)
        heights = [room] if len(lines) == 1 else fitted(wanted, wanted, [1] * len(lines), room)
        placed, y = [], rect.y
        for line, height in zip(lines, heights, strict=True):
            x = rect.x
            for cell, width in zip(line, self._widths(ctx, line, rect.w), strict=True):
                placed.append(cell.widget.arrange(ctx, Rect(x, y, width, height)))
                x += width + ctx.gap(self.gap)
            y += height + ctx.gap(self.gap)
        return flatten(placed)

    def _lines(self, ctx: Context, width: int) -> list[list[Cell]]:
        lines: list[list[Cell]] = [[]]
        for cell in self.cells:
            needed = sum(ctx.px(other.least) for other in [*lines[-1], cell]) + ctx.gap(self.gap) * len(lines[-1])
            if lines[-1] and needed > width:
                lines.append([])
            lines[-1].append(cell)
        return lines

    def _widths(self, ctx: Context, line: Sequence[Cell], width: int) -> list[int]:
        room = width - ctx.gap(self.gap) * (len(line) - 1)
        widths = shared(room, [cell.share for cell in line])
        least = [min(room, ctx.px(cell.least)) for cell in line]
        short = [max(low, wide) for low, wide in zip(least, widths, strict=True)]
        return fitted(short, least, [0] * len(line), room)

    def _line_height(self, ctx: Context, line: Sequence[Cell], width: int) -> int:
        widths = self._widths(ctx, line, width)
        return max(ctx.height(cell.widget, wide) for cell, wide in zip(line, widths, strict=True))

    def _stack(self, ctx: Context, heights: Sequence[int]) -> int:
        return sum(heights) + ctx.gap(self.gap) * (len(heights) - 1)


@dataclass(eq=False)
class Grid(Widget):
    """Children in equal columns, as many as fit at `least` design pixels, at most `columns`."""

    children: Sequence[Widget]
    columns: int = 3
    least: int = 200
    gap: int = 12

    @override
    def natural_width(self, ctx: Context) -> int:
        widest = max((ctx.natural_width(child) for child in self.children), default=0)
        return widest * self.columns + ctx.gap(self.gap) * (self.columns - 1)

    @override
    def min_width(self, ctx: Context) -> int:
        return max((ctx.min_width(child) for child in self.children), default=0)

    @override
    def height(self, ctx: Context, width: int) -> int:
        heights = self._heights(ctx, width)
        return sum(heights) + ctx.gap(self.gap) * max(0, len(heights) - 1)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        widths = self._widths(ctx, rect.w)
        heights = self._heights(ctx, rect.w)
        placed = []
        for place, child in enumerate(self.children):
            row, column = divmod(place, len(widths))
            x = rect.x + sum(widths[:column]) + ctx.gap(self.gap) * column
            y = rect.y + sum(heights[:row]) + ctx.gap(self.gap) * row
            placed.append(child.arrange(ctx, Rect(x, y, widths[column], heights[row])))
        return flatten(placed)

    def _widths(self, ctx: Context, width: int) -> list[int]:
        gap = ctx.gap(self.gap)
        fit = max(1, min(self.columns, (width + gap) // (ctx.px(self.least) + gap)))
        return shared(width - gap * (fit - 1), [1.0] * fit)

    def _heights(self, ctx: Context, width: int) -> list[int]:
        widths = self._widths(ctx, width)
        rows = [self.children[at : at + len(widths)] for at in range(0, len(self.children), len(widths))]
        return [max(ctx.height(child, wide) for child, wide in zip(row, widths, strict=False)) for row in rows]


@dataclass(eq=False)
class Spacer(Widget):
    """Empty room of `size` design pixels that grows: in a Row sideways, in a Column downwards."""

    size: int = 0
    grow: int = field(default=1, kw_only=True)

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.gap(self.size)

    @override
    def min_width(self, ctx: Context) -> int:
        return ctx.gap(self.size)

    @override
    def height(self, ctx: Context, width: int) -> int:
        del width
        return ctx.gap(self.size)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        del ctx, rect
        return ()
