"""The list of possible decisions of a case, with stable ids."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tabletop.case.case import Decisions
from tabletop.case.verbs import Task, Topic, Verb

TABLE = "table"
"""Who decides what the partners decide together in a meeting (role -1)."""


@dataclass(frozen=True, slots=True)
class Actors:
    """Who and what decisions are about; `deciders` are places of roles for each measure."""

    roles: Sequence[str]
    facts: Sequence[str]
    measures: Sequence[str]
    deciders: Sequence[frozenset[int]]
    measure_hours: Sequence[int]


class _Row(NamedTuple):
    role: int
    verb: int
    object: int
    target: int
    id: str
    hours: int = 0


def list_decisions(actors: Actors, numbers: Mapping[str, float]) -> Decisions:
    """List every decision of a case, sorted by (role, verb, object, target), the table's own rows last."""
    rows = [row for role in range(len(actors.roles)) for row in sorted(_of_role(actors, role, numbers))]
    rows += sorted(_of_table(actors))
    return _as_arrays(rows, len(actors.roles))


def _of_role(actors: Actors, role: int, numbers: Mapping[str, float]) -> Iterator[_Row]:
    name = actors.roles[role]
    others = [(place, other) for place, other in enumerate(actors.roles) if place != role]
    for fact, fact_id in enumerate(actors.facts):
        for place, other in others:
            yield _Row(role, Verb.SHARE, fact, place, f"{name}/share/{fact_id}/{other}")
            yield _Row(role, Verb.ANSWER, fact, place, f"{name}/answer/{fact_id}/{other}")
        yield _Row(role, Verb.BRING, fact, -1, f"{name}/bring/{fact_id}")
    for measure, measure_id in enumerate(actors.measures):
        if role in actors.deciders[measure]:
            hours = 4 * actors.measure_hours[measure]
            yield _Row(role, Verb.MEASURE, measure, -1, f"{name}/measure/{measure_id}", hours)
    yield from _questions(actors, role, others, round(4 * numbers["hours_ask"]))
    yield _Row(role, Verb.CALL, 0, -1, f"{name}/call", round(4 * numbers["hours_call"]))
    for step, word in enumerate(("down", "up")):
        yield _Row(role, Verb.SCALE, step, -1, f"{name}/scale/{word}", round(4 * numbers["hours_scale"]))
    yield _Row(role, Verb.WAIT, 0, -1, f"{name}/wait", round(4 * numbers["hours_wait"]))
    for verb in (Verb.PASS, Verb.COMMIT, Verb.OBJECT):
        yield _Row(role, verb, 0, -1, f"{name}/{verb.name.lower()}")


def _questions(actors: Actors, role: int, others: list[tuple[int, str]], hours: int) -> Iterator[_Row]:
    name = actors.roles[role]
    for topic in Topic:
        if topic is Topic.CONSENT:
            yield _Row(role, Verb.ASK, topic, len(actors.roles), f"{name}/ask/consent/victim", hours)
            continue
        for place, other in others:
            yield _Row(role, Verb.ASK, topic, place, f"{name}/ask/{topic.name.lower()}/{other}", hours)
            yield _Row(role, Verb.REFUSE, topic, place, f"{name}/refuse/{topic.name.lower()}/{other}")


def _of_table(actors: Actors) -> Iterator[_Row]:
    for task in Task:
        for place, role in enumerate(actors.roles):
            yield _Row(-1, Verb.LEAD, task, place, f"{TABLE}/lead/{task.name.lower()}/{role}")
    for measure, measure_id in enumerate(actors.measures):
        for place in sorted(actors.deciders[measure]):
            yield _Row(-1, Verb.AGREE, measure, place, f"{TABLE}/agree/{measure_id}/{actors.roles[place]}")


def _as_arrays(rows: list[_Row], roles: int) -> Decisions:
    first = np.zeros((roles + 1, len(Verb)), np.int64)
    count = np.zeros((roles + 1, len(Verb)), np.int64)
    for place, row in enumerate(rows):
        if count[row.role, row.verb] == 0:  # role -1 is the last block
            first[row.role, row.verb] = place
        count[row.role, row.verb] += 1
    return Decisions(
        role=np.array([row.role for row in rows], np.int8),
        verb=np.array([row.verb for row in rows], np.int8),
        object=np.array([row.object for row in rows], np.int64),
        target=np.array([row.target for row in rows], np.int8),
        ids=tuple(row.id for row in rows),
        row={row.id: place for place, row in enumerate(rows)},
        hours=np.array([row.hours for row in rows], np.int64),
        first=first,
        count=count,
    )
