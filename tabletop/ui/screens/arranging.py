"""How a session is set up, before it exists: case, seats, who sits there, the deal. No pygame here."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tabletop.content.library import Pack, list_scenarios, load_pack
from tabletop.content.specs.common import Language
from tabletop.content.specs.formats import FormatSpec
from tabletop.content.specs.role import DisciplineSpec
from tabletop.session.deal import Deal, deal
from tabletop.session.entries import Participant, Seat, SetUp
from tabletop.view.pages import RoleBadge


@dataclass(frozen=True)
class Person:
    """Somebody at a seat; the name may stay empty, the discipline has to be said."""

    name: str = ""
    discipline: str | None = None


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

    def choose_case(self, scenario: str | Path) -> None:
        """Play another case; the people stay."""
        self.pack = load_pack(scenario)
        counts = self.seat_counts
        self.seat(min(counts, key=lambda count: abs(count - len(self.people))))

    def seat(self, count: int) -> None:
        """So many seats; who was there already stays."""
        self.people = [*self.people, *(Person() for _ in range(count))][:count]

    def name(self, seat: int, name: str) -> None:
        """Somebody's name."""
        self.people[seat] = Person(name, self.people[seat].discipline)

    def work(self, seat: int, discipline: str) -> None:
        """What somebody does in real life."""
        self.people[seat] = Person(self.people[seat].name, discipline)

    def deal_again(self) -> None:
        """Deal with other ties."""
        self.dealt += 1

    @property
    def deal(self) -> Deal | None:
        """The deal, once everybody has said what the own discipline is."""
        own = [[person.discipline] for person in self.people if person.discipline is not None]
        if len(own) < len(self.people):
            return None
        roles = self.pack.scenario.seats[len(self.people)]
        return deal(roles, own, self.pack.disciplines, self.seed + self.dealt)

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

    def discipline_name(self, seat: int, language: Language) -> str:
        """What somebody said to do in real life; empty when not yet said."""
        chosen = self.people[seat].discipline
        return next((d.name.in_language(language) for d in self.disciplines() if d.id == chosen), "")

    def set_up(self, language: Language) -> SetUp:
        """The set-up of the session. Raises when it is not ready."""
        dealt = self.deal
        if dealt is None:
            raise ValueError("somebody has not said a discipline")
        seats = tuple(
            Seat(role, (Participant(person.discipline or "", person.name.strip()),))
            for role, person in zip(dealt.roles, self.people, strict=True)
        )
        spec = self.format
        return SetUp(self.pack.scenario.id, self.seed, seats, spec.long, spec.id, language)


def cases(language: Language) -> list[tuple[str, str, str]]:
    """The cases that were shipped: path, title, one sentence."""
    packs = ((path, load_pack(path).scenario) for path in list_scenarios())
    return [(str(path), spec.title.in_language(language), spec.summary.in_language(language)) for path, spec in packs]
