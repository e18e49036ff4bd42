"""Seats, rounds and moments of a scenario fit each other."""

from collections.abc import Iterator
from typing import Final

from tabletop.content.checks.references import partner_ids
from tabletop.content.faults import Fault
from tabletop.content.shelf import MEASURES, PARTIES, Node, Shelf

FEWEST_SEATS: Final = 4
MOST_SEATS: Final = 8
CORE_ROUNDS: Final = 3
"""A session of 60 minutes plays so many rounds."""


def check_rounds(shelf: Shelf) -> Iterator[Fault]:
    """Check seats, the core, moments behind the end, and that somebody can decide each measure."""
    for scenario in shelf.scenarios():
        yield from _seats(scenario)
        yield from _core(scenario)
        yield from _moments(shelf, scenario)
        yield from _deciders(shelf, scenario)


def _seats(scenario: Node) -> Iterator[Fault]:
    for key in scenario.keys("seats"):
        if not isinstance(key.value, int):
            continue
        if not FEWEST_SEATS <= key.value <= MOST_SEATS:
            yield key.fault("TT208", count=key.value, least=FEWEST_SEATS, most=MOST_SEATS)
        listed = scenario.find("seats", key.value)
        if listed is None or not isinstance(listed.value, tuple):
            continue
        if len(listed.value) != key.value:
            yield key.fault("TT209", seats=key.value, count=len(listed.value))
        yield from _seat_twice(listed)


def _seat_twice(listed: Node) -> Iterator[Fault]:
    seen: set[str] = set()
    for role in listed.words():
        if role.value in seen:
            yield role.fault("TT218", word=role.value)
        seen.add(role.value)


def _core(scenario: Node) -> Iterator[Fault]:
    rounds = list(scenario.each("rounds"))
    core = [each.value.get("core", True) is True for each in rounds if isinstance(each.value, dict)]
    listed = scenario.find("rounds")
    if listed is None or not core:
        return
    if sum(core) != CORE_ROUNDS or not all(core[:CORE_ROUNDS]):
        yield listed.fault("TT217", count=sum(core), wanted=CORE_ROUNDS)


def _moments(shelf: Shelf, scenario: Node) -> Iterator[Fault]:
    weeks = sum(each.number("weeks") or 0 for each in scenario.each("rounds"))
    for node in shelf.holding(scenario, "week"):
        week = node.find("week")
        if week is not None and isinstance(week.value, int) and week.value > weeks:
            yield week.fault("TT220", week=week.value, weeks=int(weeks))


def _deciders(shelf: Shelf, scenario: Node) -> Iterator[Fault]:
    measures = shelf.files.get(MEASURES)
    if measures is None:
        return
    able = partner_ids(shelf, scenario) | PARTIES
    by_id = {word.value: each for each in measures.each("measures") if (word := each.word("id"))}
    listed = {each.value for each in scenario.words("measures")}
    for named in scenario.words("measures"):
        measure = by_id.get(named.value)
        if measure is None:
            continue
        deciders = {each.value for each in measure.words("deciders")}
        if deciders and not deciders & able:
            yield named.fault("TT211", word=named.value, deciders=", ".join(sorted(deciders)))
            continue
        needed = {each.value for each in measure.words("needs", "running")}
        if needed and not needed & listed:
            yield named.fault("TT226", word=named.value, needed=", ".join(sorted(needed)))
