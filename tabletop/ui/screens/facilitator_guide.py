"""One page for who leads a session for the first time: shown at the first start, and whenever it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.widgets import (
    Button,
    Cell,
    Column,
    Icon,
    Page,
    Panel,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
    rich,
)

STEPS: Final = {"before": "board", "seats": "hand", "turns": "lock", "meeting": "meeting", "debrief": "eye"}
"""The session in order, each step with its icon."""
KEYS: Final = ("f5", "f4", "f9", "f8", "f10", "f1")


class GuideScreen(TableScreen):
    """How a session goes at the left, the few keys to know at the right."""

    first_focus = "guide/done"

    def __init__(self, guide: Guide, done: Callable[[], None]) -> None:
        super().__init__(guide)
        self.done = done

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("guide.title")

    def build(self) -> Widget:
        """One page."""
        say = self.app.say
        steps = [Row([Icon(icon, 28), TextBlock(rich(say(f"guide.{name}")), most=560)]) for name, icon in STEPS.items()]
        keys = [Column([TextBlock(key.upper(), "strong"), TextBlock(say(f"guide.key_{key}"))], gap=2) for key in KEYS]
        rules: list[Widget] = [TextBlock(rich(say(f"guide.rule_{name}"))) for name in ("clock", "room", "stop")]
        left = Panel(ScrollArea(Column([*steps, *rules], gap=16), key="guide/steps"), title=say("guide.how"))
        right = Panel(
            ScrollArea(Column(keys, gap=12), key="guide/keys"),
            title=say("guide.keys"),
            tone="administration",
            accent="left",
        )
        return Page(
            header=Column([TextBlock(say("guide.title"), "title"), TextBlock(say("guide.line"), "small")], gap=2),
            body=Split([Cell(left, share=58, least=360), Cell(right, share=42, least=320)]),
            footer=Row(
                [
                    Button(say("guide.done"), self.done, kind="primary", key="guide/done"),
                    Spacer(),
                    TextBlock(say("guide.again"), "small"),
                ]
            ),
            margin=40,
        )

    def on_back(self) -> None:
        """Read enough."""
        self.done()
