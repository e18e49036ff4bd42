"""What is possible for a seat in a turn, as sets: one 64-bit word in each world for each kind of decision.

Bits stand for facts (`SHARE`, `ANSWER`, `BRING`), measures (`MEASURE`), questions (`ASK`, `REFUSE`) or choices of a
small block. Both the masks of `view.options` and the quick choice of `view.choosing` come from these words.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Small
from tabletop.case.case import Case
from tabletop.case.verbs import Topic, Verb
from tabletop.view.costs import cheapest_way
from tabletop.view.seat import SeatView, topic_bits

_NONE, _ONE = np.uint64(0), np.uint64(1)
BY_BIT: Final = (
    Verb.ASK, Verb.REFUSE, Verb.MEASURE, Verb.CALL, Verb.SCALE, Verb.WAIT, Verb.PASS, Verb.BRING,
)  # fmt: skip
"""Kinds of which each row has a bit of its own. A row of `SHARE` or `ANSWER` is a fact and a target."""


def open_set(case: Case, view: SeatView, verb: Verb) -> Bits:
    """`[N]` what is possible of one kind, 0 where nothing is."""
    return _SETS[verb](case, view)


@lru_cache(maxsize=512)
def row_bits(case: Case, role: int, verb: Verb) -> Int:
    """`[count]` the bit of each row of a block, for the kinds in `BY_BIT`."""
    first = int(case.decisions.first[role, verb])
    block = slice(first, first + int(case.decisions.count[role, verb]))
    objects, targets = case.decisions.object[block], case.decisions.target[block].astype(np.int64)
    if verb not in (Verb.ASK, Verb.REFUSE):
        return objects
    return np.where(objects == Topic.CONSENT, consent_bit(case), objects * len(case.roles) + targets)


def consent_bit(case: Case) -> int:
    """The bit of asking the victim for consent, after all questions to roles."""
    return int(Topic.CONSENT) * len(case.roles)


def can_tell(case: Case, view: SeatView) -> Bools:
    """`[N]` whether there are hours left for the cheapest channel: telling takes time, asked or not; refusing none."""
    left: Bools = view.hours >= cheapest_way(case)
    return left


def _where(possible: Bools, word: Bits | np.uint64) -> Bits:
    bits: Bits = possible * word
    return bits


def _can_pay(case: Case, view: SeatView, verb: Verb) -> Bools:
    """`[N]` whether a decision is left in this turn, and the hours for one of this kind."""
    cost = int(case.decisions.hours[case.decisions.first[view.role, verb]])
    able: Bools = view.acts > 0
    return able & (view.hours >= cost) if cost else able


def _share(case: Case, view: SeatView) -> Bits:
    return _where(can_tell(case, view) & (view.acts > 0), view.knows)


def _ask(case: Case, view: SeatView) -> Bits:
    asked = view.asked_by_me
    word = np.where(view.consent < 1, np.left_shift(_ONE, np.uint64(consent_bit(case))), _NONE)
    for target in range(len(case.roles)):
        if target != view.role:
            word |= _still_to_ask(case, target)[asked[:, target]]
    return _where(_can_pay(case, view, Verb.ASK), word)


def _answer(case: Case, view: SeatView) -> Bits:
    asked = np.bitwise_or.reduce(view.asked_of_me, axis=1)
    if not asked.any():
        return np.zeros_like(view.knows)
    return _where(can_tell(case, view), view.knows & facts_about(case)[asked])


def _refuse(case: Case, view: SeatView) -> Bits:
    asked = view.asked_of_me
    word = np.zeros_like(view.knows)
    if asked.any():
        for target in range(len(case.roles)):
            word |= _spread(case)[asked[:, target]] << np.uint64(target)
    return word


def _measure(case: Case, view: SeatView) -> Bits:
    affordable = _affordable(case, view.role)
    hours = np.clip(view.hours, 0, len(affordable) - 1)
    return _where(view.acts > 0, view.free & affordable[hours])


def _call(case: Case, view: SeatView) -> Bits:
    return _where(_can_pay(case, view, Verb.CALL) & (view.public.caller < 0), _ONE)


def _scale(case: Case, view: SeatView) -> Bits:
    return _where(_can_pay(case, view, Verb.SCALE), np.uint64(0b11))


def _wait(case: Case, view: SeatView) -> Bits:
    return _where(_can_pay(case, view, Verb.WAIT) & ~view.waiting, _ONE)


def _pass(_case: Case, view: SeatView) -> Bits:
    return np.ones_like(view.knows)


def _bring(_case: Case, view: SeatView) -> Bits:
    free: Bits = view.knows & ~(view.public.joint | view.brought)
    return free


_SETS: Final[Mapping[Verb, Callable[[Case, SeatView], Bits]]] = {
    Verb.SHARE: _share,
    Verb.ASK: _ask,
    Verb.ANSWER: _answer,
    Verb.REFUSE: _refuse,
    Verb.MEASURE: _measure,
    Verb.CALL: _call,
    Verb.SCALE: _scale,
    Verb.WAIT: _wait,
    Verb.PASS: _pass,
    Verb.BRING: _bring,
}


@lru_cache(maxsize=8)
def _topics(case: Case) -> Small:
    """Topics that are a subject of some fact of this case, as bits: others make no question."""
    return np.int8(sum(1 << topic for topic, facts in enumerate(topic_bits(case)) if facts))  # type: ignore[return-value]


@lru_cache(maxsize=8)
def _spread(case: Case) -> Bits:
    """`[2^topics]` a set of topics, spread so that each topic has a bit for every role."""
    topics = [[topic for topic in Topic if held >> topic & 1] for held in range(1 << len(Topic))]
    return np.array([sum(1 << topic * len(case.roles) for topic in some) for some in topics], np.uint64)


@lru_cache(maxsize=256)
def _still_to_ask(case: Case, target: int) -> Bits:
    """`[2^topics]` questions left for a role that was asked about a set of topics."""
    asked = np.arange(1 << len(Topic))
    left: Bits = _spread(case)[~asked & int(_topics(case))] << np.uint64(target)
    return left


@lru_cache(maxsize=8)
def facts_about(case: Case) -> Bits:
    """`[2^topics]` facts about any of a set of topics."""
    subjects = topic_bits(case)
    sets = np.zeros(1 << len(Topic), np.uint64)
    for topics in range(len(sets)):
        for topic in Topic:
            sets[topics] |= subjects[topic] if topics >> topic & 1 else _NONE
    return sets


@lru_cache(maxsize=64)
def _affordable(case: Case, role: int) -> Bits:
    """`[hours]` own measures that so many quarter hours are enough for."""
    first = int(case.decisions.first[role, Verb.MEASURE])
    block = slice(first, first + int(case.decisions.count[role, Verb.MEASURE]))
    bits = np.left_shift(_ONE, case.decisions.object[block].astype(np.uint64))
    costs = case.decisions.hours[block]
    most = int(costs.max(initial=0))
    return np.array([np.bitwise_or.reduce(bits[costs <= hours], initial=_NONE) for hours in range(most + 1)], np.uint64)
