"""Before the start: what the case is about, how one plays, and that anybody can stop without a reason."""

from __future__ import annotations

from collections.abc import Callable

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

RULES = {"laptop": "next", "alone": "lock", "aloud": "speak", "meeting": "meeting", "debrief": "eye"}
"""The rules card: each rule by its key `note.rule_<name>`, with its icon."""


class NoteScreen(TableScreen):
    """The content note. `note` gives case title, text and intensity in the language of the moment."""

    first_focus = "note/begin"

    def __init__(
        self, guide: Guide, note: Callable[[], tuple[str, str, str]], begin: Callable[[], str], back: Callable[[], None]
    ) -> None:
        super().__init__(guide)
        self.note, self.begin, self.back = note, begin, back
        self.refusal = ""

    def window_title(self) -> str:
        """The title of the case."""
        return self.note()[0]

    def build(self) -> Widget:
        """The note at the left, the rules card at the right."""
        say = self.app.say
        case, text, intensity = self.note()
        left = Column(
            [
                TextBlock(text),
                TextBlock(say("note.intensity", level=say(f"note.{intensity}")), "strong"),
                TextBlock(rich(say("note.stop"))),
                TextBlock(say("note.self")),
            ],
            gap=14,
        )
        return Page(
            header=Column([TextBlock(case, "title"), TextBlock(say("note.before"), "small")], gap=2),
            body=Split(
                [
                    Cell(
                        Panel(
                            ScrollArea(left, key="note/text"),
                            title=say("note.good_to_know"),
                            tone="administration",
                            accent="left",
                        ),
                        share=45,
                        least=320,
                    ),
                    Cell(
                        Panel(ScrollArea(self._rules(), key="note/rules"), title=say("note.rules")), share=55, least=340
                    ),
                ]
            ),
            footer=self._footer(),
            margin=40,
        )

    def _rules(self) -> Widget:
        say = self.app.say
        return Column(
            [
                Row([Icon(icon, 28), TextBlock(rich(say(f"note.rule_{name}")), most=520)])
                for name, icon in RULES.items()
            ],
            gap=18,
        )

    def _footer(self) -> Widget:
        say = self.app.say
        row: list[Widget] = [
            Button(say("note.begin"), self._begin, kind="primary", key="note/begin"),
            Button(say("common.back"), self.back, key="note/back"),
        ]
        if self.refusal:
            row.append(TextBlock(self.refusal, tone="danger"))
        return Row([*row, Spacer(), TextBlock(say("title.keys"), "small")])

    def _begin(self) -> None:
        self.refusal = self.begin()

    def on_back(self) -> None:
        """Back to the set-up."""
        self.back()
