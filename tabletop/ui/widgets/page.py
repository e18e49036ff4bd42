"""Page: a whole screen with fixed edges and a body that scrolls when it must, and the menu in its corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.host import Host
from tabletop.ui.paint import Brush
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.scroll import ScrollArea

MENU = "page/menu"
"""The key of the menu."""
SIDE = 30


@dataclass(eq=False)
class MenuButton(Widget):
    """A small sign that opens the key map, in which each key can be pressed by mouse."""

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.gap(SIDE)

    @override
    def height(self, ctx: Context, width: int) -> int:
        del width
        return ctx.gap(SIDE)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        return (
            ctx.node(
                self,
                "button",
                rect,
                key=ctx.claim(MENU),
                label=ctx.say("widgets.menu"),
                hint=ctx.say("widgets.menu_hint"),
                focusable=True,
            ),
        )

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        theme = brush.theme
        hovered = brush.pointing.hover == node.key
        border = theme.ink if hovered else theme.edge
        brush.box(node.rect, theme.raised, border, brush.gap(2 if hovered else 1), brush.gap(8))
        brush.icon("menu", node.rect.centre, node.rect.w * 2 // 3, theme.ink)

    @override
    def activate(self, node: Node, host: Host) -> None:
        host.show_keys()


@dataclass(eq=False)
class Page(Widget):
    """A whole screen: `header` and `footer` always in sight, `body` between them, scrolling when it must.

    At the right of the header, or else of the footer, stands the menu: what the keys do, for who has only a mouse.
    """

    body: Widget
    header: Widget | None = None
    footer: Widget | None = None
    margin: int = 20
    has_menu: bool = True
    """False for the second window, where nobody presses anything."""
    _scroll: ScrollArea = field(init=False, repr=False)
    _menu: MenuButton = field(default_factory=MenuButton, init=False, repr=False)

    def __post_init__(self) -> None:
        self._scroll = ScrollArea(self.body, key="page", pad=self.margin)

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.natural_width(self._scroll)

    @override
    def height(self, ctx: Context, width: int) -> int:
        return self._header_height(ctx, width) + ctx.height(self._scroll, width) + self._footer_height(ctx, width)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        top, low = self._header_height(ctx, rect.w), self._footer_height(ctx, rect.w)
        body = self._scroll.arrange(ctx, Rect(rect.x, rect.y + top, rect.w, rect.h - top - low))
        nodes = list(body)
        if self.header:
            nodes.insert(0, self._strip(ctx, self.header, Rect(rect.x, rect.y, rect.w, top), "header"))
        if self.footer:
            nodes.append(self._strip(ctx, self.footer, Rect(rect.x, rect.bottom - low, rect.w, low), "footer"))
        return (*nodes, *self._menu_nodes(ctx, rect, top, low))

    def _menu_nodes(self, ctx: Context, rect: Rect, top: int, low: int) -> tuple[Node, ...]:
        """The menu, last in the order of focus."""
        if not self.has_menu or not (self.header or self.footer):
            return ()
        side, high = self._menu.natural_width(ctx), top if self.header else low
        y = rect.y if self.header else rect.bottom - low
        x = rect.right - ctx.gap(self.margin) - side
        with ctx.upon(ctx.theme.card):
            return self._menu.arrange(ctx, Rect(x, y + min((high - side) // 2, ctx.gap(10)), side, side))

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        line = brush.gap(1)
        brush.fill(node.rect, brush.theme.card)
        y = node.rect.bottom - line if node.part == "header" else node.rect.y
        brush.fill(Rect(node.rect.x, y, node.rect.w, line), brush.theme.line)

    def _strip(self, ctx: Context, widget: Widget, rect: Rect, part: str) -> Node:
        room = rect.inset(ctx.gap(self.margin), ctx.gap(10))
        left, right = self._before(ctx, widget), self._beside(ctx, widget)
        with ctx.upon(ctx.theme.card):
            inner = widget.arrange(ctx, Rect(room.x + left, room.y, room.w - left - right, room.h))
        return ctx.node(self, "group", rect, part=part, children=inner)

    def _header_height(self, ctx: Context, width: int) -> int:
        return self._strip_height(ctx, self.header, width)

    def _footer_height(self, ctx: Context, width: int) -> int:
        return self._strip_height(ctx, self.footer, width)

    def _strip_height(self, ctx: Context, widget: Widget | None, width: int) -> int:
        if not widget:
            return 0
        room = width - 2 * ctx.gap(self.margin) - self._beside(ctx, widget) - self._before(ctx, widget)
        return max(ctx.height(widget, room), self._menu.natural_width(ctx)) + 2 * ctx.gap(10)

    def _beside(self, ctx: Context, widget: Widget) -> int:
        """The room that the menu takes of a strip."""
        holds = self.has_menu and widget is (self.header or self.footer)
        return self._menu.natural_width(ctx) + ctx.gap(12) if holds else 0

    def _before(self, ctx: Context, widget: Widget) -> int:
        """As much at the other side of what is centred, so that it stands in the middle of the window."""
        return self._beside(ctx, widget) if getattr(widget, "align", "") == "center" else 0
