"""Table: rows and columns, with dots for who knew what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from tabletop.ui.theme import Tone
from tabletop.ui.widgets.base import Widget


@dataclass(frozen=True)
class Dot:
    """A cell that is a circle, filled or open; `label` says it in the text tree; `text` stands below or beside it."""

    filled: bool
    label: str
    tone: Tone = "care"
    text: str = ""


@dataclass(frozen=True)
class TableColumn:
    """A column: `share` of the width left over, `least` design pixels, how its cells are aligned."""

    title: str
    share: float = 1.0
    least: int = 70
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False


@dataclass(frozen=True)
class TableRow:
    """A row: one cell a column, a text or a Dot; `tone` puts a coloured circle before the first cell."""

    id: str
    cells: Sequence[str | Dot]
    tone: Tone | None = None
    hint: str = ""


@dataclass(eq=False)
class Table(Widget):
    """Node "table" with "row" children. Rows can be pressed when `on_pick` is given. Too narrow: rows turn into cards."""

    columns: Sequence[TableColumn]
    rows: Sequence[TableRow]
    on_pick: Callable[[str], None] | None = None
    chosen: str | None = None
    label: str = ""
