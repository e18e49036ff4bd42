"""Plays an app by posting real events: keys, typed text and clicks; for tests and demonstrations."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from tabletop.ui.app import App
from tabletop.ui.tree import Node, Role


class Pilot:
    """Drives `app` (made with a `FakeClock`). `mode` "keys" presses only keys, "mouse" only clicks (typing excepted)."""

    def __init__(self, app: App, mode: Literal["mixed", "keys", "mouse"] = "mixed") -> None:
        self.app = app
        self.mode = mode

    def tree(self) -> Node:
        """The text tree of the moment (of the dialog when one is open)."""
        raise NotImplementedError

    def find(self, role: Role | None = None, label: str = "", key: str = "") -> Node | None:
        """The first node of this role whose label begins with `label` (exact match first), or with this key."""
        raise NotImplementedError

    def press(self, *keys: str) -> None:
        """Press and release keys: "tab", "shift+tab", "return", "space", "escape", "down", "ctrl+a", "f1", "d"."""
        raise NotImplementedError

    def type_text(self, text: str) -> None:
        """Type into what has the focus."""
        raise NotImplementedError

    def click(self, label: str = "", role: Role | None = None, key: str = "") -> None:
        """Activate a control: by mouse at its place (scrolling to it), or by Tab, arrows and Enter. Raises LookupError."""
        raise NotImplementedError

    def hold(self, label: str = "", ms: int = 600, key: str = "") -> None:
        """Hold a HoldButton down while `ms` pass on the fake clock."""
        raise NotImplementedError

    def fill(self, label: str, text: str) -> None:
        """Focus an Entry, clear it and type."""
        raise NotImplementedError

    def advance(self, ms: int) -> None:
        """Let time pass on the fake clock, in steps of 50 ms."""
        raise NotImplementedError

    def screenshot(self, path: Path) -> None:
        """Draw and save the window as PNG."""
        raise NotImplementedError
