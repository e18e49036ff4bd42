"""The window and its loop: events in, a text tree and pixels out, only when something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from tabletop.ui.screen import Screen
from tabletop.ui.tree import Node
from tabletop.ui.widgets.dialog import Dialog


@dataclass
class Settings:
    """What a user may set: text size in percent (100-200), language, motion on or off, theme, full screen."""

    text_percent: int = 100
    language: str = "nl"
    motion: bool = True
    theme: str = "paper"
    fullscreen: bool = False


class Wording(Protocol):
    """Texts of one language; `tabletop.content.messages.Messages` is one."""

    def say(self, key: str, **values: Any) -> str:
        """The text of a key, filled in."""


class Clock(Protocol):
    """Where the app reads time."""

    def now_ms(self) -> int:
        """Milliseconds since some start."""


class App:
    """One window with one screen at a time.

    `words` gives the texts of a language (default: `tabletop.content.messages.messages`). `raise_errors` lets faults of
    a screen through (tests); otherwise the user gets a sentence and a note is saved by `note_fault`.
    """

    settings: Settings
    screen: Screen
    tree: Node

    def __init__(
        self,
        first: Screen,
        *,
        size: tuple[int, int] = (1280, 720),
        settings: Settings | None = None,
        clock: Clock | None = None,
        words: Callable[[str], Wording] | None = None,
        raise_errors: bool = False,
    ) -> None:
        raise NotImplementedError

    on_pause: Callable[[], None] | None = None
    on_settings: Callable[[Settings], None] | None = None

    def say(self, key: str, **values: Any) -> str:
        """A text in the language of the moment."""
        raise NotImplementedError

    def show(self, screen: Screen) -> None:
        """Go to another screen; open dialogs close."""
        raise NotImplementedError

    def open(self, dialog: Dialog | Callable[[], Dialog]) -> None:
        """Put a dialog over the screen; give a function when its content changes while it is open."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the topmost dialog; the focus goes back to where it was."""
        raise NotImplementedError

    def focus(self, key: str) -> None:
        """Give the focus to the widget with this key, now or after the next build."""
        raise NotImplementedError

    def invalidate(self) -> None:
        """Build again before the next frame; done by itself after every key, click, shortcut and tick."""
        raise NotImplementedError

    def run(self) -> None:
        """Until `quit`."""
        raise NotImplementedError

    def quit(self) -> None:
        """Leave the loop after this event."""
        raise NotImplementedError
