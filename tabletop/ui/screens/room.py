"""Which screen the room sees: the one of the table when everybody may see it, else the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from tabletop.ui.screen import Screen
from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.screens.board import BoardScreen
from tabletop.ui.screens.care import CareScreen
from tabletop.ui.screens.debrief import DebriefScreen
from tabletop.ui.screens.debrief_questions import RoleQuestionsScreen
from tabletop.ui.screens.meeting import MeetingScreen
from tabletop.ui.screens.pause import PauseScreen
from tabletop.ui.screens.weeks import WeeksScreen
from tabletop.ui.widgets import Column, Page, Spacer, TextBlock, Widget

if TYPE_CHECKING:
    from tabletop.ui.screens.facilitation import Facilitation

FOR_ALL = (BoardScreen, MeetingScreen, WeeksScreen, DebriefScreen, RoleQuestionsScreen, CareScreen, PauseScreen)
"""Screens that the room may see as they are. What is not named here, it never sees."""


class WelcomeScreen(TableScreen):
    """What the room sees while there is no session."""

    tone: Literal["paper", "cover"] = "cover"

    def window_title(self) -> str:
        """The name of the game."""
        return self.app.say("title.game")

    def build(self) -> Widget:
        """The name, and what it is."""
        say = self.app.say
        parts = [TextBlock(say("title.name"), "display", align="center"), TextBlock(say("title.line"), align="center")]
        return Page(body=Column([Spacer(), *parts, Spacer()], gap=20, align="center"))


def room_screen(side: Facilitation) -> Screen:
    """The screen for the room."""
    now = side.leader.app.screen
    if isinstance(now, FOR_ALL):
        return now
    guide = cast("Guide", side.leader)
    return side.board(guide) if side.live is not None else side.welcome(guide)
