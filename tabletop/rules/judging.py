"""Each share judged on three scales that are never averaged: lawful, needed, minimal.

2 yes, 1 defensible, 0 no. The table of who may tell whom is content (`scoring/information_rules`); here stands how a
cell is read: the ground given, consent, the setting, the second lock, danger. Training material, no legal advice.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Int, Small
from tabletop.case.case import Case
from tabletop.case.compiling import CODES
from tabletop.case.verbs import Extent, Ground
from tabletop.rules.state import State

YES, DEFENSIBLE, NO = 2, 1, 0
MEETING = -1
"""As receiver: the meeting itself."""

_ALWAYS = sum(1 << CODES.index(code) for code in ("J", "A", "A!", "a"))
_CONSENT = 1 << CODES.index("C")
_DANGER = 1 << CODES.index("D")
_CONSULT = (1 << CODES.index("V")) | (1 << CODES.index("Vi"))
_CONSULT_CONSENT = 1 << CODES.index("Vc")
_WEIGHED = sum(1 << CODES.index(code) for code in ("a", "D", "Vi"))
_EVERY = (1 << len(CODES)) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """Three scales, `[N]` each: 2 yes, 1 defensible, 0 no."""

    lawful: Small
    needed: Small
    minimal: Small


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """Shares to judge, one element each: who tells whom what, and how. `receiver` -1 is the meeting."""

    world: Int
    giver: Int
    receiver: Int
    fact: Int
    ground: Int
    extent: Int
    in_meeting: Bools


def judge_share(
    case: Case, state: State, giver: int | NDArray[np.generic], receiver: int | NDArray[np.generic],
    fact: int | NDArray[np.generic], ground: int | NDArray[np.generic], extent: int | NDArray[np.generic],
    in_meeting: bool | Bools = False,
) -> Judgement:  # fmt: skip
    """Judge one share in each world; each argument is one value or `[N]`.

    Judge on the state before the share: what the receiver knew already, it did not need.
    """
    size = len(state.worlds)

    def each(value: int | NDArray[np.generic]) -> Int:
        return np.broadcast_to(np.asarray(value, np.int64), (size,))

    meets = np.broadcast_to(np.asarray(in_meeting, np.bool_), (size,))
    return judge(
        case, state,
        Telling(np.arange(size), each(giver), each(receiver), each(fact), each(ground), each(extent), meets),
    )  # fmt: skip


def judge(case: Case, state: State, telling: Telling) -> Judgement:
    """Judge shares, one for each element."""
    needed = _needed(case, state, telling)
    return Judgement(_lawful(case, state, telling), needed, _minimal(case, telling, needed))


def bit_of(fact: Int) -> Bits:
    """Give the bit of each fact."""
    return np.left_shift(np.uint64(1), fact.astype(np.uint64))


def _lawful(case: Case, state: State, telling: Telling) -> Small:
    to_meeting = telling.receiver == MEETING
    seat = np.maximum(telling.receiver, 0)
    consult = telling.in_meeting
    if consult.any():
        consult = consult & _is_consult(case, state)[telling.world]
    network = case.network
    codes = np.where(to_meeting, network.codes_meeting[telling.giver], network.codes[telling.giver, seat])
    grey = np.where(to_meeting, network.grey_meeting[telling.giver], network.grey[telling.giver, seat])
    lawful = _read_cell(case, codes & _met(case, state, telling, consult), grey, telling.ground)
    apart = to_meeting & ~consult
    if apart.any():  # no consult of the Care and Safety House: each who hears it is judged, the least counts
        lawful = np.where(apart, _least_of_table(case, state, telling), lawful)
    guarded = ~to_meeting & case.engine.office.guards[seat]
    address = (bit_of(telling.fact) & case.facts.address[0]) != 0
    return np.where(address & ~guarded, NO, lawful).astype(np.int8)


def _read_cell(case: Case, met: Int, grey: Bools, ground: Int) -> Small:
    """Read what is left of a cell: a met code that the stated ground fits is a yes, unless it is to be weighed."""
    fits = np.where(ground == Ground.UNSURE, _EVERY, case.engine.ground_codes[ground])
    strong = met & fits
    clear = ((strong & ~_WEIGHED) != 0) & (~grey | ((strong & _CONSENT) != 0))
    lawful = np.where(met != 0, DEFENSIBLE, NO)  # a ground exists, if not the one that was stated
    return np.where(clear, YES, lawful).astype(np.int8)


def _met(case: Case, state: State, telling: Telling, consult: Bools) -> Int:
    """Give the codes whose conditions are met here and now."""
    planes, world, bit = case.engine.facts, telling.world, bit_of(telling.fact)
    heard = state.consent_heard[world, telling.giver]
    said = np.where(heard < 0, state.consents[world], heard)  # who asked, goes by the answer it got
    consent = (said == 1) & ((bit & planes.consentable) != 0)
    danger = state.danger[world] > case.numbers["acute_danger"]
    met = np.full(len(world), _ALWAYS, np.int64)
    met |= np.where(consent, _CONSENT, 0)
    met |= np.where(danger, _DANGER, 0)
    met |= np.where(consult, _CONSULT, 0)
    met |= np.where(consult & consent, _CONSULT_CONSENT, 0)
    by_law = (telling.receiver != MEETING) & case.engine.office.cares_by_law[np.maximum(telling.receiver, 0)]
    locked = ((bit & planes.locked) != 0) & ~by_law & ~danger
    met = np.where(locked, met & (_CONSENT | _CONSULT_CONSENT), met)
    to_house = (telling.receiver != MEETING) & case.engine.office.consult[np.maximum(telling.receiver, 0)]
    under_investigation = (telling.in_meeting | to_house) & ((bit & case.facts.investigation[0]) != 0)
    return np.where(under_investigation, 0, met)


def _is_consult(case: Case, state: State) -> Bools:
    """Say where the meeting is a consult of the Care and Safety House: it called, or it sits at the table."""
    house = case.engine.office.consult
    called = (state.caller >= 0) & house[np.maximum(state.caller, 0)]
    return called | (state.table & house).any(axis=1)


def _least_of_table(case: Case, state: State, telling: Telling) -> Small:
    least = np.full(len(telling.world), YES, np.int8)
    for role in range(len(case.roles)):
        hears = state.table[telling.world, role] & (telling.giver != role)
        one = Telling(
            telling.world, telling.giver, np.full_like(telling.receiver, role), telling.fact, telling.ground,
            telling.extent, telling.in_meeting,
        )  # fmt: skip
        least = np.where(hears, np.minimum(least, _lawful(case, state, one)), least).astype(np.int8)
    return least


def _needed(case: Case, state: State, telling: Telling) -> Small:
    """A share is needed when the receiver acts better with it and did not know it; at the table, one is enough."""
    bit = bit_of(telling.fact)
    seat = np.maximum(telling.receiver, 0)
    alone = ((case.facts.needed_by[seat] & ~state.knows[telling.world, seat]) & bit) != 0
    to_meeting = telling.receiver == MEETING
    if to_meeting.any():
        together = np.zeros(len(bit), np.bool_)
        for role, needs in enumerate(case.facts.needed_by):
            sits = state.table[telling.world, role] & (telling.giver != role)
            together |= sits & (((needs & ~state.knows[telling.world, role]) & bit) != 0)
        alone = np.where(to_meeting, together, alone)
    return np.where(alone, YES, NO).astype(np.int8)


def _minimal(case: Case, telling: Telling, needed: Small) -> Small:
    """A minimum is minimal; a signal tells too little where the fact is needed; everything is too much.

    Except to Veilig Thuis, which weighs for itself, and less so in a consult, which has its own secrecy.
    """
    to_meeting = telling.receiver == MEETING
    inquires = ~to_meeting & case.engine.office.inquires[np.maximum(telling.receiver, 0)]
    everything = np.where(inquires, YES, np.where(telling.in_meeting, DEFENSIBLE, NO))
    signal = np.where(needed == YES, DEFENSIBLE, YES)
    scale = np.where(telling.extent == Extent.EVERYTHING, everything, YES)
    return np.where(telling.extent == Extent.SIGNAL, signal, scale).astype(np.int8)
