"""Containers that only place others and yield no node: Column, Row, Split, Grid, Spacer, Page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tabletop.ui.widgets.base import Widget


@dataclass(eq=False)
class Column(Widget):
    """Children below each other, `gap` design pixels apart; children with `grow` share the height left over.

    `align`: children fill the width ("fill") or keep their natural width ("left", "center").
    """

    children: Sequence[Widget]
    gap: int = 12
    align: Literal["fill", "left", "center"] = "fill"


@dataclass(eq=False)
class Row(Widget):
    """Children beside each other at natural width, on to a next line when there is no room.

    Children with `grow` (a Spacer, for one) share the width left over in their line. `align` places each line.
    """

    children: Sequence[Widget]
    gap: int = 10
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True)
class Cell:
    """A part of a Split: its share of the width, and the least width in design pixels before the Split stacks."""

    widget: Widget
    share: float = 1.0
    least: int = 220


@dataclass(eq=False)
class Split(Widget):
    """Cells beside each other over the full height; stacked below each other when one would be narrower than its least."""

    cells: Sequence[Cell]
    gap: int = 16


@dataclass(eq=False)
class Grid(Widget):
    """Children in equal columns, as many as fit at `least` design pixels, at most `columns`."""

    children: Sequence[Widget]
    columns: int = 3
    least: int = 200
    gap: int = 12


@dataclass(eq=False)
class Spacer(Widget):
    """Empty room of `size` design pixels that grows: in a Row sideways, in a Column downwards."""

    size: int = 0
    grow: int = 1


@dataclass(eq=False)
class Page(Widget):
    """A whole screen: `header` and `footer` always in sight, `body` between them, scrolling when it must."""

    body: Widget
    header: Widget | None = None
    footer: Widget | None = None
    margin: int = 20
