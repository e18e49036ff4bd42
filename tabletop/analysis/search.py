"""Search for the best plan: many small changes tried side by side, in worlds with the same luck.

Every search gets the same budget. Its own figure is flattered by the worlds it was found in; figures that are shown
come from fresh worlds (`analysis.balance`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tabletop.analysis.changing import Allowed, Changer
from tabletop.analysis.dice import Dice
from tabletop.analysis.plans import NONE, SPARE, copies, joined, merged, picked, read_plan, with_spare_calls, write_plan
from tabletop.analysis.staging import HARM_STEPS, Staging, play, whole_harm
from tabletop.analysis.tracing import trace
from tabletop.analysis.variants import knowing_only
from tabletop.case.arrays import Int, Real, Worlds
from tabletop.case.case import Case
from tabletop.content.specs.plan import PlanSpec
from tabletop.policy import POLICIES
from tabletop.policy.pooled import Plans, Pooled
from tabletop.rules.endings import WEIGHTS

SEED: Final = 20_001
"""Worlds of a search are never those of a figure: another seed."""
FRESH_SEED: Final = 20_002
FRESH: Final = 3_000
"""Worlds in which a new plan is compared with the stored one."""
PRUNINGS: Final = 4
IDLE: Final = 0.02
"""Points of harm below which a step is taken to change nothing."""
MERGED: Final = 3
"""How many changes for the better are tried together."""

Site = tuple[str, tuple[int, ...]]
Step = Callable[[int, float], None]


@dataclass(frozen=True, slots=True)
class Budget:
    """What one search may cost: the same for every role, case and format."""

    generations: int = 240
    tried: int = 24
    """Plans in a generation."""
    worlds: int = 300
    fresh_every: int = 40
    """Generations after which other worlds are taken, so that a plan does not learn the luck of some."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The best plan of a search, and its harm in the worlds of the search (doing nothing is 100)."""

    plan: Plans
    harm: float


def search(
    case: Case,
    start: Plans,
    allowed: Allowed | None = None,
    budget: Budget | None = None,
    seed: int = SEED,
    step: Step | None = None,
) -> Found:
    """Search from a plan, by steps that lower expected harm."""
    budget, allowed = budget or Budget(), allowed or Allowed()
    acts = start.row.shape[-1] - SPARE
    changer = Changer(case, allowed, Dice(seed))
    best, harm, pending = picked(start, [0]), float("inf"), None
    for generation in range(budget.generations):
        if generation % budget.fresh_every == 0:
            worlds = _worlds(generation // budget.fresh_every, budget.worlds)
            base = play(Staging(case, POLICIES["nothing"]), seed, worlds).harm.mean(axis=0)
        plans = copies(best, budget.tried)
        for place in range(1, budget.tried):
            changer.change(plans, place)
        if pending is not None:
            plans = joined(picked(plans, [0]), pending, picked(plans, list(range(1, budget.tried - 1))))
        harms = mean_harm(case, plans, seed, worlds, base, acts)
        order = [int(place) for place in np.argsort(harms, kind="stable") if harms[place] < harms[0]]
        pending = merged(plans, order[:MERGED]) if len(order) > 1 else None
        if order:
            best = picked(plans, order[:1])
        harm = float(harms.min())
        if step is not None:
            step(generation + 1, harm)
    best = pruned(case, best, seed, worlds, base, acts)
    return Found(best, harm)


def pruned(case: Case, plan: Plans, seed: int, worlds: Worlds, base: Real, acts: int) -> Plans:
    """Take out of a plan what changes nothing, so that a person can read it."""
    for _ in range(PRUNINGS):
        sites = _sites(plan)
        plans = joined(plan, *(_without(plan, [site]) for site in sites))
        harms = mean_harm(case, plans, seed, worlds, base, acts)
        idle = [site for site, harm in zip(sites, harms[1:], strict=True) if harm <= harms[0] + IDLE]
        fewer = joined(plan, _without(plan, idle), _without(plan, idle[::2]), _without(plan, idle[1::2]))
        harms = mean_harm(case, fewer, seed, worlds, base, acts)
        kept = next((place for place in (1, 2, 3) if harms[place] <= harms[0] + IDLE), 0)
        if not idle or not kept:
            break
        plan = picked(fewer, [kept])
    return plan


def _sites(plan: Plans) -> list[Site]:
    """Give every place of a plan in which something is done."""
    return [
        (name, tuple(int(axis) for axis in at))
        for name in ("row", "lead", "agree")
        for at in np.argwhere(getattr(plan, name)[:1] >= 0)
    ]


def _without(plan: Plans, sites: list[Site]) -> Plans:
    fewer = copies(plan, 1)
    for name, at in sites:
        getattr(fewer, name)[at] = NONE
    return fewer


def mean_harm(case: Case, plans: Plans, seed: int, worlds: Worlds, base: Real, acts: int) -> Real:
    """Give expected harm of each plan in the same worlds, `[P]`; `base` is the mean under doing nothing, `[5]`."""
    several = np.tile(worlds, len(plans))
    policy = Pooled(case, plans, len(worlds), acts)
    harm: Int = whole_harm(play(Staging(case, policy, acts), seed, several))
    parts = harm.reshape(len(plans), len(worlds), -1).sum(axis=1)
    weights = np.array([case.numbers[name] if base[part] > 0 else 0.0 for part, name in enumerate(WEIGHTS)])
    factors = 100.0 * weights / weights.sum() / np.where(base > 0, base, 1.0) / len(worlds) / HARM_STEPS
    harms: Real = (parts * factors).sum(axis=1)
    return harms


def _worlds(number: int, size: int) -> Worlds:
    return np.arange(number * size, (number + 1) * size, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Quest:
    """One search of a balance: what it is for, in which variant of the case, and what it may use."""

    id: str

    @property
    def role(self) -> str | None:
        """The only role whose facts are known, if so."""
        kind, _, role = self.id.partition(":")
        return role if kind == "single" else None


def quests_of(case: Case) -> list[Quest]:
    """Give every search of a balance: the pooled plan, the plan that shares nothing, and one for each role."""
    return [Quest("pooled"), Quest("share_nothing"), *(Quest(f"single:{role}") for role in case.roles)]


def search_for(
    case: Case, quest: Quest, acts: int, budget: Budget | None = None, stored: PlanSpec | None = None
) -> PlanSpec:
    """Search the plan of one quest, from what `joint` (or `island`) would do; a stored plan that is better stays."""
    shares = quest.id != "share_nothing"
    known = _known_in(case, quest)
    start = trace(known, POLICIES["joint" if shares else "island"], acts, SEED)
    found = search(known, start, Allowed(sharing=shares), budget)
    plan = write_plan(case, quest.id, with_spare_calls(case, found.plan))
    return plan if stored is None else best_of(case, quest, (stored, plan), acts)


def best_of(case: Case, quest: Quest, several: Sequence[PlanSpec], acts: int) -> PlanSpec:
    """Give the best of several plans in worlds that no search has seen; of equals the first. Raises `PlanError`."""
    known, worlds = _known_in(case, quest), _worlds(0, FRESH)
    plans = joined(*(read_plan(case, each, acts) for each in several))
    base = play(Staging(known, POLICIES["nothing"]), FRESH_SEED, worlds).harm.mean(axis=0)
    return several[int(mean_harm(known, plans, FRESH_SEED, worlds, base, acts).argmin())]


def _known_in(case: Case, quest: Quest) -> Case:
    return case if quest.role is None else knowing_only(case, case.roles.index(quest.role))
