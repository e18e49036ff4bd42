"""The plan that a policy amounts to: for each turn, what it decides in most worlds. A start for a search."""

from typing import Final

import numpy as np

from tabletop.analysis.plans import AGREEMENTS, NONE, TASKS, empty_plans
from tabletop.analysis.staging import Staging, play
from tabletop.case.arrays import Bits, Worlds
from tabletop.case.case import Case
from tabletop.case.verbs import Verb
from tabletop.policy.base import Luck, Policy
from tabletop.policy.pooled import Plans
from tabletop.rules.choice import Choice
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView

WORLDS: Final = 200


def trace(case: Case, policy: Policy, acts: int, seed: int) -> Plans:
    """Give the plan of a policy."""
    tracer = _Tracer(policy, empty_plans(case, acts), acts)
    worlds: Worlds = np.arange(WORLDS, dtype=np.uint64)
    play(Staging(case, tracer, acts), seed, worlds)
    return tracer.plans


class _Tracer:
    """Decides as a policy does, and writes down what it decides most."""

    def __init__(self, policy: Policy, plans: Plans, acts: int) -> None:
        self.name, self.plans = policy.name, plans
        self._policy, self._acts = policy, acts

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        choice = self._policy.turn(case, view, luck)
        place = self._acts - int(view.acts.max())
        row = _most(choice)
        if 0 <= place < self._acts:
            at = (0, view.public.round, view.role, place)
            self.plans.row[at] = row
            if row >= 0:
                self.plans.way[at] = int(choice.way[np.flatnonzero(choice.row == row)[0]])
        return choice

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        return self._policy.reply(case, view, luck)

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        return self._policy.bring(case, view, luck)

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        choice = self._policy.table(case, public, place, luck)
        row = _most(choice)
        if row >= 0 and case.decisions.verb[row] == Verb.LEAD:
            self.plans.lead[0, public.round, case.decisions.object[row]] = case.decisions.target[row]
        number = place - len(TASKS)
        if row >= 0 and case.decisions.verb[row] == Verb.AGREE and 0 <= number < AGREEMENTS:
            self.plans.agree[0, public.round, number] = row
            self.plans.due[0, public.round, number] = int(choice.due[np.flatnonzero(choice.row == row)[0]])
        return choice

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        return self._policy.stance(case, view, luck)


def _most(choice: Choice) -> int:
    """Give the row that is chosen in most worlds; -1 when nothing is."""
    chosen = choice.row[choice.row >= 0]
    return int(np.bincount(chosen).argmax()) if len(chosen) else NONE
