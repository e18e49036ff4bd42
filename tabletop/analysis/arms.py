"""Many games of one case in one batch: the best plan, each time with another seat that does otherwise.

Small batches cost more by the world than large ones, so a sensitivity analysis, which plays few worlds at a time, plays
these side by side. World *k* of each game is the same as when that game is played alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from tabletop.analysis.comparing import Setting, figures_of, stage
from tabletop.analysis.effects import Sample
from tabletop.analysis.staging import play, whole_harm
from tabletop.case.arrays import Bits, Int, Worlds
from tabletop.case.case import Case
from tabletop.policy import POLICIES
from tabletop.policy.base import Luck, Policy
from tabletop.policy.pooled import Pooled
from tabletop.rules.choice import Choice
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView, some_worlds

SEATS: Final = {"seat_random": "random", "seat_silent": "nothing"}
"""Games in which one seat does otherwise, and what it does."""


class Arms:
    """One policy for all roles, but in each part of the batch one role has another."""

    name = "seats"

    def __init__(self, others: Policy, own: Sequence[tuple[int, Policy]], worlds: int) -> None:
        """Take the policy of most roles and, for each part of so many worlds, the role that does otherwise."""
        self._others, self._own, self._worlds = others, own, worlds

    def _apart(self, view: SeatView) -> Iterator[tuple[Policy, Int]]:
        """The parts in which this role does otherwise."""
        for arm, (role, policy) in enumerate(self._own):
            if role == view.role:
                yield policy, np.arange(arm * self._worlds, (arm + 1) * self._worlds)

    def _chosen(self, view: SeatView, luck: Luck, ask: Callable[[Policy, SeatView, Luck], Choice]) -> Choice:
        choice = ask(self._others, view, luck)
        for policy, here in self._apart(view):
            choice = _put(choice, here, ask(policy, some_worlds(view, here), _part(luck, here)))
        return choice

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Decide as the policy of this role does in each part."""
        return self._chosen(view, luck, lambda policy, seen, draws: policy.turn(case, seen, draws))

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Answer as the policy of this role does in each part."""
        return self._chosen(view, luck, lambda policy, seen, draws: policy.reply(case, seen, draws))

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """Lay ready what the policy of this role does in each part."""
        facts = self._others.bring(case, view, luck).copy()
        for policy, here in self._apart(view):
            facts[here] = policy.bring(case, some_worlds(view, here), _part(luck, here))
        return facts

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """Decide as the policy of most roles does."""
        return self._others.table(case, public, place, luck)

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Stand as the policy of this role does in each part."""
        return self._chosen(view, luck, lambda policy, seen, draws: policy.stance(case, seen, draws))


def _part(luck: Luck, here: Int) -> Luck:
    return Luck(luck.seed, luck.worlds[here], luck.week, luck.purpose)


def _put(choice: Choice, here: Int, part: Choice) -> Choice:
    arrays = {}
    for name in ("row", "ground", "extent", "way", "due"):
        arrays[name] = getattr(choice, name).copy()
        arrays[name][here] = getattr(part, name)
    return Choice(**arrays)


def are_seats(name: str) -> bool:
    """Say whether a staged game is one of the best plan with a seat that does otherwise."""
    return name.partition(":")[0] in SEATS


def sample_seats(setting: Setting, names: Sequence[str], seed: int, worlds: Worlds) -> dict[str, Sample]:
    """Play these games of seats in one batch, each in the same worlds."""
    if not names:
        return {}
    kinds = [name.partition(":") for name in names]
    own = [(setting.case.roles.index(role), POLICIES[SEATS[kind]]) for kind, _colon, role in kinds]
    whole = len(worlds) * len(names)
    pooled = Pooled(setting.case, setting.plans["pooled"], whole, setting.acts)
    staging = replace(stage(setting, "pooled", 1), policy=Arms(pooled, own, len(worlds)))
    state = play(staging, seed, np.tile(worlds, len(names)))
    harm, figures = whole_harm(state), figures_of(state)
    parts = {name: slice(arm * len(worlds), (arm + 1) * len(worlds)) for arm, name in enumerate(names)}
    return {
        name: Sample(harm[part], {key: each[part] for key, each in figures.items()}) for name, part in parts.items()
    }
