"""Partners who share what is lawful and needed, meet, give somebody the lead, and keep their agreements."""

from functools import cache, lru_cache

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Real, Weeks
from tabletop.case.case import Case
from tabletop.case.verbs import Task, Verb
from tabletop.content.specs.policies import PreferredSpec
from tabletop.policy.base import Luck, Rows, best, either, first_chosen, nothing_chosen
from tabletop.policy.bots import commit
from tabletop.policy.law import lawful_at_table
from tabletop.policy.steps import (
    answer_lawfully,
    ask_consent,
    block,
    call_meeting,
    fitting_measure,
    keep_agreement,
    known_share,
    share_needed,
)  # fmt: skip
from tabletop.rules.choice import NOTHING, Choice
from tabletop.view.options import is_under_way
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView


class Joint:
    """Lawful, needed shares, a meeting each round, a lead, agreements."""

    name = "joint"

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """What was agreed first; then the meeting, consent, and a share or a measure."""
        return first_chosen(
            [
                lambda: keep_agreement(case, view),
                lambda: call_meeting(case, view, _calls(view)),
                lambda: ask_consent(case, view, luck),
                lambda: _share_or_act(case, view, luck),
            ]
        )

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Answer what may be answered."""
        return answer_lawfully(case, view, luck)

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """All that may lie on the table and that somebody else acts better with."""
        del luck
        return for_the_table(case, view)

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """First the tasks, then an agreement for each partner in turn."""
        del luck
        if place < len(Task):
            return give_task(case, public, Task(place))
        return agree(case, public, place - len(Task))

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Commit."""
        del luck
        return commit(case, view)


def _share_or_act(case: Case, view: SeatView, luck: Luck) -> Choice:
    """A share or a measure, as it falls; the other when there is none."""
    share = cache(lambda: share_needed(case, view, luck))
    measure = cache(lambda: fitting_measure(case, view, luck, least=case.pack.policies.joint_acts_from.value))
    shares_first = luck.draw("share first") < case.pack.policies.joint_shares_first.value
    if shares_first.all():
        return first_chosen([share, measure])
    acts_first = first_chosen([measure, share])
    return either(shares_first, first_chosen([share, measure]), acts_first) if shares_first.any() else acts_first


def for_the_table(case: Case, view: SeatView) -> Bits:
    """`[N]` facts that may lie on the table, do not lie there, and that another partner acts better with."""
    facts: Bits = view.knows & ~view.public.joint & lawful_at_table(case, view) & _wanted(case, view.role)
    return facts


@lru_cache(maxsize=64)
def _wanted(case: Case, role: int) -> np.uint64:
    """Facts that another partner acts better with."""
    wanted: np.uint64 = np.bitwise_or.reduce(np.delete(case.facts.needed_by, role))
    return wanted


def _calls(view: SeatView) -> Bools:
    """The process lead calls; without one, whoever comes first does."""
    lead = view.public.tasks[:, Task.PROCESS_LEAD]
    calls: Bools = (lead < 0) | (lead == view.role)
    return calls


def give_task(case: Case, public: PublicView, task: Task) -> Choice:
    """Give a task that nobody has to the preferred role at the table, else to the first that sits there."""
    free = public.tasks[:, task] < 0
    if not free.any():
        return nothing_chosen(len(free))
    rows, targets, score = _candidates(case, task)
    mask = public.table[:, targets] & free[:, None]
    return Choice.rows(_of(rows, best(mask, np.broadcast_to(score, mask.shape))))


def _of(rows: Int, column: Int) -> Rows:
    """`[N]` the row of each column, nothing where there is no column."""
    return np.where(column >= 0, rows[column], NOTHING).astype(np.int32)


@lru_cache(maxsize=64)
def _candidates(case: Case, task: Task) -> tuple[Int, Int, Real]:
    """Rows that give a task, the roles they give it to, and how preferred each is."""
    first, objects, targets = block(case, len(case.roles), Verb.LEAD)
    places = np.flatnonzero(objects == task)
    score = [_preference(case, task, role) for role in targets[places].tolist()]
    return first + places, targets[places], np.array(score, np.float64)


def _preference(case: Case, task: Task, role: int) -> int:
    spec = case.pack.roles[case.roles[role]]
    preferred: tuple[PreferredSpec, ...] = getattr(case.pack.policies.leads, task.name.lower())
    for rank, wanted in enumerate(preferred):
        if spec.column == wanted.column or wanted.sees in spec.sees:
            return len(preferred) - rank
    return 0


def agree(case: Case, public: PublicView, place: int) -> Choice:
    """Agree with one role on the measure whose facts the joint picture knows best, due after its next turn."""
    if place >= len(case.roles):
        return nothing_chosen(len(public.joint))
    rows, measures = _agreements(case, place)
    mask = public.table[:, place, None] & ~is_under_way(public.status[:, measures])
    mask &= public.agreement_owner[:, measures] < 0
    if not mask.any():
        return nothing_chosen(len(mask))
    known = known_share(case, public.joint, measures, public.week)
    column = best(mask & (known >= case.pack.policies.joint_acts_from.value), known)
    choice = Choice.rows(_of(rows, column))
    return Choice(choice.row, choice.ground, choice.extent, choice.way, _due(case, public, measures[column]))


@lru_cache(maxsize=64)
def _agreements(case: Case, role: int) -> tuple[Int, Int]:
    """Rows that agree with a role on a measure, and these measures."""
    first, measures, targets = block(case, len(case.roles), Verb.AGREE)
    places = np.flatnonzero(targets == role)
    return first + places, measures[places]


def _due(case: Case, public: PublicView, measure: Int) -> Weeks:
    """`[N]` weeks until the owner's next turn has passed and the measure has started."""
    weeks = case.round_weeks[min(public.round, len(case.round_weeks) - 1)]
    return (case.measures.lead[measure] + weeks + 1).astype(np.int16)
