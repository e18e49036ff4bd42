"""The first tab of the debrief, *Uit je rol*: who played what, the goal that was private, one question each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.ui.screens.debrief_questions import RoleQuestionsScreen
from tabletop.ui.screens.later import kept_for_later
from tabletop.ui.widgets import Button, Cell, Column, Divider, Icon, Panel, Row, ScrollArea, Split, TextBlock, Widget

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
        roles = screen.game.leaving(screen.language).roles
        has_questions = any(each.knowledge for each in roles)
        for each in roles:
            name = names.get(each.role.id)
            asked = self._questions(each) if has_questions and name is not None else []
            parts += [Divider(), self._role(each, name, asked)]
        parts += kept_for_later(screen)
        return Panel(ScrollArea(Column(parts, gap=12), key="debrief/leaving"))

    def _role(self, each: LeavingRole, name: str | None, asked: list[Widget]) -> Widget:
        say = self.screen.app.say
        who = say("debrief.leaving_unplayed") if name is None else name
        head: list[Widget] = [TextBlock(each.role.name, "strong"), *([TextBlock(who, "small")] if who else [])]
        told: list[Widget] = [TextBlock(say("debrief.leaving_goal"), "caption"), TextBlock(each.goal)]
        told += [TextBlock(each.question, "strong")] if each.question else []
        beside, below = ([], asked) if self.screen.is_compact else (asked, [])
        left = Row([Icon(each.role.id, ICON, each.role.chain), Column([Column(head, gap=0), *beside], gap=6)])
        return Split([Cell(left, 30, 200), Cell(Column([*told, *below], gap=4), 70, 260)], gap=14)

    def _questions(self, each: LeavingRole) -> list[Widget]:
        """The way to what one should know of a role that was played; a role of one's own pack may have no questions."""
        words, role = self.screen.app.words, each.role
        if not each.knowledge:
            return [TextBlock(words.say("rolequestion.none"), "small")]
        label = words.count("rolequestion.of", each.knowledge, role=role.short)
        key = f"leaving/questions/{role.id}"
        return [Row([Button(label, lambda: self._ask(role.id, key), icon="question", small=True, key=key)])]

    def _ask(self, role: str, key: str) -> None:
        """Open the questions; they lead back to their button."""
        app = self.screen.app

        def back() -> None:
            app.show(self.screen)
            app.focus(key)

        app.show(RoleQuestionsScreen(self.screen.guide, role, back))
