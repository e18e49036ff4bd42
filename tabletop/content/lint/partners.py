"""Partners and seats: nobody is a passenger, nobody carries the case alone, and all find their place on the board."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from tabletop.content.faults import Fault
from tabletop.content.lint.law import reached
from tabletop.content.lint.reach import NEVER, Reach
from tabletop.content.lint.story import Story, about, at
from tabletop.content.shelf import Node
from tabletop.content.specs.scenario import FactSpec, PartnerSpec

DECISIVE: Final = 2
"""The weight from which a fact can turn a decision."""
MOST_WEIGHT: Final = 0.25
"""Share of the weight of all facts that one role may hold ..."""
MOST_TIMES: Final = 1.5
"""... or so many times an even share, where partners are few."""
LEAST_APART: Final = (0.16, 0.14)
"""Width and height of a partner with its name on the board, as shares of the board."""
EDGE: Final = 0.05
MIXED: Final = ("justice", "care")
"""Chains that every group needs at its table."""


def lint_partners(story: Story, reach: Reach) -> Iterator[Fault]:
    """Check partners, the seats they are played from, and their starting trust."""
    total = sum(fact.weight for fact in story.spec.facts)
    for partner, node in story.partners():
        yield from _role_in_core(story, reach, partner, node)
        yield from _weight(story, partner, node, total)
    yield from _board(story)
    yield from _seats(story)
    yield from _trust(story)


def _role_in_core(story: Story, reach: Reach, partner: PartnerSpec, node: Node) -> Iterator[Fault]:
    held = (fact for fact in story.spec.facts if partner.role in fact.holders)
    if not any(_is_decisive(story, reach, fact) for fact in held):
        yield about(at(node, "role"), "TT410", partner.role, last=story.last_core_turn)
    if not _has_power(story, reach, partner):
        yield about(at(node, "role"), "TT412", partner.role, weeks=story.core_weeks)


def _is_decisive(story: Story, reach: Reach, fact: FactSpec) -> bool:
    """Say whether a fact weighs, comes in time for the core, and gets lawfully to somebody who needs it."""
    in_time = reach.facts.get(fact.id, NEVER) <= story.last_core_turn
    return fact.weight >= DECISIVE and in_time and bool(reached(story, fact) & story.needers(fact))


def _has_power(story: Story, reach: Reach, partner: PartnerSpec) -> bool:
    own = (each for each in story.measures.values() if partner.role in each.deciders)
    return any(reach.measures.get(each.id, NEVER) < story.core_weeks for each in own)


def _weight(story: Story, partner: PartnerSpec, node: Node, total: int) -> Iterator[Fault]:
    held = sum(fact.weight for fact in story.spec.facts if partner.role in fact.holders)
    most = max(MOST_WEIGHT, MOST_TIMES / len(story.spec.partners))
    if total and held / total > most:
        yield about(at(node, "role"), "TT413", partner.role, share=round(100 * held / total), most=round(100 * most))


def _board(story: Story) -> Iterator[Fault]:
    for (one, _), (other, node) in combinations(story.partners(), 2):
        if all(abs(a - b) < least for a, b, least in zip(one.at, other.at, LEAST_APART, strict=True)):
            yield about(at(node, "at"), "TT415", other.role, other=one.role)
    for partner, node in story.partners():
        if not all(EDGE <= place <= 1 - EDGE for place in partner.at):
            yield about(at(node, "at"), "TT416", partner.role)


def _seats(story: Story) -> Iterator[Fault]:
    for count, roles in story.spec.seats.items():
        chains = {story.roles[role].chain for role in roles if role in story.roles}
        missing = [chain for chain in MIXED if chain not in chains]
        if missing:
            yield about(at(story.node, "seats", count), "TT414", str(count), chain=missing[0])


def _trust(story: Story) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for place, pair in enumerate(story.spec.trust):
        who = (pair.giver, pair.receiver)
        if pair.giver == pair.receiver or who in seen:
            yield about(at(story.node, "trust", place), "TT424", pair.giver, other=pair.receiver)
        seen.add(who)
