"""What a screen is: it builds widgets from what it knows, and hears keys and time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tabletop.ui.widgets.base import Widget

if TYPE_CHECKING:
    from tabletop.ui.app import App
    from tabletop.ui.host import KeyPress


@dataclass(frozen=True)
class Shortcut:
    """A key of a screen: "d", "f5", "ctrl+s", "?"; `label` stands in the key map (F1). Letters wait while one types."""

    key: str
    label: str
    action: Callable[[], None]
    always: bool = False
    """Works over an open dialog too."""


class Screen:
    """Base of all screens. Override `build`; set `title` (goes to the window title, so never private)."""

    title: str = ""
    #: true when only one seat may see it: its text is not copied or spoken without asking
    is_private: bool = False
    #: "cover" draws light on dark
    tone: Literal["paper", "cover"] = "paper"
    #: key of the widget that has the focus at first; empty for the first one that can have it
    first_focus: str = ""
    #: key of a button that must be held, which holding the mouse anywhere else holds too
    held_anywhere: str = ""
    #: milliseconds between calls of `tick`; 0 for none
    wants_tick: int = 0
    #: set by the app before `entered`
    app: App

    def build(self) -> Widget:
        """The whole screen as widgets; called again after every action, key or tick that may have changed something."""
        raise NotImplementedError

    def shortcuts(self) -> Sequence[Shortcut]:
        """The keys of this screen."""
        return ()

    def on_key(self, press: KeyPress) -> bool:
        """A key that nothing else used; true when the screen used it."""
        del press
        return False

    def on_back(self) -> None:
        """Escape without an open dialog."""

    def on_pause(self) -> bool:
        """F9 or P; true when the screen handled it, else the app's own `on_pause` does."""
        return False

    def tick(self, elapsed_ms: int) -> bool:
        """Time passed since the last tick; true when something visible changed. Called when `wants_tick` is set."""
        del elapsed_ms
        return False

    def entered(self) -> None:
        """The screen is shown now; `self.app` is there."""

    def left(self) -> None:
        """Another screen takes its place."""
