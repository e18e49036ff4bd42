"""What a screen says in words: the text tree for people, for the clipboard, the panel of text and the voice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tabletop.ui.tree import Node, Role

NAMED: frozenset[Role] = frozenset(
    ("button", "option", "chip", "tab", "entry", "partner", "phase", "mark", "figure", "meter", "dialog")
)
"""Roles that are said, as `widgets.role.<role>`; a text or heading speaks for itself."""
Say = Callable[..., str]


def spoken_line(node: Node, say: Say, *, hints: bool = True) -> str:
    """One thing on the screen: name, kind, state, and what it is for."""
    said = [node.label] if node.label else []
    said += [say(f"widgets.role.{node.role}")] if node.role in NAMED else []
    said += [node.value] if node.value else []
    said += [] if node.enabled else [say("widgets.is_off")]
    line = ", ".join(said)
    return f"{line}. {node.hint}" if hints and node.hint else line


def screen_text(tree: Node, say: Say) -> str:
    """All that a screen says, in reading order, one line a thing, indented by what it belongs to."""
    return "\n".join(_lines(tree, say, 0))


def _lines(node: Node, say: Say, depth: int) -> Iterator[str]:
    says = bool(node.label or node.value)
    if says:
        yield "  " * depth + spoken_line(node, say, hints=False)
    for child in node.children:
        yield from _lines(child, say, depth + says)
