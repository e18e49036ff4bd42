"""Variants of a case, to compare with: what people can know, what is struck, other numbers."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from tabletop.case.case import Case


def knowing_only(case: Case, role: int) -> Case:
    """Give the case in which all deciders, and so the meeting, only ever know what this role holds.

    Its facts come to everybody at once; all other facts come to light, but to nobody.
    """
    own = case.facts.holders[role]
    facts = replace(case.facts, holders=np.full_like(case.facts.holders, own))
    everybody = tuple(range(len(case.roles)))
    injects = tuple(
        replace(inject, reveals=tuple((r, fact) for to, fact in inject.reveals if to == role for r in everybody))
        for inject in case.engine.injects
    )
    return replace(case, facts=facts, engine=replace(case.engine, injects=injects))


def without_measures(case: Case, measures: Collection[str]) -> Case:
    """Give the case in which these measures cannot be taken: they have no supply."""
    struck = np.array([id_ in measures for id_ in case.measures.ids])
    supply = np.where(struck, 0, case.measures.supply).astype(np.int8)
    return replace(case, measures=replace(case.measures, supply=supply))


def with_numbers(case: Case, numbers: Mapping[str, float]) -> Case:
    """Give the case with some numbers changed of those that are read while it is played, and not tabulated."""
    return replace(case, numbers={**case.numbers, **numbers})


def unanswerable(case: Case) -> Case:
    """Give the case in which no breach is ever answered."""
    effects = replace(case.engine.effects, answers=np.uint64(0))
    struck = [id_ for id_ in case.measures.ids if case.pack.measures[id_].effects.answers_breach]
    quiet = with_numbers(without_measures(case, struck), {"wait_answer": 0.0})
    return replace(quiet, engine=replace(case.engine, effects=effects))


def one_round(case: Case, weeks: int) -> Case:
    """Give the case with one round of so many weeks."""
    return replace(case, round_weeks=(weeks,), weeks=weeks)
