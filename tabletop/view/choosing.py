"""One possible decision in each world, chosen by luck: the kind first, then the row. No mask of rows is built."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Int, Real, Small
from tabletop.case.case import Case
from tabletop.case.verbs import Verb
from tabletop.view.options import TURN_VERBS, is_open_at_table
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView
from tabletop.view.sets import facts_about, open_set, row_bits

_B1, _B2, _B4 = np.uint64(0x5555555555555555), np.uint64(0x3333333333333333), np.uint64(0x0F0F0F0F0F0F0F0F)
_BYTES, _TOPS = np.uint64(0x0101010101010101), np.uint64(0x8080808080808080)
_S1, _S2, _S3, _S4, _S8 = (np.uint64(shift) for shift in (1, 2, 3, 4, 8))
_BYTE = np.uint64(255)
_OF_BYTE: Final = np.array(
    [[([bit for bit in range(8) if byte >> bit & 1] + [8] * 8)[rank] for rank in range(8)] for byte in range(256)],
    np.uint8,
).ravel()
"""Place of the set bit of each rank in each byte."""


_TRIES: Final = 3


def nth_bit(words: Bits, rank: Int) -> Int:
    """Give the place of the set bit of this rank, counted from 0, in each word.

    >>> nth_bit(np.array([0b10110], np.uint64), np.array([1])).tolist()
    [2]
    """
    ranks = rank.astype(np.uint64)
    sums = words - ((words >> _S1) & _B1)
    sums = (sums & _B2) + ((sums >> _S2) & _B2)
    sums = ((sums + (sums >> _S4)) & _B4) * _BYTES  # how many bits stand in each byte and those below it
    below = ((ranks * _BYTES | _TOPS) - sums) & _TOPS  # marks bytes that lie below the one sought
    shift = np.bitwise_count(below).astype(np.uint64) << _S3
    ranks -= ((sums << _S8) >> shift) & _BYTE
    ranks += ((words >> shift) & _BYTE) << _S3
    found: Int = _OF_BYTE[ranks.astype(np.intp)].astype(np.int64)
    found += shift.astype(np.int64)
    return found


def ranked(luck: Real, count: NDArray[np.integer] | int) -> Int:
    """Give a rank below each count, each as likely."""
    return (luck * count).astype(np.int64)


def split(luck: Real, count: NDArray[np.integer] | int) -> tuple[Int, Real]:
    """Give a rank below each count, and new luck for the next choice: what was left of it, as even as before."""
    scaled = luck * count
    rank = scaled.astype(np.int64)
    return rank, scaled - rank


@lru_cache(maxsize=8)
def _kinds() -> tuple[Int, Small]:
    """`[sets]` how many kinds a set of kinds holds, and `[sets * kinds]` the kind of each rank in it."""
    size = 1 << len(TURN_VERBS)
    held = [[verb for place, verb in enumerate(TURN_VERBS) if kinds >> place & 1] for kinds in range(size)]
    by_rank = [[*verbs, *([-1] * (len(TURN_VERBS) - len(verbs)))] for verbs in held]
    return np.array([len(verbs) for verbs in held]), np.array(by_rank, np.int8).ravel()


def choose(case: Case, view: SeatView, luck: Real) -> NDArray[np.int32]:
    """`[N]` a row for each world: any possible kind of decision in a turn, then any possible row of that kind."""
    sets = {verb: open_set(case, view, verb) for verb in TURN_VERBS if case.decisions.count[view.role, verb]}
    kinds = np.zeros(len(luck), np.int16)
    for place, verb in enumerate(TURN_VERBS):
        if verb in sets:
            kinds |= (sets[verb] != 0) * np.int16(1 << place)
    counts, by_rank = _kinds()
    rank, row_luck = split(luck, counts[kinds])
    kind = by_rank[kinds * len(TURN_VERBS) + rank]
    row = np.full(len(kind), -1, np.int32)
    for verb, words in sets.items():
        worlds = np.flatnonzero(kind == verb)
        if len(worlds):
            row[worlds] = _row(case, view, verb, words[worlds], worlds, row_luck[worlds])
    return row


def choose_at_table(case: Case, public: PublicView, verb: Verb, worlds: Int, luck: Real) -> NDArray[np.int32]:
    """`[worlds]` any possible row of `LEAD` or `AGREE` in these worlds, -1 where there is none.

    Any row is tried a few times first; only where none of these is possible, the possible ones are looked up.
    """
    count = int(case.decisions.count[len(case.roles), verb])
    place, rest = split(luck, count)
    missed = np.flatnonzero(~is_open_at_table(case, public, verb, worlds, place))
    rest = rest[missed]
    for _ in range(_TRIES):
        tried, rest = split(rest, count)
        place[missed] = tried
        again = np.flatnonzero(~is_open_at_table(case, public, verb, worlds[missed], tried))
        missed, rest = missed[again], rest[again]
    place[missed] = _any_open(case, public, verb, worlds[missed], rest)
    first = int(case.decisions.first[len(case.roles), verb])
    return np.where(place < 0, -1, place + first).astype(np.int32)


def _any_open(case: Case, public: PublicView, verb: Verb, worlds: Int, luck: Real) -> Int:
    """`[worlds]` the place in its block of any possible row, -1 where there is none."""
    count = int(case.decisions.count[len(case.roles), verb])
    each, every = np.repeat(worlds, count), np.tile(np.arange(count), len(worlds))
    mask = is_open_at_table(case, public, verb, each, every).reshape(-1, count)
    upto = np.add.accumulate(mask, axis=1, dtype=np.int16)
    found = (upto > ranked(luck, upto[:, -1])[:, None]).argmax(axis=1)
    return np.where(upto[:, -1] > 0, found, -1)


def _row(case: Case, view: SeatView, verb: Verb, words: Bits, worlds: Int, luck: Real) -> Int:
    if verb == Verb.SHARE:
        return _share_row(case, view.role, words, luck)
    if verb == Verb.ANSWER:
        return _answer_row(case, view, words, worlds, luck)
    rows: Int = _rows_by_bit(case, view.role, verb)[nth_bit(words, ranked(luck, np.bitwise_count(words)))]
    return rows


def _share_row(case: Case, role: int, words: Bits, luck: Real) -> Int:
    """Any known fact to any other role: rows stand by fact, then by target."""
    others = len(case.roles) - 1
    rank, target = np.divmod(ranked(luck, np.bitwise_count(words).astype(np.int64) * others), others)
    return int(case.decisions.first[role, Verb.SHARE]) + nth_bit(words, rank) * others + target


def _answer_row(case: Case, view: SeatView, words: Bits, worlds: Int, luck: Real) -> Int:
    """Any known fact to a role that asked about its subject."""
    others = [target for target in range(len(case.roles)) if target != view.role]
    asked = view.asked_of_me[worlds]
    facts = np.stack([words & facts_about(case)[asked[:, target]] for target in others])
    before = np.cumsum(np.bitwise_count(facts).astype(np.int64), axis=0)
    rank = ranked(luck, before[-1])
    place = (before <= rank).sum(axis=0)
    each = np.arange(len(worlds))
    rank -= before[place, each] - np.bitwise_count(facts[place, each])
    row: Int = (
        int(case.decisions.first[view.role, Verb.ANSWER]) + nth_bit(facts[place, each], rank) * len(others) + place
    )
    return row


@lru_cache(maxsize=512)
def _rows_by_bit(case: Case, role: int, verb: Verb) -> Int:
    """`[64]` the row of each bit, -1 for none."""
    rows = np.full(64, -1, np.int64)
    bits = row_bits(case, role, verb)
    rows[bits] = int(case.decisions.first[role, verb]) + np.arange(len(bits))
    return rows
