"""The board: what everybody may see, and who is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.base import GameScreen, Guide
from tabletop.ui.screens.clock_strip import waiting_line
from tabletop.ui.screens.joint import picture_dialog
from tabletop.ui.screens.pictures import pictured
from tabletop.ui.screens.strip import AGREED, named, sentence, strip, table_buttons
from tabletop.ui.screens.telling import told
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import (
    Button,
    Cell,
    Column,
    Dialog,
    Graph,
    GraphEdge,
    GraphNode,
    Icon,
    Mark,
    Page,
    Panel,
    Row,
    Run,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Timeline,
    Widget,
    bold,
    muted,
    plain,
)
from tabletop.view.pages import (
    AgreementLine,
    BoardNode,
    BoardPage,
    MeasureLine,
    PlanPage,
    RoleBadge,
    Route,
    RouteStop,
    TimelineMark,
)

Shape = Literal["circle", "square", "triangle", "diamond"]
LEAST_ROWS = 2
"""Marks above each other that the line of weeks has room for in any case."""
SHAPES: dict[str, Shape] = {
    "news": "circle",
    "talk": "circle",
    "measure": "square",
    "meeting": "diamond",
    "incident": "triangle",
    "due": "square",
}
"""How marks on the timeline look; `now` is drawn by the line itself."""
LONG_NAME = 20
"""A role with a longer name is called by its short one, so that who is next never goes out of sight."""
ROOM_GRAPH, TABLE_GRAPH = 190, 230
"""The network may be so low, so that no part of the board is out of sight."""


class BoardScreen(GameScreen):
    """The shared screen between turns."""

    first_focus = "board/next"

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.partner: str | None = None

    def window_title(self) -> str:
        """The title of the case."""
        return self.game.board(self.language).header.case_title

    def build(self) -> Widget:
        """News, network, plan and who is next; the timeline below."""
        page = self.game.board(self.language)
        body = Split(
            [
                Cell(self._news(page), share=34, least=240),
                Cell(self._network(page), share=60, least=340),
                Cell(self._side(page), share=30, least=240),
            ]
        )
        return Page(
            header=strip(self, page.header, self.app.say("board.everybody")),
            body=Column([body, self._course(page)], gap=16),
            footer=self._foot(page),
        )

    def _foot(self, page: BoardPage) -> Widget | None:
        """What can be done by mouse, and the question for those who wait; in a small window who is next."""
        line = waiting_line(self)
        if self.is_for_room:
            return Row(line, gap=16) if line else None
        if self.is_compact:
            return self._compact_next()
        joint = self.app.say("board.joint", number=len(page.picture))
        open_joint = Button(joint, self._open_joint, kind="quiet", small=True, key="board/joint")
        waiting = [] if self.guide.facilitation.offer or not line else [self._waiting()]
        return Row([*table_buttons(self), open_joint, Spacer(), *waiting], gap=4)

    def _waiting(self) -> Widget:
        question = self.guide.facilitation.question
        return TextBlock([muted(self.app.say("clock.waiting") + "  "), plain(question)], "small", tone="ink", most=500)

    def _open_joint(self) -> None:
        page = self.game.board(self.language)
        self.app.open(picture_dialog(page.picture, self.app.say, self.app.close))

    def _news(self, page: BoardPage) -> Widget:
        say = self.app.say
        lines: list[Widget] = []
        for line in reversed(page.news):
            label = bold(f"{line.week_label}  ", "ink" if line.is_new else "muted")
            lines.append(pictured(TextBlock([label, plain(line.text)]), line.icons))
        if page.week == 0 and page.intro:
            lines.append(TextBlock(page.intro))  # all have read it; what is new stands above it
        lines = lines or [TextBlock(say("board.no_news"), "small")]
        return Panel(ScrollArea(Column(lines), key="board/news"), title=say("board.news"))

    def _network(self, page: BoardPage) -> Widget:
        turn = self.game.moment.role if self.game.moment.kind in ("board", "turn", "answer") else None
        nodes = [self._node(page, node, node.role.id == turn) for node in page.nodes]
        edges = [self._edge(page, edge.a, edge.b, edge.trust, edge.trust_label, edge.spoke) for edge in page.edges]
        graph = Graph(nodes, edges, self._pick, self.partner, label=self.app.say("board.network"), key="board/graph")
        graph.least = ROOM_GRAPH if self.is_for_room else TABLE_GRAPH
        return graph

    def _node(self, page: BoardPage, node: BoardNode, has_turn: bool) -> GraphNode:
        marks = [*node.marks, *([] if node.played else [self.app.say("board.not_played")])]
        return GraphNode(
            node.role.id,
            node.role.short,
            *node.at,
            node.role.chain,
            icon=node.role.id,
            badges=self._badges(page, node),
            value=", ".join(marks),
            hint=node.hint,
            ring=has_turn,
            dim=not node.played,
        )

    def _badges(self, page: BoardPage, node: BoardNode) -> list[tuple[str, str]]:
        say = self.app.say
        leads = (("lead", "process_lead", page.plan.process_lead), ("hand", "case_lead", page.plan.case_lead))
        badges = [
            (icon, say(f"board.{task}")) for icon, task, role in leads if role is not None and role.id == node.role.id
        ]
        return [*badges, ("alone", node.alone)] if node.alone else badges

    def _edge(self, page: BoardPage, a: str, b: str, trust: float, label: str, spoke: bool) -> GraphEdge:
        short = {node.role.id: node.role.short for node in page.nodes}
        text = self.app.say("board.edge_spoke" if spoke else "board.edge", a=short[a], b=short[b], trust=label)
        return GraphEdge(a, b, trust, spoke, icon="letter", tone="care", label=text)

    def _side(self, page: BoardPage) -> Widget:
        scroll = ScrollArea(self.plan(page.plan), least=36, key="board/plan")
        plan = Panel(scroll, title=self.app.say("board.plan"), grow=1)
        if self.is_compact:
            return plan
        return Column([plan, self._next_panel()], gap=16)

    def plan(self, plan: PlanPage) -> Widget:
        """Leads, agreements and measures, as far as the board knows."""
        say = self.app.say
        tasks = (("tells_victim", plan.tells_victim), ("tells_stalker", plan.tells_stalker))
        rows: list[Widget] = [TextBlock(say("board.agreements"), "caption")]
        rows += [_agreement(line) for line in plan.agreements] or [TextBlock(say("board.no_plan"), "small")]
        if plan.measures:
            rows.append(TextBlock(say("board.measures"), "caption"))
            rows += [_measure(line) for line in plan.measures]
        rows += [_lead(say(f"board.{name}"), role) for name, role in tasks if role]
        return Column(rows, gap=8)

    def _next_panel(self) -> Widget:
        role = self._next_role()
        parts: list[Widget] = [TextBlock(self.app.say("board.next"), "caption")]
        if role is None:
            parts.append(TextBlock(self.app.say("board.table_next"), "heading"))
        else:
            parts.append(named(role, self._who(role), is_short=len(role.name) > LONG_NAME))
        if not self.is_for_room:
            parts.append(self._next_button())
        return Panel(Column(parts, gap=8), tone=role.chain if role else "ink", accent="outline", padding=12)

    def _compact_next(self) -> Widget:
        role = self._next_role()
        name = role.name if role else self.app.say("board.table_next")
        return Row([TextBlock([muted(self.app.say("board.next") + "  "), bold(name)]), Spacer(), self._next_button()])

    def _next_button(self) -> Button:
        words = {
            "meeting": "board.to_meeting",
            "weeks": "board.to_weeks",
            "debrief": "board.to_debrief",
            "closed": "board.to_debrief",
        }
        label = self.app.say(words.get(self.game.moment.kind, "board.hand_over"))
        return Button(
            label,
            self.guide.onward if self.game.moment.kind != "board" else self.guide.to_cover,
            kind="primary",
            key="board/next",
        )

    def _next_role(self) -> RoleBadge | None:
        moment = self.game.moment
        if moment.kind not in ("board", "turn", "answer", "dossiers") or moment.role is None:
            return None
        return next((node.role for node in self.game.board(self.language).nodes if node.role.id == moment.role), None)

    def _who(self, role: RoleBadge) -> str:
        names = [seat.name for seat in self.game.seats(self.language) if seat.role.id == role.id]
        return self.app.say("board.played_by", name=names[0]) if names and names[0] else ""

    def _course(self, page: BoardPage) -> Widget:
        head: list[Widget] = [TextBlock(self.app.say("board.course"), "caption"), Spacer()]
        if page.plan.route is not None:
            head.append(TextBlock(self._route(page.plan.route), "small", tone="ink"))
        return Panel(Column([Row(head), course_line(self, page, page.week)], gap=4), padding=12)

    def _route(self, route: Route) -> list[Run]:
        """Where the case is and, but for the room, where it can go: up, and down."""
        parts = [_stop(stop) for stop in route.here]
        if not self.is_for_room:
            ways = (route.due, f"↑ {route.up}", f"↓ {route.down}" if route.down else "")
            parts += [[muted(way)] for way in ways if way]
        return [run for at, part in enumerate(parts) for run in ([muted("  ·  "), *part] if at else part)]

    def _pick(self, partner: str) -> None:
        self.partner = partner
        page = self.game.board(self.language)
        node = next(node for node in page.nodes if node.role.id == partner)
        ties = [edge for edge in page.edges if partner in (edge.a, edge.b)]
        marks = [*node.marks, *([node.alone] if node.alone else [])]
        lines: list[Widget] = [TextBlock(sentence(", ".join(marks)), "strong")] if marks else []
        lines += [told(self.app.say(f"card.{name}_of"), text) for name, text in _card(node) if text]
        lines += [TextBlock(self._edge(page, e.a, e.b, e.trust, e.trust_label, e.spoke).label) for e in ties]
        button = Button(self.app.say("common.close"), self.app.close, kind="primary")
        self.app.open(Dialog(node.role.name, Column(lines), (button,), on_close=self._unpick, tone=node.role.chain))

    def _unpick(self) -> None:
        self.partner = None

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds handing over, and what lies on the table."""
        return (
            *super().shortcuts(),
            Shortcut("n", self.app.say("keys.next"), self._next_button().on_press),
            Shortcut("t", self.app.say("keys.joint"), self._open_joint),
        )


