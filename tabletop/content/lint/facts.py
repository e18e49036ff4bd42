"""Facts: each comes in time, somebody needs it, and it can get there lawfully."""

from collections.abc import Iterator

from tabletop.content.faults import Fault
from tabletop.content.lint.law import reached
from tabletop.content.lint.reach import NEVER, Reach, holds_at_once
from tabletop.content.lint.story import Story, about, at
from tabletop.content.shelf import Node
from tabletop.content.specs.scenario import FactSpec


def lint_facts(story: Story, reach: Reach) -> Iterator[Fault]:
    """Check facts one by one."""
    titles: dict[str, str] = {}
    for fact, node in story.facts():
        yield from _moment(story, reach, fact, node)
        yield from _use(story, fact, node)
        yield from _own_need(fact, node)
        first = titles.setdefault(fact.title.nl.casefold(), fact.id)
        if first != fact.id:
            yield about(at(node, "title"), "TT423", fact.id, other=first)


def _moment(story: Story, reach: Reach, fact: FactSpec, node: Node) -> Iterator[Fault]:
    week = reach.facts.get(fact.id, NEVER)
    when = fact.appears.when
    if week == NEVER:
        yield about(at(node, "appears"), "TT408", fact.id)
    elif when is not None and holds_at_once(story, when):
        yield about(at(node, "appears", "when"), "TT403", fact.id)
    elif week > story.last_turn:
        yield about(at(node, "appears"), "TT409", fact.id, week=week, last=story.last_turn)
    elif story.last_core_turn < week < story.core_weeks:
        yield about(at(node, "appears"), "TT421", fact.id, week=week, last=story.last_core_turn)


def _use(story: Story, fact: FactSpec, node: Node) -> Iterator[Fault]:
    needers = story.needers(fact)
    if not needers:
        yield about(at(node, "id"), "TT404", fact.id)
        return
    lawful = reached(story, fact)
    if lawful <= {*fact.holders}:
        yield about(at(node, "kind"), "TT405", fact.id)
    elif not lawful & needers:
        yield about(at(node, "needed_by"), "TT406", fact.id, roles=", ".join(sorted(needers)))


def _own_need(fact: FactSpec, node: Node) -> Iterator[Fault]:
    for place, role in enumerate(fact.needed_by):
        if role in fact.holders:
            yield about(at(node, "needed_by", place), "TT417", fact.id, role=role)
