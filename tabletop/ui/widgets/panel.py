"""Panel: a card with an optional title and accent; Divider: a thin line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tabletop.ui.theme import Tone
from tabletop.ui.widgets.base import Widget


@dataclass(eq=False)
class Panel(Widget):
    """A rounded card around `child`; a node of role "group" with `title` as label.

    `accent` "top" or "left" is a bar, "outline" a thick border in `tone`. `fill` "card", "raised", "shade" or "soft"
    (the quiet background of the tone). A Panel fills the height it is given when `grow` or inside a Split.
    """

    child: Widget
    title: str = ""
    tone: Tone = "ink"
    accent: Literal["", "top", "left", "outline"] = ""
    fill: Literal["card", "raised", "shade", "soft"] = "card"
    padding: int = 16
    label: str = ""


@dataclass(eq=False)
class Divider(Widget):
    """A thin line over the full width."""
