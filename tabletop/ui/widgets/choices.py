"""Single choice in one line: Chips (a wrapping row) and Tabs. Each is one Tab stop; arrows move, Enter picks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.host import Host
from tabletop.ui.paint import Brush
from tabletop.ui.text import UNBOUND, Laid
from tabletop.ui.theme import Tone
from tabletop.ui.tree import Node, Role
from tabletop.ui.widgets.base import Widget


@dataclass(frozen=True)
class Choice:
    """An option of Chips or Tabs."""

    id: str
    label: str
    tone: Tone = "ink"
    icon: str = ""
    hint: str = ""
    enabled: bool = True


@dataclass(eq=False)
class _Line(Widget):
    """Options beside each other, on to a next line when they must; what Chips and Tabs have in common."""

    options: Sequence[Choice]
    on_choose: Callable[[str], None]
    chosen: str | None = None
    label: str = ""
    show_label: bool = False
    follow: bool = False

    @override
    def natural_width(self, ctx: Context) -> int:
        widths = [self._option_width(ctx, option, UNBOUND) for option in self.options]
        return max(self._head_width(ctx), sum(widths) + self._apart(ctx) * max(0, len(widths) - 1))

    @override
    def min_width(self, ctx: Context) -> int:
        return max((min(self._option_width(ctx, o, UNBOUND), ctx.px(150)) for o in self.options), default=0)

    @override
    def height(self, ctx: Context, width: int) -> int:
        places = self._places(ctx, width)
        return self._head(ctx, width) + max((place.bottom for place in places), default=0)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        outer, inner = self._roles()
        key = ctx.claim(self.key or f"{outer}:{self.label}")
        top = rect.y + self._head(ctx, rect.w)
        children = tuple(
            self._node(ctx, inner, key, option, place.moved(rect.x, top))
            for option, place in zip(self.options, self._places(ctx, rect.w), strict=True)
        )
        style = "small" if self.show_label and self.label else ""
        return (ctx.node(self, outer, rect, label=self.label, style=style, part="head", children=children),)

    @override
    def activate(self, node: Node, host: Host) -> None:
        self.on_choose(node.part)

    @override
    def focused(self, node: Node, host: Host) -> None:
        if self.follow:
            self.on_choose(node.part)

    def _node(self, ctx: Context, role: Role, key: str, option: Choice, rect: Rect) -> Node:
        chosen = option.id == self.chosen
        return ctx.node(
            self,
            role,
            rect,
            key=f"{key}/{option.id}",
            group=key,
            label=option.label,
            hint=option.hint,
            value=ctx.say("widgets.chosen") if chosen else "",
            chosen=chosen,
            enabled=option.enabled,
            focusable=option.enabled,
            part=option.id,
            text_px=ctx.px(self._size()),
            pair=self._pair(ctx, option, chosen),
        )

    def _places(self, ctx: Context, width: int) -> list[Rect]:
        apart, x, y, tall = self._apart(ctx), 0, 0, 0
        places = []
        for option in self.options:
            wide = min(width, self._option_width(ctx, option, UNBOUND))
            high = self._option_height(ctx, option, wide)
            if x and x + wide > width:
                x, y, tall = 0, y + tall + ctx.gap(6), 0
            places.append(Rect(x, y, wide, high))
            x += wide + apart
            tall = max(tall, high)
        return places

    def _option_width(self, ctx: Context, option: Choice, width: int) -> int:
        return self._text(ctx, option, width).width + self._sides(ctx, option)

    def _option_height(self, ctx: Context, option: Choice, width: int) -> int:
        return self._text(ctx, option, width - self._sides(ctx, option)).height + 2 * ctx.gap(self._pad())

    def _head(self, ctx: Context, width: int) -> int:
        if not (self.show_label and self.label):
            return 0
        return ctx.lay(self.label, "small", width).height + ctx.gap(4)

    def _head_width(self, ctx: Context) -> int:
        return ctx.lay(self.label, "small").width if self.show_label else 0

    def _icon_room(self, ctx: Context, option: Choice) -> int:
        return ctx.px(18) + ctx.gap(6) if option.icon else 0

    def _option(self, node: Node) -> Choice:
        return next(option for option in self.options if option.id == node.part)

    def _paint_head(self, brush: Brush, node: Node) -> None:
        if self.show_label and self.label:
            brush.text(brush.ctx.lay(self.label, "small", node.rect.w), node.rect[:2])

    def _roles(self) -> tuple[Role, Role]:
        raise NotImplementedError

    def _pair(self, ctx: Context, option: Choice, chosen: bool) -> tuple[str, str]:
        raise NotImplementedError

    def _text(self, ctx: Context, option: Choice, width: int) -> Laid:
        raise NotImplementedError

    def _sides(self, ctx: Context, option: Choice) -> int:
        raise NotImplementedError

    def _apart(self, ctx: Context) -> int:
        raise NotImplementedError

    def _pad(self) -> int:
        raise NotImplementedError

    def _size(self) -> int:
        raise NotImplementedError


@dataclass(eq=False)
class Chips(_Line):
    """A wrapping line of short options with one chosen; node "chips" with "chip" children.

    `show_label` writes `label` above them; `follow` chooses as the arrow moves.
    """

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        if node.role == "chips":
            self._paint_head(brush, node)
            return
        option, theme, rect = self._option(node), brush.theme, node.rect
        fill = self._fill(brush.ctx, option, node.chosen)
        hovered = node.enabled and brush.pointing.hover == node.key
        border = theme.ink if hovered else theme.tone(option.tone) if node.chosen else theme.edge
        brush.box(rect, fill, border, brush.gap(2 if hovered else 1), brush.gap(15))
        ink = self._pair(brush.ctx, option, node.chosen)[0]
        left = rect.x + brush.gap(12)
        if option.icon:
            size = brush.px(18)
            brush.icon(option.icon, (left + size // 2, rect.centre[1]), size, ink)
        laid = self._text(brush.ctx, option, rect.w - self._sides(brush.ctx, option))
        brush.text(laid, (left + self._icon_room(brush.ctx, option), rect.y + brush.gap(self._pad())), ink)

    @override
    def ring_radius(self, brush: Brush, node: Node) -> int:
        return brush.gap(15)

    @override
    def _roles(self) -> tuple[Role, Role]:
        return "chips", "chip"

    def _fill(self, ctx: Context, option: Choice, chosen: bool) -> str:
        if not option.enabled:
            return ctx.theme.shade
        return ctx.theme.tone(option.tone) if chosen else ctx.theme.raised

    @override
    def _pair(self, ctx: Context, option: Choice, chosen: bool) -> tuple[str, str]:
        ink = ctx.theme.on(option.tone) if chosen and option.enabled else ctx.theme.ink
        return (ink if option.enabled else ctx.theme.muted, self._fill(ctx, option, chosen))

    @override
    def _text(self, ctx: Context, option: Choice, width: int) -> Laid:
        return ctx.lay(option.label, "small", width)

    @override
    def _sides(self, ctx: Context, option: Choice) -> int:
        return 2 * ctx.gap(12) + self._icon_room(ctx, option)

    @override
    def _apart(self, ctx: Context) -> int:
        return ctx.gap(6)

    @override
    def _pad(self) -> int:
        return 4

    @override
    def _size(self) -> int:
        return 15


@dataclass(eq=False)
class Tabs(_Line):
    """Tabs of a screen; node "tabs" with "tab" children; an arrow key opens the next one at once."""

    follow: bool = True

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        if node.role == "tabs":
            return
        rect, theme = node.rect, brush.theme
        thick = brush.gap(3)
        line = Rect(rect.x + brush.gap(8), rect.bottom - thick, rect.w - 2 * brush.gap(8), thick)
        if node.chosen:
            brush.fill(line, theme.ink)
        elif brush.pointing.hover == node.key:
            brush.fill(line, theme.edge)
        option = self._option(node)
        left = rect.x + brush.gap(8)
        if option.icon:
            size = brush.px(18)
            brush.icon(option.icon, (left + size // 2, rect.centre[1]), size, theme.ink)
        style = "strong" if node.chosen else "body"
        laid = brush.ctx.lay(option.label, style, rect.w - self._sides(brush.ctx, option))
        brush.text(laid, (left + self._icon_room(brush.ctx, option), rect.y + brush.gap(self._pad())))

    @override
    def _roles(self) -> tuple[Role, Role]:
        return "tabs", "tab"

    @override
    def _pair(self, ctx: Context, option: Choice, chosen: bool) -> tuple[str, str]:
        return (ctx.theme.ink, ctx.ground)

    @override
    def _text(self, ctx: Context, option: Choice, width: int) -> Laid:
        return ctx.lay(option.label, "strong", width)

    @override
    def _sides(self, ctx: Context, option: Choice) -> int:
        return 2 * ctx.gap(8) + self._icon_room(ctx, option)

    @override
    def _apart(self, ctx: Context) -> int:
        return ctx.gap(16)

    @override
    def _pad(self) -> int:
        return 7

    @override
    def _size(self) -> int:
        return 17
