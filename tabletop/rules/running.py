"""What the measures that run add up to this week.

Sums are looked up by byte of the set of running measures, in whole steps of 2^-20: exact in any order.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Real
from tabletop.case.case import Case
from tabletop.case.engine import CHANNELS, Column
from tabletop.case.fixed import LOG_STEP
from tabletop.case.verbs import Status
from tabletop.rules.state import State

_RUNNING = int(Status.RUNNING)
_CONTACT, _VIOLENCE, _SERIOUS, _ACCESS = (
    int(column) for column in (Column.CONTACT, Column.VIOLENCE, Column.SERIOUS, Column.ACCESS)
)
_BANS = slice(int(Column.BAN_CONTACT), int(Column.CUSTODY))
_HELD = slice(int(Column.CUSTODY), int(Column.BELIEF))
_RISKS = _ACCESS + CHANNELS
_LEVELS = slice(int(Column.BELIEF), int(Column.NOTICE) + 1)
"""Plain integers: reading a member of an enumeration costs as much as an operation on a small array."""

_BYTE = np.array([1, 2, 4, 8, 16, 32, 64, 128], np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Running:
    """Measures that run, in `N` worlds. Risks are relative and not yet softened by the cap."""

    bits: Bits
    working: Bits
    """Those that run and took."""
    contact: Real
    violence: Real
    serious: Real
    access: Real
    """`[5, N]`"""
    custody: Real | None
    """`[5, N]` what custody leaves of each channel; None when nobody is held in any world."""
    belief: Real
    drive: Real
    strength: Real
    trust: Real
    no_contact: Real
    proof: Real
    notice: Real

    def has(self, measures: np.uint64) -> Bools:
        """Say where at least one of these measures runs."""
        found: Bools = (self.bits & measures) != 0
        return found


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


def running_bits(state: State) -> Bits:
    """Give the set of measures that run, `[N]`."""
    return as_bits(as_bytes(state.status == _RUNNING))


def sum_running(case: Case, state: State) -> Running:
    """Add up what the running measures do."""
    runs = state.status == _RUNNING
    bits = as_bits(as_bytes(runs))
    packed = as_bytes(runs & state.took)
    working = as_bits(packed)
    table, places = case.engine.effects.running, packed.astype(np.intp)
    sums = table[0].take(places[0], axis=0, mode="clip")  # several times faster than table[0][places[0]]
    for group in range(1, len(packed)):
        sums += table[group].take(places[group], axis=0, mode="clip")
    logs = np.multiply(sums.T, LOG_STEP, order="C")
    logs[:_ACCESS] += logs[_BANS] * state.ban_force
    risks = np.ones((_RISKS, len(bits)))
    risks[case.engine.effects.busy] = case.engine.tables.exp.read(logs[case.engine.effects.busy])
    held = bits & working & case.engine.effects.custody
    custody = case.engine.tables.exp.read(logs[_HELD]) if held.any() else None
    belief, drive, strength, trust, no_contact, proof, notice = logs[_LEVELS]
    return Running(
        bits=bits,
        working=working,
        contact=risks[_CONTACT],
        violence=risks[_VIOLENCE],
        serious=risks[_SERIOUS],
        access=risks[_ACCESS:],
        custody=custody,
        belief=belief,
        drive=drive,
        strength=strength,
        trust=trust,
        no_contact=no_contact,
        proof=proof,
        notice=notice,
    )
