"""The end: how one leaves, whom one can call, and wiping what was played."""

from __future__ import annotations

from collections.abc import Callable

from tabletop.ui.screens.base import Guide, TableScreen, in_turn
from tabletop.ui.widgets import (
    Button,
    Cell,
    Column,
    Dialog,
    Grid,
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

LINES = ("112", "veilig_thuis", "victim_support", "113")
"""Help lines, by key `care.<name>` and `care.<name>_number`."""


def lines(say: Callable[..., str]) -> Widget:
    """The help lines as cards."""
    cards = [
        Panel(
            Column(
                [
                    TextBlock(say(f"care.{name}_number"), "title"),
                    TextBlock(say(f"care.{name}"), "strong"),
                    TextBlock(say(f"care.{name}_text"), "small"),
                ],
                gap=2,
            ),
            fill="raised",
            padding=14,
        )
        for name in LINES
    ]
    return Grid(cards, columns=2, least=240)


class CareScreen(TableScreen):
    """The last screen of a session."""

    first_focus = "care/title"

    def __init__(self, guide: Guide, wipe: Callable[[], None], wipe_names: Callable[[], None]) -> None:
        super().__init__(guide)
        self.wipe, self.wipe_names = wipe, wipe_names

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("care.title")

    def build(self) -> Widget:
        """Leaving at the left, help lines at the right."""
        say = self.app.say
        leaving = Column(
            [TextBlock(rich(say(f"care.leave_{name}"))) for name in ("role", "round", "talk", "case")], gap=14
        )
        return Page(
            header=Column([TextBlock(say("care.title"), "title"), TextBlock(say("care.line"), "small")], gap=2),
            body=Split(
                [
                    Cell(Panel(ScrollArea(leaving, key="care/leave"), title=say("care.leave")), share=45, least=300),
                    Cell(
                        Panel(
                            ScrollArea(Column([lines(say), TextBlock(say("care.current"))], gap=16), key="care/lines"),
                            title=say("care.help"),
                            tone="care",
                            accent="left",
                        ),
                        share=55,
                        least=320,
                    ),
                ]
            ),
            footer=None if self.is_for_room else self._footer(),
            margin=40,
        )

    def _footer(self) -> Widget:
        say = self.app.say
        return Row(
            [
                Button(say("care.wipe"), self._ask_wipe, key="care/wipe"),
                Spacer(),
                Button(say("care.back"), self.guide.to_debrief, key="care/back"),
                Button(say("care.to_title"), self.guide.to_title, kind="primary", key="care/title"),
            ]
        )

    def on_back(self) -> None:
        """The debrief again: what was said there may still be asked about."""
        self.guide.to_debrief()

    def _ask_wipe(self) -> None:
        say = self.app.say
        self.app.open(
            Dialog(
                say("care.wipe"),
                TextBlock(say("care.wipe_text")),
                (
                    Button(say("care.wipe_names"), in_turn(self.app.close, self._wipe_names), key="care/wipe_names"),
                    Button(
                        say("care.wipe_yes"), in_turn(self.app.close, self._wipe), kind="danger", key="care/wipe_yes"
                    ),
                    Button(say("common.not_now"), self.app.close, key="care/wipe_no"),
                ),
                tone="danger",
                width=640,
            )
        )
        self.app.focus("care/wipe_no")

    def _wipe_names(self) -> None:
        self.wipe_names()
        self.guide.to_title()

    def _wipe(self) -> None:
        self.wipe()
        self.guide.to_title()
