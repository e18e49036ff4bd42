"""A partner without a player: busy, lawful, a bit cautious. How reachable it is, the role's content says."""

import numpy as np

from tabletop.case.arrays import Bits, Bools
from tabletop.case.case import Case
from tabletop.case.verbs import Task
from tabletop.policy.base import Luck, first_chosen, nothing_chosen, only_where
from tabletop.policy.bots import commit
from tabletop.policy.joint import for_the_table
from tabletop.policy.law import CLEAR
from tabletop.policy.steps import answer_lawfully, fitting_measure, keep_agreement, share_needed
from tabletop.rules.choice import Choice
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView


class Partner:
    """Answers lawful questions, shares little, brings needed facts to a meeting, keeps agreements."""

    name = "partner"

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """What was agreed; else, when there is time, a share that is clearly allowed or a measure that fits."""
        least = case.pack.policies.partner_acts_from.value

        def free() -> Choice:
            shares_or_acts = first_chosen(
                [lambda: share_needed(case, view, luck, CLEAR), lambda: fitting_measure(case, view, luck, least)]
            )
            return only_where(_has_time(case, view, luck, "turn"), shares_or_acts)

        return first_chosen([lambda: keep_agreement(case, view), free])

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Answer what may be answered, refuse the rest; or, too busy, say nothing."""
        return only_where(_has_time(case, view, luck, "reply"), answer_lawfully(case, view, luck))

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """What may lie on the table and somebody else acts better with, once a meeting is called."""
        del luck
        return np.where(view.public.caller >= 0, for_the_table(case, view), np.uint64(0))

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """People decide for the table."""
        del case, place, luck
        return nothing_chosen(len(public.joint))

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Commit once somebody has the process lead."""
        del luck
        return only_where(view.public.tasks[:, Task.PROCESS_LEAD] >= 0, commit(case, view))


def _has_time(case: Case, view: SeatView, luck: Luck, word: str) -> Bools:
    """`[N]` whether the partner gets to it."""
    found: Bools = luck.draw(f"time to {word}") < case.network.answers[view.role]
    return found
