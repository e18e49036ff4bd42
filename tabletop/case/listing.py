"""The list of possible decisions of a case, with stable ids."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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


_Row = tuple[int, int, int, int, str, int]
"""Role, verb, object, target, id and quarter hours."""


def list_decisions(actors: Actors, numbers: Mapping[str, float]) -> Decisions:
    """List every decision of a case, sorted by (role, verb, object, target), the table's own rows last."""
    rows = [row for role in range(len(actors.roles)) for row in sorted(_of_role(actors, role, numbers))]
    rows += sorted(_of_table(actors))
    return _as_arrays(rows, len(actors.roles))


def _of_role(actors: Actors, role: int, numbers: Mapping[str, float]) -> Iterator[_Row]:
    """Yield the rows of a role, most of them in their order already: that makes sorting cheap."""
    name = actors.roles[role]
    others = [(place, other) for place, other in enumerate(actors.roles) if place != role]
    for verb, word in ((SHARE, "share"), (ANSWER, "answer")):
        for fact, fact_id in enumerate(actors.facts):
            start = f"{name}/{word}/{fact_id}/"
            for place, other in others:
                yield (role, verb, fact, place, start + other, 0)
    for fact, fact_id in enumerate(actors.facts):
        yield (role, BRING, fact, -1, f"{name}/bring/{fact_id}", 0)
    for measure, measure_id in enumerate(actors.measures):
        if role in actors.deciders[measure]:
            hours = 4 * actors.measure_hours[measure]
            yield (role, MEASURE, measure, -1, f"{name}/measure/{measure_id}", hours)
    yield from _questions(actors, role, others, round(4 * numbers["hours_ask"]))
    yield (role, CALL, 0, -1, f"{name}/call", round(4 * numbers["hours_call"]))
    for step, word in enumerate(("down", "up")):
        yield (role, SCALE, step, -1, f"{name}/scale/{word}", round(4 * numbers["hours_scale"]))
    yield (role, WAIT, 0, -1, f"{name}/wait", round(4 * numbers["hours_wait"]))
    for verb in (Verb.PASS, Verb.COMMIT, Verb.OBJECT):
        yield (role, int(verb), 0, -1, f"{name}/{verb.name.lower()}", 0)


SHARE, ANSWER, BRING, MEASURE, CALL, SCALE, WAIT, ASK, REFUSE = (
    int(verb)
    for verb in (
        Verb.SHARE, Verb.ANSWER, Verb.BRING, Verb.MEASURE, Verb.CALL, Verb.SCALE, Verb.WAIT, Verb.ASK, Verb.REFUSE
    )
)  # fmt: skip
"""Verbs as plain numbers: thousands of rows are sorted and made into arrays by them."""


def _questions(actors: Actors, role: int, others: list[tuple[int, str]], hours: int) -> Iterator[_Row]:
    name = actors.roles[role]
    for topic in Topic:
        if topic is Topic.CONSENT:
            yield (role, ASK, int(topic), len(actors.roles), f"{name}/ask/consent/victim", hours)
            continue
        for place, other in others:
            yield (role, ASK, int(topic), place, f"{name}/ask/{topic.name.lower()}/{other}", hours)
            yield (role, REFUSE, int(topic), place, f"{name}/refuse/{topic.name.lower()}/{other}", 0)


def _of_table(actors: Actors) -> Iterator[_Row]:
    for task in Task:
        for place, role in enumerate(actors.roles):
            yield (-1, Verb.LEAD, task, place, f"{TABLE}/lead/{task.name.lower()}/{role}", 0)
    for measure, measure_id in enumerate(actors.measures):
        for place in sorted(actors.deciders[measure]):
            yield (-1, Verb.AGREE, measure, place, f"{TABLE}/agree/{measure_id}/{actors.roles[place]}", 0)


def _as_arrays(rows: list[_Row], roles: int) -> Decisions:
    role, verb, object_, target, ids, hours = zip(*rows, strict=True)
    blocks = np.array(role, np.int64) % (roles + 1) * len(Verb) + np.array(verb, np.int64)  # role -1 is the last block
    count = np.bincount(blocks, minlength=(roles + 1) * len(Verb)).reshape(roles + 1, len(Verb))
    first = np.cumsum(count).reshape(count.shape) - count
    return Decisions(
        role=np.array(role, np.int8),
        verb=np.array(verb, np.int8),
        object=np.array(object_, np.int64),
        target=np.array(target, np.int8),
        ids=ids,
        row={id_: place for place, id_ in enumerate(ids)},
        hours=np.array(hours, np.int64),
        first=np.where(count > 0, first, 0),
        count=count,
    )
