"""Button, and HoldButton that must be held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tabletop.ui.widgets.base import Widget


@dataclass(eq=False)
class Button(Widget):
    """Pressed by Enter, space or a click. `why_not` is the reason shown and told when it is off (`enabled=False`).

    Kinds: "primary" (filled, one a screen), "secondary" (outlined), "quiet" (text alone), "danger".
    """

    label: str
    on_press: Callable[[], None]
    kind: Literal["primary", "secondary", "quiet", "danger"] = "secondary"
    icon: str = ""
    hint: str = ""
    enabled: bool = True
    why_not: str = ""
    small: bool = False


@dataclass(eq=False)
class HoldButton(Widget):
    """Acts after being held (mouse, space or Enter) for `hold` milliseconds; shows its progress; letting go resets it."""

    label: str
    on_done: Callable[[], None]
    hold: int = 500
    hint: str = ""
    icon: str = ""
