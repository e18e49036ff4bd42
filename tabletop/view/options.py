"""Which decisions are possible for a seat, from its view only.

The mask rules out what makes no sense; what is unlawful or unwise stays possible. Kinds first, then the rows of one
kind: no mask of everything is ever built.
"""

from collections.abc import Callable

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Small
from tabletop.case.case import Case
from tabletop.case.verbs import IN_TURN, Status, Topic, Verb
from tabletop.view.costs import cheapest_way
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView, topic_bits

TURN_VERBS = (
    Verb.SHARE, Verb.ASK, Verb.ANSWER, Verb.REFUSE, Verb.MEASURE, Verb.CALL, Verb.SCALE, Verb.WAIT, Verb.PASS,
    Verb.BRING,
)  # fmt: skip
ANSWER_VERBS = (Verb.ANSWER, Verb.REFUSE)
STANCE_VERBS = (Verb.COMMIT, Verb.OBJECT)
TABLE_VERBS = (Verb.LEAD, Verb.AGREE)


def kinds(case: Case, view: SeatView) -> Bools:
    """`[N, verbs]` which kinds of decision have at least one possible row in a turn; makes no mask of many rows."""
    found = np.zeros((len(view.knows), len(Verb)), np.bool_)
    found[:, Verb.SHARE] = (view.knows != 0) & can_tell(case, view) & (view.acts > 0)
    found[:, Verb.ANSWER] = _has_answer(case, view)
    found[:, Verb.REFUSE] = (view.asked_of_me != 0).any(axis=1)
    found[:, Verb.BRING] = _free_to_bring(view) != 0
    for verb in (Verb.ASK, Verb.MEASURE, Verb.CALL, Verb.SCALE, Verb.WAIT, Verb.PASS):
        found[:, verb] = rows(case, view, verb).any(axis=1)
    return found


def _has_answer(case: Case, view: SeatView) -> Bools:
    """`[N]` whether some fact it knows is about a topic that somebody asks about."""
    found = np.zeros(len(view.knows), np.bool_)
    for topic, facts in enumerate(topic_bits(case)):
        found |= ((view.asked_of_me >> topic & 1) != 0).any(axis=1) & ((view.knows & facts) != 0)
    return found & can_tell(case, view)


def rows(case: Case, view: SeatView, verb: Verb) -> Bools:
    """`[N, count]` possible rows within the block of (role, verb)."""
    block = _block(case, view.role, verb)
    possible = RULES[verb](case, view, case.decisions.object[block], _targets(case, block))
    possible = possible & (view.hours[:, None] >= case.decisions.hours[block])
    if verb in IN_TURN and verb != Verb.PASS:
        possible = possible & (view.acts > 0)[:, None]
    return possible


def table_rows(case: Case, public: PublicView, verb: Verb) -> Bools:
    """`[N, count]` what the table can decide together in a meeting: `LEAD` or `AGREE`."""
    block = _block(case, len(case.roles), verb)
    objects, targets = case.decisions.object[block], _targets(case, block)
    sits = public.table[:, targets]
    if verb == Verb.LEAD:
        is_open: Bools = public.tasks[:, objects] != targets
    else:
        is_open = ~is_under_way(public.status[:, objects])
    return sits & is_open


def stance_rows(case: Case, public: PublicView, role: int, verb: Verb) -> Bools:
    """`[N, count]` whether a role at the table can still commit or object."""
    count = int(case.decisions.count[role, verb])
    said = public.stance[:, role] == (1 if verb == Verb.COMMIT else 2)
    return np.repeat((public.table[:, role] & ~said)[:, None], count, axis=1)


def possible(case: Case, view: SeatView, verbs: tuple[Verb, ...] = TURN_VERBS) -> list[int]:
    """All possible rows of a seat, sorted; for a batch of one."""
    found: list[int] = []
    for verb in sorted(verbs):
        if case.decisions.count[view.role, verb]:
            first = int(case.decisions.first[view.role, verb])
            found.extend((np.flatnonzero(rows(case, view, verb)[0]) + first).tolist())
    return found


def possible_at_table(case: Case, public: PublicView) -> list[int]:
    """All possible rows of a meeting, of the table and of every role that sits there; for a batch of one."""
    found: list[int] = []
    for role in range(len(case.roles)):
        for verb in STANCE_VERBS:
            first = int(case.decisions.first[role, verb])
            found.extend((np.flatnonzero(stance_rows(case, public, role, verb)[0]) + first).tolist())
    for verb in TABLE_VERBS:
        first = int(case.decisions.first[len(case.roles), verb])
        found.extend((np.flatnonzero(table_rows(case, public, verb)[0]) + first).tolist())
    return sorted(found)


