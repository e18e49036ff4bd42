"""What a widget may ask of the app, and what a key press is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from tabletop.ui.context import Context


@dataclass(frozen=True)
class KeyPress:
    """A key: `name` as pygame names it ("tab", "return", "space", "left", "a", "f1", "page down"), and modifiers."""

    name: str
    shift: bool = False
    ctrl: bool = False
    alt: bool = False

    @property
    def combined(self) -> str:
        """As a shortcut is written: "ctrl+s", "f1", "d"."""
        return ("ctrl+" if self.ctrl else "") + ("alt+" if self.alt else "") + self.name


class Host(Protocol):
    """The app as a widget sees it."""

    memory: dict[str, Any]
    scrolls: dict[str, int]

    def pixels(self, design: float) -> int:
        """Design pixels as pixels of the window."""

    def context(self) -> Context:
        """Measures and fonts of the last layout."""

    def refresh(self) -> None:
        """Lay out and draw again, without building."""

    def focus(self, key: str) -> None:
        """Give the focus to the widget with this key."""

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""

    def pasted(self) -> str:
        """The text on the clipboard."""

    def show_keys(self) -> None:
        """Show what can be done here."""