def _card(node: BoardNode) -> tuple[tuple[str, str], ...]:
    return (("offer", node.hint), ("need", node.need))


def _lead(task: str, role: RoleBadge) -> Widget:
    return TextBlock([muted(task + "  "), bold(role.name, role.chain)])


def _stop(stop: RouteStop) -> list[Run]:
    if stop.holder is None:
        return [bold(stop.label)]
    return [plain(f"{sentence(stop.label)} "), bold(stop.holder.short, stop.holder.chain)]


def _agreement(line: AgreementLine) -> Widget:
    return TextBlock(
        [
            plain(line.name + "  "),
            bold(line.owner.short, line.owner.chain),
            muted(f" · {line.due} · "),
            bold(line.state_label, AGREED[line.state]),
        ]
    )


def _measure(line: MeasureLine) -> Widget:
    text = TextBlock([plain(line.name + "  "), muted(line.state)])
    sign = Icon(line.icon, 20, line.decider.chain if line.decider else "muted") if line.icon else None
    return Split([Cell(sign, share=10, least=20), Cell(text, share=90, least=150)], gap=8) if sign else text


def course_line(screen: GameScreen, page: BoardPage, now: int) -> Timeline:
    """The weeks with what the board knows of them; what looks the same in one week is one mark."""
    say = screen.app.say
    marks: dict[tuple[int, str], list[TimelineMark]] = {}
    for mark in page.timeline:
        if mark.kind in SHAPES and (mark.week <= now or mark.kind == "due"):
            marks.setdefault((mark.week, SHAPES[mark.kind]), []).append(mark)
    high = Counter(week for week, _ in marks)
    rows = max([LEAST_ROWS, *high.values()])
    first, last = say("board.week", week=0), say("board.week", week=now)
    return Timeline(
        page.weeks,
        now,
        [_mark(part) for (week, _), each in marks.items() for part in _by_picture(each, rows - high[week] + 1)],
        first=first,
        last=last,
        label=say("board.course"),
    )


def _by_picture(marks: list[TimelineMark], room: int) -> list[list[TimelineMark]]:
    """A mark for each measure, where that makes the line no higher; else one for all."""
    icons = dict.fromkeys(mark.icon for mark in marks)
    if len(icons) > room:
        return [marks]
    return [[mark for mark in marks if mark.icon == icon] for icon in icons]


def _mark(marks: list[TimelineMark]) -> Mark:
    chains = {mark.chain for mark in marks}
    chain = marks[0].chain if len(chains) == 1 else None
    tone: Tone = "danger" if marks[0].kind == "incident" else chain or "muted"
    icons = {mark.icon for mark in marks}
    icon = marks[0].icon if len(icons) == 1 else ""
    return Mark(marks[0].week, "; ".join(mark.label for mark in marks), tone, SHAPES[marks[0].kind], icon)
