"""What follows from arrays that seldom change, worked out once and kept with the state until they do.

Kept things are no part of a state: they follow from its arrays, are made anew when one of these is another object, and
are dropped when a draft writes in one. They make a week of ten thousand worlds half as long.
"""

from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Int, Real, Small, Weeks
from tabletop.case.case import Case
from tabletop.case.engine import CHANNELS, Column
from tabletop.case.fixed import LOG_STEP
from tabletop.case.verbs import Status
from tabletop.rules.state import State

_REQUESTED, _RUNNING, _ENDED = int(Status.REQUESTED), int(Status.RUNNING), int(Status.ENDED)
_ACCESS = int(Column.ACCESS)
_BANS = slice(int(Column.BAN_CONTACT), int(Column.CUSTODY))
_HELD = slice(int(Column.CUSTODY), int(Column.BELIEF))
_RISKS = _ACCESS + CHANNELS
"""Plain integers: reading a member of an enumeration costs as much as an operation on a small array."""
_BYTE = np.array([1, 2, 4, 8, 16, 32, 64, 128], np.uint8)
_NEVER = -1000


class Kept:
    """What is kept with a state: made by `of`, from the arrays that `names` says."""

    names: ClassVar[tuple[str, ...]]

    def __init__(self, case: Case, state: State) -> None:
        self.case = case
        self._made_from = tuple((name, getattr(state, name)) for name in self.names)
        self.__dict__.update(self._made_from)

    @classmethod
    def of(cls, case: Case, state: State) -> Self:
        """Give what is kept, or make it and keep it."""
        key = f"_{cls.__name__}"
        kept: Self | None = state.__dict__.get(key)
        if kept is None or kept.case is not case or not kept.holds(state):
            kept = state.__dict__[key] = cls(case, state)
        return kept

    def holds(self, state: State) -> bool:
        """Say whether it was made from the arrays of this state."""
        now = state.__dict__
        for name, array in self._made_from:  # noqa: SIM110 - `all` costs twice as much, many times a week
            if now[name] is not array:
                return False
        return True


def forget(state: State) -> None:
    """Drop all that is kept, before an array is written in."""
    for kept in (Standing, Promises, Man):
        state.__dict__.pop(f"_{kept.__name__}", None)


