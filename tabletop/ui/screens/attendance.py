"""Who is in the room, as the session's log tells it, for the screens on which people come, go and are asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabletop.session import acts
from tabletop.session.entries import Onlooker, Participant
from tabletop.session.people import of_round
from tabletop.ui.screens.arranging import PLACEMENT, named_discipline
from tabletop.view.pages import RoleBadge

if TYPE_CHECKING:
    from tabletop.session.playing import Play
    from tabletop.ui.screens.facilitation import Facilitation


@dataclass(frozen=True, slots=True)
class Place:
    """A role of the case and who plays it; `seat` is None when it never had one."""

    role: RoleBadge
    seat: int | None
    is_played: bool
    people: str
    """Names and own work of who sits there; empty when nobody does."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """A discipline that somebody in the room has in real life, and who that is."""

    id: str
    name: str
    who: str


@dataclass(frozen=True, slots=True)
class RealQuestion:
    """What was asked in this round of somebody who does that work in real life."""

    text: str
    colleague: str
    is_answered: bool


class Attendance:
    """Reads the session that runs beside `side`, and writes who comes, goes and asks into its log."""

    def __init__(self, side: Facilitation) -> None:
        self.side = side

    @property
    def play(self) -> Play:
        """The session of the moment."""
        if self.side.live is None:
            raise LookupError("no session is played")
        return self.side.live.play

    def places(self) -> tuple[Place, ...]:
        """Every role of the case, the played ones first."""
        play, language = self.play, self.side.leader.language
        found = []
        for role in play.case.roles:
            spec = play.case.pack.roles[role]
            badge = RoleBadge(role, spec.name.in_language(language), spec.short.in_language(language), spec.chain)
            seat = next((n for n, each in enumerate(play.seats) if each.role == role), None)
            is_played = seat is not None and play.is_played(seat)
            people = self._listed(play.seats[seat].participants) if is_played and seat is not None else ""
            found.append(Place(badge, seat, is_played, people))
        return tuple(sorted(found, key=lambda place: not place.is_played))

    def _listed(self, people: tuple[Participant, ...]) -> str:
        works = [(each.name, self.work(each.discipline)) for each in people]
        return ", ".join(f"{name} ({work})" if name and work else name or work for name, work in works)

    def work(self, discipline: str) -> str:
        """A discipline in words."""
        return named_discipline(self.play.case.pack.disciplines, discipline, self.side.leader.language)

    def leave(self, seat: int) -> str:
        """Somebody stops with the role; the reason when that is refused."""
        return self.side.act(acts.left(seat))

    def join(self, place: Place, name: str, discipline: str) -> str:
        """Somebody takes place at a role; the reason when that is refused."""
        person = Participant(discipline, name.strip())
        if place.seat is not None:
            return self.side.act(acts.joined(place.seat, person))
        return self.side.act(acts.joined(len(self.play.seats), person, place.role.id))

    # -- the real professional

    def colleagues(self) -> tuple[Colleague, ...]:
        """The disciplines of all who are in the room, roles aside; students and unnamed work are not asked."""
        play = self.play
        known = {each.id for each in play.case.pack.disciplines.disciplines if not each.student}
        here: dict[str, list[str]] = {}
        seated = [each for n, seat in enumerate(play.seats) if play.sits[n] for each in seat.participants]
        people: list[Participant | Onlooker] = [*seated, *play.setup.onlookers]
        for person in people:
            if person.discipline and (person.discipline in known or not self._is_student(person.discipline)):
                here.setdefault(person.discipline, []).append(person.name)
        return tuple(
            Colleague(each, self.work(each), ", ".join(name for name in names if name)) for each, names in here.items()
        )

    def colleagues_of(self, role: str) -> tuple[Colleague, ...]:
        """Those of them whose own work this role is."""
        works = self.play.case.pack.disciplines.disciplines
        own = {each.id for each in works if each.role == role}
        return tuple(each for each in self.colleagues() if each.id in own)

    def _is_student(self, discipline: str) -> bool:
        spec = self.play.case.pack.disciplines.disciplines
        return discipline.startswith(PLACEMENT) or any(each.student for each in spec if each.id == discipline)

    @property
    def question(self) -> RealQuestion | None:
        """What was asked in this round; None while nothing was."""
        asked = next(of_round(self.play, "ask_real"), None)
        if asked is None:
            return None
        is_answered = next(of_round(self.play, "real_answered"), None) is not None
        return RealQuestion(str(asked.body["text"]), self.work(str(asked.body["discipline"])), is_answered)

    def ask(self, discipline: str, text: str) -> str:
        """Ask it; the reason when that is refused."""
        return self.side.act(acts.asked_real(discipline, text.strip(), self.play.moment.role))

    def answered(self) -> str:
        """It was answered; the reason when that is refused."""
        return self.side.act(acts.real_answered())

    # -- scenes that may be skipped

    def scene(self) -> str | None:
        """The latest marked scene whose news stands on the screen; None when there is none to skip."""
        play = self.play
        if play.moment.kind not in ("weeks", "board"):
            return None
        injects = play.case.pack.scenario.injects
        since = play.round if play.moment.kind == "weeks" else play.round - 1
        shown = (
            injects[each.number]
            for each in reversed(play.memory.board.happenings)
            if each.kind == "inject" and each.round >= since
        )
        return next((each.id for each in shown if each.marked and each.news is not None), None)

    def skip_scene(self, inject: str) -> str:
        """Tell a marked scene in its milder words; the reason when that is refused."""
        return self.side.act(acts.scene_skipped(inject))
