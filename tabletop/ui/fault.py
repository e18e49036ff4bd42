"""What the user sees when the program fails: a sentence and the name of a note, never a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tabletop.store.home import log_path
from tabletop.ui.screen import Screen
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.button import Button
from tabletop.ui.widgets.dialog import Dialog
from tabletop.ui.widgets.layout import Column, Row
from tabletop.ui.widgets.page import Page
from tabletop.ui.widgets.panel import Panel
from tabletop.ui.widgets.words import TextBlock


def note_fault(error: Exception) -> Path | None:
    """Write down where it went wrong: kind and places, not the message, which may hold private text.

    None when that does not work.
    """
    places = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write("\n".join([f"{moment} {type(error).__name__}", *places]) + "\n")
    except OSError:
        return None
    return path


def fault_text(note: Path | None, say: Callable[..., str]) -> str:
    """The sentence for the user."""
    return say("widgets.fault.noted", path=str(note)) if note else say("widgets.fault.unnoted")


def fault_dialog(note: Path | None, say: Callable[..., str], close: Callable[[], None]) -> Dialog:
    """Over a screen that still works."""
    button = Button(say("widgets.fault.go_on"), close, kind="primary", key="fault/on")
    return Dialog(say("widgets.fault.title"), TextBlock(fault_text(note, say)), (button,), tone="danger")


class FaultScreen(Screen):
    """In the place of a screen that cannot be built."""

    def __init__(self, note: Path | None, failed: Screen) -> None:
        self.note = note
        self.failed = failed

    def build(self) -> Widget:
        """The sentence, and two ways on."""
        say = self.app.say
        buttons = Row(
            [
                Button(
                    say("widgets.fault.again"), lambda: self.app.show(self.failed), kind="primary", key="fault/again"
                ),
                Button(say("widgets.fault.quit"), self.app.quit, key="fault/quit"),
            ]
        )
        text = TextBlock(fault_text(self.note, say), most=700)
        inside = Column([TextBlock(say("widgets.fault.title"), "title"), text, buttons], align="left")
        return Page(Column([Panel(inside, tone="danger", accent="left")]))
