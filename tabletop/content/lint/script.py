"""The script: injects that happen, that do something, and not before anybody could decide."""

from collections.abc import Iterator

from tabletop.content.faults import Fault
from tabletop.content.lint.clauses import leaves
from tabletop.content.lint.reach import Reach, holds_at_once
from tabletop.content.lint.story import Story, about, at
from tabletop.content.shelf import Node
from tabletop.content.specs.scenario import FactSpec, InjectSpec


def lint_script(story: Story, reach: Reach) -> Iterator[Fault]:
    """Check injects one by one."""
    looked_at = _looked_at(story)
    for inject, node in story.injects():
        yield from _moment(story, reach, inject, node)
        if inject.news is None and not inject.effects and inject.id not in looked_at:
            yield about(at(node, "id"), "TT402", inject.id)
        yield from _effects(reach, inject, node)


def _moment(story: Story, reach: Reach, inject: InjectSpec, node: Node) -> Iterator[Fault]:
    when = inject.appears.when
    if inject.id not in reach.injects:
        yield about(at(node, "appears"), "TT401", inject.id)
    elif when is not None and holds_at_once(story, when):
        yield about(at(node, "appears", "when"), "TT403", inject.id)
    if when is not None and inject.id in reach.injects:
        yield from _idle_weeks(story, inject, at(node, "appears", "when"))


def _effects(reach: Reach, inject: InjectSpec, node: Node) -> Iterator[Fault]:
    """Check that a measure which ends in a given week can have begun by then."""
    week = inject.appears.week
    for place, effect in enumerate(inject.effects):
        if week is not None and effect.end in reach.measures and reach.measures[effect.end] > week:
            yield about(at(node, "effects", place), "TT422", inject.id, measure=effect.end)


def _idle_weeks(story: Story, inject: InjectSpec, when: Node) -> Iterator[Fault]:
    """Check weeks in a condition: one that every moment lies behind, or before, says nothing."""
    for node in when.mappings():
        week = node.find("week")
        if week is not None and not 0 < week.value < story.weeks:
            yield about(week, "TT427", inject.id, week=week.value, last=story.weeks - 1)


def _looked_at(story: Story) -> frozenset[str]:
    """Give the injects that some condition asks about."""
    items: tuple[FactSpec | InjectSpec, ...] = (*story.spec.facts, *story.spec.injects)
    asked = (leaf.fired for each in items if each.appears.when is not None for leaf in leaves(each.appears.when))
    return frozenset(id_ for id_ in asked if id_ is not None)
