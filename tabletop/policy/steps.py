"""Single steps that policies are made of: each proposes one decision in each world, row -1 for none."""

from functools import lru_cache

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Real, Small
from tabletop.case.case import Case
from tabletop.case.verbs import Topic, Verb
from tabletop.policy.base import Luck, Rows, best, either, in_block, nothing_chosen, pick
from tabletop.policy.law import WEIGHED, ground_for, lawful_for
from tabletop.rules.choice import NOTHING, Choice
from tabletop.view.options import is_under_way, rows
from tabletop.view.public import has_bits
from tabletop.view.seat import SeatView, topic_bits
from tabletop.view.sets import can_tell


@lru_cache(maxsize=256)
def block(case: Case, role: int, verb: Verb) -> tuple[int, Int, Int]:
    """First row, objects and targets of a block of the list of decisions."""
    first = int(case.decisions.first[role, verb])
    place = slice(first, first + int(case.decisions.count[role, verb]))
    return first, case.decisions.object[place], case.decisions.target[place].astype(np.int64)


def one_of(case: Case, view: SeatView, verb: Verb, mask: Bools, luck: Real) -> Choice:
    """One of these rows of a block."""
    return Choice.rows(in_block(int(case.decisions.first[view.role, verb]), pick(mask, luck)))


def _by_phone(case: Case, view: SeatView, row: Rows) -> Choice:
    """Tell it by phone: the minimum, on the ground that fits."""
    choice = Choice.rows(row)
    return Choice(row, ground_for(case, view, row), choice.extent, choice.way, choice.due)


def share_needed(case: Case, view: SeatView, luck: Luck, codes: tuple[str, ...] = WEIGHED) -> Choice:
    """Tell a partner a fact that it acts better with, when that is lawful and it was not told or heard it."""
    can = view.knows * ((view.acts > 0) & can_tell(case, view))
    wanted = [
        can & case.facts.needed_by[target] & lawful_for(case, view, target, codes) & ~_has_heard(view, target)
        for target in range(len(case.roles))
    ]
    wanted[view.role] = np.zeros_like(view.knows)
    return tell(case, view, Verb.SHARE, np.stack(wanted, axis=1), luck.draw("share"))


def _has_heard(view: SeatView, target: int) -> Bits:
    """`[N]` facts this role told the target, or knows that it heard in a meeting."""
    heard: Bits = view.told[:, target] | (view.public.joint * view.public.table[:, target])
    return heard


def tell(case: Case, view: SeatView, verb: Verb, wanted: Bits, luck: Real) -> Choice:
    """One of the wanted facts for one of the targets; `wanted` `[N, R]` holds the facts for each role, as bits."""
    counts = np.bitwise_count(wanted).astype(np.int64)
    place = (luck * counts.sum(axis=1)).astype(np.int64)
    before = np.cumsum(counts, axis=1)
    target = (before > place[:, None]).argmax(axis=1)
    worlds = np.arange(len(target))
    facts = has_bits(wanted[worlds, target], len(case.facts.ids))
    place -= (before - counts)[worlds, target]
    fact = (np.cumsum(facts, axis=1, dtype=np.int16) > place[:, None]).argmax(axis=1)
    row = np.where(counts.any(axis=1), row_of(case, view.role, verb)[fact, target], NOTHING)
    return _by_phone(case, view, row.astype(np.int32))


@lru_cache(maxsize=256)
def row_of(case: Case, role: int, verb: Verb) -> Int:
    """`[F, R]` rows of telling a fact to a role; -1 for the own role."""
    first, facts, targets = block(case, role, verb)
    table = np.full((len(case.facts.ids), len(case.roles)), NOTHING, np.int64)
    table[facts, targets] = first + np.arange(len(facts))
    return table


def answer_lawfully(case: Case, view: SeatView, luck: Luck, codes: tuple[str, ...] = WEIGHED) -> Choice:
    """Answer an open question with a fact that may be told; without one, refuse it."""
    if not (view.asked_of_me != 0).any():
        return nothing_chosen(len(view.knows))
    topics, can = topic_bits(case), view.knows * can_tell(case, view)
    wanted = [
        can & lawful_for(case, view, target, codes) & _asked_about(topics, view.asked_of_me[:, target])
        for target in range(len(case.roles))
    ]
    answer = tell(case, view, Verb.ANSWER, np.stack(wanted, axis=1), luck.draw("answer"))
    refusal = one_of(case, view, Verb.REFUSE, rows(case, view, Verb.REFUSE), luck.draw("refuse"))
    return either(answer.row >= 0, answer, refusal)


def _asked_about(topics: Bits, asked: Small) -> Bits:
    """`[N]` facts on the topics (bits) that are asked about."""
    facts = np.zeros(len(asked), np.uint64)
    for topic, bits in enumerate(topics):
        facts |= bits * ((asked >> topic & 1) != 0)
    return facts


def call_meeting(case: Case, view: SeatView, which: Bools) -> Choice:
    """Call a meeting in these worlds, where nobody has."""
    mask = rows(case, view, Verb.CALL) & which[:, None]
    return Choice.rows(in_block(int(case.decisions.first[view.role, Verb.CALL]), pick(mask, np.zeros(len(mask)))))


def ask_consent(case: Case, view: SeatView, luck: Luck) -> Choice:
    """Ask the victim for consent, once, by a role that sees her or him."""
    if "victim" not in case.pack.roles[case.roles[view.role]].sees:
        return nothing_chosen(len(view.knows))
    _first, topics, _targets = block(case, view.role, Verb.ASK)
    mask = rows(case, view, Verb.ASK) & (topics == Topic.CONSENT) & (view.consent < 0)[:, None]
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
    known = known_share(case, view.knows, measures, view.public.week)
    mask = rows(case, view, Verb.MEASURE) & (known >= least) & makes_sense(case, view, measures)
    return Choice.rows(in_block(first, pick(mask, luck.draw("measure"))))


def known_share(case: Case, knows: Bits, measures: Int, week: int) -> Real:
    """`[N, K]` the known share of the weight of what can be known of a measure's facts; 1 where that is nothing.

    Can be known: what a case tells by this week at the latest (the same in all worlds, so it gives nothing away), and
    what is known. Whether a fact that waits for an event has come, nobody can tell who has not heard of it.
    """
    weight, since = case.facts.weight, case.facts.from_week
    hinges = has_bits(case.measures.hinges_on[measures], len(weight))
    due = (since >= 0) & (since <= week)
    held = has_bits(knows, len(weight)) * weight
    known = np.stack([held[:, hinge].sum(axis=1) for hinge in hinges], axis=1)
    early = np.stack([held[:, hinge & ~due].sum(axis=1) for hinge in hinges], axis=1)
    total = ((hinges & due) * weight).sum(axis=1) + early
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
    return np.asarray(is_under_way(view.status[:, places]).any(axis=1))
