"""Before the start: what the case is about, how one plays, and that anybody can stop without a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.widgets import (
    Button,
    Cell,
    Chips,
    Choice,
    Column,
    Divider,
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

if TYPE_CHECKING:
    from tabletop.ui.screens.arranging import Arrangement

RULES = {"laptop": "next", "alone": "lock", "aloud": "speak", "meeting": "meeting", "debrief": "eye"}
"""The rules card: each rule by its key `note.rule_<name>`, with its icon."""


class NoteScreen(TableScreen):
    """The content note. `note` gives case title, text and intensity in the language of the moment."""

    first_focus = "note/begin"

    def __init__(
        self,
        guide: Guide,
        note: Callable[[], tuple[str, str, str]],
        begin: Callable[[], str],
        back: Callable[[], None],
        arrangement: Arrangement | None = None,
    ) -> None:
        """`arrangement` gives the public introduction, and takes whether scenes are told mildly."""
        super().__init__(guide)
        self.note, self.begin, self.back, self.arrangement = note, begin, back, arrangement
        self.refusal = ""

    def window_title(self) -> str:
        """The title of the case."""
        return self.note()[0]

    def build(self) -> Widget:
        """The note at the left, what everybody knows of the case in the middle, the rules card at the right."""
        say = self.app.say
        case = self.note()[0]
        note = ScrollArea(self._note(), key="note/text")
        rules = ScrollArea(self._rules(), key="note/rules")
        cells = [Cell(Panel(note, title=say("note.good_to_know"), tone="administration", accent="left"), 34, 300)]
        if self.arrangement is not None:
            intro = TextBlock(self.arrangement.pack.scenario.intro.in_language(self.language))
            cells.append(Cell(Panel(ScrollArea(intro, key="note/case"), title=say("note.case")), 32, 280))
        cells.append(Cell(Panel(rules, title=say("note.rules")), 34, 300))
        return Page(
            header=Column([TextBlock(case, "title"), TextBlock(say("note.before"), "small")], gap=2),
            body=Split(cells),
            footer=self._footer(),
            margin=40,
        )

    def _note(self) -> Widget:
        say = self.app.say
        _, text, intensity = self.note()
        parts: list[Widget] = [
            TextBlock(text),
            TextBlock(say("note.intensity", level=say(f"note.{intensity}")), "strong"),
            TextBlock(rich(say("note.stop"))),
            TextBlock(say("note.self")),
            *self._softness(),
        ]
        return Column(parts, gap=12)

    def _softness(self) -> list[Widget]:
        """Whether marked scenes and facts are told in milder words; nothing where the case has none."""
        here, say = self.arrangement, self.app.say
        if here is None or not here.has_soft_words:
            return []
        ways = [Choice("plain", say("note.plain")), Choice("soft", say("note.soft"))]
        chosen = "soft" if here.soft else "plain"
        chips = Chips(ways, self._soften, chosen, label=say("note.softness"), key="note/softness")
        why = TextBlock(say("note.softness_why"), "small")
        return [Divider(), TextBlock(say("note.softness"), "strong"), chips, why]

    def _soften(self, way: str) -> None:
        if self.arrangement is not None:
            self.arrangement.soft = way == "soft"

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
