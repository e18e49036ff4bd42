"""As partners who work together, but incident by incident: complaints are never joined into one."""

from functools import lru_cache
from typing import Final

import numpy as np

from tabletop.case.arrays import Bits, Bools
from tabletop.case.case import Case
from tabletop.case.verbs import Verb
from tabletop.policy.base import Luck, either, nothing_chosen, only_where
from tabletop.policy.joint import Joint, for_the_table
from tabletop.policy.steps import block
from tabletop.rules.choice import Choice
from tabletop.view.options import rows
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView

LONG_VIEW: Final = ("process", "assessment", "priority", "plan", "treatment")
"""Kinds of measure that look beyond the last incident."""


class PerIncident(Joint):
    """Share, meet and agree as `joint`, with the same hours; what makes one pattern of incidents is never done."""

    name = "per_incident"

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Do as `joint` would, unless it takes the long view; then answer an incident, once heard of, or do nothing."""
        choice = super().turn(case, view, luck)
        looks_far = _looks_far(case)[np.maximum(choice.row, 0)] & (choice.row >= 0)
        return either(looks_far, only_where(view.heard > 0, answer_incident(case, view)), choice)

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """Lay ready what `joint` would, but no pieces of the pattern."""
        del luck
        facts: Bits = for_the_table(case, view) & ~case.facts.pattern[0]
        return facts

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """Agree on nothing that looks beyond the last incident."""
        choice = super().table(case, public, place, luck)
        looks_far = _looks_far(case)[np.maximum(choice.row, 0)] & (choice.row >= 0)
        return either(looks_far, nothing_chosen(len(public.joint)), choice)


def answer_incident(case: Case, view: SeatView) -> Choice:
    """Take the first own measure that is still possible and answers an incident."""
    first, _measures, _targets = block(case, view.role, Verb.MEASURE)
    mask = rows(case, view, Verb.MEASURE)
    if not mask.shape[1]:
        return nothing_chosen(len(view.knows))
    mask = mask & ~_looks_far(case)[first : first + mask.shape[1]]
    row = np.where(mask.any(axis=1), first + mask.argmax(axis=1), -1)
    return Choice.rows(row.astype(np.int32))


@lru_cache(maxsize=8)
def _looks_far(case: Case) -> Bools:
    """`[K]` rows that share a piece of the pattern, or take or agree on a measure with a long view."""
    decisions = case.decisions
    kinds = [case.pack.measures[measure].kind in LONG_VIEW for measure in case.measures.ids]
    joins = [case.pack.measures[measure].effects.pattern is not None for measure in case.measures.ids]
    far = np.array(kinds) | np.array(joins)
    measure = np.isin(decisions.verb, (Verb.MEASURE, Verb.AGREE))
    share = np.isin(decisions.verb, (Verb.SHARE, Verb.ANSWER))
    fact = np.where(share, decisions.object, 0).astype(np.uint64)
    piece = (case.facts.pattern[0] >> fact & np.uint64(1)) != 0
    looks: Bools = (measure & far[np.where(measure, decisions.object, 0)]) | (share & piece)
    return looks
