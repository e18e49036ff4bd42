"""Carry out plans that were made before: the best plan found, step by step where it is possible and lawful.

Many plans can be carried out in one batch: world *k* follows the plan of its own `arm`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Int, Small, Weeks
from tabletop.case.case import Case
from tabletop.case.compiling import KINDS
from tabletop.case.verbs import Task, Topic, Verb
from tabletop.policy.base import Luck, Rows
from tabletop.policy.bots import commit
from tabletop.policy.joint import for_the_table
from tabletop.policy.law import LOCKED, WEIGHED, WITH_CONSENT, code_bits, ground_for
from tabletop.policy.steps import answer_lawfully
from tabletop.rules.choice import NOTHING, Choice
from tabletop.view.options import is_under_way
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView


@dataclass(frozen=True, slots=True, eq=False)
class Plans:
    """`P` plans for one case. `S` steps a turn, of which the first that are possible are taken; `A` agreements."""

    row: Rows
    """`[P, rounds, R, S]` rows of the list of decisions, -1 for none."""
    extent: Small
    way: Small
    knows: Small
    """`[P, rounds, R, S]` fact that the role must know for this step, -1 for none: what it answers."""
    lead: Small
    """`[P, rounds, 4]` role for each task of the meeting, -1 for nobody."""
    agree: Rows
    """`[P, rounds, A]` rows of agreements."""
    due: Weeks
    """`[P, rounds, A]` weeks from the meeting."""

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True, slots=True, eq=False)
class Lawful:
    """What may be told by whom to whom, for every row of the list of decisions, `[K]`."""

    always: Bools
    with_consent: Bools

    @classmethod
    def of(cls, case: Case) -> "Lawful":
        """Read the information rules of a case, as a careful professional does (`policy.law`)."""
        decisions = case.decisions
        shares = np.isin(decisions.verb, (Verb.SHARE, Verb.ANSWER))
        giver, taker = np.maximum(decisions.role, 0), np.where(shares, decisions.target, 0)
        fact = np.where(shares, decisions.object, 0)
        cell = case.network.codes[giver, taker]
        locked = np.isin(case.facts.kind[fact], [KINDS.index(kind) for kind in LOCKED])
        locked &= ~case.engine.office.cares_by_law[taker]
        guarded = (case.facts.address[0] >> fact.astype(np.uint64) & np.uint64(1)) != 0
        secret = (case.facts.investigation[0] >> fact.astype(np.uint64) & np.uint64(1)) != 0
        shares &= ~(secret & case.engine.office.consult[taker])
        own = case.facts.subject[fact] == Topic.VICTIM
        always = shares & ((cell & code_bits(WEIGHED)) != 0) & ~locked & ~guarded
        return cls(always, shares & ((cell & code_bits(WITH_CONSENT)) != 0) & own & ~guarded)


class Pooled:
    """Follow a plan: each turn the first steps of it that are possible, lawful and not done yet."""

    name = "pooled"

    def __init__(self, case: Case, plans: Plans, worlds: int, acts: int) -> None:
        """Lay out plans over a batch: the first `worlds` worlds follow the first plan, and so on."""
        self._plans, self._acts = plans, acts
        self._arm = np.repeat(np.arange(len(plans)), worlds)
        self._lawful = Lawful.of(case)

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Take the first step of this round's turn that can be taken."""
        del luck
        plans, place = self._plans, (self._arm, view.public.round, view.role)
        chosen = np.full(len(view.knows), NOTHING, np.int32)
        extent, way = np.ones(len(chosen), np.int8), np.zeros(len(chosen), np.int8)
        for step in range(plans.row.shape[-1]):
            at = (*place, step)
            row, by = plans.row[at], plans.way[at]
            free = (chosen < 0) & (row >= 0)
            if not free.any():
                continue
            free &= self._can(case, view, row, by, step) & _informed(view, plans.knows[at])
            chosen = np.where(free, row, chosen)
            extent, way = np.where(free, plans.extent[at], extent), np.where(free, by, way)
        ground = ground_for(case, view, chosen)
        return Choice(chosen, ground, extent, way, np.zeros(len(chosen), np.int16))

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Answer what may be answered."""
        return answer_lawfully(case, view, luck)

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """Lay ready all that may lie on the table and that somebody else acts better with."""
        del luck
        return for_the_table(case, view)

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """Give the tasks of the plan, then make its agreements: the first of them that is not done yet."""
        del luck, place
        plans, turn = self._plans, (self._arm, public.round)
        row = np.full(len(public.joint), NOTHING, np.int32)
        due = np.zeros(len(row), np.int16)
        worlds = np.arange(len(row))
        for task in Task:
            row = np.where(row < 0, _task_row(case, public, task, plans.lead[(*turn, task)], worlds), row)
        for number in range(plans.agree.shape[-1]):
            wanted = plans.agree[(*turn, number)]
            open_ = (row < 0) & _can_agree(case, public, wanted, worlds)
            row, due = np.where(open_, wanted, row), np.where(open_, plans.due[(*turn, number)], due)
        choice = Choice.rows(row.astype(np.int32))
        return Choice(choice.row, choice.ground, choice.extent, choice.way, due)

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Commit."""
        del luck
        return commit(case, view)

    def _can(self, case: Case, view: SeatView, row: Rows, way: Small, step: int) -> Bools:
        """Say in which worlds this step makes sense for the role, from its view: `[N]`."""
        at = np.maximum(row, 0)
        decisions = case.decisions
        verb, object_ = decisions.verb[at], decisions.object[at]
        target = np.clip(decisions.target[at].astype(np.int64), 0, len(case.roles) - 1)
        worlds = np.arange(len(row))
        cost = decisions.hours[at] + np.where(verb == Verb.SHARE, case.engine.ways.hours[way], 0)
        can = (view.hours >= cost) & (view.acts > 0)
        can &= (verb != Verb.SHARE) | self._can_share(case, view, at, object_, target, worlds)
        can &= (verb != Verb.MEASURE) | _can_measure(case, view, object_, worlds)
        can &= (verb != Verb.CALL) | (view.public.caller < 0)
        can &= (verb != Verb.ASK) | ((object_ == Topic.CONSENT) & (view.consent < 0))
        can &= (verb != Verb.SCALE) | (view.acts == self._acts - step)
        possible: Bools = can & ((verb != Verb.WAIT) | ~view.waiting)
        return possible

    def _can_share(self, case: Case, view: SeatView, row: Int, fact: Int, target: Int, worlds: Int) -> Bools:
        bit = np.left_shift(np.uint64(1), np.minimum(fact, len(case.facts.ids) - 1).astype(np.uint64))
        lawful = self._lawful.always[row] | (self._lawful.with_consent[row] & (view.consent == 1))
        at_table = ((view.public.joint & bit) != 0) & view.public.table[worlds, target]
        fresh = ((view.told[worlds, target] & bit) == 0) & ~at_table
        can: Bools = lawful & fresh & ((view.knows & bit) != 0)
        return can