def as_bytes(flags: Bools) -> NDArray[np.uint8]:
    """Pack flags `[N, M]` into bytes `[bytes, N]`; a function of its own because numpy packs rows slowly."""
    worlds, measures = flags.shape
    groups = max(1, -(-measures // 8))
    padded = np.zeros((groups, 8, worlds), np.uint8)
    padded.reshape(groups * 8, worlds)[:measures] = flags.T
    padded *= _BYTE[:, None]
    packed: NDArray[np.uint8] = np.bitwise_or.reduce(padded, axis=1)
    return packed


def as_bits(packed: NDArray[np.uint8]) -> Bits:
    """Join bytes `[bytes, N]` to one set for each world."""
    bits: Bits = packed[0].astype(np.uint64)
    for group in range(1, len(packed)):
        bits |= packed[group].astype(np.uint64) << np.uint64(8 * group)
    return bits


class Standing(Kept):
    """Where the measures stand, `[N]` unless said."""

    names: ClassVar[tuple[str, ...]] = ("status", "took", "starts")
    status: Small
    took: Bools
    starts: Weeks

    @cached_property
    def _runs(self) -> Bools:
        runs: Bools = self.status == _RUNNING
        return runs

    @cached_property
    def bits(self) -> Bits:
        """Set of measures that run."""
        return as_bits(as_bytes(self._runs))

    @cached_property
    def _packed(self) -> NDArray[np.uint8]:
        return as_bytes(self._runs & self.took)

    @cached_property
    def working(self) -> Bits:
        """Set of measures that run and took."""
        return as_bits(self._packed)

    @cached_property
    def logs(self) -> Real:
        """`[COLUMNS, N]` sums of what the working measures do, looked up by byte: exact in any order."""
        table, places = self.case.engine.effects.running, self._packed.astype(np.intp)
        sums = table[0].take(places[0], axis=0, mode="clip")  # several times faster than table[0][places[0]]
        for group in range(1, len(places)):
            sums += table[group].take(places[group], axis=0, mode="clip")
        logs: Real = np.multiply(sums.T, LOG_STEP, order="C")
        return logs

    @cached_property
    def risks(self) -> Real:
        """`[risks, N]` relative risks of contact, violence, serious harm and five channels, without bans."""
        busy = self.case.engine.effects.busy
        risks = np.ones((_RISKS, len(self.bits)))
        risks[busy] = self.case.engine.tables.exp.read(self.logs[busy])
        return risks

    @cached_property
    def banned(self) -> Int:
        """Worlds in which a ban works."""
        bans: Bools = (self.working & self.case.engine.effects.bans) != 0
        return np.flatnonzero(bans)

    @cached_property
    def bans(self) -> Real:
        """`[3, banned]` logarithms of the relative risks by bans."""
        return self.logs[_BANS][:, self.banned]

    @cached_property
    def custody(self) -> Real | None:
        """`[5, N]` what custody leaves of each channel; None when nobody is held in any world."""
        held = (self.working & self.case.engine.effects.custody) != 0
        return self.case.engine.tables.exp.read(self.logs[_HELD]) if held.any() else None

    @cached_property
    def latest(self) -> Weeks:
        """Week in which the latest measure that runs or was decided starts."""
        stands = self._runs | (self.status == _REQUESTED)
        return _latest(self.starts, stands)

    @cached_property
    def countered(self) -> Weeks:
        """Week in which the latest counter-measure of the victim started, whether it runs still or not."""
        places = self.case.engine.effects.counter
        return _latest(self.starts[:, places], self.status[:, places] >= _RUNNING)


def _latest(starts: Weeks, where: Bools) -> Weeks:
    if not starts.shape[1]:
        return np.full(len(starts), _NEVER, np.int16)
    latest: Weeks = np.maximum.reduce(_only(where, starts, _NEVER), axis=0)
    return latest


def _only(where: Bools, weeks: Weeks, otherwise: int) -> Weeks:
    """Give `[M, N]` weeks where the flags `[N, M]` hold; by multiplying, which is ten times as fast as choosing."""
    chosen: Weeks = (weeks.T - np.int16(otherwise)) * where.T
    chosen += np.int16(otherwise)
    return chosen


class Promises(Kept):
    """Agreements, and whether they are kept: `[N]` unless said."""

    names: ClassVar[tuple[str, ...]] = (
        "status", "decided_by", "starts", "agreement_owner", "agreement_since", "agreement_due",
    )  # fmt: skip
    status: Small
    decided_by: Small
    starts: Weeks
    agreement_owner: Small
    agreement_since: Weeks
    agreement_due: Weeks

    @cached_property
    def kept(self) -> Bools:
        """`[N, M]` see `rules.plan.is_kept`."""
        started = (self.status == _RUNNING) | (self.status == _ENDED)
        owned = (self.agreement_owner >= 0) & (self.decided_by == self.agreement_owner)
        in_time = (self.starts >= self.agreement_since) & (self.starts <= self.agreement_due)
        kept: Bools = started & owned & in_time
        return kept

    @cached_property
    def total(self) -> NDArray[np.uint8]:
        """How many agreements there are."""
        return _count(self.agreement_owner >= 0)

    @cached_property
    def _still_open(self) -> Bools:
        still: Bools = (self.agreement_owner >= 0) & ~self.kept
        return still

    @cached_property
    def _done(self) -> NDArray[np.uint8]:
        return _count(self.kept)

    def held(self, week: int) -> NDArray[np.uint8]:
        """Give how many are kept, or have time left, in a week."""
        return self._done + _count(self._still_open & (self.agreement_due >= week))


def _count(flags: Bools) -> NDArray[np.uint8]:
    count: NDArray[np.uint8] = np.add.reduce(flags.T.view(np.uint8), axis=0, dtype=np.uint8)
    return count


class Man(Kept):
    """The hidden stalker of each world, `[N]` unless said."""

    names: ClassVar[tuple[str, ...]] = ("variant",)
    variant: Small

    def start(self, level: str) -> Real:
        """Give a level as it was at the start."""
        name = f"start_{level}"
        found: Real | None = self.__dict__.get(name)
        if found is None:
            found = self.__dict__[name] = self._of(self.case.engine.variants.levels[level])
        return found

    def _of(self, values: NDArray[Any]) -> NDArray[Any]:
        return values.take(self.variant, axis=-1, mode="clip")

    @cached_property
    def deterrable(self) -> Real:
        """How far he minds consequences."""
        return self._of(self.case.engine.variants.deterrable)

    @cached_property
    def access(self) -> Real:
        """`[5, N]` access by channel."""
        return self._of(self.case.engine.variants.access)

    def _at_least(self, values: Real) -> Real:
        n = self.case.numbers
        return np.maximum(values, n["least_level"])

    @cached_property
    def least_drive(self) -> Real:
        """Drive at the start, to divide by."""
        return self._at_least(self.start("drive"))

    @cached_property
    def reach(self) -> Real:
        """Sum over channels, to divide by."""
        return self._at_least(self._of(self.case.engine.variants.reach))

    @cached_property
    def physical(self) -> Real:
        """Sum over channels except online, to divide by."""
        return self._at_least(self._of(self.case.engine.variants.physical))

    @cached_property
    def violence(self) -> Real:
        """Probability of violence at the start, when he has never been held back (spitzberg_cupach_2007)."""
        n, v = self.case.numbers, self.case.engine.variants
        base: Real = n["violence_base"] * self._of(v.violent) * (self.physical / n["violence_access"])
        return base

    @cached_property
    def brake(self) -> Real:
        """What each unit of belief in consequence takes off contact and violence (maxwell_2001)."""
        n = self.case.numbers
        brake: Real = n["deterrence"] * self.deterrable
        return brake

    @cached_property
    def free(self) -> Real:
        """What that leaves at the start."""
        free: Real = 1.0 - self.brake * self.start("belief")
        return free

    @cached_property
    def stopping(self) -> Real:
        """What each unit of belief adds to the hazard that he stops."""
        n = self.case.numbers
        speed: Real = n["stop_belief"] * self.deterrable
        return speed

    @cached_property
    def dependence(self) -> Real:
        """What contact tends to when the victim's strength is gone."""
        return self._of(self.case.engine.variants.dependence)
