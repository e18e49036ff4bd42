"""ListBox: rows of which one can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.host import Host, KeyPress
from tabletop.ui.paint import Brush
from tabletop.ui.text import UNBOUND, Laid
from tabletop.ui.theme import Theme, Tone
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.layout import shared

APART = 8
LEAST = 220
"""Design pixels a column of rows is at least wide; with less room there are fewer columns."""


@dataclass(frozen=True)
class ListRow:
    """A row of a ListBox: `tone` colours the bar at its left (None: no bar), `badge` is a short text at its right."""

    id: str
    title: str
    subtitle: str = ""
    tone: Tone | None = None
    badge: str = ""
    icon: str = ""
    hint: str = ""
    enabled: bool = True


@dataclass(frozen=True)
class _RowText:
    """The broken texts of a row and where they begin, from its left edge."""

    title: Laid
    subtitle: Laid | None
    badge: Laid | None
    left: int

    @property
    def height(self) -> int:
        """Title and subtitle together."""
        return self.title.height + (self.subtitle.height if self.subtitle else 0)


@dataclass(eq=False)
class ListBox(Widget):
    """Rows of which one can be chosen; node "list" with "option" children of key `{key}/{row id}`.

    `label` names the list for the text tree; `marks` shows an open or filled circle before each row (a radio list);
    `follow` chooses as the arrow moves. `columns` > 1 lays rows out in a grid when there is room.
    """

    rows: Sequence[ListRow]
    on_choose: Callable[[str], None]
    chosen: str | None = None
    label: str = ""
    marks: bool = False
    follow: bool = False
    columns: int = 1

    @override
    def natural_width(self, ctx: Context) -> int:
        widest = max((self._natural_row(ctx, row) for row in self.rows), default=0)
        return widest * self.columns + ctx.gap(APART) * (self.columns - 1)

    @override
    def min_width(self, ctx: Context) -> int:
        return min(ctx.natural_width(self), ctx.px(180))

    @override
    def height(self, ctx: Context, width: int) -> int:
        return max((place.bottom for place in self._places(ctx, width)), default=0)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        key = ctx.claim(self.key or f"list:{self.label}")
        places = self._places(ctx, rect.w)
        children = tuple(
            self._node(ctx, key, row, place.moved(rect.x, rect.y)) for row, place in zip(self.rows, places, strict=True)
        )
        return (ctx.node(self, "list", rect, label=self.label, children=children),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        if node.role == "option":
            self._paint_row(brush, node, next(row for row in self.rows if row.id == node.part))

    @override
    def activate(self, node: Node, host: Host) -> None:
        self.on_choose(node.part)

    @override
    def focused(self, node: Node, host: Host) -> None:
        if self.follow:
            self.on_choose(node.part)

    @override
    def on_key(self, node: Node, press: KeyPress, host: Host) -> bool:
        if not press.name.isdigit() or not 1 <= int(press.name) <= len(self.rows):
            return False
        row = self.rows[int(press.name) - 1]
        if row.enabled:
            host.focus(f"{node.group}/{row.id}")
            self.on_choose(row.id)
        return row.enabled

    def _node(self, ctx: Context, key: str, row: ListRow, rect: Rect) -> Node:
        chosen = row.id == self.chosen
        said = [ctx.say("widgets.chosen")] if chosen else []
        said += [text for text in (row.subtitle, row.badge) if text]
        size = 15 if row.subtitle or row.badge else 17
        return ctx.node(
            self,
            "option",
            rect,
            key=f"{key}/{row.id}",
            group=key,
            label=row.title,
            value=", ".join(said),
            hint=row.hint,
            enabled=row.enabled,
            focusable=row.enabled,
            chosen=chosen,
            part=row.id,
            text_px=ctx.px(size),
            pair=(ctx.theme.muted if row.subtitle or not row.enabled else ctx.theme.ink, self._fill(ctx.theme, row)),
        )

    def _places(self, ctx: Context, width: int) -> list[Rect]:
        gap = ctx.gap(APART)
        fit = max(1, min(self.columns, (width + gap) // (ctx.px(LEAST) + gap)))
        widths = shared(width - gap * (fit - 1), [1.0] * fit)
        places, y = [], 0
        for first in range(0, len(self.rows), fit):
            line = self.rows[first : first + fit]
            tall = max(self._row_height(ctx, row, wide) for row, wide in zip(line, widths, strict=False))
            places += [Rect(sum(widths[:at]) + gap * at, y, widths[at], tall) for at in range(len(line))]
            y += tall + gap
        return places

    def _row_height(self, ctx: Context, row: ListRow, width: int) -> int:
        return self._texts(ctx, row, width).height + 2 * ctx.gap(self._pad(row))

    def _pad(self, row: ListRow) -> int:
        return 9 if row.subtitle else 7

    def _natural_row(self, ctx: Context, row: ListRow) -> int:
        texts = self._texts(ctx, row, UNBOUND)
        title = texts.title.width + self._right(ctx, texts.badge)
        return texts.left + max(title, texts.subtitle.width + self._right(ctx, None) if texts.subtitle else 0)

    def _texts(self, ctx: Context, row: ListRow, width: int) -> _RowText:
        badge = ctx.lay(row.badge, "small", max(1, width // 2)) if row.badge else None
        left = ctx.gap(12) + (ctx.gap(5) if row.tone else 0)
        left += ctx.px(16) + ctx.gap(9) if self.marks else 0
        left += ctx.px(22) + ctx.gap(9) if row.icon else 0
        room = max(1, width - left - self._right(ctx, badge))
        below = max(1, width - left - self._right(ctx, None))  # a badge stands beside the title, not beside the text
        subtitle = ctx.lay(row.subtitle, "small", below) if row.subtitle else None
        return _RowText(ctx.lay(row.title, "body" if self.marks else "strong", room), subtitle, badge, left)

    def _right(self, ctx: Context, badge: Laid | None) -> int:
        return ctx.gap(12) + (badge.width + 2 * ctx.gap(8) + ctx.gap(6) if badge else 0) + self._tick_room(ctx)

    def _tick_room(self, ctx: Context) -> int:
        return 0 if self.marks else ctx.px(20)

    def _fill(self, theme: Theme, row: ListRow) -> str:
        if not row.enabled:
            return theme.shade
        return theme.soft(row.tone or "care") if row.id == self.chosen and not self.marks else theme.raised

    def _paint_row(self, brush: Brush, node: Node, row: ListRow) -> None:
        ctx, theme, rect = brush.ctx, brush.theme, node.rect
        hovered = node.enabled and brush.pointing.hover == node.key
        strong = node.chosen or hovered
        brush.box(
            rect,
            self._fill(theme, row),
            theme.ink if strong else theme.line,
            brush.gap(2 if strong else 1),
            brush.gap(8),
        )
        if row.tone:
            with brush.clipped(Rect(rect.x, rect.y, brush.gap(5), rect.h)):
                brush.box(rect, theme.tone(row.tone), radius=brush.gap(8))
        texts = self._texts(ctx, row, rect.w)
        self._paint_signs(brush, node, row, texts)
        y = rect.y + (rect.h - texts.height) // 2
        brush.text(texts.title, (rect.x + texts.left, y), "" if row.enabled else theme.muted)
        if texts.subtitle:
            brush.text(texts.subtitle, (rect.x + texts.left, y + texts.title.height))

    def _paint_signs(self, brush: Brush, node: Node, row: ListRow, texts: _RowText) -> None:
        rect, theme = node.rect, brush.theme
        middle = rect.centre[1]
        if self.marks:
            radius = brush.px(8)
            x = rect.x + brush.gap(12) + (brush.gap(5) if row.tone else 0) + radius
            brush.disc((x, middle), radius, theme.raised, theme.ink if row.enabled else theme.edge, brush.gap(2))
            if node.chosen:
                brush.disc((x, middle), radius // 2 + 1, theme.ink)
        if row.icon:
            size = brush.px(22)
            x = rect.x + texts.left - brush.gap(9) - size // 2
            brush.icon(row.icon, (x, middle), size, theme.tone(row.tone or "ink"))
        right = rect.right - brush.gap(10)
        if node.chosen and not self.marks:
            size = brush.px(20)
            brush.icon("check", (right - size // 2, middle), size, theme.ink)
        if texts.badge:
            wide = rect.w - self._tick_room(brush.ctx) - brush.gap(12)
            top = rect.y + (rect.h - texts.height) // 2
            self._paint_badge(brush, Rect(rect.x, top, wide, texts.title.height), texts.badge)

    def _paint_badge(self, brush: Brush, rect: Rect, badge: Laid) -> None:
        wide, high = badge.width + 2 * brush.gap(8), badge.height + 2 * brush.gap(1)
        place = Rect(rect.right - wide, rect.y + (rect.h - high) // 2, wide, high)
        brush.box(place, brush.theme.shade, radius=brush.gap(10))
        brush.text(badge, (place.x + brush.gap(8), place.y + brush.gap(1)), brush.theme.ink)
