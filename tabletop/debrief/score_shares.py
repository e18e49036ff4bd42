"""Every share judged on three scales, with the answers that are defensible; what was laid on a table is a share too."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Ground
from tabletop.debrief.knowing import bits
from tabletop.debrief.shares import judged
from tabletop.debrief.watching import Step, Watched
from tabletop.rules.judging import DEFENSIBLE, MEETING, Telling, judge, judge_share
from tabletop.rules.state import State, changed

_STATED = tuple(ground for ground in Ground if ground is not Ground.UNSURE)


@dataclass(frozen=True, slots=True)
class Told:
    """A share by numbers; `receiver` is `MEETING` for what was laid on the table. Scales: 2 yes, 1 defensible, 0 no."""

    number: int
    giver: int
    receiver: int
    fact: int
    lawful: int
    needed: int
    minimal: int
    grounds: tuple[Ground, ...]
    """Grounds on which it can be defended."""

    @property
    def is_grey(self) -> bool:
        """Whether to tell and to keep silent can both be defended."""
        return self.lawful == DEFENSIBLE


def told_in(watched: Watched) -> tuple[Told, ...]:
    """Judge all shares, answers, spoken shares and facts laid on the table, in the order of the log."""
    return tuple(told for step in watched.steps for told in (*_between(watched.case, step), *_laid(watched.case, step)))


def _between(case: Case, step: Step) -> Iterator[Told]:
    for share in judged(case, step):
        grounds = _defensible(case, step.before, share.giver, share.receiver, share.fact)
        scales = (share.lawful, share.needed, share.minimal)
        yield Told(share.number, share.giver, share.receiver, share.fact, *scales, grounds)


def _laid(case: Case, step: Step) -> Iterator[Told]:
    """A fact laid on the table is told to all who sit there, by everybody who brought it; the least of them counts."""
    new = int(step.after.joint[0]) & ~int(step.before.joint[0])
    if not new:
        return
    state = changed(step.before, table=step.after.table)
    for giver in np.flatnonzero(step.after.table[0]).tolist():
        for fact in bits(int(step.before.brought[0, giver]) & new):
            found = judge_share(case, state, giver, MEETING, fact, Ground.UNSURE, Extent.MINIMUM, in_meeting=True)
            scales = (int(found.lawful[0]), int(found.needed[0]), int(found.minimal[0]))
            yield Told(step.number, giver, MEETING, fact, *scales, _defensible(case, state, giver, MEETING, fact))


def _defensible(case: Case, state: State, giver: int, receiver: int, fact: int) -> tuple[Ground, ...]:
    """Grounds on which this share is lawful or defensible, and that the rules know for this pair."""
    count = len(_STATED)

    def each(value: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.full(count, value, np.int64)

    stated = np.array(_STATED, np.int64)
    meets = np.full(count, receiver == MEETING)
    telling = Telling(each(0), each(giver), each(receiver), each(fact), stated, each(Extent.MINIMUM), meets)
    lawful = judge(case, state, telling).lawful
    network = case.network
    cell = int(network.codes_meeting[giver] if receiver == MEETING else network.codes[giver, receiver])
    fits = [bool(cell & int(case.engine.ground_codes[ground])) for ground in _STATED]
    return tuple(ground for ground, ok, fit in zip(_STATED, lawful.tolist(), fits, strict=True) if ok and fit)
