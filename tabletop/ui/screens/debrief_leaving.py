"""The first tab of the debrief, *Uit je rol*: who played what, the goal that was private, one question each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.ui.screens.later import kept_for_later
from tabletop.ui.widgets import Cell, Column, Divider, Icon, Panel, Row, ScrollArea, Split, TextBlock, Widget

if TYPE_CHECKING:
    from tabletop.debrief.pages import LeavingRole
    from tabletop.ui.screens.debrief import DebriefScreen

ICON = 26


class LeavingTab:
    """Draws the page; everybody at the table may read it."""

    def __init__(self, screen: DebriefScreen) -> None:
        self.screen = screen

    def build(self) -> Widget:
        """A line a role: at the left the role and who played it, at the right its goal and its question."""
        screen = self.screen
        names = {seat.role.id: seat.name for seat in screen.game.seats(screen.language)}
        parts: list[Widget] = [TextBlock(screen.app.say("debrief.leaving_how"))]
        for each in screen.game.leaving(screen.language).roles:
            parts += [Divider(), self._role(each, names.get(each.role.id))]
        parts += kept_for_later(screen)
        return Panel(ScrollArea(Column(parts, gap=12), key="debrief/leaving"))

    def _role(self, each: LeavingRole, name: str | None) -> Widget:
        say = self.screen.app.say
        who = say("debrief.leaving_unplayed") if name is None else name
        head: list[Widget] = [TextBlock(each.role.name, "strong"), *([TextBlock(who, "small")] if who else [])]
        told: list[Widget] = [TextBlock(say("debrief.leaving_goal"), "caption"), TextBlock(each.goal)]
        told += [TextBlock(each.question, "strong")] if each.question else []
        left = Row([Icon(each.role.id, ICON, each.role.chain), Column(head, gap=0)])
        return Split([Cell(left, 30, 200), Cell(Column(told, gap=4), 70, 260)], gap=14)
