"""Pause and 'I need a break': everything is covered until somebody goes on."""

from __future__ import annotations

from typing import Literal

from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.screens.care import lines
from tabletop.ui.widgets import Button, Column, Page, Row, Spacer, TextBlock, Widget


class PauseScreen(TableScreen):
    """Nothing of the case stands here."""

    is_aside = True
    tone: Literal["paper", "cover"] = "cover"
    first_focus = "pause/on"

    def __init__(self, guide: Guide, is_break: bool) -> None:
        super().__init__(guide)
        self.is_break = is_break

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("pause.short")

    def build(self) -> Widget:
        """A few calm words, and for a break the lines to call."""
        say = self.app.say
        parts: list[Widget] = [
            TextBlock(
                say("pause.break_title" if self.is_break else "pause.title"),
                "title" if self.is_compact else "display",
                align="center",
            ),
            TextBlock(say("pause.break_text" if self.is_break else "pause.text"), align="center", most=640),
        ]
        if self.is_break:
            parts.append(lines(say))
        go_on = Button(say("pause.on"), self.guide.end_pause, kind="primary", key="pause/on")
        below: list[Widget] = [TextBlock(say("pause.covered"), "small")]
        if self.is_for_room:
            return Page(body=Column([Spacer(), *parts, Spacer()], gap=20, align="center"))
        if self.is_compact:  # the numbers to call scroll then, the way on does not
            below = [go_on]
        else:
            parts.append(Row([go_on], align="center"))
        return Page(
            body=Column([Spacer(), *parts, Spacer()], gap=20, align="center"),
            footer=Row(below, align="center"),
        )

    def on_pause(self) -> bool:
        """The same key goes on."""
        self.guide.end_pause()
        return True

    def on_back(self) -> None:
        """Escape goes on; private screens come back covered."""
        self.guide.end_pause()
