"""As partners who work together, but late: they let the first rounds go by."""

from tabletop.case.case import Case
from tabletop.policy.base import Luck, nothing_chosen
from tabletop.policy.joint import Joint
from tabletop.rules.choice import Choice
from tabletop.view.seat import SeatView


class Late(Joint):
    """Nothing in rounds that begin before its week; from then on as `joint`.

    A balance compares exact delays, with rounds that begin later (`analysis.staging.Staging.wait_weeks`).
    """

    name = "late"

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Wait, then do as `joint`."""
        if view.public.week < case.pack.policies.late_waits_weeks.value:
            return nothing_chosen(len(view.knows))
        return super().turn(case, view, luck)
