"""The debrief: what happened, who knew what when, who spoke with whom. Everything is open now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.ui.screens.base import GameScreen, Guide
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import (
    Button,
    Cell,
    Choice,
    Column,
    Divider,
    Dot,
    Meter,
    Page,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Spacer,
    Split,
    Table,
    TableColumn,
    TableRow,
    Tabs,
    TextBlock,
    Widget,
)

if TYPE_CHECKING:
    from tabletop.debrief.course import CourseLine, CoursePage, CourseWeek
    from tabletop.debrief.knowledge import KnowledgeCell, KnowledgePage, KnowledgeRow

TABS = ("course", "knowledge", "network")
DANGER_SQUARES = 5


class DebriefScreen(GameScreen):
    """Tabs over the whole session."""

    first_focus = "debrief/tabs"

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.tab = TABS[0]
        self.week: int | None = None

    @property
    def title(self) -> str:  # type: ignore[override]
        """The same for everybody."""
        return self.app.say("debrief.title")

    def build(self) -> Widget:
        """Tabs above, the page below."""
        say = self.app.say
        tabs = Tabs(
            [Choice(name, say(f"debrief.{name}")) for name in TABS],
            self._open,
            self.tab,
            label=say("debrief.title"),
            key="debrief/tabs",
        )
        body = {"course": self._course, "knowledge": self._knowledge, "network": self._network}[self.tab]()
        return Page(
            header=Row([TextBlock(say("debrief.title"), "title"), tabs], gap=40),
            body=body,
            footer=Row(
                [
                    TextBlock(say(f"debrief.{self.tab}_ask"), "strong", most=820),
                    Spacer(),
                    Button(say("debrief.close"), self.guide.to_care, kind="primary", key="debrief/close"),
                ]
            ),
        )

    def _open(self, tab: str) -> None:
        self.tab = tab

    # -- Verloop

    def _course(self) -> Widget:
        say = self.app.say
        page = self.game.course(self.language)
        weeks: list[Widget] = []
        for part in page.rounds:
            weeks.append(TextBlock(part.title, "heading"))
            weeks += [self._course_week(week) for week in part.weeks]
        return Split(
            [
                Cell(
                    Panel(ScrollArea(Column(weeks, gap=12), key="debrief/course"), title=say("debrief.course")),
                    share=66,
                    least=420,
                ),
                Cell(Column([self._ending(page)]), share=34, least=280),
            ]
        )

    def _course_week(self, week: CourseWeek) -> Widget:
        squares = Meter(
            round(week.danger * DANGER_SQUARES),
            DANGER_SQUARES,
            week.danger_label,
            label=self.app.say("debrief.danger"),
            tone="danger",
        )
        lines: list[Widget] = [self._course_line(line) for line in week.lines]
        lines = lines or [TextBlock(self.app.say("debrief.nothing"), tone="muted")]
        return Split(
            [
                Cell(Column([TextBlock(week.label, "strong"), squares], gap=4), share=24, least=150),
                Cell(Column(lines, gap=6), share=76, least=240),
            ],
            gap=14,
        )

    def _course_line(self, line: CourseLine) -> Widget:
        known = ", ".join(role.short for role in line.known_to)
        text = self.app.say("debrief.known_to", roles=known) if known else self.app.say("debrief.known_to_nobody")
        return Column([TextBlock(line.text), TextBlock(text, "small")], gap=0)

    def _ending(self, page: CoursePage) -> Widget:
        say = self.app.say
        parts: list[Widget] = [
            TextBlock(page.ending, "title"),
            TextBlock(page.ending_explanation),
            Divider(),
            TextBlock(say("debrief.variant"), "caption"),
            TextBlock(page.variant),
        ]
        if page.figures:
            parts += [TextBlock(say("debrief.figures"), "caption"), *(TextBlock(line) for line in page.figures)]
        return Panel(ScrollArea(Column(parts), key="debrief/ending"), title=say("debrief.ending"), grow=1)

    # -- Wie wist wat

    def _knowledge(self) -> Widget:
        say = self.app.say
        page = self.game.knowledge(self.language, self.week)
        columns = [
            TableColumn(say("debrief.fact"), share=3, least=200),
            *(TableColumn(role.short, align="center", least=84) for role in page.roles),
            TableColumn(say("debrief.joint"), align="right", bold=True, least=84),
        ]
        rows = [_knowledge_row(row, say("debrief.week_short"), say("debrief.never")) for row in page.rows]
        weeks = Row(
            [
                Button(
                    say("debrief.week_before"),
                    lambda: self._to_week(page, -1),
                    small=True,
                    enabled=page.week > 0,
                    why_not=say("debrief.first_week"),
                    key="debrief/before",
                ),
                Pill(page.week_label, filled=True),
                Button(
                    say("debrief.week_after"),
                    lambda: self._to_week(page, 1),
                    small=True,
                    enabled=page.week < page.weeks,
                    why_not=say("debrief.last_week"),
                    key="debrief/after",
                ),
                Spacer(),
                TextBlock(page.joint_label, "strong"),
            ]
        )
        parts: list[Widget] = [
            weeks,
            ScrollArea(
                Table(columns, rows, label=say("debrief.knowledge"), key="debrief/table"), key="debrief/knowledge"
            ),
        ]
        if page.stayed:
            parts.append(TextBlock(say("debrief.stayed", facts="; ".join(page.stayed)), "small"))
        return Panel(Column(parts), title=say("debrief.knowledge"))

    def _to_week(self, page: KnowledgePage, by: int) -> None:
        self.week = max(0, min(page.weeks, page.week + by))

    # -- Netwerk

    def _network(self) -> Widget:
        say = self.app.say
        page = self.game.network(self.language)
        names = {node.role.id: node.role for node in self.game.board(self.language).nodes}
        rows = [TableRow(f"{e.a}-{e.b}", (names[e.a].name, names[e.b].name, str(e.rounds))) for e in page.edges]
        columns = [
            TableColumn(say("debrief.one"), 2),
            TableColumn(say("debrief.other"), 2),
            TableColumn(say("debrief.rounds"), 1, align="right"),
        ]
        lines: list[Widget] = [TextBlock(line) for line in page.lines]
        if page.left_out:
            lines.append(
                TextBlock(say("debrief.left_out", roles=", ".join(role.name for role in page.left_out)), "strong")
            )
        return Split(
            [
                Cell(
                    Panel(
                        ScrollArea(Table(columns, rows, label=say("debrief.network")), key="debrief/edges"),
                        title=say("debrief.spoke"),
                    ),
                    share=55,
                    least=340,
                ),
                Cell(
                    Panel(ScrollArea(Column(lines), key="debrief/lines"), title=say("debrief.network")),
                    share=45,
                    least=300,
                ),
            ]
        )


def _knowledge_row(row: KnowledgeRow, week: str, never: str) -> TableRow:
    joint = never if row.joint_since is None else f"{week} {row.joint_since}"
    return TableRow(row.title, (row.title, *(_dot(cell, week) for cell in row.cells), joint), hint=row.text)


def _dot(cell: KnowledgeCell, week: str) -> Dot:
    tone: Tone = {"holds": "ink", "knows": "care", "signal": "administration"}.get(cell.state, "muted")  # type: ignore[assignment]
    since = "" if cell.since is None or cell.state in ("unknown", "holds") else f"{week} {cell.since}"
    return Dot(cell.state in ("holds", "knows"), cell.label, tone, since)
