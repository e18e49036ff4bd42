"""What a careful professional takes for lawful, from the own view alone. The rules judge each share by themselves."""

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Small
from tabletop.case.case import Case
from tabletop.case.compiling import CODES, KINDS
from tabletop.case.verbs import Ground, Topic
from tabletop.policy.base import Rows
from tabletop.view.seat import SeatView

CLEAR = ("J", "A", "A!")
WEIGHED = (*CLEAR, "a")
CONSULT = ("V",)
WITH_CONSENT = ("C", "Vc")
LOCKED = ("medical", "youth")


def code_bits(codes: tuple[str, ...]) -> int:
    """Codes of the information rules as bits.

    >>> code_bits(("J", "a"))
    9
    """
    return sum(1 << CODES.index(code) for code in codes)


def is_lawful(case: Case, view: SeatView, facts: Int, targets: Int, codes: tuple[str, ...] = WEIGHED) -> Bools:
    """`[N, K]` whether telling fact *k* to role *k* rests on one of the codes, or on consent where that is known."""
    cell = case.network.codes[view.role, targets]
    by_law = (cell & code_bits(codes)) != 0
    return _lawful(case, view, facts, by_law, (cell & code_bits(WITH_CONSENT)) != 0)


def lawful_at_table(case: Case, view: SeatView) -> Bits:
    """`[N]` facts that can be laid on the table of a meeting."""
    facts = np.arange(len(case.facts.ids))
    cell = int(case.network.codes_meeting[view.role])
    by_law = np.full(len(facts), bool(cell & code_bits(WEIGHED + CONSULT)))
    lawful = _lawful(case, view, facts, by_law, np.full(len(facts), bool(cell & code_bits(WITH_CONSENT))))
    bits = np.where(lawful, np.left_shift(np.uint64(1), facts.astype(np.uint64)), np.uint64(0))
    found: Bits = np.bitwise_or.reduce(bits, axis=1) & ~case.facts.investigation[0]
    return found


def _lawful(case: Case, view: SeatView, facts: Int, by_law: Bools, by_consent: Bools) -> Bools:
    consents = (view.consent == 1)[:, None] & (case.facts.subject[facts] == Topic.VICTIM)
    locked = np.isin(case.facts.kind[facts], [KINDS.index(kind) for kind in LOCKED])
    guarded = (case.facts.address[0] >> facts.astype(np.uint64) & np.uint64(1)) != 0
    found: Bools = ((by_law & ~locked) | (by_consent & consents)) & ~guarded
    return found


def ground_for(case: Case, view: SeatView, rows: Rows) -> Small:
    """`[N]` the ground that fits the share or answer in each world: consent when given, duty, task; else unsure."""
    row = np.maximum(rows, 0)
    fact, target = case.decisions.object[row], np.clip(case.decisions.target[row], 0, len(case.roles) - 1)
    cell = case.network.codes[view.role, target]
    ground = np.full(len(rows), Ground.UNSURE, np.int8)
    ground[(cell & code_bits(("J", "A", "a"))) != 0] = Ground.LEGAL_TASK
    ground[(cell & code_bits(("A!",))) != 0] = Ground.DUTY
    about_victim = case.facts.subject[np.minimum(fact, len(case.facts.ids) - 1)] == Topic.VICTIM
    ground[(view.consent == 1) & about_victim & ((cell & code_bits(WITH_CONSENT)) != 0)] = Ground.CONSENT
    return ground
