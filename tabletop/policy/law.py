"""What a careful professional takes for lawful, from the own view alone. The rules judge each share by themselves."""

from functools import lru_cache

import numpy as np

from tabletop.case.arrays import Bits, Small
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


def lawful_for(case: Case, view: SeatView, target: int, codes: tuple[str, ...] = WEIGHED) -> Bits:
    """`[N]` facts that may be told to a role: one of the codes allows it, or consent where that is known."""
    cell = int(case.network.codes[view.role, target])
    by_law = bool(cell & code_bits(codes))
    lawful = _lawful(case, view, by_law, bool(cell & code_bits(WITH_CONSENT)))
    if case.engine.office.consult[target]:  # facts of an investigation stay out of the Care and Safety House
        lawful = lawful & ~case.facts.investigation[0]
    if by_law and case.engine.office.cares_by_law[target]:  # no second lock for who protects a child or a home by law
        unlocked: Bits = lawful | (_fact_sets(case)[2] & ~case.facts.address[0])
        return unlocked
    return lawful


def lawful_at_table(case: Case, view: SeatView) -> Bits:
    """`[N]` facts that can be laid on the table of a meeting."""
    cell = int(case.network.codes_meeting[view.role])
    lawful = _lawful(case, view, bool(cell & code_bits(WEIGHED + CONSULT)), bool(cell & code_bits(WITH_CONSENT)))
    laid: Bits = lawful & ~case.facts.investigation[0]
    return laid


def _lawful(case: Case, view: SeatView, by_law: bool, by_consent: bool) -> Bits:
    of_victim, open_facts, _locked = _fact_sets(case)
    always = open_facts if by_law else np.uint64(0)
    consented = np.where((view.consent == 1) & by_consent, of_victim, np.uint64(0))
    lawful: Bits = (always | consented) & ~case.facts.address[0]
    return lawful


@lru_cache(maxsize=8)
def _fact_sets(case: Case) -> tuple[np.uint64, np.uint64, np.uint64]:
    """Facts that the victim's consent covers, facts without a secrecy of their own, and those with one, as bits."""
    of_victim = case.facts.subject == Topic.VICTIM
    is_open = ~np.isin(case.facts.kind, [KINDS.index(kind) for kind in LOCKED])
    bits = np.left_shift(np.uint64(1), np.arange(len(is_open), dtype=np.uint64))
    return (
        np.bitwise_or.reduce(bits[of_victim]),
        np.bitwise_or.reduce(bits[is_open]),
        np.bitwise_or.reduce(bits[~is_open]),
    )


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
