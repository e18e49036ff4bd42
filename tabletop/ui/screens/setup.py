"""The set-up: which case, how many seats, who is there, and which role each gets outside the own discipline."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.arranging import Arrangement, cases
from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.screens.clock_strip import clock_block
from tabletop.ui.screens.strip import named
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import (
    Button,
    Cell,
    Chips,
    Choice,
    Column,
    Dialog,
    Divider,
    Entry,
    ListBox,
    ListRow,
    Page,
    Panel,
    Row,
    ScrollArea,
    Segment,
    Segments,
    Spacer,
    Split,
    TextBlock,
    Widget,
)

PROGRAMME: tuple[tuple[str, Tone, str], ...] = (
    ("set_up", "muted", "setup.part_setup"),
    ("play", "justice", "setup.part_play"),
    ("debrief", "care", "setup.part_debrief"),
    ("close", "administration", ""),
)
"""The parts of a session, as the chosen length divides them; the debrief is never cut."""


class SetUpScreen(TableScreen):
    """Everything before the content note. `go_on` is called when it is complete."""

    def __init__(self, guide: Guide, arrangement: Arrangement, go_on: Callable[[], None]) -> None:
        super().__init__(guide)
        self.arrangement, self.go_on = arrangement, go_on
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
            body=Split([Cell(self._people(), share=66, least=420), Cell(self._right(), share=34, least=280)], gap=20),
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

    # -- the people

    def _people(self) -> Widget:
        rows: list[Widget] = []
        for at in range(len(self.arrangement.people)):
            rows += [Divider(), self._person(at)] if at else [self._person(at)]
        notes = [TextBlock(note, "small", tone="administration") for note in self._notes()]
        return Panel(Column([self._seats(), ScrollArea(Column(rows, gap=6), key="setup/people"), *notes], gap=8))

    def _seats(self) -> Widget:
        say = self.app.say
        counts = [Choice(str(count), say("setup.count", count=count)) for count in self.arrangement.seat_counts]
        chosen = str(len(self.arrangement.people))
        row: list[Widget] = [
            TextBlock(say("setup.seats"), "strong"),
            Chips(counts, self._seat, chosen, label=say("setup.seats"), key="setup/seats"),
            Spacer(),
        ]
        if self.arrangement.deal is not None:
            row.append(Button(say("setup.deal_again"), self.arrangement.deal_again, small=True, key="setup/deal"))
        return Row(row)

    def _person(self, at: int) -> Widget:
        say = self.app.say
        person = self.arrangement.people[at]
        entry = Entry(
            say("setup.name", number=at + 1),
            person.name,
            lambda text: self.arrangement.name(at, text),
            placeholder=say("setup.no_name"),
            most=40,
            key=f"setup/name{at}",
        )
        work = self.arrangement.discipline_name(at, self.language) or say("setup.choose_work")
        button = Button(
            work,
            lambda: self._ask_work(at),
            hint=say("setup.work"),
            small=bool(person.discipline),
            key=f"setup/work{at}",
        )
        real = Column([TextBlock(say("setup.work"), "small"), button], gap=6, align="left")
        cells = [Cell(entry, 32, 170), Cell(real, 36, 170), Cell(self._role(at), 32, 170)]
        return Split(cells, gap=14)

    def _role(self, at: int) -> Widget:
        dealt = self.arrangement.deal
        say = self.app.say
        head = TextBlock(say("setup.plays"), "small")
        if dealt is None:
            return Column([head, TextBlock(say("setup.not_dealt"), tone="muted")], gap=8)
        return Column([head, named(self.arrangement.badge(dealt.roles[at], self.language), size=30)], gap=4)

    def _notes(self) -> list[str]:
        dealt = self.arrangement.deal
        if dealt is None:
            return []
        return [
            self.app.say(
                f"setup.note_{note.reason}",
                who=self._who(note.seat),
                role=self.arrangement.badge(note.role, self.language).name,
            )
            for note in dealt.notes
        ]

    def _who(self, seat: int) -> str:
        return self.arrangement.people[seat].name.strip() or self.app.say("setup.seat", number=seat + 1)

    def _seat(self, count: str) -> None:
        self.arrangement.seat(int(count))

    def _ask_work(self, at: int) -> None:
        say = self.app.say

        def choose(discipline: str) -> None:
            self.app.close()
            self.arrangement.work(at, discipline)
            following = next((n for n, person in enumerate(self.arrangement.people) if person.discipline is None), None)
            self.app.focus("setup/room" if following is None else f"setup/name{following}")

        rows = [ListRow(spec.id, spec.name.in_language(self.language)) for spec in self.arrangement.disciplines()]
        self.app.open(
            Dialog(
                say("setup.work_of", who=self._who(at)),
                ListBox(
                    rows,
                    choose,
                    self.arrangement.people[at].discipline,
                    label=say("setup.work"),
                    columns=2,
                    key="works",
                ),
                (Button(say("common.not_now"), self.app.close),),
                width=760,
            )
        )

    # -- case, programme, room

    def _right(self) -> Widget:
        say = self.app.say
        panels = [
            Panel(self._case(), title=say("setup.case"), padding=14),
            Panel(self._programme(), title=say("setup.programme"), padding=14),
            Panel(self._room_question(), tone="administration", accent="left", padding=14),
        ]
        return ScrollArea(Column(panels), key="setup/right")

    def _case(self) -> Widget:
        scenario = self.arrangement.pack.scenario
        other = Button(self.app.say("setup.other_case"), self._ask_case, small=True, key="setup/case")
        title = TextBlock(scenario.title.in_language(self.language), "heading")
        return Column([title, TextBlock(scenario.summary.in_language(self.language)), Row([other])], gap=8)

    def _programme(self) -> Widget:
        say, spec = self.app.say, self.arrangement.format
        lengths = [
            Choice(each.id, each.name.in_language(self.language), hint=each.about.in_language(self.language))
            for each in self.arrangement.formats
        ]
        parts = []
        for name, tone, key in PROGRAMME:
            minutes = round(getattr(spec, name))
            parts.append(Segment(minutes, tone, say(key, minutes=minutes) if key else ""))
        rounds = self.app.words.count("clock.rounds", self.arrangement.rounds)
        return Column(
            [
                Chips(lengths, self._last, spec.id, label=say("clock.format"), key="setup/format"),
                Segments(parts, label=say("setup.programme")),
                TextBlock(f"{rounds}. {say('setup.debrief_stays')}", "small"),
            ],
            gap=8,
        )

    def _last(self, format_id: str) -> None:
        self.arrangement.format_id = format_id
        self.guide.facilitation.set_up_opened(self.arrangement.format.set_up)

    def _room_question(self) -> Widget:
        say = self.app.say
        chosen = {None: None, True: "yes", False: "no"}[self.arrangement.room_sees]
        yes_no = [Choice("yes", say("common.yes")), Choice("no", say("common.no"))]
        chips = Chips(yes_no, self._room, chosen, label=say("setup.room"), key="setup/room")
        side = self.guide.facilitation
        window = Button(say("beamer.open"), side.toggle_beamer, kind="quiet", small=True, key="setup/beamer")
        row = Row([chips, window] if side.beamer is None else [chips])
        return Column([TextBlock(say("setup.room"), "strong"), TextBlock(say("setup.room_why"), "small"), row], gap=6)

    def _room(self, answer: str) -> None:
        self.arrangement.room_sees = answer == "yes"
        if self.arrangement.is_ready:
            self.app.focus("setup/begin")

    def _ask_case(self) -> None:
        say = self.app.say

        def choose(path: str) -> None:
            self.app.close()
            self.arrangement.choose_case(path)

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