def is_possible(case: Case, view: SeatView, row: int) -> bool:
    """Whether one row is possible in a turn, without looking at other kinds; for a batch of one."""
    verb = Verb(int(case.decisions.verb[row]))
    if int(case.decisions.role[row]) != view.role or verb not in TURN_VERBS:
        return False
    return bool(rows(case, view, verb)[0, row - int(case.decisions.first[view.role, verb])])


def is_possible_at_table(case: Case, public: PublicView, row: int) -> bool:
    """Whether one row is possible in a meeting; for a batch of one."""
    verb = Verb(int(case.decisions.verb[row]))
    role = int(case.decisions.role[row])
    if verb in TABLE_VERBS:
        return bool(table_rows(case, public, verb)[0, row - int(case.decisions.first[len(case.roles), verb])])
    if verb in STANCE_VERBS:
        return bool(stance_rows(case, public, role, verb)[0, row - int(case.decisions.first[role, verb])])
    return False


def _block(case: Case, role: int, verb: Verb) -> slice:
    first = int(case.decisions.first[role, verb])
    return slice(first, first + int(case.decisions.count[role, verb]))


def _targets(case: Case, block: slice) -> Int:
    return case.decisions.target[block].astype(np.int64)


def has_bit(bits: Bits, places: Int) -> Bools:
    """`[N, count]` bit `places[k]` of each value."""
    found: Bools = (bits[:, None] & np.left_shift(np.uint64(1), places.astype(np.uint64))) != 0
    return found


def can_tell(case: Case, view: SeatView) -> Bools:
    """`[N]` whether there are hours left for the cheapest channel: telling takes time, asked or not; refusing none."""
    left: Bools = view.hours >= cheapest_way(case)
    return left


def _can_share(case: Case, view: SeatView, facts: Int, _targets: Int) -> Bools:
    return has_bit(view.knows, facts) & can_tell(case, view)[:, None]


def _can_ask(case: Case, view: SeatView, topics: Int, targets: Int) -> Bools:
    to_role = targets < len(case.roles)
    asked = view.asked_by_me[:, np.where(to_role, targets, 0)].astype(np.int64) >> topics & 1
    open_role = to_role & (asked == 0) & (topic_bits(case)[topics] != 0)
    open_victim = ~to_role & (topics == Topic.CONSENT) & (view.consent < 1)[:, None]
    can_ask: Bools = open_role | open_victim
    return can_ask


def _can_answer(case: Case, view: SeatView, facts: Int, targets: Int) -> Bools:
    asked = _asked(view, case.facts.subject[facts].astype(np.int64), targets)
    return has_bit(view.knows, facts) & asked & can_tell(case, view)[:, None]


def _can_refuse(_case: Case, view: SeatView, topics: Int, targets: Int) -> Bools:
    return _asked(view, topics, targets)


def _asked(view: SeatView, topics: Int, targets: Int) -> Bools:
    """`[N, count]` whether each target has an open question about each topic."""
    asked: Bools = (view.asked_of_me[:, targets].astype(np.int64) >> topics & 1) == 1
    return asked


def _can_measure(case: Case, view: SeatView, measures: Int, _targets: Int) -> Bools:
    is_left: Bools = view.used[:, measures] < case.measures.supply[measures]
    return is_left & ~is_under_way(view.status[:, measures])


def is_under_way(status: Small) -> Bools:
    """Whether measures are requested or run."""
    found: Bools = (status == Status.REQUESTED) | (status == Status.RUNNING)
    return found


def _can_call(_case: Case, view: SeatView, objects: Int, _targets: Int) -> Bools:
    return np.repeat((view.public.caller < 0)[:, None], len(objects), axis=1)


def _can_wait(_case: Case, view: SeatView, objects: Int, _targets: Int) -> Bools:
    return np.repeat(~view.waiting[:, None], len(objects), axis=1)


def _can_always(_case: Case, view: SeatView, objects: Int, _targets: Int) -> Bools:
    return np.ones((len(view.knows), len(objects)), np.bool_)


def _can_bring(_case: Case, view: SeatView, facts: Int, _targets: Int) -> Bools:
    return has_bit(_free_to_bring(view), facts)


def _free_to_bring(view: SeatView) -> Bits:
    return view.knows & ~view.public.joint & ~view.brought


RULES: dict[Verb, Callable[[Case, SeatView, Int, Int], Bools]] = {
    Verb.SHARE: _can_share,
    Verb.ASK: _can_ask,
    Verb.ANSWER: _can_answer,
    Verb.REFUSE: _can_refuse,
    Verb.MEASURE: _can_measure,
    Verb.CALL: _can_call,
    Verb.SCALE: _can_always,
    Verb.WAIT: _can_wait,
    Verb.PASS: _can_always,
    Verb.BRING: _can_bring,
}
