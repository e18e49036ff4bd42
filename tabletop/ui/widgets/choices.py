"""Single choice: ListBox (rows), Chips (a wrapping line), Tabs. Each is one Tab stop; arrows move, Enter or space picks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tabletop.ui.theme import Tone
from tabletop.ui.widgets.base import Widget


@dataclass(frozen=True)
class Choice:
    """An option of Chips or Tabs."""

    id: str
    label: str
    tone: Tone = "ink"
    icon: str = ""
    hint: str = ""
    enabled: bool = True


@dataclass(frozen=True)
class ListRow:
    """A row of a ListBox: `tone` colours the bar at its left (None: no bar), `badge` is a short text at its right."""

    id: str
    title: str
    subtitle: str = ""
    tone: Tone | None = None
    badge: str = ""
    icon: str = ""
    hint: str = ""
    enabled: bool = True


@dataclass(eq=False)
class ListBox(Widget):
    """Rows of which one can be chosen; node "list" with "option" children.

    `label` names the list for the text tree; `marks` shows an open or filled circle before each row (a radio list);
    `follow` chooses as the arrow moves. `columns` > 1 lays rows out in a grid when there is room.
    """

    rows: Sequence[ListRow]
    on_choose: Callable[[str], None]
    chosen: str | None = None
    label: str = ""
    marks: bool = False
    follow: bool = False
    columns: int = 1


@dataclass(eq=False)
class Chips(Widget):
    """A wrapping line of short options with one chosen; node "chips" with "chip" children. `label` is shown before it."""

    options: Sequence[Choice]
    on_choose: Callable[[str], None]
    chosen: str | None = None
    label: str = ""
    show_label: bool = False
    follow: bool = False


@dataclass(eq=False)
class Tabs(Widget):
    """Tabs of a screen; node "tabs" with "tab" children; an arrow key opens the next one at once."""

    options: Sequence[Choice]
    on_choose: Callable[[str], None]
    chosen: str | None = None
    label: str = ""
    follow: bool = True
