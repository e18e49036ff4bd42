"""What a careful professional takes for lawful, from the own view alone. The rules judge each share by themselves."""

from functools import lru_cache

import numpy as np

from tabletop.case.arrays import Bits, Bools, Small
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
    always, consented = _lawful_sets(case, view.role, codes)
    lawful: Bits = np.where(view.consent == 1, always[target] | consented[target], always[target])
    return lawful


@lru_cache(maxsize=256)
def _lawful_sets(case: Case, role: int, codes: tuple[str, ...]) -> tuple[Bits, Bits]:
    """`[R]` facts that a role may tell each other role: always, and with the victim's consent."""
    of_victim, open_facts, locked = _fact_sets(case)
    office, address = case.engine.office, case.facts.address[0]
    cells = case.network.codes[role].astype(np.int64)
    by_law, by_consent = (cells & code_bits(codes)) != 0, (cells & code_bits(WITH_CONSENT)) != 0
    kept_out = address | np.where(office.consult, case.facts.investigation[0], np.uint64(0))
    always = np.where(by_law, open_facts, np.uint64(0)) & ~kept_out
    always |= np.where(by_law & office.cares_by_law, locked & ~address, np.uint64(0))
    consented = np.where(by_consent, of_victim, np.uint64(0)) & ~kept_out
    return always, consented


def lawful_for_all(case: Case, view: SeatView, codes: tuple[str, ...] = WEIGHED) -> Bits:
    """`[N, R]` the same for every other role at once."""
    always, consented = _lawful_sets(case, view.role, codes)
    lawful: Bits = always | np.multiply.outer(view.consent == 1, consented)
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
    usual, with_consent = _grounds(case, view.role)
    row = np.maximum(rows, 0)
    ground: Small = usual[row]
    consented = with_consent[row] & (view.consent == 1)
    if consented.any():
        ground[consented] = Ground.CONSENT
    return ground


@lru_cache(maxsize=64)
def _grounds(case: Case, role: int) -> tuple[Small, Bools]:
    """`[K]` the ground that fits each row when there is no consent, and whether consent would be one."""
    fact, target = case.decisions.object, np.clip(case.decisions.target, 0, len(case.roles) - 1)
    cell = case.network.codes[role, target]
    ground = np.full(len(fact), Ground.UNSURE, np.int8)
    ground[(cell & code_bits(("J", "A", "a"))) != 0] = Ground.LEGAL_TASK
    ground[(cell & code_bits(("A!",))) != 0] = Ground.DUTY
    about_victim = case.facts.subject[np.minimum(fact, len(case.facts.ids) - 1)] == Topic.VICTIM
    return ground, about_victim & ((cell & code_bits(WITH_CONSENT)) != 0)