def _informed(view: SeatView, fact: NDArray[np.int8]) -> Bools:
    bit = np.left_shift(np.uint64(1), np.maximum(fact, 0).astype(np.uint64))
    informed: Bools = (fact < 0) | ((view.knows & bit) != 0)
    return informed


def _can_measure(case: Case, view: SeatView, measure: Int, worlds: Int) -> Bools:
    place = np.minimum(measure, len(case.measures.ids) - 1)
    free = ~is_under_way(view.status[worlds, place])
    can: Bools = free & (view.used[worlds, place] < case.measures.supply[place])
    return can


def _task_row(case: Case, public: PublicView, task: Task, role: Small, worlds: Int) -> Rows:
    seat = np.maximum(role, 0).astype(np.int64)
    open_ = (role >= 0) & public.table[worlds, seat] & (public.tasks[:, task] != role)
    first = int(case.decisions.first[len(case.roles), Verb.LEAD]) + task * len(case.roles)
    return np.where(open_, first + seat, NOTHING).astype(np.int32)


def _can_agree(case: Case, public: PublicView, row: Rows, worlds: Int) -> Bools:
    at = np.maximum(row, 0)
    measure, owner = case.decisions.object[at], case.decisions.target[at].astype(np.int64)
    made = (public.agreement_owner[worlds, measure] == owner) & (public.agreement_due[worlds, measure] >= public.week)
    idle = ~is_under_way(public.status[worlds, measure])
    can: Bools = (row >= 0) & public.table[worlds, owner] & idle & ~made
    return can
