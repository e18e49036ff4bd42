"""Roles that each have a policy of their own: one seat that is silent or plays at random, say."""

from collections.abc import Mapping

from tabletop.case.arrays import Bits
from tabletop.case.case import Case
from tabletop.policy.base import Luck, Policy
from tabletop.rules.choice import Choice
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView


class Seats:
    """One policy for all roles but some. The policy of the others speaks for the table."""

    name = "seats"

    def __init__(self, others: Policy, own: Mapping[int, Policy]) -> None:
        """Take the policy of most roles, and those of single roles by their place."""
        self._others, self._own = others, own

    def _of(self, view: SeatView) -> Policy:
        return self._own.get(view.role, self._others)

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Decide as the policy of this role does."""
        return self._of(view).turn(case, view, luck)

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Answer as the policy of this role does."""
        return self._of(view).reply(case, view, luck)

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """Lay ready what the policy of this role does."""
        return self._of(view).bring(case, view, luck)

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """Decide as the policy of most roles does."""
        return self._others.table(case, public, place, luck)

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Stand as the policy of this role does."""
        return self._of(view).stance(case, view, luck)
