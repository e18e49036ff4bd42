"""The debrief: what happened, who knew what when, who spoke with whom. Everything is open now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tabletop.debrief.pages import (
    CourseLine,
    CoursePage,
    CourseWeek,
    KnowledgeCell,
    KnowledgePage,
    KnowledgeRow,
    NetworkPage,
)  # fmt: skip
from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.base import GameScreen, Guide
from tabletop.ui.screens.clock_strip import clock_block
from tabletop.ui.screens.debrief_leaving import LeavingTab
from tabletop.ui.screens.debrief_score import ScoreTab
from tabletop.ui.screens.debrief_turning import TurningTab
from tabletop.ui.screens.strip import sentence
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import (
    Button,
    Cell,
    Choice,
    Column,
    Dialog,
    Divider,
    Dot,
    Graph,
    GraphEdge,
    GraphNode,
    Icon,
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
)  # fmt: skip
from tabletop.view.pages import BoardNode

TABS = ("leaving", "course", "knowledge", "turning", "network", "score")
LOOK_EVERY_MS = 200
"""How often the screen looks whether more is known of turning points and score."""
DANGER_SQUARES = 5
ICONS = {
    "decision": "hand",
    "share": "letter",
    "measure": "measure",
    "meeting": "meeting",
    "script": "next",
    "fact": "eye",
    "incident": "incident",
    "phase": "clock",
}
"""The icon before a line of the course, by its kind, where it has no picture of its own."""


class DebriefScreen(GameScreen):
    """Tabs over the whole session."""

    first_focus = "debrief/tabs"
    wants_tick = LOOK_EVERY_MS

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.tab = TABS[0]
        self.week: int | None = None
        """The week of *Wie wist wat*; None for the last."""
        self.fact: str | None = None
        """The fact whose text stands below the table."""
        self.leaving = LeavingTab(self)
        self.turning, self.score = TurningTab(self), ScoreTab(self)
        self._seen = 0

    def entered(self) -> None:
        """Turning points and score are worked out from now on, beside what is shown."""
        self.game.review.start()

    def tick(self, elapsed_ms: int) -> bool:
        """Whether more is known, and this tab shows it."""
        del elapsed_ms
        seen, self._seen = self._seen, self.game.review.version
        return seen != self._seen and self.tab in ("turning", "score")

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("debrief.title")

    def _header(self, tabs: Widget) -> Widget:
        """Title and tabs; at the right the time that is left, which is there to be kept free for this."""
        if self.is_compact:
            return Row([tabs])
        return Row([TextBlock(self.app.say("debrief.title"), "title"), tabs, Spacer(), *clock_block(self)], gap=28)

    def build(self) -> Widget:
        """Tabs above, the page below."""
        say = self.app.say
        choices = [Choice(name, say(f"debrief.{name}")) for name in TABS]
        tabs = Tabs(choices, self._open, self.tab, label=say("debrief.title"), key="debrief/tabs")
        body = {
            "leaving": self.leaving.build,
            "course": self._course,
            "knowledge": self._knowledge,
            "turning": self.turning.build,
            "network": self._network,
            "score": self.score.build,
        }[self.tab]()
        close = Button(say("debrief.close"), self.guide.to_care, kind="primary", key="debrief/close")
        ask = TextBlock(say(f"debrief.{self.tab}_ask"), "strong", most=820)
        return Page(
            header=self._header(tabs),
            body=body,
            footer=Row([close] if self.is_compact else [ask, Spacer(), close], align="right"),
        )

    def _menu(self) -> Dialog:
        """No way to where one is already, nor back to a game that is over."""
        say = self.app.say
        buttons = (
            Button(say("debrief.go_on"), self.app.close, kind="primary", key="menu/go_on"),
            Button(say("menu.settings"), self._leave_for(self.guide.to_settings), key="menu/settings"),
            Button(say("menu.stop"), self._leave_for(self.guide.to_title), key="menu/stop"),
        )
        return Dialog(say("menu.title"), TextBlock(say("menu.text")), buttons, width=620)

    def _open(self, tab: str) -> None:
        self.tab = tab

    # -- Verloop

    def _course(self) -> Widget:
        page = self.game.course(self.language)
        parts: list[Widget] = []
        for each in page.rounds:
            parts += [TextBlock(each.title, "heading"), *(self._week(week) for week in each.weeks), Divider()]
        story = Panel(ScrollArea(Column(parts[:-1], gap=14), key="debrief/course"))
        return Split([Cell(story, share=68, least=420), Cell(self._ending(page), share=32, least=280)])

    def _week(self, week: CourseWeek) -> Widget:
        head: list[Widget] = [TextBlock(week.label, "strong")]
        if not week.is_turns:
            filled = round(week.danger * DANGER_SQUARES)
            said = self.app.say("debrief.danger_of", filled=filled, all=DANGER_SQUARES)
            head.append(Meter(filled, DANGER_SQUARES, said, label=self.app.say("debrief.danger"), tone="danger"))
        lines: list[Widget] = [_course_line(line) for line in week.lines]
        lines = lines or [TextBlock(self.app.say("debrief.nothing"), tone="muted")]
        return Split([Cell(Column(head, gap=4), 22, 150), Cell(Column(lines, gap=10), 78, 240)], gap=14)

    def _ending(self, page: CoursePage) -> Widget:
        say = self.app.say
        parts: list[Widget] = [
            TextBlock(page.ending, "title"),
            TextBlock(page.ending_explanation),
            TextBlock(page.danger_label),
            Divider(),
            TextBlock(say("debrief.variant"), "caption"),
            TextBlock(page.variant),
            TextBlock(say("debrief.figures"), "caption"),
            *(TextBlock(line) for line in page.figures),
        ]
        return Panel(ScrollArea(Column(parts, gap=10), key="debrief/ending"), title=say("debrief.ending"))

    # -- Wie wist wat

    def _knowledge(self) -> Widget:
        say = self.app.say
        page = self.game.knowledge(self.language, self.week)
        columns = [
            TableColumn(say("debrief.fact"), share=3, least=190),
            *(TableColumn(role.short, align="center", least=92) for role in page.roles),
            TableColumn(say("debrief.joint"), align="right", bold=True, least=90),
        ]
        rows = [_knowledge_row(row, say) for row in page.rows]
        table = Table(
            columns, rows, label=say("debrief.knowledge"), on_pick=self._pick, chosen=self.fact, key="debrief/table"
        )
        below: list[Widget] = []
        if page.stayed:
            stayed = say("debrief.stayed", label=page.stayed_label, facts="; ".join(page.stayed))
            below.append(TextBlock(stayed, "small"))
        scrolled = ScrollArea(Column([table, *below]), key="debrief/knowledge")
        told = [TextBlock(row.text) for row in page.rows if row.title == self.fact]
        return Panel(Column([self._weeks_row(page), scrolled, *told]))

    def _pick(self, fact: str) -> None:
        self.fact = None if fact == self.fact else fact

    def _weeks_row(self, page: KnowledgePage) -> Widget:
        say = self.app.say
        return Row(
            [
                Button(
                    say("debrief.week_before"),
                    lambda: self._by_weeks(-1),
                    small=True,
                    enabled=page.week > 0,
                    key="debrief/before",
                ),
                Pill(page.week_label, filled=True),
                Button(
                    say("debrief.week_after"),
                    lambda: self._by_weeks(1),
                    small=True,
                    enabled=page.week < page.weeks,
                    key="debrief/after",
                ),
                Spacer(),
                TextBlock(page.joint_label, "strong"),
            ]
        )

    def _by_weeks(self, step: int) -> None:
        page = self.game.knowledge(self.language, self.week)
        self.week = max(0, min(page.weeks, page.week + step))

    # -- Netwerk

    def _network(self) -> Widget:
        say = self.app.say
        page = self.game.network(self.language)
        lines: list[Widget] = [TextBlock(line) for line in page.lines]
        text = Panel(ScrollArea(Column(lines), key="debrief/lines"), title=say("debrief.spoke"))
        return Split([Cell(self._talk_graph(page), 66, 360), Cell(text, 34, 280)])

    def _talk_graph(self, page: NetworkPage) -> Widget:
        board = self.game.board(self.language)
        alone = {role.id for role in page.left_out}
        nodes = [self._talker(node, node.role.id in alone) for node in board.nodes]
        short = {node.role.id: node.role.short for node in board.nodes}
        most = max((edge.rounds for edge in page.edges), default=1)
        edges = [
            GraphEdge(
                edge.a,
                edge.b,
                edge.rounds / most,
                tone="ink",
                label=self.app.words.count("debrief.edge", edge.rounds, a=short[edge.a], b=short[edge.b]),
            )
            for edge in page.edges
        ]
        return Graph(nodes, edges, label=self.app.say("debrief.spoke"), key="debrief/graph")

    def _talker(self, node: BoardNode, is_alone: bool) -> GraphNode:
        value = self.app.say("debrief.left_out") if is_alone else ""
        role = node.role
        return GraphNode(role.id, role.short, *node.at, role.chain, icon=role.id, value=value, dim=is_alone)

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds the weeks of *Wie wist wat*."""
        say = self.app.say
        own = [] if self.tab != "knowledge" else [
            Shortcut("-", say("debrief.week_before"), lambda: self._by_weeks(-1)),
            Shortcut("+", say("debrief.week_after"), lambda: self._by_weeks(1)),
        ]  # fmt: skip
        return (*super().shortcuts(), *own)


