"""Measures of a scenario: each can be decided, can start in time, and fits in somebody's hours."""

from collections.abc import Iterator

from tabletop.content.faults import Fault
from tabletop.content.lint.reach import Reach
from tabletop.content.lint.story import Story, about
from tabletop.content.specs.common import RoleId
from tabletop.content.specs.measure import MeasureSpec


def lint_measures(story: Story, reach: Reach) -> Iterator[Fault]:
    """Check the measures that a scenario lists."""
    for measure, node in zip(story.measures.values(), story.node.words("measures"), strict=True):
        if measure.id not in reach.measures:
            yield about(node, "TT407", measure.id, needed=", ".join(measure.needs.running) or "-")
        elif not any(measure.hours <= _hours(story, role) for role in story.deciders(measure)):
            yield from _too_dear(story, measure, reach, about(node, "TT418", measure.id, hours=measure.hours))


def _too_dear(story: Story, measure: MeasureSpec, reach: Reach, told: Fault) -> Iterator[Fault]:
    """Nobody has the hours for it; that is no fault where only the script starts it."""
    started = {effect.start for inject in story.spec.injects if inject.id in reach.injects for effect in inject.effects}
    if story.deciders(measure) or measure.id not in started:
        yield told


def _hours(story: Story, role: RoleId) -> int:
    own = next(each.hours for each in story.spec.partners if each.role == role)
    return story.roles[role].hours if own is None else own
