"""The weeks that pass: one by one, to be skipped; with motion off all at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.base import GameScreen, Guide
from tabletop.ui.screens.board import course_line
from tabletop.ui.screens.pictures import pictured
from tabletop.ui.screens.strip import strip
from tabletop.ui.widgets import (
    Button,
    Column,
    Page,
    Panel,
    Row,
    ScrollArea,
    Spacer,
    TextBlock,
    Widget,
)

WEEK_MS = 1_600
"""How long a week stays before the next one comes."""


class WeeksScreen(GameScreen):
    """Lets the weeks of a round pass."""

    first_focus = "weeks/on"
    wants_tick = 100

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.passed: list[int] = []
        self.waited = 0
        self.refusal = ""

    def window_title(self) -> str:
        """The title of the case."""
        return self.game.board(self.language).header.case_title

    @property
    def is_done(self) -> bool:
        """True when all weeks of the round have passed."""
        return self.game.moment.kind != "weeks" or bool(self.refusal)

    def entered(self) -> None:
        """Without motion there is nothing to wait for."""
        if not self.app.settings.motion:
            self._skip()

    def tick(self, elapsed_ms: int) -> bool:
        """Let the next week come in its time."""
        if self.is_done:
            return False
        self.waited += elapsed_ms
        if self.waited < WEEK_MS and self.passed:
            return False
        self.waited = 0
        self._pass()
        return True

    def build(self) -> Widget:
        """A line of weeks, and below it what was seen in each."""
        say = self.app.say
        page = self.game.board(self.language)
        now = self.passed[-1] if self.passed else self.game.moment.week
        line = course_line(self, page, now)
        return Page(
            header=strip(self, page.header, say("board.everybody")),
            body=Column(
                [
                    TextBlock(say("weeks.title"), "title"),
                    Panel(line, padding=16),
                    Panel(ScrollArea(self._story(), key="weeks/story"), title=say("weeks.story"), grow=1),
                ],
                gap=16,
            ),
            footer=self._footer(),
        )

    def _story(self) -> Widget:
        rows: list[Widget] = []
        for week in (self.game.week(self.language, each) for each in reversed(self.passed)):
            pairs = zip_longest(week.lines, week.icons, fillvalue="")
            lines: list[Widget] = [pictured(TextBlock(line), (icon,)) for line, icon in pairs]
            lines = lines or [TextBlock(self.app.say("weeks.nothing"), tone="muted")]
            rows.append(Column([TextBlock(week.label, "strong"), *lines], gap=2))
        return Column(rows or [TextBlock(self.app.say("weeks.waiting"), "small")], gap=14)

    def _footer(self) -> Widget:
        say = self.app.say
        button = (
            Button(say("weeks.go_on"), self.guide.onward, kind="primary", key="weeks/on")
            if self.is_done
            else Button(say("weeks.skip"), self._skip, kind="primary", key="weeks/on")
        )
        is_over = self.game.moment.kind in ("debrief", "closed")
        status = self.refusal or say("weeks.unknown_last" if is_over else "weeks.unknown")
        return Row([TextBlock(status, "small", most=760), Spacer(), *([] if self.is_for_room else [button])])

    def _pass(self) -> None:
        self.refusal = self.game.pass_week()
        if not self.refusal:
            self.passed.append(self.game.week(self.language).week)

    def _skip(self) -> None:
        while not self.is_done:
            self._pass()

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds skipping."""
        return (*super().shortcuts(), Shortcut("s", self.app.say("keys.skip"), self._skip))
