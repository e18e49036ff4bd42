"""Kinds of incident as they are shown."""

from collections.abc import Iterable

from tabletop.content.specs.scoring import IncidentSpec
from tabletop.view.words import Words

MOST_NAMED = 3
"""So many kinds are named in a line of news; the lightest are left out."""


def incident_icon(kind: str) -> str:
    """The picture of a kind of incident; the general one stands in for a kind that has none of its own."""
    return f"incident/{kind}"


def inject_icon(words: Words, inject: int) -> str:
    """The picture of the kind of incident that an inject tells of; empty when it tells of none."""
    kind = words.case.pack.scenario.injects[inject].incident
    return "" if kind is None else incident_icon(kind)


def worst_kinds(words: Words, kinds: Iterable[int]) -> list[IncidentSpec]:
    """The gravest of these kinds, gravest first."""
    known = words.case.pack.incidents.incidents
    return sorted((known[kind] for kind in kinds), key=lambda each: (-each.rung, each.id))[:MOST_NAMED]
