"""Small changes of a plan, at random: what a search for the best plan tries."""

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from tabletop.analysis.dice import Dice
from tabletop.analysis.plans import NONE, TURN_ARRAYS
from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Task, Topic, Verb, Way
from tabletop.content.specs.condition import Condition
from tabletop.policy.pooled import Lawful, Plans

MOST_CHANGES: Final = 3
OTHER_VERBS: Final = (Verb.CALL, Verb.ASK, Verb.SCALE, Verb.WAIT)
SHARE_OF_MEETINGS, SHARE_OF_GONE, HALF = 0.25, 0.3, 0.5
MEASURES, SHARES, OTHERS = 0.45, 0.8, 0.92
"""How often a step becomes a measure, a share, something else (cumulative); beyond the last, nothing."""

Rows: TypeAlias = tuple[int, ...]
Turn: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a plan may use."""

    sharing: bool = True
    """Shares, questions and meetings."""


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Rows that a step of each role may be, and what knowledge a step may wait for."""

    measures: tuple[Rows, ...]
    shares: tuple[Rows, ...]
    others: tuple[Rows, ...]
    agreements: Rows
    answers: frozenset[int]
    """Rows of measures that answer a breach."""
    breach_facts: Rows
    """Facts that come to light by a breach."""

    @classmethod
    def of(cls, case: Case, allowed: Allowed) -> "Steps":
        """List what plans for a case may use."""
        tells = _lawful(case) if allowed.sharing else frozenset[int]()
        roles, facts = range(len(case.roles)), case.pack.scenario.facts
        return cls(
            measures=tuple(rows_of(case, role, Verb.MEASURE) for role in roles),
            shares=tuple(tuple(row for row in rows_of(case, role, Verb.SHARE) if row in tells) for role in roles),
            others=tuple(_others(case, role, allowed) for role in roles),
            agreements=rows_of(case, NONE, Verb.AGREE) if allowed.sharing else (),
            answers=frozenset(_answers(case)),
            breach_facts=tuple(place for place, fact in enumerate(facts) if _of_breach(fact.appears.when)),
        )


def rows_of(case: Case, role: int, *verbs: Verb) -> Rows:
    """Give the rows of a role (-1: the table) for some verbs."""
    decisions = case.decisions
    return tuple(np.flatnonzero((decisions.role == role) & np.isin(decisions.verb, verbs)).tolist())


def _lawful(case: Case) -> frozenset[int]:
    lawful = Lawful.of(case)
    return frozenset(np.flatnonzero(lawful.always | lawful.with_consent).tolist())


def _others(case: Case, role: int, allowed: Allowed) -> Rows:
    def fits(row: int) -> bool:
        if case.decisions.verb[row] == Verb.ASK:
            return allowed.sharing and bool(case.decisions.object[row] == Topic.CONSENT)
        return allowed.sharing or bool(case.decisions.verb[row] != Verb.CALL)

    return tuple(row for row in rows_of(case, role, *OTHER_VERBS) if fits(row))


def _answers(case: Case) -> list[int]:
    answers = [case.pack.measures[id_].effects.answers_breach for id_ in case.measures.ids]
    rows = [row for role in range(len(case.roles)) for row in rows_of(case, role, Verb.MEASURE)]
    return [row for row in rows if answers[case.decisions.object[row]]]


def _of_breach(condition: Condition | None) -> bool:
    """Say whether a fact comes to light by a breach."""
    if condition is None:
        return False
    parts = (*(condition.all or ()), *(condition.any or ()))
    return any(map(_of_breach, parts)) or (condition.tally is not None and condition.tally.of == "breaches")


class Changer:
    """Changes plans of one case."""

    def __init__(self, case: Case, allowed: Allowed, dice: Dice) -> None:
        self._case, self._dice, self._allowed = case, dice, allowed
        self._steps = Steps.of(case, allowed)
        self._ways = (self._reorder, self._move, self._push, self._replace, self._replace, self._replace)

    def change(self, plans: Plans, place: int) -> None:
        """Change one plan in a few places; the arrays of `plans` are changed."""
        dice = self._dice
        rounds, roles, steps = plans.row.shape[1:]
        for _ in range(1 + dice.below(MOST_CHANGES)):
            if self._allowed.sharing and dice.chance(SHARE_OF_MEETINGS):
                self._change_meeting(plans, place)
            else:
                at = (place, dice.below(rounds), dice.below(roles))
                dice.one_of(self._ways)(plans, at, dice.below(steps))

    def _reorder(self, plans: Plans, at: Turn, step: int) -> None:
        other = self._dice.below(plans.row.shape[-1])
        mine, theirs = _step(plans, at, step), _step(plans, at, other)
        _put(plans, at, step, theirs)
        _put(plans, at, other, mine)

    def _move(self, plans: Plans, at: Turn, step: int) -> None:
        """Do what is done in another round."""
        source = (at[0], self._dice.below(plans.row.shape[1]), at[2])
        _put(plans, at, step, _step(plans, source, step))

    def _push(self, plans: Plans, at: Turn, step: int) -> None:
        """Do something first, and push the rest back."""
        for name in TURN_ARRAYS:
            turn = getattr(plans, name)[at]
            turn[step + 1 :] = turn[step:-1].copy()
        self._replace(plans, at, step)

    def _replace(self, plans: Plans, at: Turn, step: int) -> None:
        dice, row = self._dice, self._row(at[2])
        waits = row in self._steps.answers and bool(self._steps.breach_facts) and dice.chance(HALF)
        knows = dice.one_of(self._steps.breach_facts) if waits else NONE
        way = dice.one_of((Way.CALL, Way.CALL, Way.VISIT, Way.WRITTEN))
        _put(plans, at, step, (row, Extent.MINIMUM, way, knows))

    def _row(self, role: int) -> int:
        """Draw a step for a role."""
        kind, steps = self._dice.unit(), self._steps
        for bound, pools in ((MEASURES, steps.measures), (SHARES, steps.shares), (OTHERS, steps.others)):
            if kind < bound:
                return self._dice.one_of(pools[role]) if pools[role] else NONE
        return NONE

    def _change_meeting(self, plans: Plans, place: int) -> None:
        dice, case = self._dice, self._case
        meeting = dice.below(plans.row.shape[1])
        kind = dice.unit()
        if kind < SHARE_OF_MEETINGS:
            plans.lead[place, meeting, dice.below(len(Task))] = dice.below(len(case.roles) + 1) - 1
        elif kind < HALF:
            role = dice.below(len(case.roles))
            plans.row[place, meeting, role, 0] = int(case.decisions.first[role, Verb.CALL])
        else:
            number, gone = dice.below(plans.agree.shape[-1]), dice.chance(SHARE_OF_GONE)
            row = NONE if gone or not self._steps.agreements else dice.one_of(self._steps.agreements)
            plans.agree[place, meeting, number] = row
            plans.due[place, meeting, number] = 1 + dice.below(2 * max(case.round_weeks))


def _step(plans: Plans, at: Turn, step: int) -> tuple[int, ...]:
    return tuple(int(getattr(plans, name)[(*at, step)]) for name in TURN_ARRAYS)


def _put(plans: Plans, at: Turn, step: int, values: tuple[int, ...]) -> None:
    for name, value in zip(TURN_ARRAYS, values, strict=True):
        getattr(plans, name)[(*at, step)] = value
