"""Somebody who plays, for the demo: reads the pages as a person would, and acts by keys and clicks alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from tabletop.ui.app import App
from tabletop.ui.pilot import Pilot
from tabletop.view.pages import DeskPage, Letter, Option, OptionGroup

if TYPE_CHECKING:
    from tabletop.ui.screens.flow import TableGuide

NAMES: Final = ("Samira", "Joost", "", "Mei Lin", "Bas en Nora", "Fatima", "Teun", "")
WORK: Final = ("probation", "wijkteam", "police", "student", "veilig_thuis", "amw", "mental_health", "education")
GROUNDS: Final = ("legal_task", "consent", "acute_danger", "unsure", "consult")
DECLINES, CALLS, SHARES, OBJECTS = 0.2, 0.5, 0.6, 0.15
"""How often this player declines a question, calls a meeting, shares rather than something else, and objects."""
T = TypeVar("T")


class Pictures(Protocol):
    """Takes a picture of each kind once."""

    def take(self, kind: str) -> None:
        """Take one of this kind, unless there is one."""


class Player:
    """Plays all seats in turn; `rng` makes the choices, so that the same seed plays the same session."""

    def __init__(self, pilot: Pilot, guide: TableGuide, album: Pictures, seats: int, rng: random.Random) -> None:
        self.pilot, self.guide, self.album, self.seats, self.rng = pilot, guide, album, seats, rng
        self.covers = 0
        self.spoken = False
        self.round_called = -1
        """The last round in which somebody called a meeting."""

    @property
    def app(self) -> App:
        """The app that is played."""
        return self.pilot.app

    def on(self, screen: str) -> None:
        """Do what this kind of screen asks for."""
        handlers = {
            "TitleScreen": self._title,
            "SetUpScreen": self._set_up,
            "NoteScreen": self._note,
            "CoverScreen": self._cover,
            "DossierScreen": self._dossier,
            "BoardScreen": self._board,
            "DeskScreen": self._desk,
            "MeetingScreen": self._meeting,
            "WeeksScreen": self._weeks,
            "DebriefScreen": self._debrief,
            "CareScreen": self._care,
        }
        handlers[screen]()

    def choose(self, options: Sequence[T]) -> T:
        """One of them."""
        return options[self.rng.randrange(len(options))]

    # -- before

    def _title(self) -> None:
        self.album.take("title")
        self.pilot.command("f1")
        self.album.take("keys")
        self.pilot.back()
        self.pilot.click(key="title/settings")
        self.album.take("settings")
        self.pilot.click(key="settings/done")
        self.pilot.click(key="title/new")

    def _set_up(self) -> None:
        self.album.take("setup-empty")
        self.pilot.click(key=f"setup/seats/{self.seats}")
        for seat in range(self.seats):
            self._take_seat(seat)
        self.pilot.click(key="setup/room/no")
        self.album.take("setup")
        self.pilot.click(key="setup/begin")

    def _take_seat(self, seat: int) -> None:
        if NAMES[seat] and self.pilot.mode != "mouse":  # a name is nobody's duty, and a mouse cannot type one
            self.pilot.fill(text=NAMES[seat], key=f"setup/name{seat}")
        self.pilot.click(key=f"setup/work{seat}")
        self.album.take("setup-work")
        self.pilot.click(key=f"works/{WORK[seat]}")

    def _note(self) -> None:
        self.album.take("note")
        self.pilot.click(key="note/begin")

    # -- the laptop goes round

    def _cover(self) -> None:
        self.covers += 1
        if self.covers == 1:
            self.album.take("cover")
            self._pause_once()
        self.pilot.hold(key="cover/open")

    def _pause_once(self) -> None:
        self.pilot.command("p")
        self.album.take("pause")
        self.pilot.click(key="pause/on")
        self.pilot.command("f8")
        self.album.take("break")
        self.pilot.back()

    def _dossier(self) -> None:
        self.album.take("dossier")
        self.pilot.click(key="dossier/read")

    def _board(self) -> None:
        self.album.take(f"board-{self.guide.table.moment.round + 1}")
        if self.guide.table.moment.round == 1 and not self.spoken:
            self._say_aloud()
        self.pilot.click(key="board/next")

    def _say_aloud(self) -> None:
        self.spoken = True
        self.pilot.command("h")
        self.album.take("aloud-who")
        seat = self.guide.table.seats(self.guide.language)[0].number
        self.pilot.click(key=f"speakers/{seat}")
        self.pilot.hold(key="cover/open")
        self.album.take("aloud")
        facts = self.guide.table.spoken(seat, self.guide.language).facts
        if facts:
            self.pilot.click(key=f"spoken/{facts[0].id}")
            self.pilot.click(key="aloud/said")
        else:
            self.pilot.click(key="aloud/nothing")

    # -- the desk

    @property
    def desk(self) -> DeskPage:
        """What the seat sees."""
        return self.guide.table.desk(self.guide.language)

    def _desk(self) -> None:
        page = self.desk
        self.album.take("answering" if page.is_answering else "desk")
        while page.letters:
            self._answer(page.letters[0])
            page = self.desk
        while not page.is_answering and page.decisions_left > 0 and self._decide(page):
            page = self.desk
        if not page.is_answering:
            self._lay_ready()
        self.pilot.click(key="desk/done")

    def _answer(self, letter: Letter) -> None:
        self.pilot.click(key="letters/0")
        if not letter.answers or self.rng.random() < DECLINES:
            self.pilot.click(key="refuse")
            self.album.take("refuse-why")
            self.pilot.click(key=f"why/{self.choose(letter.reasons).id}")
            return
        self.pilot.click(key=f"answers/{self.choose(letter.answers).id}")
        self.pilot.click(key=f"ground/{self.choose(GROUNDS)}")
        self.album.take("answer-form")
        self.pilot.click(key="give")

    def _decide(self, page: DeskPage) -> bool:
        """Take one decision; false when nothing can be done."""
        call = self._option(page, "/call")
        if call is not None and self.round_called < self.guide.table.moment.round and self.rng.random() < CALLS:
            self.round_called = self.guide.table.moment.round
            self._do(page, call)
            return True
        if page.facts and self.rng.random() < SHARES and self._share(page):
            return True
        return self._something_else(page)

    def _something_else(self, page: DeskPage) -> bool:
        kinds = [g for g in page.groups if any("/pass" not in o.id and "/call" not in o.id for o in g.options)]
        if not kinds:
            return False
        group = self.choose(kinds)
        options = [o for o in group.options if "/pass" not in o.id and "/call" not in o.id and not o.closed]
        if not options:
            return False
        self._do(page, self.choose(options))
        return self.desk != page

    def _option(self, page: DeskPage, ending: str) -> Option | None:
        return next((o for group in page.groups for o in group.options if o.id.endswith(ending)), None)

    def _do(self, page: DeskPage, option: Option) -> None:
        group = next(group for group in page.groups if option in group.options)
        self.pilot.click(key=f"parts/{group.id}")
        self.album.take(f"desk-{group.id}")
        self.pilot.click(key=_key_of(group, option))
        self.album.take("desk-confirm")
        self.pilot.click(key="do")

    def _share(self, page: DeskPage) -> bool:
        fact = self.choose(page.facts)
        self._to_share()
        self.pilot.click(key=f"facts/{fact.id}")
        receivers = self.guide.table.share(fact.id, self.guide.language).receivers
        new = [each for each in receivers if not each.known]
        if not new:
            self.pilot.click(key="drop")
            return False
        self.pilot.click(key=f"to/{self.choose(new).decision}")
        self.pilot.click(key=f"ground/{self.choose(GROUNDS)}")
        self.album.take("desk-share")
        self._look_at_rule()
        self.pilot.click(key="give")
        self.album.take("desk-shared")
        return self.desk != page

    def _look_at_rule(self) -> None:
        if "desk-rule" not in getattr(self.album, "taken", []):
            self.pilot.command("r")
            self.album.take("desk-rule")
            self.pilot.back()

    def _lay_ready(self) -> None:
        facts = [fact for fact in self.desk.facts if not fact.picked and not fact.signal_only][:2]
        for fact in facts:
            self._to_share()
            self.pilot.click(key=f"facts/{fact.id}")
            bring = self.guide.table.share(fact.id, self.guide.language).bring
            if bring is None:
                self.pilot.click(key="drop")
                continue
            self.pilot.click(key=f"to/{bring.id}")
            self.pilot.click(key="give")

    def _to_share(self) -> None:
        if self.pilot.find(key="parts/share") is not None:
            self.pilot.click(key="parts/share")

    # -- the table

    def _meeting(self) -> None:
        self.album.take("meeting-begin")
        self.pilot.advance(12_000)
        page = self.guide.table.meeting(self.guide.language)
        for group in page.leads[:2]:
            self._give_lead(group)
        for group in page.agreements[:3]:
            self._agree(group)
        for seat in self.guide.table.meeting(self.guide.language).seats:
            stance = seat.objection if self.rng.random() < OBJECTS else seat.commit
            if stance is not None:
                self.pilot.click(key=f"stance/{seat.role.id}/{stance.id}")
            if stance is not None and stance is seat.objection:
                self.album.take("meeting-why")
                self.pilot.click(key=f"why/{self.choose(page.objections).id}")
        self.album.take("meeting")
        self.pilot.click(key="meeting/close")
        self.album.take("meeting-close")
        self.pilot.click(key="meeting/close_yes")

    def _give_lead(self, group: OptionGroup) -> None:
        if group.options:
            self.pilot.click(key=f"lead/{group.id}")
            self.album.take("meeting-lead")
            self.pilot.click(key=f"lead_list/{group.id}/{self.choose(group.options).id}")

    def _agree(self, group: OptionGroup) -> None:
        due = self.guide.table.meeting(self.guide.language).due_chips
        self.pilot.click(key="meeting/agree")
        self.pilot.click(key=f"agree/what/{group.id}")
        self.pilot.click(key=f"agree/owner/{self.choose(group.options).id}")
        self.pilot.click(key=f"agree/due/{self.choose(due).id}")
        self.album.take("meeting-agree")
        self.pilot.click(key="agree/yes")

    def _weeks(self) -> None:
        self.pilot.advance(4_000)
        self.album.take("weeks")
        if self.guide.table.moment.kind == "weeks":
            self.pilot.click(key="weeks/on")
        self.album.take("weeks-done")
        self.pilot.click(key="weeks/on")

    # -- after

    def _debrief(self) -> None:
        self.guide.table.review.wait()
        for tab in ("leaving", "course", "knowledge", "turning", "network", "score"):
            self.pilot.click(key=f"debrief/tabs/{tab}")
            self.album.take(f"debrief-{tab}")
            if tab == "leaving":
                self._ask_about_a_role()
        self.pilot.click(key="debrief/close")

    def _ask_about_a_role(self) -> None:
        """Look at the first question on the first role that was played and has any."""
        seats = self.guide.table.seats(self.guide.language)
        role = next((seat.role.id for seat in seats if self._has_questions(seat.role.id)), None)
        if role is None:
            return
        self.pilot.click(key=f"leaving/questions/{role}")
        self.album.take("role-question")
        self.pilot.click(key="questions/choices")
        self.album.take("role-question-choices")
        self.pilot.click(key="questions/on")
        self.album.take("role-question-answer")
        self.pilot.click(key="questions/back")

    def _has_questions(self, role: str) -> bool:
        return bool(self.guide.table.role_questions(role, self.guide.language).questions)

    def _care(self) -> None:
        self.album.take("care")


def _key_of(group: OptionGroup, option: Option) -> str:
    """Questions stand by whom they go to, all else in the list of its group."""
    if group.id != "ask":
        return f"group/{group.id}/{option.id}"
    to = option.id.rsplit("/", 1)[-1]
    return f"ask/{to}/{option.id}"
