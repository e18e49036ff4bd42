"""The set-up: which case, how many seats, who is there, and which role each gets outside the own discipline."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.arranging import Arrangement, cases
from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.screens.clock_strip import clock_block
from tabletop.ui.screens.setup_people import PeoplePanel
from tabletop.ui.screens.setup_programme import ProgrammePanel
from tabletop.ui.widgets import (
    Button,
    Cell,
    Chips,
    Choice,
    Column,
    Dialog,
    ListBox,
    ListRow,
    Page,
    Panel,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
)


class SetUpScreen(TableScreen):
    """Everything before the content note. `go_on` is called when it is complete."""

    def __init__(self, guide: Guide, arrangement: Arrangement, go_on: Callable[[], None]) -> None:
        super().__init__(guide)
        self.arrangement, self.go_on = arrangement, go_on
        self.people, self.programme = PeoplePanel(self), ProgrammePanel(self)
        self.first_focus = "setup/name0"

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("setup.title")

    def build(self) -> Widget:
        """People at the left, programme and questions at the right."""
        say = self.app.say
        return Page(
            header=Row(
                [
                    Column([TextBlock(say("setup.title"), "title"), TextBlock(say("setup.line"), "small")], gap=2),
                    Spacer(),
                    *self._clock(),
                ]
            ),
            body=Split(
                [Cell(self.people.build(), share=66, least=420), Cell(self._right(), share=34, least=280)], gap=20
            ),
            footer=self._footer(),
            margin=24,
        )

    def _clock(self) -> list[Widget]:
        """The clock, and a way to begin it again for who prepared long before."""
        again = Button(
            self.app.say("clock.again"),
            self.guide.facilitation.restart,
            kind="quiet",
            small=True,
            key="setup/clock",
        )
        clock = clock_block(self)
        return [again, *clock] if clock and not self.is_compact else clock

    def reckon(self) -> None:
        """Seats, length or way of reading changed: the set-up has another time."""
        self.guide.facilitation.set_up_opened(self.arrangement.set_up_minutes)

    # -- case and room

    def _right(self) -> Widget:
        say = self.app.say
        panels = [
            Panel(self._case(), padding=14),
            Panel(self._room_question(), tone="administration", accent="left", padding=14),
            Panel(self.programme.build(), title=say("setup.programme"), padding=14),
        ]
        return ScrollArea(Column(panels, gap=10), key="setup/right")

    def _case(self) -> Widget:
        scenario = self.arrangement.pack.scenario
        other = Button(self.app.say("setup.other_case"), self._ask_case, small=True, key="setup/case")
        title = TextBlock(scenario.title.in_language(self.language), "heading")
        return Column([Row([title, Spacer(), other]), TextBlock(scenario.summary.in_language(self.language))], gap=8)

    def _room_question(self) -> Widget:
        say = self.app.say
        chosen = {None: None, True: "yes", False: "no"}[self.arrangement.room_sees]
        yes_no = [Choice("yes", say("common.yes")), Choice("no", say("common.no"))]
        chips = Chips(yes_no, self._room, chosen, label=say("setup.room"), key="setup/room")
        side = self.guide.facilitation
        window = Button(say("beamer.open"), side.toggle_beamer, kind="quiet", small=True, key="setup/beamer")
        row = Row([chips, window] if side.beamer is None else [chips])
        return Column([TextBlock(say("setup.room"), "strong"), TextBlock(say("setup.room_why"), "small"), row], gap=4)

    def _room(self, answer: str) -> None:
        self.arrangement.room_sees = answer == "yes"
        if self.arrangement.is_ready:
            self.app.focus("setup/begin")

    def _ask_case(self) -> None:
        say = self.app.say

        def choose(path: str) -> None:
            self.app.close()
            self.arrangement.choose_case(path)
            self.reckon()

        rows = [ListRow(path, title, line) for path, title, line in cases(self.language)]
        self.app.open(
            Dialog(
                say("setup.case"),
                ListBox(rows, choose, label=say("setup.case"), key="cases"),
                (Button(say("common.not_now"), self.app.close),),
                width=720,
            )
        )

    # -- the way on

    def _footer(self) -> Widget:
        say = self.app.say
        why = say("setup.first_work" if self.arrangement.deal is None else "setup.first_room")
        return Row(
            [
                Button(
                    say("setup.begin"),
                    self.go_on,
                    kind="primary",
                    enabled=self.arrangement.is_ready,
                    why_not=why,
                    key="setup/begin",
                ),
                Button(say("common.back"), self.guide.to_title, key="setup/back"),
                Spacer(),
                TextBlock(say("title.keys"), "small"),
            ]
        )

    def on_back(self) -> None:
        """Back to the title."""
        self.guide.to_title()

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds going on."""
        return (*super().shortcuts(), Shortcut("ctrl+return", self.app.say("keys.go_on"), self._go_on_if_ready))

    def _go_on_if_ready(self) -> None:
        if self.arrangement.is_ready:
            self.go_on()
