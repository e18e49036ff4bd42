"""The people in the set-up: names, what they do in real life, who shares a seat, and who is there without a role."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tabletop.session.entries import Task
from tabletop.ui.screens.arranging import PLACEMENT, Arrangement
from tabletop.ui.screens.strip import named
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
    Panel,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
)

if TYPE_CHECKING:
    from tabletop.ui.screens.setup import SetUpScreen

TASKS: Final[tuple[Task, ...]] = ("observer", "timekeeper")
STUDENT, OTHER = "student", "other"
LONGEST_WORK: Final = 40


class PeoplePanel:
    """The left side of the set-up."""

    def __init__(self, screen: SetUpScreen) -> None:
        self.screen = screen
        self.typed = ""

    @property
    def arrangement(self) -> Arrangement:
        """What the screen changes."""
        return self.screen.arrangement

    def build(self) -> Widget:
        """A row for each seat, and below them who plays no role."""
        rows: list[Widget] = []
        for at in range(len(self.arrangement.people)):
            rows += [Divider(), self._person(at)] if at else [self._person(at)]
            rows += [self._mate(at)] if at in self.arrangement.mates else []
        rows += [Divider(), self._visitors()]
        notes = [TextBlock(note, "small", tone="administration") for note in self._notes()]
        return Panel(Column([self._seats(), ScrollArea(Column(rows, gap=6), key="setup/people"), *notes], gap=8))

    def _seats(self) -> Widget:
        say = self.screen.app.say
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

    def _seat(self, count: str) -> None:
        self.arrangement.seat(int(count))
        self.screen.reckon()

    # -- a seat

    def _person(self, at: int) -> Widget:
        name = self._entry(self.screen.app.say("setup.name", number=at + 1), at, is_mate=False)
        return Split([Cell(name, 31, 170), Cell(self._work(at, is_mate=False), 39, 170), Cell(self._role(at), 30, 170)])

    def _mate(self, at: int) -> Widget:
        say = self.screen.app.say
        name = self._entry(say("setup.mate", number=at + 1), at, is_mate=True)
        away = Button(say("setup.alone"), lambda: self.arrangement.pair(at), kind="quiet", small=True)
        away.key = f"setup/alone{at}"
        cells = [Cell(name, 31, 170), Cell(self._work(at, is_mate=True), 39, 170), Cell(Row([away]), 30, 170)]
        return Split(cells)

    def _entry(self, label: str, at: int, *, is_mate: bool) -> Entry:
        return Entry(
            label,
            self.arrangement.person(at, is_mate=is_mate).name,
            lambda text: self.arrangement.name(at, text, is_mate=is_mate),
            placeholder=self.screen.app.say("setup.no_name"),
            most=40,
            key=f"setup/{'mate' if is_mate else 'name'}{at}",
        )

    def _work(self, at: int, *, is_mate: bool) -> Widget:
        say, key = self.screen.app.say, "setup/matework" if is_mate else "setup/work"
        discipline = self.arrangement.person(at, is_mate=is_mate).discipline or ""
        work = self.arrangement.discipline_name(at, self.screen.language, is_mate=is_mate)
        button = Button(
            work or say("setup.choose_work"),
            lambda: self._ask_work(at, is_mate=is_mate),
            hint=say("setup.work"),
            small=True,
            key=f"{key}{at}",
        )
        row: list[Widget] = [button]
        if discipline == STUDENT or discipline.startswith(PLACEMENT):
            row.append(self._more("setup.placement", lambda: self._ask_placement(at, is_mate), f"{key}place{at}"))
        elif discipline and discipline not in {each.id for each in self.arrangement.disciplines()} - {OTHER}:
            row.append(self._more("setup.which", lambda: self._ask_own_words(at, is_mate), f"{key}which{at}"))
        return Column([TextBlock(say("setup.work"), "small"), Row(row)], gap=4)

    def _more(self, label: str, press: Callable[[], None], key: str) -> Button:
        return Button(self.screen.app.say(label), press, kind="quiet", small=True, key=key)

    def _role(self, at: int) -> Widget:
        dealt, say = self.arrangement.deal, self.screen.app.say
        role: Widget = TextBlock(say("setup.not_dealt"), tone="muted")
        if dealt is not None:
            role = named(self.arrangement.badge(dealt.roles[at], self.screen.language), size=30)
        row = [role, Spacer()]
        if at not in self.arrangement.mates:
            row.append(self._more("setup.pair", lambda: self.arrangement.pair(at), f"setup/pair{at}"))
        return Column([TextBlock(say("setup.plays"), "small"), Row(row)], gap=4)

    def _notes(self) -> list[str]:
        dealt = self.arrangement.deal
        if dealt is None:
            return []
        return [
            self.screen.app.say(
                f"setup.note_{note.reason}",
                who=self._who(note.seat),
                role=self.arrangement.badge(note.role, self.screen.language).name,
            )
            for note in dealt.notes
        ]

    def _who(self, seat: int, *, is_mate: bool = False) -> str:
        name = self.arrangement.person(seat, is_mate=is_mate).name.strip()
        return name or self.screen.app.say("setup.seat", number=seat + 1)

    # -- what somebody does in real life

    def _ask_work(self, at: int, *, is_mate: bool) -> None:
        say, app = self.screen.app.say, self.screen.app

        def choose(discipline: str) -> None:
            app.close()
            self.arrangement.work(at, discipline, is_mate=is_mate)
            following = next((n for n, each in enumerate(self.arrangement.people) if each.discipline is None), None)
            app.focus("setup/room" if following is None else f"setup/name{following}")

        rows = [
            ListRow(spec.id, spec.name.in_language(self.screen.language)) for spec in self.arrangement.disciplines()
        ]
        chosen = self.arrangement.person(at, is_mate=is_mate).discipline
        works = ListBox(rows, choose, chosen, label=say("setup.work"), columns=2, key="works")
        title = say("setup.work_of", who=self._who(at, is_mate=is_mate))
        app.open(Dialog(title, works, (Button(say("common.not_now"), app.close),), width=760))

    def _ask_placement(self, at: int, is_mate: bool) -> None:
        """A student says where the placement is, or that there is none; every role can be dealt to a student."""
        say, app = self.screen.app.say, self.screen.app

        def choose(place: str) -> None:
            app.close()
            self.arrangement.work(at, STUDENT if place == STUDENT else PLACEMENT + place, is_mate=is_mate)

        places = [each for each in self.arrangement.disciplines() if each.id not in (STUDENT, OTHER)]
        rows = [ListRow(STUDENT, say("setup.no_placement"))]
        rows += [ListRow(each.id, each.name.in_language(self.screen.language)) for each in places]
        chosen = (self.arrangement.person(at, is_mate=is_mate).discipline or "").removeprefix(PLACEMENT)
        works = ListBox(rows, choose, chosen, label=say("setup.placement"), columns=2, key="places")
        app.open(Dialog(say("setup.placement"), works, (Button(say("common.not_now"), app.close),), width=760))

    def _ask_own_words(self, at: int, is_mate: bool) -> None:
        """Somebody's work that is not in the list, in own words."""
        app = self.screen.app
        own = self.arrangement.person(at, is_mate=is_mate).discipline or ""
        self.typed = "" if own == OTHER else own

        def keep() -> None:
            app.close()
            self.arrangement.work(at, self.typed.strip() or OTHER, is_mate=is_mate)

        app.open(lambda: self._own_words(keep))
        app.focus("setup/typed")

    def _own_words(self, keep: Callable[[], None]) -> Dialog:
        say = self.screen.app.say
        entry = Entry(say("setup.own_words"), self.typed, self._type, keep, most=LONGEST_WORK, key="setup/typed")
        done = Button(say("setup.keep_words"), keep, kind="primary", key="setup/typed_done")
        return Dialog(say("setup.which"), entry, (done, Button(say("common.not_now"), self.screen.app.close)))

    def _type(self, text: str) -> None:
        self.typed = text

    # -- who plays no role

    def _visitors(self) -> Widget:
        say = self.screen.app.say
        rows: list[Widget] = [self._visitor(place) for place in range(len(self.arrangement.visitors))]
        buttons = [
            Button(say(f"setup.add_{task}"), self._inviter(task), kind="quiet", small=True, key=f"setup/add_{task}")
            for task in TASKS
        ]
        return Column([TextBlock(say("setup.no_role"), "small"), *rows, Row(buttons)], gap=6)

    def _inviter(self, task: Task) -> Callable[[], None]:
        def invite() -> None:
            self.arrangement.invite(task)
            self.screen.app.focus(f"setup/visitor{len(self.arrangement.visitors) - 1}")

        return invite

    def _visitor(self, place: int) -> Widget:
        say, visitor = self.screen.app.say, self.arrangement.visitors[place]
        name = Entry(
            say(f"setup.{visitor.task}"),
            visitor.name,
            lambda text: self.arrangement.name_visitor(place, text),
            placeholder=say("setup.no_name"),
            most=40,
            key=f"setup/visitor{place}",
        )
        away = Button(say("setup.away"), lambda: self.arrangement.dismiss(place), kind="quiet", small=True)
        away.key = f"setup/away{place}"
        what = Column([TextBlock(say(f"setup.{visitor.task}_does"), "small"), Row([away])], gap=2)
        return Split([Cell(name, 37, 170), Cell(what, 63, 240)])
