"""Policies to compare with: nobody decides; chance decides; everybody stays on the own island."""

import numpy as np

from tabletop.case.arrays import Bits
from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Ground, Verb, Way
from tabletop.policy.base import Luck, in_block, nothing_chosen, pick
from tabletop.policy.steps import fitting_measure
from tabletop.rules.choice import NOTHING, Choice
from tabletop.view.choosing import choose, choose_at_table, split
from tabletop.view.options import STANCE_VERBS, TABLE_VERBS, stance_rows
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView


class Nothing:
    """Nobody decides anything."""

    name = "nothing"

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Nothing."""
        del case, luck
        return nothing_chosen(len(view.knows))

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Nothing."""
        del case, luck
        return nothing_chosen(len(view.knows))

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """Nothing."""
        del case, luck
        return np.zeros_like(view.knows)

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """Nothing."""
        del case, place, luck
        return nothing_chosen(len(public.joint))

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Nothing."""
        del case, luck
        return nothing_chosen(len(view.knows))


class Island(Nothing):
    """Own facts and own measures only: no sharing, no asking, no meetings."""

    name = "island"

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """An own measure for which at least some of the facts are known."""
        return fitting_measure(case, view, luck, least=np.finfo(np.float64).tiny)


class Random(Nothing):
    """The kind of decision first, then which."""

    name = "random"

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Any possible decision, with any ground, extent and channel."""
        ground, extent, way = luck.draw_three("modes")
        row = choose(case, view, luck.draw("row"))
        return Choice(
            row=row,
            ground=(ground * len(Ground)).astype(np.int8),
            extent=(extent * len(Extent)).astype(np.int8),
            way=(way * len(Way)).astype(np.int8),
            due=np.full(len(row), _usual_round(case), np.int16),
        )

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """Any task for anybody, or any agreement with anybody."""
        del place
        kind, rest = split(luck.draw("row"), len(TABLE_VERBS))
        row = np.full(len(kind), NOTHING, np.int32)
        for place, verb in enumerate(TABLE_VERBS):
            worlds = np.flatnonzero(kind == place)
            row[worlds] = choose_at_table(case, public, verb, worlds, rest[worlds])
        return Choice.rows(row, due=case.round_weeks[min(public.round, len(case.round_weeks) - 1)])

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Commits or objects, as it falls."""
        commits = luck.draw("stance") * len(STANCE_VERBS) < 1
        sits = [stance_rows(case, view.public, view.role, verb)[:, 0] for verb in STANCE_VERBS]
        first = [int(case.decisions.first[view.role, verb]) for verb in STANCE_VERBS]
        row = np.where(commits, np.where(sits[0], first[0], NOTHING), np.where(sits[1], first[1], NOTHING))
        return Choice.rows(row.astype(np.int32))


def commit(case: Case, view: SeatView) -> Choice:
    """Commit, when at the table."""
    mask = stance_rows(case, view.public, view.role, Verb.COMMIT)
    return Choice.rows(in_block(int(case.decisions.first[view.role, Verb.COMMIT]), pick(mask, np.zeros(len(mask)))))


def _usual_round(case: Case) -> int:
    return sum(case.round_weeks) // len(case.round_weeks)
