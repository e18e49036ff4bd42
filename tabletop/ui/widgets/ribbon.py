"""Ribbon: the phases, of which several can be there at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.ui.widgets.base import Widget


@dataclass(frozen=True)
class Step:
    """A phase on the ribbon; `value` says its state in the text tree."""

    label: str
    active: bool = False
    value: str = ""
    hint: str = ""


@dataclass(eq=False)
class Ribbon(Widget):
    """Dots with names in a line; active ones are larger and bold. Too narrow: only the active names, or it wraps."""

    steps: Sequence[Step]
    label: str = ""
