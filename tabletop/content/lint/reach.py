"""What can happen in a case at all, and the first week in which it can: found without playing.

Nothing is called impossible that a session could reach: what a rule cannot see counts as possible.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tabletop.content.lint.clauses import Way, contradicts, last_week, level_bounds, ways
from tabletop.content.lint.story import Story
from tabletop.content.specs.condition import Condition, TallyIs
from tabletop.content.specs.measure import MeasureSpec
from tabletop.content.specs.scenario import Appears, VariantSpec

NEVER: Final = 10_000
"""A week that no case has."""
_UNBOUNDED: Final = frozenset({"trigger"})
"""Levels that can go above one."""
_AFTER_BAN: Final = frozenset({"breaches", "unanswered"})


@dataclass
class Reach:
    """First weeks by id; what is missing never happens."""

    story: Story
    facts: dict[str, int] = field(default_factory=dict)
    injects: dict[str, int] = field(default_factory=dict)
    measures: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, story: Story) -> "Reach":
        """Look again and again, until nothing more is found."""
        reach = cls(story)
        while reach._look():
            pass
        return reach

    def _look(self) -> bool:
        found = False
        for inject in self.story.spec.injects:
            week = self.earliest(inject.appears)
            found |= _noted(self.injects, inject.id, week if week < self.story.weeks else NEVER)
        for fact in self.story.spec.facts:
            week = self.earliest(fact.appears) if fact.holders else NEVER
            found |= _noted(self.facts, fact.id, min(week, self._revealed(fact.id)))
        for measure in self.story.measures.values():
            found |= _noted(self.measures, measure.id, min(self._decided(measure), self._by_script(measure.id)))
        return found

    def earliest(self, appears: Appears) -> int:
        """Give the first week in which a moment can come, or `NEVER`."""
        week = appears.week if appears.when is None else self.holds_from(appears.when)
        return week if week is not None and week <= self.story.weeks else NEVER

    def holds_from(self, condition: Condition) -> int:
        """Give the first week in which a condition can hold, or `NEVER`."""
        return min((self._way_from(way) for way in ways(condition)), default=NEVER)

    def _way_from(self, way: Way) -> int:
        if contradicts(way) or not all(_lies_within(*each) for each in level_bounds(way)):
            return NEVER
        week = max((self._leaf_from(leaf.condition) for leaf in way if leaf.holds), default=0)
        return week if week < last_week(way) else NEVER

    def _leaf_from(self, leaf: Condition) -> int:
        if leaf.week is not None:
            return leaf.week
        if leaf.tally is not None:
            return self._counted(leaf.tally)
        if leaf.knows is not None:
            return self.facts.get(leaf.knows.fact, NEVER)
        if leaf.joint is not None:
            return self._round_after(self.facts.get(leaf.joint, NEVER))
        if leaf.fired is not None:
            return self.injects.get(leaf.fired, NEVER)
        measure = leaf.running or leaf.started
        return 0 if measure is None else self.measures.get(measure, NEVER)

    def _counted(self, tally: TallyIs) -> int:
        """Give the first week in which a count can have got so far."""
        if tally.at_least <= 0:
            return 0
        if tally.of == "weeks_quiet":
            return tally.at_least
        if tally.of == "meetings":
            starts = self.story.starts[:-1]
            return starts[tally.at_least - 1] if tally.at_least <= len(starts) else NEVER
        return self._first_ban() + 1 if tally.of in _AFTER_BAN else 1

    def _round_after(self, week: int) -> int:
        return next((start for start in self.story.starts[:-1] if start >= week), NEVER)

    def _first_ban(self) -> int:
        bans = (id_ for id_, measure in self.story.measures.items() if measure.kind == "ban")
        return min((self.measures.get(id_, NEVER) for id_ in bans), default=NEVER)

    def _decided(self, measure: MeasureSpec) -> int:
        """Give the first week in which a measure that a partner decided on can start."""
        needs = measure.needs
        if not self.story.deciders(measure) or (needs.shared_home and not self.story.spec.shared_home):
            return NEVER
        frames = min(self.measures.get(id_, NEVER) for id_ in needs.running) if needs.running else 0
        breach = self._first_ban() + 1 if needs.breach else 0
        week = max(measure.lead_weeks, frames, breach)
        return week if week < self.story.weeks else NEVER

    def _by_script(self, measure: str) -> int:
        started = (
            self.injects.get(inject.id, NEVER)
            for inject in self.story.spec.injects
            if any(effect.start == measure for effect in inject.effects)
        )
        return min(started, default=NEVER)

    def _revealed(self, fact: str) -> int:
        told = (
            self.injects.get(inject.id, NEVER)
            for inject in self.story.spec.injects
            if any(effect.reveal and effect.reveal.fact == fact for effect in inject.effects)
        )
        return min(told, default=NEVER)


def _noted(weeks: dict[str, int], id_: str, week: int) -> bool:
    """Note a first week; says whether it is news."""
    if week >= weeks.get(id_, NEVER):
        return False
    weeks[id_] = week
    return True


def _lies_within(of: str, low: float, high: float) -> bool:
    most = float("inf") if of in _UNBOUNDED else 1.0
    return low < high and low <= most and high > 0.0


def holds_at_once(story: Story, condition: Condition) -> bool:
    """Say whether a condition holds before anybody has decided anything, whoever the stalker is."""
    return all(_at_opening(story, variant, condition) is True for variant in story.spec.variants)


def _at_opening(story: Story, variant: VariantSpec, condition: Condition) -> bool | None:
    """Say whether a condition holds in week 0; nothing where that cannot be said."""
    if condition.not_ is not None:
        held = _at_opening(story, variant, condition.not_)
        return None if held is None else not held
    if condition.all is not None:
        return _every([_at_opening(story, variant, part) for part in condition.all])
    if condition.any is not None:
        none = _every([_inverse(_at_opening(story, variant, part)) for part in condition.any])
        return _inverse(none)
    return _leaf_at_opening(story, variant, condition)


def _leaf_at_opening(story: Story, variant: VariantSpec, leaf: Condition) -> bool | None:
    if leaf.week is not None:
        return leaf.week <= 0
    if leaf.level is not None:
        starts: Mapping[str, float] = variant.start.model_dump()
        value = starts.get(leaf.level.of, 0.0)
        low, high = leaf.level.at_least, leaf.level.below
        return (low is None or value >= low) and (high is None or value < high)
    if leaf.tally is not None:
        return leaf.tally.at_least <= 0
    if leaf.knows is not None:
        return _known_at_opening(story, leaf.knows.role, leaf.knows.fact)
    return None if leaf.phase is not None else False


def _known_at_opening(story: Story, role: str, fact: str) -> bool:
    return any(each.id == fact and each.appears.week == 0 and role in each.holders for each in story.spec.facts)


def _every(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _inverse(held: bool | None) -> bool | None:
    return None if held is None else not held
