"""Where the focus goes. Nodes of one group (a list, a line of chips) are one Tab stop; arrows move between them."""

from __future__ import annotations

from collections.abc import Mapping

from tabletop.ui.tree import Node


def layer_of(tree: Node) -> Node:
    """What keys and mouse can reach: the topmost dialog, else the whole window."""
    dialogs = [node for node in tree.children if node.role == "dialog"]
    return dialogs[-1] if dialogs else tree


def stops(layer: Node) -> list[list[Node]]:
    """The Tab stops in reading order, each with its nodes."""
    found: dict[str, list[Node]] = {}
    for node in layer.focus_order():
        found.setdefault(node.group or node.key, []).append(node)
    return list(found.values())


def entered(stop: list[Node], remembered: Mapping[str, str]) -> str:
    """The node of a stop that gets the focus: the one that had it, else the chosen one, else the first."""
    keys = [node.key for node in stop]
    last = remembered.get(stop[0].group)
    if last in keys:
        return last
    return next((node.key for node in stop if node.chosen), keys[0])


def after_tab(layer: Node, focus: str, step: int, remembered: Mapping[str, str]) -> str:
    """The key that Tab (`step` 1) or Shift+Tab (-1) leads to; empty when nothing can have the focus."""
    order = stops(layer)
    if not order:
        return ""
    at = next((n for n, stop in enumerate(order) if any(node.key == focus for node in stop)), None)
    if at is None:
        return entered(order[0 if step > 0 else -1], remembered)
    return entered(order[(at + step) % len(order)], remembered)


def after_arrow(layer: Node, focus: str, step: int) -> str:
    """The key that an arrow leads to within its group; empty without a group."""
    stop = next((stop for stop in stops(layer) if any(node.key == focus for node in stop)), [])
    if not stop or not stop[0].group:
        return ""
    at = [node.key for node in stop].index(focus)
    return stop[(at + step) % len(stop)].key


def at_end(layer: Node, focus: str, place: int) -> str:
    """The key of the first (`place` 0) or the last (-1) of the group of what has the focus."""
    return next(stop for stop in stops(layer) if any(node.key == focus for node in stop))[place].key


def settled(layer: Node, focus: str, wanted: str, place: int) -> str:
    """The key that has the focus after a new layout.

    `wanted` is a key or a group that was asked for; else the focus stays; else it goes to what now stands at `place`
    in the order, where the vanished one stood.
    """
    order = layer.focus_order()
    if not order:
        return ""
    keys = [node.key for node in order]
    if wanted in keys:
        return wanted
    asked = [node for node in order if wanted and node.group == wanted]
    if asked:
        return entered(asked, {})
    if focus in keys:
        return focus
    return keys[min(max(place, 0), len(keys) - 1)]
