"""Timeline: weeks in a line with marks on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tabletop.ui.theme import Tone
from tabletop.ui.widgets.base import Widget


@dataclass(frozen=True)
class Mark:
    """Something in a week: shape and tone together tell its kind; `label` says it in the text tree and on hover."""

    week: int
    label: str
    tone: Tone = "muted"
    shape: Literal["circle", "square", "triangle", "diamond"] = "circle"
    icon: str = ""


@dataclass(eq=False)
class Timeline(Widget):
    """Weeks 0..`weeks` with a tick each, `now` in bold; marks stack when they fall in one week.

    `first` and `last` are the texts under the start and under `now` ("week 0", "week 14"); `bounds` are the weeks at
    which rounds end (long ticks).
    """

    weeks: int
    now: int
    marks: Sequence[Mark] = ()
    bounds: Sequence[int] = ()
    first: str = ""
    last: str = ""
    label: str = ""
