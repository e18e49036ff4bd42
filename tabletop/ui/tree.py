"""The text tree: what a screen says, before any pixel. Tests, the clipboard and speech read it; drawing follows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from tabletop.ui.geometry import Rect

if TYPE_CHECKING:
    from tabletop.ui.widgets.base import Widget

Role = Literal[
    "window", "group", "heading", "text", "image", "button", "list", "option", "chips", "chip", "tabs", "tab", "entry",
    "dialog", "scroll", "graph", "partner", "edge", "table", "row", "cell", "ribbon", "phase", "timeline", "mark",
    "meter", "status", "figure",
]  # fmt: skip

NOWHERE = Rect(0, 0, 0, 0)


@dataclass(frozen=True)
class Node:
    """One thing on the screen, laid out.

    `key` is the same over rebuilds; `group` is shared by nodes between which arrow keys move and that are one Tab stop.
    `rect` is where it stands, `visible` the part a scroll area lets through. `text_px` is the smallest text in it
    (0 without text), `cut` is true when its text did not fit, `pair` its text colour and the colour behind it. `part`
    tells the owner which of its parts this is; `chosen` is the one picked of a group.
    """

    role: Role
    label: str = ""
    value: str = ""
    hint: str = ""
    focusable: bool = False
    focused: bool = False
    enabled: bool = True
    rect: Rect = NOWHERE
    visible: Rect = NOWHERE
    children: tuple[Node, ...] = ()
    key: str = ""
    group: str = ""
    text_px: int = 0
    cut: bool = False
    pair: tuple[str, str] | None = None
    part: str = ""
    chosen: bool = False
    owner: Widget | None = field(default=None, compare=False, repr=False)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find_key(self, key: str) -> Node | None:
        """The node with this key."""
        return next((node for node in self.walk() if node.key == key), None)

    def path_to(self, key: str) -> tuple[Node, ...]:
        """The nodes from here down to the one with this key; empty when it is not here."""
        if self.key == key:
            return (self,)
        for child in self.children:
            below = child.path_to(key)
            if below:
                return (self, *below)
        return ()

    def focus_order(self) -> tuple[Node, ...]:
        """All nodes that can have the focus, in reading order."""
        return tuple(node for node in self.walk() if node.focusable and node.enabled)

    def as_text(self) -> str:
        """A readable outline: role, label, value, hint; one line a node, indented by depth."""
        return "\n".join(_outline(self, 0))


def focused_at(node: Node, key: str) -> Node:
    """The same tree with the focus on the node with this key; what need not change stays the same."""
    children = tuple(focused_at(child, key) for child in node.children)
    focused = node.focusable and node.key == key and bool(key)
    if focused == node.focused and all(one is other for one, other in zip(children, node.children, strict=True)):
        return node
    return replace(node, focused=focused, children=children)


def _outline(node: Node, depth: int) -> Iterator[str]:
    says = bool(node.label or node.value or node.hint)
    if says:
        yield "  " * depth + _line(node)
    for child in node.children:
        yield from _outline(child, depth + says)


def _line(node: Node) -> str:
    parts = [f"{node.role}: {node.label}"]
    parts += [f"= {node.value}"] if node.value else []
    parts += [f"({node.hint})"] if node.hint else []
    parts += ["[focus]"] if node.focused else []
    parts += [] if node.enabled else ["[off]"]
    return " ".join(parts)


def overlaps(tree: Node) -> list[tuple[Node, Node]]:
    """Pairs of nodes that show something in the same place and are not inside each other; should be empty."""
    layers = [node for node in tree.children if node.role == "dialog"]
    return _clashes(layers[-1] if layers else tree)


def _clashes(tree: Node) -> list[tuple[Node, Node]]:
    found: list[tuple[Node, Node]] = []
    shown = [node for node in tree.walk() if not node.visible.is_empty and _is_solid(node)]
    for place, one in enumerate(shown):
        clashing = (other for other in shown[place + 1 :] if one.visible.overlaps(other.visible))
        found.extend((one, other) for other in clashing if not _inside(one, other))
    return found


def _is_solid(node: Node) -> bool:
    return node.focusable or node.role == "partner" or (not node.children and node.role not in ("group", "scroll"))


def _inside(one: Node, other: Node) -> bool:
    return any(node is other for node in one.walk()) or any(node is one for node in other.walk())


def spills(tree: Node) -> list[Node]:
    """Nodes with text that stand outside the window or their scroll area's width, or whose text was cut off."""
    return list(_spilling(tree, tree.rect))


def _spilling(node: Node, room: Rect) -> Iterator[Node]:
    for child in node.children:
        if child.text_px and (
            child.cut or child.rect.x < room.x or child.rect.right > room.right or _below(child, room)
        ):
            yield child
        yield from _spilling(child, _endless(child.rect) if child.role == "scroll" else room)


def _below(node: Node, room: Rect) -> bool:
    return node.rect.y < room.y or node.rect.bottom > room.bottom


def _endless(rect: Rect) -> Rect:
    return Rect(rect.x, rect.y - 1_000_000, rect.w, 2_000_000)
