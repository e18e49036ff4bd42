"""Conditions as the ways in which they can hold: each way a list of leaves that must hold, or must not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from tabletop.content.specs.condition import Condition

MOST_WAYS: Final = 512
"""A condition with more ways than this is taken for one that can hold; nobody writes it."""


@dataclass(frozen=True)
class Leaf:
    """A condition with no others inside it."""

    condition: Condition
    holds: bool


Way = tuple[Leaf, ...]


def leaves(condition: Condition) -> Iterator[Condition]:
    """Yield the leaves of a condition, in the order in which they are written."""
    for part in inner(condition) or (condition,):
        if part is condition:
            yield part
        else:
            yield from leaves(part)


def inner(condition: Condition) -> tuple[Condition, ...]:
    """Give the conditions inside a condition; none for a leaf."""
    if condition.not_ is not None:
        return (condition.not_,)
    return condition.all or condition.any or ()


def ways(condition: Condition, holds: bool = True) -> list[Way]:
    """Give the ways in which a condition holds (or does not); one without leaves when there are too many.

    >>> condition = Condition.model_validate({"not": {"any": ({"week": 3}, {"fired": "call"})}})
    >>> [[(leaf.condition.week or leaf.condition.fired, leaf.holds) for leaf in way] for way in ways(condition)]
    [[(3, False), ('call', False)]]
    """
    if condition.not_ is not None:
        return ways(condition.not_, not holds)
    parts = inner(condition)
    if not parts:
        return [(Leaf(condition, holds),)]
    every = (condition.all is not None) == holds
    found = [ways(part, holds) for part in parts]
    return _crossed(found) if every else _limited(way for each in found for way in each)


def _crossed(found: list[list[Way]]) -> list[Way]:
    count = 1
    for each in found:
        count *= len(each)
    if count > MOST_WAYS:
        return [()]
    return [tuple(leaf for way in chosen for leaf in way) for chosen in product(*found)]


def _limited(found: Iterable[Way]) -> list[Way]:
    listed = list(found)
    return listed if len(listed) <= MOST_WAYS else [()]


def contradicts(way: Way) -> bool:
    """Say whether a way asks for something and for its opposite."""
    asked = [leaf.condition for leaf in way if leaf.holds]
    if any(not leaf.holds and leaf.condition in asked for leaf in way):
        return True
    ran = {leaf.condition.running for leaf in way if leaf.holds and leaf.condition.running}
    return any(not leaf.holds and leaf.condition.started in ran for leaf in way if leaf.condition.started)


def level_bounds(way: Way) -> Iterator[tuple[str, float, float]]:
    """Yield each level that a way names with the bounds it has to lie in: at least the first, below the second."""
    bounds: dict[str, tuple[float, float]] = {}
    for leaf in way:
        asked = leaf.condition.level
        if asked is None:
            continue
        low, high = bounds.get(asked.of, (float("-inf"), float("inf")))
        bounds[asked.of] = _tightened(leaf, low, high)
    yield from ((of, low, high) for of, (low, high) in bounds.items())


def _tightened(leaf: Leaf, low: float, high: float) -> tuple[float, float]:
    asked = leaf.condition.level
    if asked is None or (not leaf.holds and asked.at_least is not None and asked.below is not None):
        return low, high
    least, below = (asked.at_least, asked.below) if leaf.holds else (asked.below, asked.at_least)
    return max(low, low if least is None else least), min(high, high if below is None else below)


def last_week(way: Way) -> float:
    """Give the week before which a way has to hold."""
    bounds = [leaf.condition.week for leaf in way if leaf.condition.week is not None and not leaf.holds]
    return min(bounds, default=float("inf"))
