"""The meeting as the room sees it: no buttons that nobody can press, and all the more of the picture."""

from __future__ import annotations

from collections.abc import Callable

from tabletop.ui.screens.strip import STANCES, agreement_line, named, sentence
from tabletop.ui.widgets import (
    Cell,
    Column,
    Divider,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
    bold,
    plain,
)
from tabletop.view.pages import MeetingPage, MeetingSeat, RoleBadge

Say = Callable[..., str]


def meeting_for_room(page: MeetingPage, picture: Widget, tasks: dict[str, RoleBadge | None], say: Say) -> Widget:
    """Who is there at the left, the picture at the right, and below it what was agreed and who does what."""
    rows: list[Widget] = []
    for seat in page.seats:
        rows += [Divider(), _seat(seat, say)] if rows else [_seat(seat, say)]
    table = Panel(ScrollArea(Column(rows, gap=6), key="meeting/table"), title=say("meeting.who_commits"), padding=12)
    agreed: list[Widget] = [agreement_line(line) for line in page.plan.agreements]
    agreed = agreed or [TextBlock(say("meeting.no_agreements"), "small")]
    below = Split(
        [Cell(_panel(agreed, "agreements", say("board.agreements")), 52, 200), Cell(_done(tasks, say), 48, 200)]
    )
    return Split([Cell(table, 36, 260), Cell(Column([picture, below], gap=12), 64, 360)])


def _seat(seat: MeetingSeat, say: Say) -> Widget:
    place = (seat.participant or say("meeting.at_table")) if seat.present else seat.why_absent
    who = named(seat.role, seat.reason or place, 30, dim=not seat.present, is_short=True)
    if not seat.present or seat.stance == "none":
        return Row([who])
    return Row([who, Spacer(), Pill(seat.stance_label, STANCES[seat.stance], filled=True)])


def _done(tasks: dict[str, RoleBadge | None], say: Say) -> Widget:
    lines: list[Widget] = []
    for name, role in tasks.items():
        who = bold(role.short, role.chain) if role else bold(say("board.nobody"), "muted")
        lines.append(TextBlock([plain(f"{sentence(name)}: "), who]))
    return _panel(lines, "tasks", say("meeting.tasks"))


def _panel(lines: list[Widget], key: str, title: str) -> Widget:
    return Panel(ScrollArea(Column(lines, gap=4), key=f"meeting/{key}", least=60), title=title, padding=12)