def _course_line(line: CourseLine) -> Widget:
    tone: Tone = "danger" if line.kind == "incident" else "ink"
    first, *others = [sentence(part) for part in (line.known_label, *line.note.split("\n")) if part] or [""]
    below = [f"{first}  {others[0]}"] if len(others) == 1 else [first, *others]
    texts: list[Widget] = [TextBlock(line.text, "strong" if line.kind == "incident" else "body")]
    texts += [TextBlock(part, "small") for part in below if part]
    return Row([Icon(line.icon or ICONS[line.kind], 20, tone), Column(texts, gap=0)])


def _knowledge_row(row: KnowledgeRow, say: Callable[..., str]) -> TableRow:
    week = say("debrief.week_short")
    joint = say("debrief.never") if row.joint_since is None else f"{week} {row.joint_since}"
    return TableRow(
        row.title, (row.title, *(_dot(cell, week, say("debrief.signal")) for cell in row.cells), joint), hint=row.text
    )


def _dot(cell: KnowledgeCell, week: str, signal: str) -> Dot:
    tone: Tone = "ink" if cell.state == "holds" else "care"
    since = f"{week} {cell.since}" if cell.state in ("knows", "signal") else ""
    said = {"knows": "", "signal": signal}.get(cell.state, cell.label)  # the week stands beside these already
    return Dot(cell.state in ("holds", "knows"), said, tone, since, half=cell.state == "signal")
