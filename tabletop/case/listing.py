"""The list of possible decisions of a case, with stable ids."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from tabletop.case.arrays import Int
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


@dataclass(frozen=True, slots=True)
class _Block:
    """All decisions of one role with one verb, by object and then by target."""

    role: int
    verb: Verb
    ids: Sequence[str]
    object: Sequence[int] | Int = (0,)
    target: Sequence[int] | Int = (-1,)
    """Of each decision, or one for all."""
    hours: Sequence[int] = (0,)
    """Quarter hours, of each or one for all."""


def list_decisions(actors: Actors, numbers: Mapping[str, float]) -> Decisions:
    """List every decision of a case, sorted by (role, verb, object, target), the table's own rows last."""
    by_role = [sorted(_of_role(actors, role, numbers), key=_verb) for role in range(len(actors.roles))]
    return _as_arrays([*chain.from_iterable(by_role), *_of_table(actors)], len(actors.roles))


def _verb(block: _Block) -> int:
    return block.verb


def _of_role(actors: Actors, role: int, numbers: Mapping[str, float]) -> Iterator[_Block]:
    name = actors.roles[role]
    others = [(place, other) for place, other in enumerate(actors.roles) if place != role]
    facts = range(len(actors.facts))
    objects, targets = _pairs(facts, [place for place, _ in others])
    for verb, word in ((Verb.SHARE, "share"), (Verb.ANSWER, "answer")):
        starts = [f"{name}/{word}/{fact}/" for fact in actors.facts]
        yield _Block(role, verb, [start + other for start in starts for _, other in others], objects, targets)
    yield _Block(role, Verb.BRING, [f"{name}/bring/{fact}" for fact in actors.facts], facts)
    yield _measures(actors, role)
    yield from _questions(role, name, others, len(actors.roles), _quarters(numbers["hours_ask"]))
    yield _Block(role, Verb.CALL, [f"{name}/call"], hours=[_quarters(numbers["hours_call"])])
    scales = [f"{name}/scale/down", f"{name}/scale/up"]
    yield _Block(role, Verb.SCALE, scales, (0, 1), hours=[_quarters(numbers["hours_scale"])])
    yield _Block(role, Verb.WAIT, [f"{name}/wait"], hours=[_quarters(numbers["hours_wait"])])
    for verb in (Verb.PASS, Verb.COMMIT, Verb.OBJECT):
        yield _Block(role, verb, [f"{name}/{verb.name.lower()}"])


def _pairs(objects: Sequence[int], targets: Sequence[int]) -> tuple[Int, Int]:
    """Give every object with every target."""
    return np.repeat(np.array(objects, np.int64), len(targets)), np.tile(np.array(targets, np.int64), len(objects))


def _quarters(hours: float) -> int:
    return round(4 * hours)


def _measures(actors: Actors, role: int) -> _Block:
    own = [place for place, deciders in enumerate(actors.deciders) if role in deciders]
    ids = [f"{actors.roles[role]}/measure/{actors.measures[place]}" for place in own]
    return _Block(role, Verb.MEASURE, ids, own, hours=[4 * actors.measure_hours[place] for place in own])


def _questions(role: int, name: str, others: list[tuple[int, str]], victim: int, hours: int) -> Iterator[_Block]:
    """Yield what can be asked and refused; consent is asked of the victim, and nobody else can refuse it."""
    topics = [topic for topic in Topic if topic is not Topic.CONSENT]
    objects, targets = _pairs(topics, [place for place, _ in others])
    named = [f"{topic.name.lower()}/{other}" for topic in topics for _, other in others]
    asked = [*(f"{name}/ask/{each}" for each in named), f"{name}/ask/consent/victim"]
    about = np.append(objects, int(Topic.CONSENT)), np.append(targets, victim)
    yield _Block(role, Verb.ASK, asked, *about, hours=[hours])
    yield _Block(role, Verb.REFUSE, [f"{name}/refuse/{each}" for each in named], objects, targets)


def _of_table(actors: Actors) -> Iterator[_Block]:
    """Yield what the partners decide together."""
    tasks = [f"{TABLE}/lead/{task.name.lower()}/{role}" for task in Task for role in actors.roles]
    yield _Block(-1, Verb.LEAD, tasks, *_pairs(list(Task), range(len(actors.roles))))
    owners = [(measure, place) for measure, deciders in enumerate(actors.deciders) for place in sorted(deciders)]
    agreed = [f"{TABLE}/agree/{actors.measures[measure]}/{actors.roles[place]}" for measure, place in owners]
    yield _Block(-1, Verb.AGREE, agreed, [measure for measure, _ in owners], [place for _, place in owners])


def _as_arrays(blocks: Sequence[_Block], roles: int) -> Decisions:
    lengths = [len(block.ids) for block in blocks]
    role = np.repeat([block.role for block in blocks], lengths)
    verb = np.repeat([int(block.verb) for block in blocks], lengths)
    ids = tuple(chain.from_iterable(block.ids for block in blocks))
    places = role % (roles + 1) * len(Verb) + verb  # role -1 is the last block
    count = np.bincount(places, minlength=(roles + 1) * len(Verb)).reshape(roles + 1, len(Verb))
    first = np.cumsum(count).reshape(count.shape) - count
    return Decisions(
        role=role.astype(np.int8),
        verb=verb.astype(np.int8),
        object=_joined([block.object for block in blocks], lengths),
        target=_joined([block.target for block in blocks], lengths).astype(np.int8),
        ids=ids,
        row=dict(zip(ids, range(len(ids)), strict=True)),
        hours=_joined([block.hours for block in blocks], lengths),
        first=np.where(count > 0, first, 0),
        count=count,
    )


def _joined(columns: Sequence[Sequence[int] | Int], lengths: Sequence[int]) -> Int:
    """Lay the columns of blocks behind each other; a column of one number counts for its whole block."""
    parts = [np.asarray(column, np.int64) for column in columns]
    return np.concatenate(
        [each if len(each) == n else np.repeat(each, n) for each, n in zip(parts, lengths, strict=True)]
    )
