"""What a policy is, and how it draws: from view arrays only, with luck that is keyed by what it is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Real, Worlds
from tabletop.case.case import Case
from tabletop.rules.choice import NOTHING, Choice
from tabletop.rules.draws import hashed, stream, thirds, uniform
from tabletop.rules.standing import as_bits, as_bytes
from tabletop.rules.state import State
from tabletop.view.choosing import nth_bit, ranked
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView

Rows = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Luck:
    """Draws of one decision in each world; two policies in the same world do not share them, two runs do."""

    seed: int
    worlds: Worlds
    week: int
    purpose: str

    @cached_property
    def _keys(self) -> Bits:
        return stream(self.seed, self.worlds, self.week)

    def draw(self, word: str) -> Real:
        """`[N]` numbers in [0, 1) for one use, named by a word."""
        return uniform(self._hashed(word))

    def draw_three(self, word: str) -> tuple[Real, Real, Real]:
        """Three numbers for each world, coarser and at the price of one."""
        return thirds(self._hashed(word))

    def _hashed(self, word: str) -> Bits:
        return hashed(self._keys, salt(f"{self.purpose}/{word}"))


def luck_of(case: Case, state: State, policy: str, role: int, place: int) -> Luck:
    """The luck of one decision: of a policy, for a role (-1: the table), the so-manieth of its turn."""
    name = case.roles[role] if role >= 0 else "table"
    luck = Luck(state.seed, state.worlds, state.week, f"policy/{policy}/{name}/{place}")
    luck.__dict__["_keys"] = _keys_of(state)
    return luck


def _keys_of(state: State) -> Bits:
    """Key of each world in this week, kept with a state: every decision of a round draws from the same."""
    kept: tuple[Worlds, int, Bits] | None = state.__dict__.get("_keys")
    if kept is None or kept[0] is not state.worlds or kept[1] != state.week:
        kept = state.__dict__["_keys"] = (state.worlds, state.week, stream(state.seed, state.worlds, state.week))
    return kept[2]


@cache
def salt(words: str) -> np.uint64:
    """A stable key of a purpose."""
    return np.uint64(int.from_bytes(sha256(words.encode()).digest()[:8], "little"))


class Policy(Protocol):
    """How one role decides. Every method gives a choice in each world, row -1 for nothing (more)."""

    name: str

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """One decision of a turn; asked again until the decisions of the turn are used up or nothing is chosen."""

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Answer or refuse one open question; asked again until nothing is chosen."""

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """`[N]` facts to lay ready for the meeting."""

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """What the table decides as its so-manieth decision, when this policy speaks for it."""

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Whether this role commits or objects."""


def nothing_chosen(worlds: int) -> Choice:
    """Nothing, in each world."""
    return Choice.alike(worlds, NOTHING)


def pick(mask: Bools, luck: Real) -> NDArray[np.int64]:
    """`[N]` one of the true columns of `mask` `[N, K]`, each as likely; -1 where there is none.

    >>> pick(np.array([[False, True, True], [False, False, False]]), np.array([0.6, 0.6])).tolist()
    [2, -1]
    """
    if len(mask) == 1:
        return _pick_one(mask[0], luck)
    packed = as_bytes(mask)
    words = [as_bits(packed[first : first + 8]) for first in range(0, len(packed), 8)]
    upto = np.cumsum([np.bitwise_count(word) for word in words], axis=0, dtype=np.int64)
    rank = ranked(luck, upto[-1])
    found = np.full(len(mask), NOTHING, np.int64)
    before = 0
    for place, word in enumerate(words):
        here = np.flatnonzero((rank >= before) & (rank < upto[place]))
        found[here] = nth_bit(word[here], (rank - before)[here]) + 64 * place
        before = upto[place]
    return found


def _pick_one(mask: Bools, luck: Real) -> NDArray[np.int64]:
    """Pick for a batch of one, by the same rank."""
    columns = mask.nonzero()[0]
    if not len(columns):
        return np.full(1, NOTHING, np.int64)
    return columns[ranked(luck, len(columns))]


def best(mask: Bools, score: Real) -> NDArray[np.int64]:
    """`[N]` the true column of `mask` with the highest score, the first of equals; -1 where there is none.

    >>> best(np.array([[True, False, True]]), np.array([[0.1, 0.9, 0.5]])).tolist()
    [2]
    """
    found = np.where(mask, score, -np.inf).argmax(axis=1)
    return np.where(mask.any(axis=1), found, -1)


def in_block(first: int, column: NDArray[np.int64]) -> Rows:
    """`[N]` rows of the list of decisions for columns of a block."""
    return np.where(column >= 0, first + column, NOTHING).astype(np.int32)


def first_chosen(choices: Sequence[Callable[[], Choice]]) -> Choice:
    """In each world the first of these choices that chooses something; none is made that nobody needs any more."""
    chosen = choices[0]()
    for other in choices[1:]:
        decided = chosen.row >= 0
        if decided.all():
            break
        chosen = either(decided, chosen, other())
    return chosen


def either(which: Bools, one: Choice, other: Choice) -> Choice:
    """`one` where the mask holds, else `other`."""
    count = np.count_nonzero(which)
    if count in (0, len(which)):
        return one if count else other
    return Choice(
        row=np.where(which, one.row, other.row),
        ground=np.where(which, one.ground, other.ground),
        extent=np.where(which, one.extent, other.extent),
        way=np.where(which, one.way, other.way),
        due=np.where(which, one.due, other.due),
    )


def only_where(which: Bools, choice: Choice) -> Choice:
    """The choice where the mask holds, nothing elsewhere."""
    row = np.where(which, choice.row, np.int32(NOTHING))
    return Choice(row, choice.ground, choice.extent, choice.way, choice.due)
