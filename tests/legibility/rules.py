"""What must hold for a screen to be read and used by everybody: each rule gives the faults that it finds in a tree."""

from collections.abc import Iterator

import numpy as np
import pygame

from tabletop.ui.focus import layer_of, stops
from tabletop.ui.stage import Stage
from tabletop.ui.theme import contrast
from tabletop.ui.tree import Node, overlaps, spills
from tabletop.ui.widgets.button import Button, HoldButton

LEAST_PX = 14
LARGE_PX = 24
ENOUGH, ENOUGH_LARGE = 4.5, 3.0
MOST_STRIPS = 0.62
"""How much of the window header and footer may take together."""


def nothing_overlaps(tree: Node) -> Iterator[str]:
    """No two things stand in the same place."""
    for one, other in overlaps(tree):
        yield f"{name(one)} lies over {name(other)}"


def no_text_is_cut(tree: Node) -> Iterator[str]:
    """Text may scroll, but never sideways, and none is cut off."""
    for node in spills(tree):
        if not node.visible.is_empty:
            yield f"{name(node)} does not fit"


def main_actions_are_in_sight(tree: Node) -> Iterator[str]:
    """The filled button, and the one that opens a cover, never scroll away."""
    for node in layer_of(tree).walk():
        owner = node.owner
        if not (isinstance(owner, HoldButton) or (isinstance(owner, Button) and owner.kind == "primary")):
            continue
        if node.visible != node.rect:
            yield f"{name(node)} is not in sight"


def strips_are_in_sight(tree: Node) -> Iterator[str]:
    """Header and footer (turn, week, clock, main action) stand inside the window and leave room for the rest."""
    strips = [node for node in tree.walk() if node.part in ("header", "footer") and node.role == "group"]
    for strip in strips:
        for node in strip.walk():
            if node.visible != node.rect and node.text_px:
                yield f"{name(node)} of the {strip.part} is not in sight"
    if sum(strip.rect.h for strip in strips) > MOST_STRIPS * tree.rect.h:
        yield "header and footer take too much of the window"


def text_is_large_enough(tree: Node, base: float) -> Iterator[str]:
    """At 1280x720 no text is below 14 px; on larger windows it grows with them."""
    for node in tree.walk():
        if node.text_px and node.text_px < LEAST_PX * base:
            yield f"{name(node)} is {node.text_px} px"


def text_stands_out(tree: Node, base: float) -> Iterator[str]:
    """Contrast of every text with what lies behind it."""
    for node in tree.walk():
        if node.pair:
            least = ENOUGH_LARGE if node.text_px >= LARGE_PX * base else ENOUGH
            found = contrast(*node.pair)
            if found < least:
                yield f"{name(node)} has contrast {found}"


def every_control_says_what_it_is(tree: Node) -> Iterator[str]:
    """Role, label and hint of whatever can be pressed or filled in."""
    for node in layer_of(tree).walk():
        if node.focusable and node.role != "scroll":
            if not node.label:
                yield f"{name(node)} has no label"
            if not node.hint:
                yield f"{name(node)} has no hint"


def tab_comes_everywhere(stage: Stage) -> Iterator[str]:
    """Tab goes round through every stop, and what has the focus is in sight."""
    wanted = {stop[0].group or stop[0].key for stop in stops(stage.layer)}
    reached = set()
    for _ in range(len(wanted) + 1):
        stage.tab(1)
        stage.update()
        node = stage.focused_node()
        if node:
            reached.add(node.group or node.key)
            if node.visible.is_empty:
                yield f"{name(node)} has the focus out of sight"
    for key in sorted(wanted - reached):
        yield f"Tab never comes to {key}"


def colours_are_as_told(tree: Node, surface: pygame.Surface) -> Iterator[str]:
    """What is drawn has the colours that the tree tells of: its ground lies under it, its text is somewhere in it.

    The parts of a meter each have a ground of their own; the tree tells of the one that is hardest to read.
    """
    for node in layer_of(tree).walk():
        if not node.pair or node.children or node.visible != node.rect or not (node.label or node.value):
            continue
        seen = _colours(surface, node)
        text, ground = (int(colour[1:], 16) for colour in node.pair)
        if node.role != "meter" and (ground not in seen or seen[ground] < max(seen.values()) / 4):
            yield f"{name(node)} is not drawn upon {node.pair[1]}"
        if text not in seen:
            yield f"{name(node)} is not drawn in {node.pair[0]}"


def _colours(surface: pygame.Surface, node: Node) -> dict[int, int]:
    """How many pixels have each colour, as 0xRRGGBB."""
    pixels = pygame.surfarray.array3d(surface.subsurface(node.rect)).astype(np.int32)
    mixed = (pixels[..., 0] << 16) | (pixels[..., 1] << 8) | pixels[..., 2]
    found, counts = np.unique(mixed, return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))


def name(node: Node) -> str:
    """How a fault calls a node."""
    return f"{node.role} {node.label[:40]!r} [{node.key}]"
