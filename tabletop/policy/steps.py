"""Single steps that policies are made of: each proposes one decision in each world, row -1 for none."""

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Real
from tabletop.case.case import Case
from tabletop.case.verbs import Topic, Verb
from tabletop.policy.base import Luck, best, either, in_block, nothing_chosen, pick
from tabletop.policy.law import WEIGHED, ground_for, is_lawful
from tabletop.rules.choice import Choice
from tabletop.view.options import UNDER_WAY, has_bit, rows
from tabletop.view.public import has_bits
from tabletop.view.seat import SeatView


def block(case: Case, role: int, verb: Verb) -> tuple[int, Int, Int]:
    """First row, objects and targets of a block of the list of decisions."""
    first = int(case.decisions.first[role, verb])
    place = slice(first, first + int(case.decisions.count[role, verb]))
    return first, case.decisions.object[place], case.decisions.target[place].astype(np.int64)


def one_of(case: Case, view: SeatView, verb: Verb, mask: Bools, luck: Real) -> Choice:
    """One of these rows of a block, with the ground that fits and the minimum by phone."""
    row = in_block(int(case.decisions.first[view.role, verb]), pick(mask, luck))
    choice = Choice.rows(row)
    if verb in (Verb.SHARE, Verb.ANSWER):
        return Choice(row, ground_for(case, view, row), choice.extent, choice.way, choice.due)
    return choice


def share_needed(case: Case, view: SeatView, luck: Luck, codes: tuple[str, ...] = WEIGHED) -> Choice:
    """Tell a partner a fact that it acts better with, when that is lawful and it was not told or heard it."""
    _first, facts, targets = block(case, view.role, Verb.SHARE)
    mask = rows(case, view, Verb.SHARE) & is_lawful(case, view, facts, targets, codes)
    mask &= has_bit_of(case.facts.needed_by, facts, targets) & ~_has_heard(view, facts, targets)
    return one_of(case, view, Verb.SHARE, mask, luck.draw("share"))


def has_bit_of(bits: Bits, facts: Int, targets: Int) -> Bools:
    """`[K]` bit `facts[k]` of `bits[targets[k]]`."""
    found: Bools = (bits[targets] >> facts.astype(np.uint64) & np.uint64(1)) != 0
    return found


def _has_heard(view: SeatView, facts: Int, targets: Int) -> Bools:
    """`[N, K]` whether this role told the target, or knows that it heard the fact in a meeting."""
    told: Bools = (view.told[:, targets] >> facts.astype(np.uint64) & np.uint64(1)) != 0
    at_table = has_bit(view.public.joint, facts) & view.public.table[:, targets]
    return told | at_table


def answer_lawfully(case: Case, view: SeatView, luck: Luck, codes: tuple[str, ...] = WEIGHED) -> Choice:
    """Answer an open question with a fact that may be told; without one, refuse it."""
    if not (view.asked_of_me != 0).any():
        return nothing_chosen(len(view.knows))
    _first, facts, targets = block(case, view.role, Verb.ANSWER)
    mask = rows(case, view, Verb.ANSWER) & is_lawful(case, view, facts, targets, codes)
    answer = one_of(case, view, Verb.ANSWER, mask, luck.draw("answer"))
    refusal = one_of(case, view, Verb.REFUSE, rows(case, view, Verb.REFUSE), luck.draw("refuse"))
    return either(answer.row >= 0, answer, refusal)


def call_meeting(case: Case, view: SeatView, which: Bools) -> Choice:
    """Call a meeting in these worlds, where nobody has."""
    mask = rows(case, view, Verb.CALL) & which[:, None]
    return Choice.rows(in_block(int(case.decisions.first[view.role, Verb.CALL]), pick(mask, np.zeros(len(mask)))))


def ask_consent(case: Case, view: SeatView, luck: Luck) -> Choice:
    """Ask the victim for consent, once, by a role that sees her or him."""
    if "victim" not in case.pack.roles[case.roles[view.role]].sees:
        return nothing_chosen(len(view.knows))
    _first, topics, _targets = block(case, view.role, Verb.ASK)
    mask = rows(case, view, Verb.ASK) & (topics == Topic.CONSENT)
    return one_of(case, view, Verb.ASK, mask, luck.draw("consent"))


def keep_agreement(case: Case, view: SeatView) -> Choice:
    """Start a measure that was agreed with this role as owner."""
    first, measures, _targets = block(case, view.role, Verb.MEASURE)
    if not len(measures):
        return nothing_chosen(len(view.knows))
    mask = rows(case, view, Verb.MEASURE) & (view.public.agreement_owner[:, measures] == view.role)
    return Choice.rows(in_block(first, best(mask, -view.public.agreement_due[:, measures].astype(np.float64))))


def fitting_measure(case: Case, view: SeatView, luck: Luck, least: float) -> Choice:
    """Take an own measure of whose facts at least this share is known; the better known, the likelier."""
    first, measures, _targets = block(case, view.role, Verb.MEASURE)
    if not len(measures):
        return nothing_chosen(len(view.knows))
    known = known_share(case, view.knows, measures)
    mask = rows(case, view, Verb.MEASURE) & (known >= least) & makes_sense(case, view, measures)
    return Choice.rows(in_block(first, pick(mask, luck.draw("measure"))))


def known_share(case: Case, knows: Bits, measures: Int) -> Real:
    """`[N, K]` the known share of the weight of all facts a measure hinges on; 1 where it hinges on nothing."""
    weight = case.facts.weight
    hinges = has_bits(case.measures.hinges_on[measures], len(weight))
    total = (hinges * weight).sum(axis=1)
    held = has_bits(knows, len(weight)) * weight
    known = np.stack([held[:, hinge].sum(axis=1) for hinge in hinges], axis=1)
    share: Real = np.where(total > 0, known / np.maximum(total, 1), 1.0)
    return share


def makes_sense(case: Case, view: SeatView, measures: Int) -> Bools:
    """`[N, K]` whether what this role can judge of a measure's needs is met: consent is not denied, its frame runs."""
    specs = [case.pack.measures[case.measures.ids[measure]] for measure in measures.tolist()]
    willing: Bools = ~np.array([spec.needs.consent for spec in specs]) | (view.consent != 0)[:, None]
    framed = [_any_runs(case, view, spec.needs.running) for spec in specs]
    return willing & np.stack(framed, axis=1)


def _any_runs(case: Case, view: SeatView, measures: tuple[str, ...]) -> Bools:
    """`[N]` whether one of these runs or is on its way, as far as the role knows; true when none is asked for."""
    if not measures:
        return np.ones(len(view.knows), np.bool_)
    places = [case.measures.ids.index(measure) for measure in measures if measure in case.measures.ids]
    return np.asarray(np.isin(view.status[:, places], UNDER_WAY).any(axis=1))
