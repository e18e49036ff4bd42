"""Partners who share what is lawful and needed, meet, give somebody the lead, and keep their agreements."""

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Weeks
from tabletop.case.case import Case
from tabletop.case.verbs import Task, Verb
from tabletop.content.specs.policies import PreferredSpec
from tabletop.policy.base import Luck, best, either, first_chosen, in_block, nothing_chosen
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
from tabletop.rules.choice import Choice
from tabletop.view.options import table_rows
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView


class Joint:
    """Lawful, needed shares, a meeting each round, a lead, agreements."""

    name = "joint"

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """What was agreed first; then the meeting, consent, and a share or a measure."""
        share = share_needed(case, view, luck)
        measure = fitting_measure(case, view, luck, least=case.pack.policies.joint_acts_from.value)
        shares_first = luck.draw("share first") < case.pack.policies.joint_shares_first.value
        return first_chosen(
            [
                keep_agreement(case, view),
                call_meeting(case, view, _calls(view)),
                ask_consent(case, view, luck),
                either(shares_first, first_chosen([share, measure]), first_chosen([measure, share])),
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


def for_the_table(case: Case, view: SeatView) -> Bits:
    """`[N]` facts that may lie on the table, do not lie there, and that another partner acts better with."""
    wanted = np.bitwise_or.reduce(np.delete(case.facts.needed_by, view.role))
    facts: Bits = view.knows & ~view.public.joint & lawful_at_table(case, view) & wanted
    return facts


def _calls(view: SeatView) -> Bools:
    """The process lead calls; without one, whoever comes first does."""
    lead = view.public.tasks[:, Task.PROCESS_LEAD]
    calls: Bools = (lead < 0) | (lead == view.role)
    return calls


def give_task(case: Case, public: PublicView, task: Task) -> Choice:
    """Give a task that nobody has to the preferred role at the table, else to the first that sits there."""
    first, objects, targets = block(case, len(case.roles), Verb.LEAD)
    mask = table_rows(case, public, Verb.LEAD) & (objects == task) & (public.tasks[:, task] < 0)[:, None]
    score = np.array([_preference(case, task, role) for role in targets.tolist()], np.float64)
    return Choice.rows(in_block(first, best(mask, np.broadcast_to(score, mask.shape))))


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
    first, measures, targets = block(case, len(case.roles), Verb.AGREE)
    mask = table_rows(case, public, Verb.AGREE) & (targets == place) & (public.agreement_owner[:, measures] < 0)
    known = known_share(case, public.joint, measures, public.week)
    column = best(mask & (known >= case.pack.policies.joint_acts_from.value), known)
    choice = Choice.rows(in_block(first, column))
    return Choice(choice.row, choice.ground, choice.extent, choice.way, _due(case, public, measures[column]))


def _due(case: Case, public: PublicView, measure: Int) -> Weeks:
    """`[N]` weeks until the owner's next turn has passed and the measure has started."""
    weeks = case.round_weeks[min(public.round, len(case.round_weeks) - 1)]
    return (case.measures.lead[measure] + weeks + 1).astype(np.int16)
