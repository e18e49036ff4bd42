"""Names and labels in one language, for everything a page says about a case."""

from dataclasses import dataclass

from tabletop.case.case import Case
from tabletop.case.conditions import PHASES
from tabletop.content.messages import Messages, messages
from tabletop.content.specs.common import Language, Text
from tabletop.content.specs.measure import MeasureSpec
from tabletop.content.specs.scenario import FactSpec
from tabletop.view.costs import QUARTERS_AN_HOUR
from tabletop.view.pages import Header, PhaseMark, RoleBadge, RoleCard
from tabletop.view.public import PublicView, phases_of

HALF = "½"


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The texts of a case and of the screens, in one language."""

    case: Case
    language: Language

    @property
    def messages(self) -> Messages:
        """The texts of screens."""
        return messages(self.language)

    def say(self, key: str, **values: object) -> str:
        """A text of `view.po`, with the names of victim and stalker at hand."""
        return self.messages.say(key, victim=self.victim, stalker=self.stalker, **values)

    def text(self, text: Text) -> str:
        """A text of the content."""
        return text.in_language(self.language)

    @property
    def victim(self) -> str:
        """How the victim is called."""
        return self.text(self.case.pack.scenario.victim.name)

    @property
    def stalker(self) -> str:
        """How the stalker is called."""
        return self.text(self.case.pack.scenario.stalker.name)

    def role(self, role: int) -> str:
        """The name of a role."""
        return self.text(self.case.pack.roles[self.case.roles[role]].name)

    def short(self, role: int) -> str:
        """The short name of a role."""
        return self.text(self.case.pack.roles[self.case.roles[role]].short)

    def roles(self, roles: tuple[int, ...]) -> str:
        """Short names of roles, listed."""
        return self.messages.listing([self.short(role) for role in roles])

    def badge(self, role: int) -> RoleBadge:
        """A role as it is shown."""
        spec = self.case.pack.roles[self.case.roles[role]]
        return RoleBadge(spec.id, self.text(spec.name), self.text(spec.short), spec.chain)

    def find_badge(self, role: int) -> RoleBadge | None:
        """The same, or None for nobody (-1)."""
        return None if role < 0 else self.badge(role)

    def fact(self, fact: int) -> FactSpec:
        """The authored fact."""
        return self.case.pack.scenario.facts[fact]

    def fact_title(self, fact: int) -> str:
        """The title of a fact."""
        return self.text(self.fact(fact).title)

    def measure_spec(self, measure: int) -> MeasureSpec:
        """The authored measure."""
        return self.case.pack.measures[self.case.measures.ids[measure]]

    def measure(self, measure: int) -> str:
        """The name of a measure, as the middle of a sentence writes it."""
        return self.text(self.measure_spec(measure).name)

    def title(self, measure: int) -> str:
        """The name of a measure, with a capital."""
        return capital(self.measure(measure))

    def week(self, week: int) -> str:
        """'week 6'"""
        return self.say("place.week", week=week)

    def weeks(self, weeks: int) -> str:
        """'3 weken'"""
        return self.messages.count("count.weeks", weeks)

    def hours(self, quarters: int) -> str:
        """Hours as people write them: '½ uur', '2 uur', '1,25 uur'."""
        key = "cost.hour" if quarters <= QUARTERS_AN_HOUR else "cost.hours"
        return self.say(key, hours=self.number_of_hours(quarters))

    def number_of_hours(self, quarters: int) -> str:
        """The number alone: '½', '2', '1,25'."""
        if quarters * 2 == QUARTERS_AN_HOUR:
            return HALF
        digits = next(digits for digits in (0, 1, 2) if quarters * 10**digits % QUARTERS_AN_HOUR == 0)
        return self.messages.number(quarters / QUARTERS_AN_HOUR, digits)

    def cost(self, quarters: int) -> str:
        """The cost of a decision; empty when it is free."""
        return self.hours(quarters) if quarters else ""


def capital(text: str) -> str:
    """A text with a capital at its start. Dutch writes no accent on a capital where the letter after it has one.

    >>> capital("logboek bijhouden"), capital("één vaste contactpersoon")
    ('Logboek bijhouden', 'Eén vaste contactpersoon')
    """
    if text.startswith("éé"):
        return f"E{text[1:]}"
    return text[:1].upper() + text[1:]


def header(words: Words, public: PublicView) -> Header:
    """The strip above every screen: case, round, week, and the phases that the joint picture supports."""
    case = words.case
    number = min(public.round, len(case.round_weeks) - 1) + 1
    place = words.say("place.round_and_week", round=number, rounds=len(case.round_weeks), week=public.week)
    shown = int(phases_of(case, public.joint)[0])
    legend = words.say("phases.legend" if shown else "phases.none")
    return Header(words.text(case.pack.scenario.title), place, phase_marks(words, shown), legend)


def phase_marks(words: Words, shown: int) -> tuple[PhaseMark, ...]:
    """The nine phases; `shown` are bits."""
    return tuple(
        PhaseMark(
            spec.id,
            words.text(spec.short),
            words.text(spec.name),
            words.text(spec.meaning),
            bool(shown >> PHASES.index(spec.id) & 1),
        )
        for spec in words.case.pack.phases.phases
    )


def role_card(words: Words, role: int) -> RoleCard:
    """The card of a role."""
    spec = words.case.pack.roles[words.case.roles[role]]
    return RoleCard(
        role=words.badge(role),
        who=words.text(spec.who),
        may=words.text(spec.may),
        must=words.text(spec.must),
        cannot=words.text(spec.cannot),
        pressure=words.text(spec.pressure),
        fear=words.text(spec.fear),
        goal=words.text(spec.goal),
        offer=words.text(spec.offer),
        need=words.text(spec.need),
    )
