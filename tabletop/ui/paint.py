"""Drawing a laid-out tree: a function of nodes, theme and what is pointed at; nothing here decides on places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pygame

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.placing import best_place
from tabletop.ui.shapes import draw_box, margin
from tabletop.ui.text import Laid
from tabletop.ui.theme import TONES, Tone
from tabletop.ui.tree import Node

SOLID = (0.0, 0.0)
DIMMED = (110, 110, 112)
TIP = 340
"""Design pixels a hint is at most wide."""
BLEED = 10
"""Design pixels beside a scroll area where focus rings may still be drawn."""
SMALL = 40_000
"""Pixels up to which a box is kept whole: one blit is quicker than corners and sides, and it is little memory."""


class Brush:
    """Paints on a surface with the theme and measures of one layout."""

    def __init__(self, surface: pygame.Surface, ctx: Context) -> None:
        self.surface = surface
        self.ctx = ctx
        self.theme = ctx.theme
        self.pointing = ctx.pointing
        self._palette: dict[Tone, str] = {tone: ctx.theme.tone(tone) for tone in TONES}

    def px(self, design: float) -> int:
        """Pixels for what goes with text."""
        return self.ctx.px(design)

    def gap(self, design: float) -> int:
        """Pixels for white space and lines, at least one."""
        return max(1, self.ctx.gap(design))

    def fill(self, rect: Rect, colour: str) -> None:
        """A plain rectangle."""
        self.surface.fill(colour, rect)

    @contextmanager
    def clipped(self, rect: Rect) -> Iterator[None]:
        """Draw only inside `rect` (and inside the clip there was)."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(rect))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    def box(self, rect: Rect, fill: str, border: str = "", width: int = 1, radius: int = 0) -> None:
        """A rounded box; empty `fill` leaves it open, empty `border` has none."""
        if rect.is_empty:
            return
        shapes = self.ctx.kit.shapes
        radius = max(1, min(radius, rect.w // 2, rect.h // 2))
        if rect.w * rect.h <= SMALL:
            self.surface.blit(shapes.whole_box((rect.w, rect.h), radius, fill, border, width), rect[:2])
        else:
            draw_box(self.surface, rect, shapes.box(radius, fill, border, width), fill, border, width)

    def disc(self, centre: tuple[int, int], radius: int, fill: str, border: str = "", width: int = 1) -> None:
        """A circle; empty `fill` leaves it open."""
        made = self.ctx.kit.shapes.disc(radius, fill, border, width)
        self.surface.blit(made, (centre[0] - radius, centre[1] - radius))

    def polygon(self, rect: Rect, points: tuple[tuple[float, float], ...], fill: str) -> None:
        """A filled polygon; points in 0..1 of `rect`, which is taken as square."""
        self.surface.blit(self.ctx.kit.shapes.polygon(points, rect.w, fill), rect[:2])

    def stroke(
        self,
        start: tuple[int, int],
        end: tuple[int, int],
        width: float,
        colour: str,
        dash: tuple[float, float] = SOLID,
    ) -> None:
        """A smooth line with round ends; `dash` is (on, off) in pixels."""
        made = self.ctx.kit.shapes.stroke(end[0] - start[0], end[1] - start[1], width, colour, dash)
        room = margin(width)
        self.surface.blit(made, (min(start[0], end[0]) - room, min(start[1], end[1]) - room))

    def path(
        self, points: Sequence[tuple[int, int]], width: float, colour: str, dash: tuple[float, float] = SOLID
    ) -> None:
        """A smooth line through points; dashes run on from piece to piece."""
        if len(points) > 1:
            place, made = self.ctx.kit.shapes.path(points, width, colour, dash)
            self.surface.blit(made, place)

    def band(self, room: Rect, edge: Sequence[tuple[int, int]], colour: str) -> None:
        """A see-through field inside `room` with these corners, for what lies around a line."""
        corners = tuple((x - room.x, y - room.y) for x, y in edge)
        self.surface.blit(self.ctx.kit.shapes.field((room.w + 1, room.h + 1), corners, colour), room[:2])

    def text(self, laid: Laid, place: tuple[int, int], colour: str = "", align: str = "left", width: int = 0) -> None:
        """Broken text with its top left at `place`; `colour` overrides the tones of its pieces."""
        palette = dict.fromkeys(TONES, colour) if colour else self._palette
        self.surface.blit(self.ctx.kit.type.surface(laid, palette, align, width), place)

    def icon(self, name: str, centre: tuple[int, int], size: int, colour: str) -> None:
        """An icon around a point."""
        drawn = self.ctx.kit.icons.surface(name, size, colour)
        self.surface.blit(drawn, (centre[0] - size // 2, centre[1] - size // 2))

    def token(
        self, centre: tuple[int, int], radius: int, tone: Tone, icon: str, name: str, *, dim: bool = False
    ) -> None:
        """The round sign of a partner: icon or initial on the chain's colour; `dim` draws it as an outline."""
        colour = self.theme.tone(tone)
        ink = colour if dim else self.theme.on(tone)
        self.disc(centre, radius, self.theme.soft(tone) if dim else colour, colour, self.gap(2))
        if icon and self.ctx.kit.icons.has(icon):
            self.icon(icon, centre, round(radius * 1.15), ink)
            return
        font = self.ctx.kit.fonts.font("bold", max(14, round(radius * 0.9)))
        letter = font.render(name[:1].upper(), True, ink)
        self.surface.blit(letter, (centre[0] - letter.get_width() // 2, centre[1] - letter.get_height() // 2))

    def ring(self, rect: Rect, radius: int) -> None:
        """The focus ring around a node: a thick line with a light one around it, so that it shows on any colour."""
        thick = self.gap(3)
        outer = rect.inset(-thick - 1)
        self.box(outer.inset(-1), "", self.theme.focus_halo, thick + 2, radius + thick + 2)
        self.box(outer, "", self.theme.focus, thick, radius + thick + 1)


def paint_tree(surface: pygame.Surface, tree: Node, ctx: Context) -> None:
    """Draw a whole window."""
    surface.set_clip(None)
    brush = Brush(surface, ctx)
    _paint_paper(brush, tree)
    dialogs = [node for node in tree.children if node.role == "dialog"]
    for node in tree.children:
        if node.role == "dialog":
            if node is dialogs[-1]:
                surface.fill(DIMMED, special_flags=pygame.BLEND_RGB_MULT)
            else:
                continue
        _paint(brush, node)
    surface.set_clip(None)
    _paint_bubbles(brush, tree)


def _paint_paper(brush: Brush, tree: Node) -> None:
    """Draw what lies under everything, where it shows: most of a screen is cards, and drawing waits for memory."""
    bare = [Rect(*brush.surface.get_rect())]
    for node in tree.children:
        if node.owner and node.role == "group":
            hidden = node.owner.covers(brush, node)
            bare = [left for part in bare for left in part.without(hidden)]
    for part in bare:
        brush.fill(part, brush.theme.paper)


def _paint_bubbles(brush: Brush, tree: Node) -> None:
    """What is said beside the screen: the hint of what is under the mouse or has the focus, or a message."""
    pointing = brush.pointing
    focused = tree.find_key(pointing.focus) if pointing.hinted and pointing.ring else None
    if pointing.notice:
        foot = tree.rect.h - brush.gap(90)
        _paint_bubble(brush, pointing.notice, Rect(tree.rect.w // 2, foot, 0, 0), ())
    elif pointing.tip:
        _paint_bubble(brush, *pointing.tip, ())
    elif focused and focused.hint:
        taken = [node.visible for node in tree.walk() if node.text_px and node is not focused and not node.children]
        _paint_bubble(brush, focused.hint, focused.visible, taken)


def _paint_bubble(brush: Brush, text: str, about: Rect, taken: Sequence[Rect]) -> None:
    """A text below a place, or wherever beside it the least stands in the way."""
    pad, apart = brush.gap(8), brush.gap(6)
    laid = brush.ctx.lay(text, "small", brush.px(TIP))
    wide, high = laid.width + 2 * pad, laid.height + 2 * (pad // 2)
    room = Rect(*brush.surface.get_rect()).inset(apart)
    x, y, off = about.centre[0] - wide // 2, about.centre[1] - high // 2, apart + brush.gap(4)
    spots = [
        Rect(x, about.bottom + off, wide, high), Rect(x, about.y - off - high, wide, high),
        Rect(about.right + off, y, wide, high), Rect(about.x - off - wide, y, wide, high),
        Rect(room.centre[0] - wide // 2, room.bottom - high, wide, high),
    ]  # fmt: skip
    place = best_place(room, spots, [about, *taken], ())
    brush.box(place, brush.theme.ink, brush.theme.on_ink, brush.gap(1), brush.gap(6))
    brush.text(laid, (place.x + pad, place.y + pad // 2), brush.theme.on_ink)


def _paint(brush: Brush, node: Node) -> None:
    if node.visible.is_empty:
        return
    if node.owner:
        node.owner.paint(brush, node)
    if node.role == "scroll":
        with brush.clipped(node.visible.inset(-brush.gap(BLEED), 0)):
            _paint_all(brush, node)
    else:
        _paint_all(brush, node)
    if node.owner:
        node.owner.paint_over(brush, node)
    if node.owner and node.focused and brush.pointing.ring:
        brush.ring(node.owner.ring_rect(brush, node), node.owner.ring_radius(brush, node))


def _paint_all(brush: Brush, node: Node) -> None:
    for child in node.children:
        _paint(brush, child)
