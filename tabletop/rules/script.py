"""The script: conditions, injects and their effects, and facts that come to their holders."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np

from tabletop.case.arrays import Bits, Bools
from tabletop.case.case import Case
from tabletop.case.conditions import (
    AllOf,
    AnyOf,
    BitSet,
    FromWeek,
    InStage,
    LevelWithin,
    MeasureStands,
    NotSo,
    RoleKnows,
    TallyReached,
    Test,
)  # fmt: skip
from tabletop.case.engine import InjectRule
from tabletop.case.verbs import Status
from tabletop.rules.draft import Draft
from tabletop.rules.draws import ONCE, draw
from tabletop.rules.measures import note_past, stop_measures
from tabletop.rules.state import State, changed

_REQUESTED, _RUNNING, _ENDED = int(Status.REQUESTED), int(Status.RUNNING), int(Status.ENDED)

_OF_CHANGE = np.uint64(0x9E3779B97F4A7C15)


def holds(case: Case, state: State, test: Test, sign: np.uint64 | None = None) -> Bools:
    """Say where a condition holds, `[N]`.

    `sign` keys the draw of a fact that is a sign of a stage; without it a stage is taken as it is.
    """
    leaf = _LEAVES.get(type(test))
    return _READERS[type(test)](case, state, test, sign) if leaf is None else leaf(state, test)


def _joined(case: Case, state: State, test: AllOf | AnyOf, sign: np.uint64 | None) -> Bools:
    """Join parts, and stop looking when no further part can change a world."""
    every = isinstance(test, AllOf)
    found = holds(case, state, test.parts[0], sign)
    for part in test.parts[1:]:
        if every and not found.any():
            break
        other = holds(case, state, part, sign)
        found = found & other if every else found | other
    return found


def _level(state: State, test: LevelWithin) -> Bools:
    values = getattr(state, test.level)
    if test.low is None:
        found: Bools = np.ones(len(values), np.bool_) if test.high is None else values < test.high
        return found
    found = values >= test.low
    return found if test.high is None else found & (values < test.high)


def _stands(state: State, test: MeasureStands) -> Bools:
    status = state.status[:, test.measure]
    found: Bools = status == _RUNNING
    return found | (status == _ENDED) if test.ever else found


def _is_set(state: State, test: BitSet) -> Bools:
    bits = getattr(state, test.array)
    found: Bools = (bits & bits.dtype.type(1 << test.bit)) != 0
    return found


_LEAVES: Final[Mapping[type, Callable[[State, Any], Bools]]] = {
    LevelWithin: _level,
    TallyReached: lambda state, test: getattr(state, test.tally) >= test.low,
    RoleKnows: lambda state, test: (state.knows[:, test.role] & _bit(test.fact)) != 0,
    BitSet: _is_set,
    MeasureStands: _stands,
    FromWeek: lambda state, test: np.full(len(state.worlds), state.week >= test.week),
}
_READERS: Final[Mapping[type, Callable[[Case, State, Any, np.uint64 | None], Bools]]] = {
    AllOf: _joined,
    AnyOf: _joined,
    NotSo: lambda case, state, test, sign: ~holds(case, state, test.part, sign),
    InStage: lambda case, state, test, sign: _shows(case, state, test.stage, sign),
}
"""How each kind of condition is read, by its class: a case looks at dozens of them every week."""


def _shows(case: Case, state: State, stage: int, sign: np.uint64 | None) -> Bools:
    """A sign of a stage is fallible (sam_2018, srp_2016), and read anew only after a change."""
    true: Bools = (state.stages & np.int8(1 << stage)) != 0
    if sign is None:
        return true
    purpose = state.stage_changes.astype(np.uint64) * _OF_CHANGE + sign
    luck = draw(state.seed, state.worlds, ONCE, purpose)
    chance = np.where(true, case.numbers["sign_true"], case.numbers["sign_false"])
    shown: Bools = (state.stage_changes > 0) & (luck < chance)
    return shown


def _bit(place: int) -> np.uint64:
    return np.uint64(1 << place)


def discover(case: Case, state: State) -> State:
    """Let facts come to their holders whose week has come or whose condition holds."""
    planes = case.engine.facts
    week = min(state.week, len(planes.by_week) - 1)
    new: Bits = planes.by_week[week] & ~state.appeared
    everywhere = int(np.bitwise_and.reduce(state.appeared))
    for fact, earliest, test in planes.conditional:
        if earliest > state.week or everywhere >> fact & 1:
            continue
        shown = holds(case, state, test, planes.signs[fact])
        if shown.any():
            new = new | (np.where(shown, _bit(fact), np.uint64(0)) & ~state.appeared)
    return _hand_out(case, state, new) if new.any() else state


def _hand_out(case: Case, state: State, new: Bits) -> State:
    knows = state.knows.copy(order="K")
    for role, held in enumerate(case.facts.holders):
        if held:
            knows[:, role] |= new & held
    return changed(state, knows=knows, appeared=state.appeared | new)


def fire_injects(case: Case, state: State) -> State:
    """Let the script happen: each inject once, in the first week in which it may."""
    everywhere = int(np.bitwise_and.reduce(state.fired))
    for place, inject in enumerate(case.engine.injects):
        if inject.from_week > state.week or everywhere >> place & 1:
            continue
        fires = (state.fired & _bit(place)) == 0
        if inject.when is not None:
            fires &= holds(case, state, inject.when)
        if fires.any():
            state = _happen(case, state, place, inject, fires)
    return state


def fire_now(case: Case, state: State, place: int) -> State:
    """Let one inject happen at once, as a facilitator may; not twice."""
    waits = (state.fired & _bit(place)) == 0
    return _happen(case, state, place, case.engine.injects[place], waits)


def _happen(case: Case, state: State, place: int, inject: InjectRule, fires: Bools) -> State:
    state = changed(state, fired=state.fired | np.where(fires, _bit(place), np.uint64(0)))
    if inject.reveals:
        state = _reveal(state, inject, fires)
    for level, by in inject.changes:
        values = getattr(state, level)
        state = changed(state, **{level: np.where(fires, np.maximum(values + by, 0.0), values)})
    for measure in inject.ends:
        over = np.zeros(state.status.shape, np.bool_, order="F")
        over[:, measure] = fires & (state.status[:, measure] == _RUNNING)
        state = stop_measures(case, state, over) if over.any() else state
    for measure in inject.starts:
        state = _start(case, state, measure, fires)
        if inject.is_news:
            shown = np.where(fires, _bit(measure), np.uint64(0))
            state = changed(state, measures_shown=state.measures_shown | shown)
    if inject.quiet:
        until = np.int16(state.week + inject.quiet)
        state = changed(state, quiet_until=np.where(fires, until, state.quiet_until))
    return state


def _reveal(state: State, inject: InjectRule, fires: Bools) -> State:
    """Tell a role; the holders of the fact still learn of it in their own time."""
    knows = state.knows.copy(order="K")
    for role, fact in inject.reveals:
        knows[:, role] |= np.where(fires, _bit(fact), np.uint64(0))
    return changed(state, knows=knows)


def _start(case: Case, state: State, measure: int, fires: Bools) -> State:
    """Start a measure that no seat decided, a judge did, say; it takes."""
    where = fires & (state.status[:, measure] != _RUNNING)
    state = _without_decider(state, measure, where)
    status, took = state.status.copy(order="K"), state.took.copy(order="K")
    starts, ends = state.starts.copy(order="K"), state.ends.copy(order="K")
    duration = int(case.measures.duration[measure])
    status[where, measure] = _RUNNING
    took[where, measure] = True
    starts[where, measure] = state.week
    ends[where, measure] = -1 if duration < 0 else state.week + duration
    return changed(state, status=status, took=took, starts=starts, ends=ends)


def _without_decider(state: State, measure: int, where: Bools) -> State:
    """Nobody decided it, unless somebody waits for it now. Who decided it before remembers how that ended."""
    worlds = np.flatnonzero(where & (state.status[:, measure] != _REQUESTED) & (state.decided_by[:, measure] >= 0))
    if not len(worlds):
        return state
    draft = Draft(state)
    note_past(draft, worlds, np.full(len(worlds), measure), np.full(len(worlds), -1))
    draft.own("decided_by")[worlds, measure] = -1
    return draft.state
