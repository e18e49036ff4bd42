"""Small cases that differ in a few measures, facts or stalkers, for tests of one rule."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.case.verbs import Status
from tabletop.content.specs.measure import MeasureSpec
from tabletop.rules.state import State, changed
from tests.case.small_pack import INJECTS, small_pack


def case_with(*specs: MeasureSpec, injects: Sequence[object] = INJECTS, **scenario: Any) -> Case:
    """The small case with these measures added or put in the place of those with the same id."""
    pack = small_pack.__wrapped__(injects=injects, **scenario)
    measures = {**pack.measures, **{spec.id: spec for spec in specs}}
    spec = pack.scenario.model_copy(update={"measures": tuple(measures)})
    return compile_case(replace(pack, scenario=spec, measures=measures))


def run(case: Case, state: State, *measures: str, until: int = -1, by: int = 0) -> State:
    """Let measures run from now on, and work, as a role decided them (-1: the script)."""
    names = ("status", "took", "decided_by", "starts", "ends", "attempts")
    arrays = {name: getattr(state, name).copy(order="K") for name in names}
    for measure in measures:
        place = case.measures.ids.index(measure)
        for name, value in zip(names, (Status.RUNNING, True, by, state.week, until, 1), strict=True):
            arrays[name][:, place] = value
    return changed(state, **arrays)


def stands(case: Case, state: State, measure: str) -> Status:
    """Where a measure stands in the first world."""
    return Status(int(state.status[0, case.measures.ids.index(measure)]))


def without_luck(state: State, **levels: float) -> State:
    """The same state with some levels set in all worlds."""
    size = len(state.worlds)
    return changed(state, **{name: np.full(size, value, getattr(state, name).dtype) for name, value in levels.items()})
