"""The cover: opaque, says to whom the laptop goes and why, and opens by holding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.base import GameScreen, Guide, in_turn
from tabletop.ui.screens.clock_strip import offer_bar, waiting_line
from tabletop.ui.screens.strip import token
from tabletop.ui.widgets import Button, Column, Dialog, HoldButton, Page, Row, Spacer, TextBlock, Widget
from tabletop.view.pages import CoverPage

HOLD_MS = 500


class CoverScreen(GameScreen):
    """Between two people. `page` gives what it says; `opens` is called once it was held long enough."""

    tone: Literal["paper", "cover"] = "cover"
    first_focus = "cover/open"
    held_anywhere = "cover/open"

    def __init__(
        self,
        guide: Guide,
        page: Callable[[], CoverPage],
        opens: Callable[[], str],
        lets_go: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(guide)
        self.page, self.opens, self.lets_go = page, opens, lets_go
        self.lets_go_label = "cover.let_go"
        self.refusal = ""

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("cover.window")

    def build(self) -> Widget:
        """One column in the middle."""
        page = self.page()
        parts: list[Widget] = [
            TextBlock(self.app.say("cover.hand_to" if page.role else "cover.everybody"), "heading", "muted", "center")
        ]
        parts.append(TextBlock(page.hand_to, "title" if self.is_compact else "display", align="center"))
        if page.role is not None:
            parts += [token(page.role, 48 if self.is_compact else 88)]
            parts += [TextBlock(page.role.name, "title", align="center")] if page.role.name != page.hand_to else []
        parts.append(TextBlock(page.reason, align="center", most=620))
        if self.is_compact:  # names of a pair may scroll then, the way in does not
            body, below = Column(parts, gap=12, align="center"), [*self._way_in(), self._others()]
            return Page(body=body, footer=Column(below, gap=10, align="center"))
        parts += self._way_in()
        parts += waiting_line(self) if page.role is not None else []
        return Page(body=Column([Spacer(), *parts, Spacer()], gap=16, align="center"), footer=self._others())

    def _way_in(self) -> list[Widget]:
        say = self.app.say
        if not self.guide.is_room_known:
            return self._ask_room()
        if self.guide.room_sees and self.page().role is not None:
            return [
                TextBlock(say("cover.room_sees"), "strong", align="center", most=620),
                Button(say("cover.room_looks_away"), self._looks_away, kind="primary", key="cover/looks_away"),
            ]
        offer = offer_bar(self) if self.page().role is not None else []
        if offer and self.guide.facilitation.is_time_up:
            return offer
        parts: list[Widget] = [
            HoldButton(say("cover.hold"), self._open, HOLD_MS, hint=say("cover.hold_hint"), key="cover/open"),
            *offer,
        ]
        return [TextBlock(self.refusal, tone="danger"), *parts] if self.refusal else parts

    def _ask_room(self) -> list[Widget]:
        """After resuming nobody knows any more whether a beamer shows this screen."""
        say = self.app.say
        sees = Button(say("common.yes"), lambda: self._answer_room(sees=True), key="cover/room_yes")
        not_ = Button(say("common.no"), lambda: self._answer_room(sees=False), key="cover/room_no")
        return [TextBlock(say("setup.room"), "strong", align="center"), Row([sees, not_], align="center")]

    def _answer_room(self, *, sees: bool) -> None:
        """Answer, and lead on to what comes next: not to what skips a turn."""
        self.guide.room_answered(sees=sees)
        self.app.focus("cover/looks_away" if sees and self.page().role is not None else "cover/open")

    def _looks_away(self) -> None:
        self.guide.room_looks_away()
        self.app.focus("cover/open")

    def _others(self) -> Widget:
        say = self.app.say
        row: list[Widget] = []
        if self.lets_go is not None:
            row.append(Button(say(self.lets_go_label), self._ask_let_go, kind="quiet", key="cover/let_go", small=True))
        row += [
            Button(say("cover.board"), self.guide.to_board, kind="quiet", key="cover/board", small=True),
            Button(say("pause.short"), self.guide.pause, kind="quiet", key="cover/pause", small=True),
        ]
        return Row(row, align="center")

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds the board."""
        return (*super().shortcuts(), Shortcut("b", self.app.say("keys.board"), self.guide.to_board))

    def _open(self) -> None:
        self.refusal = self.opens()

    def _ask_let_go(self) -> None:
        """It is easily pressed by who holds the laptop for another, so it asks; the safe answer has the focus."""
        say, who = self.app.say, self.page().hand_to
        yes = Button(say("cover.let_go_yes"), in_turn(self.app.close, self._let_go), key="cover/let_go_yes")
        no = Button(say("common.not_now"), self.app.close, kind="primary", key="cover/let_go_no")
        text = say(self.lets_go_label + "_text", name=who)
        self.app.open(Dialog(say(self.lets_go_label), TextBlock(text), (yes, no)))
        self.app.focus("cover/let_go_no")

    def _let_go(self) -> None:
        if self.lets_go is not None:
            self.refusal = self.lets_go()
