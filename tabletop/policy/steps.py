"""Single steps that policies are made of: each proposes one decision in each world, row -1 for none."""

from functools import lru_cache

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Real
from tabletop.case.case import Case
from tabletop.case.verbs import Topic, Verb
from tabletop.policy.base import Luck, Rows, best, first_chosen, in_block, nothing_chosen, pick
from tabletop.policy.law import WEIGHED, ground_for, lawful_for_all
from tabletop.rules.choice import NOTHING, Choice
from tabletop.rules.picture import weight
from tabletop.view.choosing import nth_bit
from tabletop.view.options import is_under_way, rows
from tabletop.view.seat import SeatView
from tabletop.view.sets import can_tell, facts_about


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
    wanted = lawful_for_all(case, view, codes) & case.facts.needed_by
    wanted &= ~_has_heard(view)
    wanted &= can[:, None]
    wanted[:, view.role] = 0
    return tell(case, view, Verb.SHARE, wanted, luck, "share")


def _has_heard(view: SeatView) -> Bits:
    """`[N, R]` facts this role told each other, or knows that it heard in a meeting."""
    heard: Bits = view.public.table * view.public.joint[:, None]
    heard |= view.told
    return heard


def tell(case: Case, view: SeatView, verb: Verb, wanted: Bits, luck: Luck, word: str) -> Choice:
    """One of the wanted facts for one of the targets; `wanted` `[N, R]` holds the facts for each role, as bits."""
    row = np.full(len(wanted), NOTHING, np.int32)
    worlds = np.flatnonzero(np.bitwise_or.reduce(wanted, axis=1))
    if not len(worlds):
        return Choice.rows(row)
    wanted = wanted[worlds]
    counts = np.bitwise_count(wanted).astype(np.int64)
    place = (luck.draw(word)[worlds] * counts.sum(axis=1)).astype(np.int64)
    before = np.cumsum(counts, axis=1)
    target = (before > place[:, None]).argmax(axis=1)
    each = np.arange(len(target))
    place -= (before - counts)[each, target]
    row[worlds] = row_of(case, view.role, verb)[nth_bit(wanted[each, target], place), target]
    return _by_phone(case, view, row)


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
    wanted = lawful_for_all(case, view, codes) & facts_about(case)[view.asked_of_me]
    wanted &= (view.knows * can_tell(case, view))[:, None]
    answer = tell(case, view, Verb.ANSWER, wanted, luck, "answer")

    def refusal() -> Choice:
        return one_of(case, view, Verb.REFUSE, rows(case, view, Verb.REFUSE), luck.draw("refuse"))

    return first_chosen([lambda: answer, refusal])


def call_meeting(case: Case, view: SeatView, which: Bools) -> Choice:
    """Call a meeting in these worlds, where nobody has."""
    if not which.any():
        return nothing_chosen(len(which))
    mask = rows(case, view, Verb.CALL) & which[:, None]
    return Choice.rows(in_block(int(case.decisions.first[view.role, Verb.CALL]), pick(mask, np.zeros(len(mask)))))


def ask_consent(case: Case, view: SeatView, luck: Luck) -> Choice:
    """Ask the victim for consent, once, by a role that sees her or him."""
    never = view.consent < 0
    if "victim" not in case.pack.roles[case.roles[view.role]].sees or not never.any():
        return nothing_chosen(len(never))
    _first, topics, _targets = block(case, view.role, Verb.ASK)
    mask = rows(case, view, Verb.ASK) & (topics == Topic.CONSENT) & never[:, None]
    return one_of(case, view, Verb.ASK, mask, luck.draw("consent"))


def keep_agreement(case: Case, view: SeatView) -> Choice:
    """Start a measure that was agreed with this role as owner."""
    first, measures, _targets = block(case, view.role, Verb.MEASURE)
    owned = view.public.agreement_owner[:, measures] == view.role
    if not owned.any():
        return nothing_chosen(len(view.knows))
    mask = rows(case, view, Verb.MEASURE) & owned
    return Choice.rows(in_block(first, best(mask, -view.public.agreement_due[:, measures].astype(np.float64))))


def fitting_measure(case: Case, view: SeatView, luck: Luck, least: float) -> Choice:
    """Take an own measure of whose facts at least this share is known; the better known, the likelier."""
    first, measures, _targets = block(case, view.role, Verb.MEASURE)
    mask = rows(case, view, Verb.MEASURE) if len(measures) else np.zeros((len(view.knows), 0), np.bool_)
    if not mask.any():
        return nothing_chosen(len(mask))
    mask &= known_share(case, view.knows, measures, view.public.week) >= least
    mask &= makes_sense(case, view, measures)
    return Choice.rows(in_block(first, pick(mask, luck.draw("measure"))))


def known_share(case: Case, knows: Bits, measures: Int, week: int) -> Real:
    """`[N, K]` the known share of the weight of what can be known of a measure's facts; 1 where that is nothing.

    Can be known: what a case tells by this week at the latest (the same in all worlds, so it gives nothing away), and
    what is known. Whether a fact that waits for an event has come, nobody can tell who has not heard of it.
    """
    due, known_due = _due(case, week)
    hinges = case.measures.hinges_on[measures]
    held = knows[:, None] & hinges
    known = weight(case, held)
    total = weight(case, held & ~due) + known_due[measures]
    share: Real = np.where(total > 0, known / np.maximum(total, 1), 1.0)
    return share


@lru_cache(maxsize=256)
def _due(case: Case, week: int) -> tuple[np.uint64, Real]:
    """Facts that a case tells by a week at the latest, and `[M]` their weight for each measure."""
    since = case.facts.from_week
    bits = np.left_shift(np.uint64(1), np.arange(len(since), dtype=np.uint64))
    due: np.uint64 = np.bitwise_or.reduce(bits[(since >= 0) & (since <= week)], initial=np.uint64(0))
    return due, weight(case, case.measures.hinges_on & due)


def makes_sense(case: Case, view: SeatView, measures: Int) -> Bools:
    """`[N, K]` whether what this role can judge of a measure's needs is met: consent is not denied, its frame runs."""
    consent, frames = _judged(case, tuple(measures.tolist()))
    sense: Bools = (view.consent != 0)[:, None] | ~consent
    for column, places in frames:
        sense[:, column] &= is_under_way(view.status[:, places]).any(axis=1)
    return sense


@lru_cache(maxsize=256)
def _judged(case: Case, measures: tuple[int, ...]) -> tuple[Bools, tuple[tuple[int, list[int]], ...]]:
    """Which measures need consent, and by column the measures of which one has to be under way, where any is."""
    needs = [case.pack.measures[case.measures.ids[measure]].needs for measure in measures]
    frames = (
        (column, [case.measures.ids.index(measure) for measure in need.running if measure in case.measures.ids])
        for column, need in enumerate(needs)
        if need.running
    )
    return np.array([need.consent for need in needs]), tuple(frames)
