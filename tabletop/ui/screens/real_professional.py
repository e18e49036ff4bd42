"""Once a round somebody may ask a question of who does that work in real life."""

from __future__ import annotations

from tabletop.ui.screens.attendance import Attendance, RealQuestion
from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.widgets import (
    Button,
    Column,
    Entry,
    ListBox,
    ListRow,
    Page,
    Panel,
    Row,
    ScrollArea,
    Spacer,
    TextBlock,
    Widget,
)

LONGEST = 160


class RealProfessionalScreen(TableScreen):
    """Who is asked, and what. It is asked aloud; the screen keeps it for the debrief."""

    is_aside = True
    first_focus = "colleagues"

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.room = Attendance(guide.facilitation)
        self.chosen: str | None = None
        self.text = self.word = ""

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("real.title")

    def build(self) -> Widget:
        """The question of this round, or the form to ask one."""
        say, question = self.app.say, self.room.question
        body = self._form() if question is None else self._asked(question)
        return Page(
            header=Column([TextBlock(say("real.title"), "title"), TextBlock(say("real.line"), "small")], gap=2),
            body=Panel(ScrollArea(body, key="real")),
            footer=self._footer(question),
            margin=40,
        )

    def _form(self) -> Widget:
        say = self.app.say
        rows = [ListRow(each.id, each.name, each.who) for each in self.room.colleagues()]
        if not rows:
            return TextBlock(say("real.nobody"))
        who = ListBox(rows, self._pick, self.chosen, label=say("real.who"), columns=2, key="colleagues")
        text = Entry(say("real.what"), self.text, self._type, self._ask, say("real.example"), most=LONGEST)
        text.key = "real/text"
        return Column([TextBlock(say("real.who"), "strong"), who, text], gap=14)

    def _asked(self, question: RealQuestion) -> Widget:
        say = self.app.say
        state = say("real.answered" if question.is_answered else "real.open")
        text = question.text or say("real.aloud")
        lines = [TextBlock(say("real.to", who=question.colleague), "strong"), TextBlock(text, "heading")]
        return Column([*lines, TextBlock(state, tone="care" if question.is_answered else "muted")], gap=10)

    def _footer(self, question: RealQuestion | None) -> Widget:
        say = self.app.say
        row: list[Widget] = [TextBlock(self.word, tone="danger"), Spacer()]
        back = Button(say("people.back"), self.guide.go_back, key="real/back")
        if question is None:
            ask = Button(say("real.ask"), self._ask, kind="primary", key="real/ask", enabled=self.chosen is not None)
            ask.why_not = say("real.first")
            return Row([*row, back, ask])
        if not question.is_answered:
            done = Button(say("real.done"), self._answered, kind="primary", key="real/done")
            return Row([*row, back, done])
        back.kind = "primary"
        return Row([*row, back])

    def _pick(self, discipline: str) -> None:
        self.chosen = discipline
        self.app.focus("real/text")

    def _type(self, text: str) -> None:
        self.text = text

    def _ask(self) -> None:
        if self.chosen is not None:
            self.word = self.room.ask(self.chosen, self.text)
            self.app.focus("real/done")

    def _answered(self) -> None:
        self.word = self.room.answered()
        if not self.word:
            self.guide.go_back()

    def on_back(self) -> None:
        """Escape leaves; what was asked stays asked."""
        self.guide.go_back()
