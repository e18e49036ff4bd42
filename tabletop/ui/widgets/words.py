"""Widgets that only show: TextBlock, Pill, Icon, Token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.paint import Brush
from tabletop.ui.text import Run, as_plain, as_runs
from tabletop.ui.theme import STYLES, StyleName, Tone, contrast
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget


@dataclass(eq=False)
class TextBlock(Widget):
    """Wrapped text. `text` is plain, or runs (see `rich`, `bold`, `muted` in ui.text); line breaks are kept.

    Styles: body, strong, small (muted), caption (small heading of a part), italic, heading, title, display.
    Role "heading" for caption, heading, title, display, else "text". `most` limits the width in design pixels.
    """

    text: str | Sequence[Run]
    style: StyleName = "body"
    tone: Tone | None = None
    align: Literal["left", "center", "right"] = "left"
    most: int = 0

    @override
    def natural_width(self, ctx: Context) -> int:
        wide = ctx.lay(self.text, self.style, tone=self.tone).width
        return min(wide, ctx.px(self.most)) if self.most else wide

    @override
    def min_width(self, ctx: Context) -> int:
        longest = max(as_plain(self.text).split(), key=len, default="")
        return min(ctx.natural_width(self), max(ctx.px(110), ctx.lay(longest, self.style).width))

    @override
    def height(self, ctx: Context, width: int) -> int:
        return ctx.lay(self.text, self.style, self._room(ctx, width), self.tone).height

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        laid = ctx.lay(self.text, self.style, self._room(ctx, rect.w), self.tone)
        shift = {"left": 0, "center": (rect.w - laid.width) // 2, "right": rect.w - laid.width}[self.align]
        place = Rect(rect.x + shift, rect.y, laid.width, laid.height)
        role: Literal["heading", "text"] = "heading" if STYLES[self.style].heading else "text"
        faintest = self._faintest(ctx)
        return (ctx.node(self, role, place, label=as_plain(self.text), style=self.style, tone=faintest),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        laid = brush.ctx.lay(self.text, self.style, node.rect.w, self.tone)  # the same breaks: no line was wider
        brush.text(laid, node.rect[:2], align=self.align, width=node.rect.w)

    def _faintest(self, ctx: Context) -> Tone:
        """Of the tones it is written in, the one that stands out least."""
        own = self.tone or STYLES[self.style].tone
        tones = [run.tone or own for run in as_runs(self.text) if run.text.strip()] or [own]
        return min(tones, key=lambda tone: contrast(ctx.colour(tone), ctx.ground))

    def _room(self, ctx: Context, width: int) -> int:
        return min(width, ctx.px(self.most)) if self.most else width


@dataclass(eq=False)
class Pill(Widget):
    """A short text in a rounded border: a state that cannot be pressed. `filled` with the soft colour of `tone`."""

    text: str
    tone: Tone = "ink"
    filled: bool = False
    icon: str = ""

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.lay(self.text, "small").width + self._sides(ctx)

    @override
    def min_width(self, ctx: Context) -> int:
        return min(ctx.natural_width(self), ctx.px(110))

    @override
    def height(self, ctx: Context, width: int) -> int:
        return ctx.lay(self.text, "small", width - self._sides(ctx)).height + 2 * ctx.gap(3)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        with ctx.upon(self._fill(ctx)):
            return (ctx.node(self, "status", rect, label=self.text, style="small", tone="ink"),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        rect, theme = node.rect, brush.theme
        border = theme.tone(self.tone) if self.filled else theme.edge
        brush.box(rect, self._fill(brush.ctx), border, brush.gap(1), brush.gap(14))
        laid = brush.ctx.lay(self.text, "small", rect.w - self._sides(brush.ctx))
        brush.text(laid, (rect.x + brush.gap(11) + self._icon_room(brush.ctx), rect.y + brush.gap(3)), theme.ink)
        if self.icon:
            size = brush.px(16)
            brush.icon(self.icon, (rect.x + brush.gap(10) + size // 2, rect.centre[1]), size, theme.tone(self.tone))

    def _fill(self, ctx: Context) -> str:
        return ctx.theme.soft(self.tone) if self.filled else ctx.theme.raised

    def _icon_room(self, ctx: Context) -> int:
        return ctx.px(16) + ctx.gap(5) if self.icon else 0

    def _sides(self, ctx: Context) -> int:
        return 2 * ctx.gap(11) + self._icon_room(ctx)


@dataclass(eq=False)
class Icon(Widget):
    """An SVG icon by name (assets/icons/NAME.svg). Without `label` it is decoration and says nothing."""

    name: str
    size: int = 24
    tone: Tone = "ink"
    label: str = ""

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.px(self.size)

    @override
    def min_width(self, ctx: Context) -> int:
        return ctx.px(self.size)

    @override
    def height(self, ctx: Context, width: int) -> int:
        del width
        return ctx.px(self.size)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        return (ctx.node(self, "image", _middle(rect, ctx.px(self.size)), label=self.label),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        brush.icon(self.name, node.rect.centre, node.rect.w, brush.theme.tone(self.tone))


@dataclass(eq=False)
class Token(Widget):
    """The round sign of a partner: its icon, or else its initial, on its chain's colour. `dim` for who is away."""

    name: str
    tone: Tone
    icon: str = ""
    size: int = 40
    dim: bool = False
    label: str = ""

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.px(self.size)

    @override
    def min_width(self, ctx: Context) -> int:
        return ctx.px(self.size)

    @override
    def height(self, ctx: Context, width: int) -> int:
        del width
        return ctx.px(self.size)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        return (ctx.node(self, "image", _start(rect, ctx.px(self.size)), label=self.label),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        brush.token(node.rect.centre, node.rect.w // 2, self.tone, self.icon, self.name, dim=self.dim)


def _middle(rect: Rect, size: int) -> Rect:
    return Rect(rect.x + (rect.w - size) // 2, rect.y + (rect.h - size) // 2, size, size)


def _start(rect: Rect, size: int) -> Rect:
    return Rect(rect.x, rect.y + (rect.h - size) // 2, size, size)
