"""Entries and set-ups as JSON, with the names of people taken out: names stand apart, so that they can be wiped."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, replace
from typing import Any, cast

from tabletop.session.entries import Entry, EntryKind, Onlooker, Participant, Seat, SetUp

NamePlace = tuple[int, int, int]
"""Number of the entry (0 for the set-up), seat, and place at that seat."""
Names = dict[NamePlace, str]
NO_SEAT = -1
"""Stands for the seat of who plays no role."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry as the file holds it. `entry` bears no name."""

    number: int
    entry: Entry
    real_time: str
    chain: str


def canonical(value: object) -> str:
    """Write JSON in the one way that hashes are taken of.

    >>> canonical({"b": 1, "a": "één"})
    '{"a":"één","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def body_of(entry: Entry) -> str:
    """Write what an entry holds besides its kind; what has its usual value is left out."""
    held = {each.name: getattr(entry, each.name) for each in fields(entry) if each.name != "kind"}
    usual = {each.name: _usual(each) for each in fields(entry)}
    return canonical({name: value for name, value in held.items() if value != usual[name]})


def entry_of(kind: str, body: str) -> Entry:
    """Read an entry. Raises `ValueError` or `TypeError` when the body is not one."""
    return Entry(kind=cast("EntryKind", kind), **json.loads(body))


def setup_as_json(setup: SetUp) -> str:
    """Write a set-up without names."""
    seats = [
        {"role": seat.role, "disciplines": [participant.discipline for participant in seat.participants]}
        for seat in setup.seats
    ]
    onlookers = [[each.task, each.discipline] for each in setup.onlookers]
    apart = {"seats": seats, "onlookers": onlookers}
    rest = {each.name: getattr(setup, each.name) for each in fields(setup) if each.name not in apart}
    return canonical({**rest, **apart})


def setup_of(text: str, names: Mapping[NamePlace, str]) -> SetUp:
    """Read a set-up, with the names that are still there. Raises `KeyError` or `TypeError` when it is not one."""
    held: dict[str, Any] = json.loads(text)
    seats = tuple(
        Seat(
            role=seat["role"],
            participants=tuple(
                Participant(discipline, names.get((0, number, place), ""))
                for place, discipline in enumerate(seat["disciplines"])
            ),
        )
        for number, seat in enumerate(held.pop("seats"))
    )
    onlookers = tuple(
        Onlooker(task, discipline, names.get((0, NO_SEAT, place), ""))
        for place, (task, discipline) in enumerate(held.pop("onlookers", ()))
    )
    return SetUp(seats=seats, onlookers=onlookers, **held)


def names_of_setup(setup: SetUp) -> Names:
    """Give the names in a set-up, by their place."""
    groups: list[tuple[int, tuple[Participant | Onlooker, ...]]] = [
        *((number, seat.participants) for number, seat in enumerate(setup.seats)),
        (NO_SEAT, setup.onlookers),
    ]
    return {
        (0, number, place): person.name
        for number, people in groups
        for place, person in enumerate(people)
        if person.name
    }


def without_name(entry: Entry) -> Entry:
    """Give an entry without the name it may hold (that of somebody who joined)."""
    if not entry.body.get("name"):
        return entry
    return replace(entry, body={**entry.body, "name": ""})


def names_of_entries(entries: Iterable[tuple[int, Entry]]) -> Names:
    """Give the names in numbered entries."""
    return {
        (number, -1 if entry.seat is None else entry.seat, 0): str(entry.body["name"])
        for number, entry in entries
        if entry.body.get("name")
    }


def with_names(records: Iterable[Record], names: Mapping[NamePlace, str]) -> tuple[Entry, ...]:
    """Give the entries with the names that are still there."""
    joined = {number: name for (number, _, _), name in names.items()}
    return tuple(
        replace(record.entry, body={**record.entry.body, "name": joined[record.number]})
        if record.number in joined
        else record.entry
        for record in records
    )


def _usual(each: "Field[Any]") -> object:
    if each.default is not MISSING:
        return each.default
    return each.default_factory() if each.default_factory is not MISSING else MISSING
