"""Table: rows and columns, with dots for who knew what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from typing_extensions import override

from tabletop.ui.context import Context, Metrics
from tabletop.ui.geometry import Rect
from tabletop.ui.host import Host
from tabletop.ui.paint import Brush
from tabletop.ui.text import Laid
from tabletop.ui.theme import StyleName, Tone
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.layout import shared

SIGN = 16
PAD = 7


@dataclass(frozen=True)
class Dot:
    """A cell that is a circle, filled, half or open; `label` says it in the text tree; `text` stands beside it."""

    filled: bool
    label: str
    tone: Tone = "care"
    text: str = ""
    half: bool = False


@dataclass(frozen=True)
class TableColumn:
    """A column: `share` of the width left over, `least` design pixels, how its cells are aligned."""

    title: str
    share: float = 1.0
    least: int = 70
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False


@dataclass(frozen=True)
class TableRow:
    """A row: one cell a column, a text or a Dot; `tone` puts a coloured circle before the first cell."""

    id: str
    cells: Sequence[str | Dot]
    tone: Tone | None = None
    hint: str = ""


@dataclass(eq=False)
class Table(Widget):
    """Node "table" with "row" children of "cell"s. Rows can be pressed when `on_pick` is given.

    Too narrow for its columns: each row becomes a card with the titles of the columns before the cells.
    """

    columns: Sequence[TableColumn]
    rows: Sequence[TableRow]
    on_pick: Callable[[str], None] | None = None
    chosen: str | None = None
    label: str = ""
    _kept: tuple[Metrics, tuple[int, ...]] | None = field(default=None, init=False, repr=False)

    @override
    def natural_width(self, ctx: Context) -> int:
        return sum(self._column_width(ctx, at) for at in range(len(self.columns))) + self._gaps(ctx)

    @override
    def min_width(self, ctx: Context) -> int:
        return min(ctx.natural_width(self), ctx.px(200))

    @override
    def height(self, ctx: Context, width: int) -> int:
        head = self._head_height(ctx, width)
        return head + sum(self._row_height(ctx, row, width) for row in self.rows)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        key = ctx.claim(self.key or f"table:{self.label}")
        y = rect.y + self._head_height(ctx, rect.w)
        children = self._head_nodes(ctx, rect)
        for row in self.rows:
            place = Rect(rect.x, y, rect.w, self._row_height(ctx, row, rect.w))
            children.append(self._row_node(ctx, key, row, place))
            y = place.bottom
        return (ctx.node(self, "table", rect, label=self.label, children=tuple(children)),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        if node.role == "row":
            self._paint_row(brush, node)
        elif node.role == "cell":
            self._paint_cell(brush, node)
        elif node.role == "text":
            column = self.columns[int(node.part)]
            brush.text(brush.ctx.lay(column.title, "small", node.rect.w), node.rect[:2], "", column.align, node.rect.w)
        elif self._is_wide(brush.ctx, node.rect.w):
            y = node.rect.y + self._head_height(brush.ctx, node.rect.w) - brush.gap(1)
            brush.fill(Rect(node.rect.x, y, node.rect.w, brush.gap(1)), brush.theme.edge)

    @override
    def ring_rect(self, brush: Brush, node: Node) -> Rect:
        return node.rect.inset(-brush.gap(6), brush.gap(1))

    @override
    def activate(self, node: Node, host: Host) -> None:
        if self.on_pick:
            self.on_pick(node.part)

    def _row_node(self, ctx: Context, key: str, row: TableRow, rect: Rect) -> Node:
        chosen = row.id == self.chosen
        first = row.cells[0] if row.cells else ""
        wide = self._is_wide(ctx, rect.w)
        cells = tuple(
            ctx.node(
                self,
                "cell",
                place,
                label=self.columns[at].title,
                value=_said(row.cells[at]),
                style=self._style(at) if not wide or _text(row.cells[at]) else "",
                part=f"{'columns' if wide else 'card'}/{at}/{row.id}",
            )
            for at, place in enumerate(self._cell_places(ctx, row, rect))
        )
        return ctx.node(
            self,
            "row",
            rect,
            key=f"{key}/{row.id}",
            group=key,
            label=_said(first),
            hint=row.hint,
            chosen=chosen,
            value=ctx.say("widgets.chosen") if chosen else "",
            focusable=self.on_pick is not None,
            part=row.id,
            children=cells,
        )

    def _head_nodes(self, ctx: Context, rect: Rect) -> list[Node]:
        if not self._is_wide(ctx, rect.w):
            return []
        bottom = rect.y + self._head_height(ctx, rect.w) - ctx.gap(4)
        nodes = []
        for at, (x, wide) in enumerate(self._spans(ctx, rect)):
            high = ctx.lay(self.columns[at].title, "small", wide).height
            place = Rect(x, bottom - high, wide, high)
            if self.columns[at].title:
                nodes.append(ctx.node(self, "text", place, part=str(at), label=self.columns[at].title, style="small"))
        return nodes

    def _is_wide(self, ctx: Context, width: int) -> bool:
        return sum(self._leasts(ctx)) + self._gaps(ctx) <= width

    def _leasts(self, ctx: Context) -> tuple[int, ...]:
        """How wide each column is at least, measured once for all rows of a table."""
        if self._kept is None or self._kept[0] != ctx.metrics:
            self._kept = ctx.metrics, tuple(self._least(ctx, column) for column in self.columns)
        return self._kept[1]

    def _least(self, ctx: Context, column: TableColumn) -> int:
        longest = max(column.title.split(), key=len, default="")
        return max(ctx.px(column.least), ctx.lay(longest, "small").width)

    def _spans(self, ctx: Context, rect: Rect) -> list[tuple[int, int]]:
        least = self._leasts(ctx)
        room = rect.w - sum(least) - self._gaps(ctx)
        x, spans = rect.x, []
        for low, more in zip(least, shared(room, [column.share for column in self.columns]), strict=True):
            spans.append((x, low + more))
            x += low + more + ctx.gap(10)
        return spans

    def _cell_places(self, ctx: Context, row: TableRow, rect: Rect) -> list[Rect]:
        pad = ctx.gap(PAD)
        if self._is_wide(ctx, rect.w):
            return [Rect(x, rect.y + pad, wide, rect.h - 2 * pad) for x, wide in self._spans(ctx, rect)]
        y, places = rect.y + pad, []
        for at in range(len(row.cells)):
            high = self._card_line(ctx, row, at, rect.w).height
            places.append(Rect(rect.x, y, rect.w, high))
            y += high
        return places

    def _row_height(self, ctx: Context, row: TableRow, width: int) -> int:
        if not self._is_wide(ctx, width):
            return sum(self._card_line(ctx, row, at, width).height for at in range(len(row.cells))) + 2 * ctx.gap(PAD)
        spans = self._spans(ctx, Rect(0, 0, width, 0))
        tall = [self._cell_text(ctx, row, at, wide).height for at, (_, wide) in enumerate(spans)]
        return max([ctx.px(22), *tall]) + 2 * ctx.gap(PAD)

    def _head_height(self, ctx: Context, width: int) -> int:
        if not self._is_wide(ctx, width) or not any(column.title for column in self.columns):
            return 0
        spans = self._spans(ctx, Rect(0, 0, width, 0))
        titles = zip(self.columns, spans, strict=True)
        return max(ctx.lay(column.title, "small", wide).height for column, (_, wide) in titles) + ctx.gap(5)

    def _column_width(self, ctx: Context, at: int) -> int:
        texts = [ctx.lay(_text(row.cells[at]), self._style(at)).width + self._before(ctx, row, at) for row in self.rows]
        return max([self._leasts(ctx)[at], *texts])

    def _style(self, at: int) -> StyleName:
        return "strong" if self.columns[at].bold else "body"

    def _before(self, ctx: Context, row: TableRow, at: int) -> int:
        sign = (at == 0 and row.tone is not None) or isinstance(row.cells[at], Dot)
        return ctx.px(SIGN) + ctx.gap(8) if sign else 0

    def _cell_text(self, ctx: Context, row: TableRow, at: int, width: int) -> Laid:
        return ctx.lay(_text(row.cells[at]), self._style(at), max(1, width - self._before(ctx, row, at)))

    def _card_line(self, ctx: Context, row: TableRow, at: int, width: int) -> Laid:
        room = max(1, width - self._before(ctx, row, at))
        if at == 0:
            return ctx.lay(_said(row.cells[0]), "strong", room)
        return ctx.lay(f"{self.columns[at].title}: {_said(row.cells[at])}", "body", room)

    def _gaps(self, ctx: Context) -> int:
        return ctx.gap(10) * max(0, len(self.columns) - 1)

    def _paint_row(self, brush: Brush, node: Node) -> None:
        rect, theme = node.rect, brush.theme
        if node.chosen or (node.focusable and brush.pointing.hover == node.key):
            brush.box(
                rect.inset(-brush.gap(6), brush.gap(1)),
                theme.shade,
                theme.ink if node.chosen else theme.shade,
                1,
                brush.gap(6),
            )
        brush.fill(Rect(rect.x, rect.bottom - brush.gap(1), rect.w, brush.gap(1)), theme.line)

    def _paint_cell(self, brush: Brush, node: Node) -> None:
        form, place, row_id = node.part.split("/", 2)
        row, at = next(row for row in self.rows if row.id == row_id), int(place)
        rect, wide = node.rect, form == "columns"
        column, cell, before = self.columns[at], row.cells[at], self._before(brush.ctx, row, at)
        laid = self._cell_text(brush.ctx, row, at, rect.w) if wide else self._card_line(brush.ctx, row, at, rect.w)
        alone = wide and isinstance(cell, Dot) and not cell.text
        used = before + laid.width if not alone else brush.px(SIGN)
        shift = {"left": 0, "center": (rect.w - used) // 2, "right": rect.w - used}[column.align if wide else "left"]
        x = rect.x + shift
        if before:
            self._paint_sign(brush, cell, row.tone or "care", (x + brush.px(SIGN) // 2, rect.centre[1]))
        brush.text(laid, (x + before, rect.y + (rect.h - laid.height) // 2))

    def _paint_sign(self, brush: Brush, cell: str | Dot, tone: Tone, centre: tuple[int, int]) -> None:
        radius = brush.px(SIGN) // 2
        if isinstance(cell, str):
            brush.disc(centre, radius, brush.theme.tone(tone))
            return
        colour = brush.theme.tone(cell.tone)
        brush.disc(
            centre, radius, colour if cell.filled else "", colour if cell.filled else brush.theme.edge, brush.gap(2)
        )
        if cell.half:
            with brush.clipped(Rect(centre[0] - radius, centre[1] - radius, radius, 2 * radius)):
                brush.disc(centre, radius, colour)


def _text(cell: str | Dot) -> str:
    return cell.text if isinstance(cell, Dot) else cell


def _said(cell: str | Dot) -> str:
    return " ".join(filter(None, (cell.label, cell.text))) if isinstance(cell, Dot) else cell
