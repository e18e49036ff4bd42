"""What every widget is: a description that measures itself, lays itself out as nodes and paints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabletop.ui.geometry import Rect
from tabletop.ui.tree import Node

if TYPE_CHECKING:
    from tabletop.ui.context import Context
    from tabletop.ui.host import Host, KeyPress
    from tabletop.ui.paint import Brush


@dataclass(kw_only=True, eq=False)
class Widget:
    """A description, made anew at each build; what must last (focus, scroll, cursor) is kept by `key`.

    `key` must be unique on a screen; without it the key is role and label. `grow` > 0 takes a share of room left over.
    """

    key: str = ""
    grow: int = 0

    def min_width(self, ctx: Context) -> int:
        """The narrowest it can be and still be read, in pixels."""
        return min(self.natural_width(ctx), ctx.px(60))

    def natural_width(self, ctx: Context) -> int:
        """The width at which nothing wraps, in pixels."""
        raise NotImplementedError

    def height(self, ctx: Context, width: int) -> int:
        """The height it wants at this width, in pixels."""
        raise NotImplementedError

    def min_height(self, ctx: Context, width: int) -> int:
        """The least height at which all stays reachable; less than `height` only where something scrolls or shrinks."""
        return self.height(ctx, width)

    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        """Its nodes when it gets this room; called once a layout. Containers that only place pass their children's."""
        raise NotImplementedError

    def paint(self, brush: Brush, node: Node) -> None:
        """Draw one of its nodes, before the node's children."""

    def paint_over(self, brush: Brush, node: Node) -> None:
        """Draw what lies over the node's children."""

    def covers(self, brush: Brush, node: Node) -> Rect:
        """What of the paper under one of its nodes it hides for certain; empty by default."""
        del brush
        return Rect(*node.rect[:2], 0, 0)

    def ring_rect(self, brush: Brush, node: Node) -> Rect:
        """What the focus ring goes around."""
        del brush
        return node.rect

    def ring_radius(self, brush: Brush, node: Node) -> int:
        """How round the focus ring around one of its nodes is."""
        del node
        return brush.gap(8)

    def activate(self, node: Node, host: Host) -> None:
        """Enter, space or a click on one of its nodes."""

    def focused(self, node: Node, host: Host) -> None:
        """The focus came to one of its nodes by an arrow key."""

    def on_key(self, node: Node, press: KeyPress, host: Host) -> bool:
        """A key while one of its nodes has the focus; true when it was used."""
        del node, press, host
        return False

    def on_text(self, node: Node, text: str, host: Host) -> bool:
        """Typed text while one of its nodes has the focus; true when it was used."""
        del node, text, host
        return False

    def on_editing(self, node: Node, text: str, host: Host) -> None:
        """Text still being composed (dead keys, input methods)."""

    def on_mouse_down(self, node: Node, point: tuple[int, int], host: Host) -> None:
        """The mouse went down on one of its nodes."""

    def on_mouse_drag(self, node: Node, point: tuple[int, int], host: Host) -> None:
        """The mouse moves while down after going down on this node."""

    def hold_ms(self, node: Node) -> int:
        """How long a press must last before it activates; 0 for at once."""
        del node
        return 0

    def takes_text(self, node: Node) -> bool:
        """True when typed characters belong to it, so that one-letter shortcuts wait."""
        del node
        return False


def flatten(groups: Iterable[tuple[Node, ...]]) -> tuple[Node, ...]:
    """Nodes of several widgets as one row."""
    return tuple(node for group in groups for node in group)
