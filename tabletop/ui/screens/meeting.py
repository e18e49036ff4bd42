"""The meeting, on the open screen: who is there, the picture coming together, leads, agreements, everybody's word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.agreeing import AgreeingDialog, lead_dialog
from tabletop.ui.screens.base import GameScreen, Guide, in_turn
from tabletop.ui.screens.joint import card_dialog, picture_list
from tabletop.ui.screens.meeting_room import meeting_for_room
from tabletop.ui.screens.reasons import reason_dialog
from tabletop.ui.screens.strip import STANCES, agreement_line, named, sentence, strip, table_buttons
from tabletop.ui.widgets import (
    Button,
    Cell,
    Chips,
    Choice,
    Column,
    Dialog,
    Divider,
    Page,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
)
from tabletop.view.pages import MeetingPage, MeetingSeat, OptionGroup, PlanPage, RoleBadge

CARD_MS = 700
"""How long until the next card of the picture is laid on the table."""


class MeetingScreen(GameScreen):
    """Everything the table decides together."""

    first_focus = "meeting/agree"
    wants_tick = 100

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.laid = 0
        self.waited = 0
        self.word = ""
        self.agreeing: AgreeingDialog | None = None

    @property
    def page(self) -> MeetingPage:
        """The meeting in the language of the moment."""
        return self.game.meeting(self.language)

    def window_title(self) -> str:
        """The title of the case."""
        return self.page.header.case_title

    def entered(self) -> None:
        """With motion off the whole picture lies there at once."""
        if not self.app.settings.motion:
            self.laid = len(self.page.picture)

    def tick(self, elapsed_ms: int) -> bool:
        """Lay the next card of the picture."""
        self.waited += elapsed_ms
        if self.laid >= len(self.page.picture) or self.waited < CARD_MS:
            return False
        self.waited = 0
        self.laid += 1
        return True

    def build(self) -> Widget:
        """Who is there and commits, the picture with the agreements, and the questions with the tasks."""
        page = self.page
        if self.is_for_room:
            tasks = {group.title: lead_of(page.plan, group) for group in page.leads}
            body = meeting_for_room(page, self._picture(page), tasks, self.app.say)
            return Page(header=strip(self, page.header, self.app.say("meeting.everybody")), body=body)
        middle = Column([self._picture(page), self._agreements(page)], gap=16)
        right = Column([self._questions(page), self._tasks(page)], gap=16)
        return Page(
            header=strip(self, page.header, self.app.say("meeting.everybody")),
            body=Split([Cell(self._table(page), 41, 300), Cell(middle, 59, 340), Cell(right, 37, 260)]),
            footer=self._footer(page),
        )

    # -- who is there, and who commits

    def _table(self, page: MeetingPage) -> Widget:
        rows: list[Widget] = []
        for seat in page.seats:
            rows += [Divider(), self._seat(seat)] if rows else [self._seat(seat)]
        return Panel(ScrollArea(Column(rows, gap=8), key="meeting/table"), title=self.app.say("meeting.who_commits"))

    def _seat(self, seat: MeetingSeat) -> Widget:
        say = self.app.say
        who = named(seat.role, self._place(seat), 36, dim=not seat.present, is_short=True)
        if not seat.present:
            return Row([who])
        if seat.commit is None or seat.objection is None:
            pill = Pill(seat.stance_label, STANCES[seat.stance], filled=seat.stance != "none")
            return Row([who, Spacer(), pill])
        chosen = {"commits": seat.commit.id, "objects": seat.objection.id}.get(seat.stance)
        options = [
            Choice(seat.commit.id, say("meeting.commits"), "care", hint=seat.commit.label),
            Choice(seat.objection.id, say("meeting.objects"), "danger", hint=seat.objection.label),
        ]
        take = partial(self._take_stance, seat)
        chips = Chips(options, take, chosen, label=seat.role.name, key=f"stance/{seat.role.id}")
        row = Row([who, Spacer(), chips])
        return Column([row, TextBlock(sentence(seat.reason), "small", "danger")], gap=4) if seat.reason else row

    def _place(self, seat: MeetingSeat) -> str:
        if not seat.present:
            return seat.why_absent
        return seat.participant or self.app.say("meeting.at_table")

    def _take_stance(self, seat: MeetingSeat, decision: str) -> None:
        """Agree at once; object with a reason, which can be changed as long as the meeting lasts."""
        if seat.objection is not None and decision == seat.objection.id:
            self._ask_objection(seat)
        elif seat.stance != "commits":
            self.word = self.game.decide(decision)

    def _ask_objection(self, seat: MeetingSeat) -> None:
        say = self.app.say
        dialog = reason_dialog(
            say("meeting.why_objects", role=seat.role.name),
            say("meeting.why_text"),
            self.page.objections,
            say,
            partial(self._object, seat),
            self.app.close,
        )
        self.app.open(dialog)

    def _object(self, seat: MeetingSeat, reason: str | None) -> None:
        """Who objects already first goes back on it: the log knows one word at a time."""
        if seat.commit is None or seat.objection is None:
            return
        self.word = self.game.decide(seat.commit.id) if seat.stance == "objects" else ""
        self.word = self.word or self.game.decide(seat.objection.id, reason=reason)

    # -- who does what

    def _tasks(self, page: MeetingPage) -> Widget:
        rows = [self._lead(page.plan, group) for group in page.leads]
        return Panel(ScrollArea(Column(rows, gap=8), key="meeting/tasks"), title=self.app.say("meeting.tasks"), grow=3)

    def _lead(self, plan: PlanPage, group: OptionGroup) -> Widget:
        role = lead_of(plan, group)
        name = TextBlock(
            role.short if role else self.app.say("board.nobody"), "strong", role.chain if role else "muted"
        )
        label = self.app.say("meeting.choose_who" if role is None else "meeting.change")
        button = Button(
            label,
            lambda: self.app.open(lead_dialog(self, group)),
            small=True,
            hint=group.title,
            enabled=bool(group.options),
            why_not=self.app.say("meeting.nobody_can"),
            key=f"lead/{group.id}",
        )
        return Column([TextBlock(sentence(group.title), "caption"), Row([name, Spacer(), button])], gap=2)

    # -- the picture

    def _picture(self, page: MeetingPage) -> Widget:
        say = self.app.say
        cards = page.picture[: self.laid]
        table: Widget = TextBlock(say("meeting.no_picture"), "small")
        if cards:
            table = picture_list(cards, self._open_card, say("meeting.picture"), say("desk.new"))
        parts: list[Widget] = [ScrollArea(table, key="meeting/picture")]
        if self.laid >= len(page.picture) and page.picture_line:
            parts += [Divider(), TextBlock(page.picture_line, "strong")]
        return Panel(Column(parts, gap=10), title=say("meeting.picture"), grow=3)

    def _open_card(self, fact: str) -> None:
        card = next(card for card in self.page.picture if card.id == fact)
        self.app.open(card_dialog(card, self.app.say, self.app.close))

    # -- agreements

    def _agreements(self, page: MeetingPage) -> Widget:
        say = self.app.say
        rows: list[Widget] = [agreement_line(line) for line in page.plan.agreements]
        parts: list[Widget] = [
            ScrollArea(
                Column(rows or [TextBlock(say("meeting.no_agreements"), "small")], gap=6),
                key="meeting/agreements",
                least=60,
            )
        ]
        parts.append(
            Row(
                [
                    Button(
                        say("meeting.agree"),
                        self._agree,
                        key="meeting/agree",
                        enabled=bool(page.agreements),
                        why_not=say("meeting.nothing_to_agree"),
                    )
                ]
            )
        )
        if self.word:
            parts.append(TextBlock(self.word, "strong", tone="danger"))
        return Panel(Column(parts), title=say("board.agreements"), grow=2)

    def _agree(self) -> None:
        self.agreeing = AgreeingDialog(self)
        self.app.open(self.agreeing.dialog)

    # -- questions

    def _questions(self, page: MeetingPage) -> Widget:
        cards = [
            Panel(
                TextBlock(question),
                fill="soft" if at == 0 else "shade",
                tone="administration" if at == 0 else "ink",
                accent="left" if at == 0 else "",
                padding=10,
            )
            for at, question in enumerate(page.questions)
        ]
        return Panel(
            ScrollArea(Column(cards, gap=8), key="meeting/questions"), title=self.app.say("meeting.questions"), grow=2
        )

    # -- the end

    def _footer(self, page: MeetingPage) -> Widget:
        say = self.app.say
        row: list[Widget] = [TextBlock(say("meeting.caller", role=page.caller.name), "small")] if page.caller else []
        if page.can_undo:
            row.append(Button(say("desk.undo"), self._undo, small=True, key="meeting/undo"))
        close = Button(say("meeting.close"), self._ask_close, kind="primary", key="meeting/close")
        return Row([*table_buttons(self), Spacer(), *row, close])

    def _undo(self) -> None:
        self.word = self.game.undo()

    def _ask_close(self) -> None:
        say, lines = self.app.say, [TextBlock(text) for text in self._left_open()]
        self.app.open(
            Dialog(
                say("meeting.close"),
                Column(lines or [TextBlock(say("meeting.close_text"))]),
                (
                    Button(
                        say("meeting.close_yes"),
                        in_turn(self.app.close, self._close),
                        kind="primary",
                        key="meeting/close_yes",
                    ),
                    Button(say("common.not_now"), self.app.close),
                ),
            )
        )

    def _left_open(self) -> list[str]:
        """What the table did not say or divide, so that it closes knowing that."""
        page, say = self.page, self.app.say
        silent = [seat.role.short for seat in page.seats if seat.present and seat.commit and seat.stance == "none"]
        free = [group.title for group in page.leads if group.options and lead_of(page.plan, group) is None]
        lines = [say("meeting.close_free", tasks=", ".join(free))] if free else []
        return [*lines, say("meeting.close_silent", roles=", ".join(silent))] if silent else lines

    def _close(self) -> None:
        self.word = self.game.close_meeting()
        if not self.word:
            self.guide.onward()

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds agreeing and undo."""
        say = self.app.say
        return (
            *super().shortcuts(),
            Shortcut("a", say("keys.agree"), self._agree),
            Shortcut("ctrl+z", say("keys.undo"), self._undo_if_possible),
        )

    def _undo_if_possible(self) -> None:
        if self.page.can_undo:
            self._undo()


def lead_of(plan: PlanPage, group: OptionGroup) -> RoleBadge | None:
    """Who has the task of this group now."""
    task = next((option.id.split("/")[2] for option in group.options), group.id)
    return getattr(plan, task, None)
