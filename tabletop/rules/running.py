"""What the measures that run add up to this week."""

from dataclasses import dataclass

import numpy as np

from tabletop.case.arrays import Bits, Bools, Real
from tabletop.case.case import Case
from tabletop.case.engine import Column
from tabletop.rules.standing import Standing
from tabletop.rules.state import State

_CONTACT, _VIOLENCE, _SERIOUS, _ACCESS = (
    int(column) for column in (Column.CONTACT, Column.VIOLENCE, Column.SERIOUS, Column.ACCESS)
)
_LEVELS = slice(int(Column.BELIEF), int(Column.NOTICE) + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Running:
    """Measures that run, in `N` worlds; to be read only. Risks are relative and not yet softened by the cap."""

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


def running_bits(case: Case, state: State) -> Bits:
    """Give the set of measures that run, `[N]`."""
    return Standing.of(case, state).bits


def sum_running(case: Case, state: State) -> Running:
    """Add up what the running measures do; a ban counts by the force that is left of it."""
    standing = Standing.of(case, state)
    risks, banned = standing.risks, standing.banned
    contact, violence, serious = risks[_CONTACT], risks[_VIOLENCE], risks[_SERIOUS]
    if len(banned):
        left = case.engine.tables.exp.read(standing.bans * state.ban_force[banned])
        contact, violence, serious = contact.copy(), violence.copy(), serious.copy()
        for place, risk in enumerate((contact, violence, serious)):
            risk[banned] *= left[place]
    belief, drive, strength, trust, no_contact, proof, notice = standing.logs[_LEVELS]
    return Running(
        bits=standing.bits,
        working=standing.working,
        contact=contact,
        violence=violence,
        serious=serious,
        access=risks[_ACCESS:],
        custody=standing.custody,
        belief=belief,
        drive=drive,
        strength=strength,
        trust=trust,
        no_contact=no_contact,
        proof=proof,
        notice=notice,
    )
