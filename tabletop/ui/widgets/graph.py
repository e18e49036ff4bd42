"""Graph: partners and their ties, drawn at given coordinates."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.host import Host, KeyPress
from tabletop.ui.paint import Brush
from tabletop.ui.placing import mixed, place_labels, spread
from tabletop.ui.text import Laid
from tabletop.ui.theme import Tone
from tabletop.ui.tree import NOWHERE, Node
from tabletop.ui.widgets.base import Widget

RADIUS, LARGE = 27, 33
BADGE = 11


@dataclass(frozen=True)
class GraphNode:
    """A partner: `x`, `y` in 0..1; `badges` are (icon, label) at its side; `value` says its state in the text tree.

    `ring` draws a ring around it (has the turn), `dim` fades it (not in the game), `large` is for a hub.
    """

    id: str
    name: str
    x: float
    y: float
    tone: Tone
    icon: str = ""
    badges: Sequence[tuple[str, str]] = ()
    value: str = ""
    hint: str = ""
    ring: bool = False
    dim: bool = False
    large: bool = False


@dataclass(frozen=True)
class GraphEdge:
    """A tie: `trust` -1..1 sets width and darkness, below 0 it is dashed with a minus sign in the middle.

    `spoke` draws a second, dotted line in `tone`, with `icon`. `label` says the tie in the text tree
    ("Politie - OM: veel vertrouwen").
    """

    a: str
    b: str
    trust: float = 0.5
    spoke: bool = False
    icon: str = ""
    tone: Tone = "muted"
    label: str = ""


@dataclass(eq=False)
class Graph(Widget):
    """Node "graph" with "partner" children (one Tab stop, arrows move by place) and "edge" children that only tell.

    `on_pick` gets the id of the partner that was pressed; without it partners are shown but cannot be pressed.
    """

    nodes: Sequence[GraphNode]
    edges: Sequence[GraphEdge] = ()
    on_pick: Callable[[str], None] | None = None
    chosen: str | None = None
    label: str = ""
    least: int = 300
    grow: int = field(default=1, kw_only=True)

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.px(460)

    @override
    def min_width(self, ctx: Context) -> int:
        return ctx.px(self.least)

    @override
    def height(self, ctx: Context, width: int) -> int:
        return max(self.min_height(ctx, width), ctx.gap(400))

    @override
    def min_height(self, ctx: Context, width: int) -> int:
        del width
        return ctx.px(self.least)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        key = ctx.claim(self.key or f"graph:{self.label}")
        discs = self._discs(ctx, rect)
        wide = [disc.inset(-ctx.gap(9 if node.ring else 2)) for node, disc in zip(self.nodes, discs, strict=True)]
        sizes = [self._name(ctx, node).rect_size for node in self.nodes]
        labels = place_labels(rect, wide, sizes, self._lines(discs))
        partners = [
            self._partner(ctx, key, node, disc, label)
            for node, disc, label in zip(self.nodes, discs, labels, strict=True)
        ]
        edges = [
            ctx.node(self, "edge", NOWHERE, label=edge.label, part=str(place)) for place, edge in enumerate(self.edges)
        ]
        return (ctx.node(self, "graph", rect, label=self.label, children=(*partners, *edges)),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        if node.role == "graph":
            discs = {child.part: child.rect for child in node.children if child.role == "partner"}
            for edge in self.edges:
                if edge.a in discs and edge.b in discs:
                    self._paint_edge(brush, edge, discs[edge.a], discs[edge.b])
        elif node.role == "partner":
            self._paint_partner(brush, node, self._of(node))
        elif node.role == "text":
            self._paint_name(brush, node, self._of(node))

    @override
    def ring_radius(self, brush: Brush, node: Node) -> int:
        return node.rect.w // 2

    @override
    def activate(self, node: Node, host: Host) -> None:
        if self.on_pick:
            self.on_pick(node.part)

    @override
    def on_key(self, node: Node, press: KeyPress, host: Host) -> bool:
        step = {"left": -1, "up": -1, "right": 1, "down": 1}.get(press.name)
        if step is None or press.ctrl or press.alt:
            return False
        sideways = press.name in ("left", "right")
        order = sorted(self.nodes, key=lambda n: (n.x, n.y) if sideways else (n.y, n.x))
        at = [other.id for other in order].index(node.part)
        host.focus(f"{node.group}/{order[(at + step) % len(order)].id}")
        return True

    def _of(self, node: Node) -> GraphNode:
        return next(other for other in self.nodes if other.id == node.part)

    def _discs(self, ctx: Context, rect: Rect) -> list[Rect]:
        low = ctx.lay("X", "strong").line_px * 2 + ctx.gap(6)
        side = ctx.gap(LARGE) + ctx.px(20)
        inner = Rect(
            rect.x + side, rect.y + ctx.gap(LARGE + 6), rect.w - 2 * side, rect.h - ctx.gap(2 * LARGE + 6) - low
        )
        wanted = [(inner.x + inner.w * node.x, inner.y + inner.h * node.y) for node in self.nodes]
        radius = [ctx.gap(LARGE if node.large else RADIUS) for node in self.nodes]
        return spread(wanted, radius, ctx.gap(14))

    def _lines(self, discs: Sequence[Rect]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        middle = {node.id: disc.centre for node, disc in zip(self.nodes, discs, strict=True)}
        return [(middle[edge.a], middle[edge.b]) for edge in self.edges if edge.a in middle and edge.b in middle]

    def _partner(self, ctx: Context, key: str, node: GraphNode, disc: Rect, label: Rect) -> Node:
        chosen = node.id == self.chosen
        said = [ctx.say("widgets.chosen")] if chosen else []
        said += [node.value] if node.value else []
        said += [badge for _, badge in node.badges if badge]
        name = ctx.node(self, "text", label, part=node.id, style="caption", tone="muted" if node.dim else "ink")
        return ctx.node(
            self,
            "partner",
            disc,
            key=f"{key}/{node.id}",
            group=key,
            label=node.name,
            value=", ".join(said),
            hint=node.hint,
            focusable=self.on_pick is not None,
            chosen=chosen,
            part=node.id,
            children=(name,),
        )

    def _name(self, ctx: Context, node: GraphNode) -> _Name:
        return _Name(ctx.lay(node.name, "caption", ctx.px(130), "muted" if node.dim else "ink"), ctx.gap(4))

    def _paint_name(self, brush: Brush, node: Node, partner: GraphNode) -> None:
        name = self._name(brush.ctx, partner)
        brush.box(node.rect, brush.ctx.theme.paper if not node.pair else node.pair[1], radius=brush.gap(5))
        brush.text(name.laid, (node.rect.x + name.pad, node.rect.y), "", "center", node.rect.w - 2 * name.pad)

    def _paint_partner(self, brush: Brush, node: Node, partner: GraphNode) -> None:
        theme, centre, radius = brush.theme, node.rect.centre, node.rect.w // 2
        if partner.ring:
            brush.disc(centre, radius + brush.gap(8), theme.paper, theme.tone(partner.tone), brush.gap(3))
        if node.chosen or (node.focusable and brush.pointing.hover == node.key):
            brush.disc(centre, radius + brush.gap(4), theme.paper, theme.ink, brush.gap(3))
        brush.token(centre, radius, partner.tone, partner.icon, partner.name, dim=partner.dim)
        for place, (icon, _) in enumerate(partner.badges):
            self._paint_badge(brush, centre, radius, place, icon)

    def _paint_badge(self, brush: Brush, centre: tuple[int, int], radius: int, place: int, icon: str) -> None:
        angle = math.radians(-45 + 50 * place)
        small = brush.gap(BADGE)
        x = centre[0] + round(math.cos(angle) * (radius + small // 3))
        y = centre[1] + round(math.sin(angle) * (radius + small // 3))
        brush.disc((x, y), small, brush.theme.raised, brush.theme.ink, brush.gap(1))
        if brush.ctx.kit.icons.has(icon):
            brush.icon(icon, (x, y), round(small * 1.5), brush.theme.ink)

    def _paint_edge(self, brush: Brush, edge: GraphEdge, one: Rect, other: Rect) -> None:
        theme = brush.theme
        start, end = one.centre, other.centre
        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        if edge.trust < 0:
            dash = (float(brush.gap(7)), float(brush.gap(7)))
            brush.stroke(start, end, brush.gap(2), theme.danger, dash)
            brush.disc(middle, brush.gap(8), theme.paper, theme.danger, brush.gap(2))
            brush.fill(
                Rect(middle[0] - brush.gap(4), middle[1] - brush.gap(1), 2 * brush.gap(4), 2 * brush.gap(1)),
                theme.danger,
            )
        else:
            strength = min(1.0, edge.trust)
            wide = brush.ctx.metrics.base * (1.2 + 5 * strength)
            brush.stroke(start, end, round(wide * 2) / 2, mixed(theme.edge, theme.ink, 0.15 + 0.6 * strength))
        if edge.spoke:
            self._paint_talk(brush, edge, start, end)

    def _paint_talk(self, brush: Brush, edge: GraphEdge, start: tuple[int, int], end: tuple[int, int]) -> None:
        theme = brush.theme
        length = max(1.0, math.hypot(end[0] - start[0], end[1] - start[1]))
        aside = brush.gap(10)
        dx, dy = round(-(end[1] - start[1]) / length * aside), round((end[0] - start[0]) / length * aside)
        start, end = (start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy)
        brush.stroke(start, end, brush.gap(3), theme.tone(edge.tone), (0.1, float(brush.gap(8))))
        if edge.icon and brush.ctx.kit.icons.has(edge.icon):
            middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
            brush.disc(middle, brush.gap(14), theme.raised, theme.tone(edge.tone), brush.gap(2))
            brush.icon(edge.icon, middle, brush.gap(18), theme.tone(edge.tone))


@dataclass(frozen=True)
class _Name:
    laid: Laid
    pad: int

    @property
    def rect_size(self) -> tuple[int, int]:
        return self.laid.width + 2 * self.pad, self.laid.height
