"""Which decisions are possible for a seat, from its view only.

The mask rules out what makes no sense; what is unlawful or unwise stays possible. Kinds first, then the rows of one
kind: no mask of everything is ever built.
"""

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Small
from tabletop.case.case import Case
from tabletop.case.verbs import Status, Verb
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView
from tabletop.view.sets import BY_BIT, open_set, row_bits

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
    for verb in TURN_VERBS:
        if case.decisions.count[view.role, verb]:
            found[:, verb] = open_set(case, view, verb) != 0
    return found


def rows(case: Case, view: SeatView, verb: Verb) -> Bools:
    """`[N, count]` possible rows within the block of (role, verb)."""
    words = open_set(case, view, verb)
    if verb in BY_BIT:
        return has_bit(words, row_bits(case, view.role, verb))
    block = _block(case, view.role, verb)
    facts = case.decisions.object[block]
    possible = has_bit(words, facts)
    if verb == Verb.ANSWER:
        possible &= _asked(view, case.facts.subject[facts].astype(np.int64), _targets(case, block))
    return possible


def is_open(case: Case, view: SeatView, row: int) -> Bools:
    """`[N]` whether one row of the own role is possible in a turn, in each world."""
    verb = Verb(int(case.decisions.verb[row]))
    words = open_set(case, view, verb)
    if verb in BY_BIT:
        bit = row_bits(case, view.role, verb)[row - int(case.decisions.first[view.role, verb])]
        return has_place(words, int(bit))
    fact, target = int(case.decisions.object[row]), int(case.decisions.target[row])
    found = has_place(words, fact)
    return found & _asks(view, int(case.facts.subject[fact]), target) if verb == Verb.ANSWER else found


def has_place(words: Bits, place: int) -> Bools:
    """`[N]` one bit of each value."""
    found: Bools = (words & np.uint64(1 << place)) != 0
    return found


def _asks(view: SeatView, topic: int, target: int) -> Bools:
    asks: Bools = (view.asked_of_me[:, target] >> np.int8(topic)) & np.int8(1) != 0
    return asks


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


def is_open_at_table(case: Case, public: PublicView, verb: Verb, worlds: Int, place: Int) -> Bools:
    """Say whether one row of `LEAD` or `AGREE`, by its place in the block, is possible in each of these worlds."""
    row = place + int(case.decisions.first[len(case.roles), verb])
    object_, target = case.decisions.object[row], case.decisions.target[row].astype(np.int64)
    is_open = public.tasks[worlds, object_] != target if verb == Verb.LEAD else public.idle(worlds, object_)
    can: Bools = is_open & public.table[worlds, target]
    return can


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


def _asked(view: SeatView, topics: Int, targets: Int) -> Bools:
    """`[N, count]` whether each target has an open question about each topic."""
    asked: Bools = (view.asked_of_me[:, targets].astype(np.int64) >> topics & 1) == 1
    return asked


def is_under_way(status: Small) -> Bools:
    """Whether measures are requested or run."""
    found: Bools = (status == Status.REQUESTED) | (status == Status.RUNNING)
    return found
