"""Graph: partners and their ties, drawn at given coordinates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tabletop.ui.theme import Tone
from tabletop.ui.widgets.base import Widget


@dataclass(frozen=True)
class GraphNode:
    """A partner: `x`, `y` in 0..1; `badges` are (icon, label) shown at its side; `value` says its state in the text tree.

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
    """A tie: `trust` -1..1 sets width and darkness, below 0 it is dashed; `spoke` draws a second, dotted line with `icon`.

    `label` says it in the text tree ("Politie - OM: veel vertrouwen").
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
    grow: int = 1
