"""How a session is set up, before it exists: case, seats, who sits there, the deal. No pygame here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from tabletop.content.library import Pack, list_scenarios
from tabletop.content.messages import messages
from tabletop.content.specs.common import Language
from tabletop.content.specs.formats import FormatSpec
from tabletop.content.specs.role import DisciplineSpec, DisciplinesSpec
from tabletop.session.deal import Deal, deal
from tabletop.session.entries import Onlooker, Participant, Reading, Seat, SetUp, Task
from tabletop.session.timing import MINUTE, rounds_that_fit, set_up_takes, usual_reading
from tabletop.ui.screens.packs import pack_of
from tabletop.view.pages import RoleBadge

PLACEMENT = "student:"
"""Begins the discipline of a student with a placement; the id of where that is follows."""


@dataclass(frozen=True)
class Person:
    """Somebody at a seat; the name may stay empty, the discipline has to be said: an id, or own words."""

    name: str = ""
    discipline: str | None = None


@dataclass(frozen=True)
class Visitor:
    """Somebody without a role: watches, or guards the time."""

    task: Task
    name: str = ""


@dataclass
class Arrangement:
    """What the set-up screen changes. `seed` decides the deal's ties and the world that is played."""

    pack: Pack
    seed: int
    people: list[Person] = field(default_factory=list)
    room_sees: bool | None = None
    format_id: str = ""
    """Length of the session; empty for the usual one."""
    dealt: int = 0
    """How often was dealt anew."""
    mates: dict[int, Person] = field(default_factory=dict)
    """Who shares a seat with somebody, by seat."""
    visitors: list[Visitor] = field(default_factory=list)
    chosen_reading: Reading | None = None
    """How dossiers are read; None for what fits best."""
    soft: bool = False
    """Marked scenes and facts are told in their milder words."""

    def __post_init__(self) -> None:
        if not self.people:
            self.people = [Person() for _ in range(min(self.seat_counts))]

    @property
    def seat_counts(self) -> tuple[int, ...]:
        """With how many seats this case can be played."""
        return tuple(sorted(self.pack.scenario.seats))

    @property
    def format(self) -> FormatSpec:
        """The chosen length of the session."""
        return self.pack.formats.find(self.format_id)

    @property
    def formats(self) -> tuple[FormatSpec, ...]:
        """All lengths, the shortest first."""
        return tuple(sorted(self.pack.formats.formats, key=lambda spec: spec.minutes))

    @property
    def rounds(self) -> int:
        """How many rounds of this case that length plays."""
        return sum(spec.core or self.format.long for spec in self.pack.scenario.rounds)

    @property
    def has_soft_words(self) -> bool:
        """Whether the case has scenes that may be skipped, or facts with milder words."""
        spec = self.pack.scenario
        return any(each.marked for each in spec.injects) or any(each.soft for each in spec.facts)

    @property
    def core_rounds(self) -> int:
        """How many rounds a session has to have at the least."""
        return sum(spec.core for spec in self.pack.scenario.rounds)

    @property
    def reading(self) -> Reading:
        """How dossiers are read: as chosen, else whole at the laptop where there is time for it."""
        return self.chosen_reading or self._usual_reading(self.format)

    def _usual_reading(self, spec: FormatSpec) -> Reading:
        return usual_reading(spec, self.pack.formats.pace, len(self.people), self.core_rounds)

    @property
    def set_up_minutes(self) -> int:
        """How long the set-up takes with so many seats, at the least what its length of session gives it."""
        takes = set_up_takes(self.pack.formats.pace, len(self.people), self.reading)
        return max(round(takes / MINUTE), round(self.format.set_up))

    @property
    def play_minutes(self) -> int:
        """How long is left to play: what the set-up takes more comes off it, never off the debrief."""
        return round(self.format.set_up + self.format.play) - self.set_up_minutes

    @property
    def rounds_that_fit(self) -> int:
        """How many rounds slow readers get through, of those that this length plays."""
        pace = self.pack.formats.pace
        return rounds_that_fit(self.format, pace, len(self.people), self.rounds, self.reading)

    @property
    def fits(self) -> bool:
        """Whether the core of the case fits in this length."""
        return self.rounds_that_fit >= self.core_rounds

    @property
    def nearest(self) -> tuple[str, Reading] | None:
        """The length and the way of reading nearest to what was chosen in which the core fits; None when all do."""
        if self.fits:
            return None
        pace, seats, core = self.pack.formats.pace, len(self.people), self.core_rounds
        for spec in (each for each in self.formats if each.minutes >= self.format.minutes):
            way = self._usual_reading(spec)
            if rounds_that_fit(spec, pace, seats, core, way) >= core:
                return spec.id, way
        return None

    def take_nearest(self) -> None:
        """Choose what fits."""
        nearest = self.nearest
        if nearest is not None:
            self.format_id, self.chosen_reading = nearest[0], None

    def choose_case(self, scenario: str | Path) -> None:
        """Play another case; the people stay."""
        self.pack = pack_of(scenario)
        counts = self.seat_counts
        self.seat(min(counts, key=lambda count: abs(count - len(self.people))))

    def seat(self, count: int) -> None:
        """So many seats; who was there already stays."""
        self.people = [*self.people, *(Person() for _ in range(count))][:count]
        self.mates = {seat: mate for seat, mate in self.mates.items() if seat < count}

    def person(self, seat: int, *, is_mate: bool = False) -> Person:
        """Who sits at a seat, or who shares it."""
        return self.mates[seat] if is_mate else self.people[seat]

    def _put(self, seat: int, person: Person, *, is_mate: bool) -> None:
        if is_mate:
            self.mates[seat] = person
        else:
            self.people[seat] = person

    def name(self, seat: int, name: str, *, is_mate: bool = False) -> None:
        """Somebody's name."""
        self._put(seat, replace(self.person(seat, is_mate=is_mate), name=name), is_mate=is_mate)

    def work(self, seat: int, discipline: str, *, is_mate: bool = False) -> None:
        """What somebody does in real life."""
        self._put(seat, replace(self.person(seat, is_mate=is_mate), discipline=discipline), is_mate=is_mate)

    def pair(self, seat: int) -> None:
        """Two people share this seat, or no longer."""
        if self.mates.pop(seat, None) is None:
            self.mates[seat] = Person()

    def invite(self, task: Task) -> None:
        """Somebody without a role is there too."""
        self.visitors.append(Visitor(task))

    def name_visitor(self, place: int, name: str) -> None:
        """The name of somebody without a role."""
        self.visitors[place] = replace(self.visitors[place], name=name)

    def dismiss(self, place: int) -> None:
        """Somebody without a role is not there after all."""
        del self.visitors[place]

    def deal_again(self) -> None:
        """Deal with other ties."""
        self.dealt += 1

    @property
    def deal(self) -> Deal | None:
        """The deal, once everybody has said what the own discipline is."""
        seats = [[person, *self._mate(seat)] for seat, person in enumerate(self.people)]
        own = [[person.discipline for person in people if person.discipline is not None] for people in seats]
        if any(len(said) < len(people) for said, people in zip(own, seats, strict=True)):
            return None
        roles = self.pack.scenario.seats[len(self.people)]
        return deal(roles, own, self.pack.disciplines, self.seed + self.dealt)

    def _mate(self, seat: int) -> list[Person]:
        return [self.mates[seat]] if seat in self.mates else []

    @property
    def is_ready(self) -> bool:
        """True when the session can begin."""
        return self.deal is not None and self.room_sees is not None

    def badge(self, role: str, language: Language) -> RoleBadge:
        """How a role is shown."""
        spec = self.pack.roles[role]
        return RoleBadge(role, spec.name.in_language(language), spec.short.in_language(language), spec.chain)

    def disciplines(self) -> tuple[DisciplineSpec, ...]:
        """What one can be in real life."""
        return self.pack.disciplines.disciplines

    def discipline_name(self, seat: int, language: Language, *, is_mate: bool = False) -> str:
        """What somebody said to do in real life; empty when not yet said."""
        return named_discipline(self.pack.disciplines, self.person(seat, is_mate=is_mate).discipline or "", language)

    def set_up(self, language: Language) -> SetUp:
        """The set-up of the session. Raises when it is not ready."""
        dealt = self.deal
        if dealt is None:
            raise ValueError("somebody has not said a discipline")
        seats = tuple(
            Seat(role, tuple(_participant(person) for person in (self.people[at], *self._mate(at))))
            for at, role in enumerate(dealt.roles)
        )
        spec = self.format
        onlookers = tuple(Onlooker(each.task, "", each.name.strip()) for each in self.visitors)
        return SetUp(
            self.pack.scenario.id, self.seed, seats, spec.long, spec.id, language, self.reading, self.soft, onlookers
        )


def _participant(person: Person) -> Participant:
    return Participant(person.discipline or "", person.name.strip())


def named_discipline(spec: DisciplinesSpec, discipline: str, language: Language) -> str:
    """A discipline in words: that of the list, a student's with the placement, or what somebody typed."""
    is_placed = discipline.startswith(PLACEMENT)
    names = {each.id: each.name.in_language(language) for each in spec.disciplines}
    place = discipline.removeprefix(PLACEMENT)
    name = names.get(place, place)
    return messages(language).say("setup.placed", place=name) if is_placed else name


def cases(language: Language) -> list[tuple[str, str, str]]:
    """The cases that were shipped: path, title, one sentence."""
    packs = ((path, pack_of(path).scenario) for path in list_scenarios())
    return [(str(path), spec.title.in_language(language), spec.summary.in_language(language)) for path, spec in packs]
