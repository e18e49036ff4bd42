"""Who sits at the table: somebody stops with a role, comes back, comes in halfway, or shares a seat."""

from __future__ import annotations

from tabletop.ui.screens.attendance import Attendance, Place
from tabletop.ui.screens.base import AsideScreen, Guide, in_turn
from tabletop.ui.widgets import (
    Button,
    Cell,
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
    Spacer,
    Split,
    TextBlock,
    Widget,
)

NO_WORK = "other"
"""What somebody does who does not say it."""


class PeopleScreen(AsideScreen):
    """The roles at the left; at the right who plays the chosen one, and what can change. Nothing private."""

    first_focus = "people"

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.room = Attendance(guide.facilitation)
        self.chosen: str | None = None
        self.name, self.work = "", NO_WORK
        self.word = ""

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("people.title")

    def build(self) -> Widget:
        """Roles and what can be done."""
        say = self.app.say
        rows = [
            ListRow(place.role.id, place.role.name, place.people or self._state(place), tone=place.role.chain)
            for place in self.room.places()
        ]
        roles = ScrollArea(ListBox(rows, self._pick, self.chosen, label=say("people.roles"), key="people"), key="roles")
        return Page(
            header=Column([TextBlock(say("people.title"), "title"), TextBlock(say("people.line"), "small")], gap=2),
            body=Split(
                [
                    Cell(Panel(roles, title=say("people.roles")), share=50, least=320),
                    Cell(Panel(ScrollArea(self._place(), key="people/place")), share=50, least=320),
                ]
            ),
            footer=Row(
                [
                    TextBlock(self.word, "strong", most=700),
                    Spacer(),
                    Button(say("people.back"), self.leave, kind="primary", key="people/back"),
                ]
            ),
            margin=40,
        )

    def _state(self, place: Place) -> str:
        return "" if place.is_played else self.app.say("people.by_rule")

    # -- the chosen role

    @property
    def place(self) -> Place | None:
        """The chosen role."""
        return next((each for each in self.room.places() if each.role.id == self.chosen), None)

    def _place(self) -> Widget:
        say, place = self.app.say, self.place
        if place is None:
            return TextBlock(say("people.pick"))
        parts: list[Widget] = [
            TextBlock(place.role.name, "heading"),
            TextBlock(place.people or self._state(place) or say("people.no_name")),
        ]
        if place.is_played:
            parts.append(Row([Button(say("people.stop"), self._ask_stop, key="people/stop")]))
        title, do = ("people.share", "people.shares") if place.is_played else ("people.take", "people.takes")
        name = Entry(say("people.name"), self.name, self._type, placeholder=say("setup.no_name"), most=40)
        name.key = "people/name"
        works = self.room.play.case.pack.disciplines.disciplines
        work = next(each.name.in_language(self.language) for each in works if each.id == self.work)
        own = Button(work, self._ask_work, small=True, key="people/work")
        parts += [
            Divider(),
            TextBlock(say(title), "strong"),
            name,
            Column([TextBlock(say("setup.work"), "small"), Row([own])], gap=4),
            Row([Button(say(do), self._join, key="people/join")]),
        ]
        return Column(parts, gap=12)

    def _pick(self, role: str) -> None:
        self.chosen, self.word = role, ""
        place = self.place
        if self.is_compact and place is not None:  # what can be done stands below the list then
            self.app.focus("people/stop" if place.is_played else "people/name")

    def _type(self, text: str) -> None:
        self.name = text

    def _ask_work(self) -> None:
        say = self.app.say

        def choose(work: str) -> None:
            self.app.close()
            self.work = work

        works = self.room.play.case.pack.disciplines.disciplines
        rows = [ListRow(each.id, each.name.in_language(self.language)) for each in works]
        body = ListBox(rows, choose, self.work, label=say("setup.work"), columns=2, key="works")
        self.app.open(Dialog(say("setup.work"), body, (Button(say("common.not_now"), self.app.close),), width=760))

    def _ask_stop(self) -> None:
        say, place = self.app.say, self.place
        if place is None:
            return
        text = TextBlock(say("people.stop_text", role=place.role.name))
        yes = Button(say("people.stop_yes"), in_turn(self.app.close, self._stop), key="people/stop_yes")
        no = Button(say("common.not_now"), self.app.close, kind="primary", key="people/stop_no")
        self.app.open(Dialog(say("people.stop"), text, (yes, no)))
        self.app.focus("people/stop_no")

    def _stop(self) -> None:
        place = self.place
        if place is not None and place.seat is not None:
            self.word = self.room.leave(place.seat) or self.app.say("people.stopped", role=place.role.name)

    def _join(self) -> None:
        place = self.place
        if place is None:
            return
        self.word = self.room.join(place, self.name, self.work) or self.app.say("people.joined", role=place.role.name)
        self.name, self.work = "", NO_WORK
