"""Button, and HoldButton that must be held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.host import Host
from tabletop.ui.paint import Brush
from tabletop.ui.text import UNBOUND, Laid
from tabletop.ui.theme import Theme
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget

Kind = Literal["primary", "secondary", "quiet", "danger"]


@dataclass(frozen=True)
class _Look:
    fill: str
    border: str
    ink: str


def _look(theme: Theme, kind: Kind, *, enabled: bool) -> _Look:
    if not enabled:
        return _Look(theme.shade, theme.line, theme.muted)
    return {
        "primary": _Look(theme.ink, theme.ink, theme.on_ink),
        "secondary": _Look(theme.raised, theme.ink, theme.ink),
        "quiet": _Look("", "", theme.ink),
        "danger": _Look(theme.danger, theme.danger, theme.on_tone),
    }[kind]


@dataclass(eq=False)
class Button(Widget):
    """Pressed by Enter, space or a click. `why_not` is the reason shown and told when it is off (`enabled=False`).

    Kinds: "primary" (filled, one a screen), "secondary" (outlined), "quiet" (text alone), "danger".
    """

    label: str
    on_press: Callable[[], None]
    kind: Kind = "secondary"
    icon: str = ""
    hint: str = ""
    enabled: bool = True
    why_not: str = ""
    small: bool = False

    @override
    def natural_width(self, ctx: Context) -> int:
        reason = self._reason(ctx, UNBOUND)
        return max(ctx.lay(self.label, "strong").width, reason.width if reason else 0) + self._sides(ctx)

    @override
    def min_width(self, ctx: Context) -> int:
        label = ctx.lay(self.label, "strong").width
        return min(ctx.natural_width(self), max(ctx.px(150), label) + self._sides(ctx))

    @override
    def height(self, ctx: Context, width: int) -> int:
        room = width - self._sides(ctx)
        reason = self._reason(ctx, room)
        text = ctx.lay(self.label, "strong", room).height + (reason.height if reason else 0)
        return max(text + 2 * ctx.gap(5 if self.small else 9), ctx.px(32 if self.small else 40))

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        wide = min(rect.w, ctx.natural_width(self)) if not self.grow else rect.w
        place = Rect(rect.x, rect.y, wide, min(rect.h, self.height(ctx, wide)))
        look = _look(ctx.theme, self.kind, enabled=self.enabled)
        return (
            ctx.node(
                self,
                "button",
                place,
                key=ctx.claim(self.key or f"button:{self.label}"),
                label=self.label,
                hint=" ".join(filter(None, (self.hint, "" if self.enabled else self.why_not))),
                enabled=self.enabled,
                focusable=self.enabled,
                text_px=ctx.px(15 if self.why_not else 17),
                pair=(look.ink, look.fill or ctx.ground),
            ),
        )

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        rect = node.rect
        look = _look(brush.theme, self.kind, enabled=self.enabled)
        hovered = self.enabled and brush.pointing.hover == node.key
        if look.border or hovered:
            fill = look.fill or brush.theme.shade
            brush.box(rect, fill, look.border or fill, brush.gap(1), brush.gap(8))
        if hovered and look.border:
            under = brush.gap(2)
            colour = brush.theme.line if self.kind in ("primary", "danger") else brush.theme.ink
            line = Rect(rect.x + brush.gap(10), rect.bottom - 3 * under, rect.w - 2 * brush.gap(10), under)
            brush.fill(line, colour)
        _write(brush, rect, self._texts(brush.ctx, rect.w - self._sides(brush.ctx)), look.ink, self.icon)

    @override
    def activate(self, node: Node, host: Host) -> None:
        if self.enabled:
            self.on_press()

    def _texts(self, ctx: Context, room: int) -> list[Laid]:
        reason = self._reason(ctx, room)
        return [ctx.lay(self.label, "strong", room), *([reason] if reason else [])]

    def _reason(self, ctx: Context, room: int) -> Laid | None:
        return ctx.lay(self.why_not, "small", room) if self.why_not and not self.enabled else None

    def _sides(self, ctx: Context) -> int:
        pad = 10 if self.kind == "quiet" else 12 if self.small else 16
        return 2 * ctx.gap(pad) + _icon_room(ctx, self.icon)


def _icon_room(ctx: Context, icon: str) -> int:
    return ctx.px(20) + ctx.gap(7) if icon else 0


def _write(brush: Brush, rect: Rect, texts: list[Laid], ink: str, icon: str) -> None:
    """Icon and lines of text, together in the middle of a button."""
    wide = max(laid.width for laid in texts)
    extra = _icon_room(brush.ctx, icon)
    left = rect.x + (rect.w - wide - extra) // 2
    if icon:
        size = brush.px(20)
        brush.icon(icon, (left + size // 2, rect.centre[1]), size, ink)
    y = rect.y + (rect.h - sum(laid.height for laid in texts)) // 2
    for laid in texts:
        brush.text(laid, (left + extra, y), ink, "center", wide)
        y += laid.height


@dataclass(eq=False)
class HoldButton(Widget):
    """Acts after being held (mouse, space or Enter) for `hold` milliseconds and shows its progress."""

    label: str
    on_done: Callable[[], None]
    hold: int = 500
    hint: str = ""
    icon: str = ""

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.lay(self.label, "heading").width + self._sides(ctx)

    @override
    def min_width(self, ctx: Context) -> int:
        return min(ctx.natural_width(self), ctx.px(220))

    @override
    def height(self, ctx: Context, width: int) -> int:
        return ctx.lay(self.label, "heading", width - self._sides(ctx)).height + 2 * ctx.gap(14)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        key = ctx.claim(self.key or f"button:{self.label}")
        held = ctx.pointing.held if ctx.pointing.pressed == key else 0.0
        return (
            ctx.node(
                self,
                "button",
                rect,
                key=key,
                label=self.label,
                hint=self.hint,
                focusable=True,
                value=f"{round(held * 100)} %" if held else "",
                text_px=ctx.px(20),
                pair=(ctx.theme.on_ink, ctx.theme.ink),
            ),
        )

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        rect, theme = node.rect, brush.theme
        brush.box(rect, theme.ink, theme.ink, 1, brush.gap(10))
        texts = [brush.ctx.lay(self.label, "heading", rect.w - self._sides(brush.ctx))]
        _write(brush, rect, texts, theme.on_ink, self.icon)
        held = brush.pointing.held if brush.pointing.pressed == node.key else 0.0
        if held:
            with brush.clipped(Rect(rect.x, rect.y, round(rect.w * held), rect.h)):
                brush.box(rect, theme.care, theme.ink, brush.gap(2), brush.gap(10))
                _write(brush, rect, texts, theme.on_tone, self.icon)

    @override
    def activate(self, node: Node, host: Host) -> None:
        self.on_done()

    @override
    def hold_ms(self, node: Node) -> int:
        return self.hold

    def _sides(self, ctx: Context) -> int:
        return 2 * ctx.gap(26) + _icon_room(ctx, self.icon)
