"""Conditions of the script, compiled: the words of content turned into places in arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, get_args

from tabletop.content.specs.condition import Condition, PhaseId, StageId

PHASES: tuple[str, ...] = get_args(PhaseId)
STAGES: tuple[str, ...] = get_args(StageId)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these holds."""

    parts: tuple["Test", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these holds."""

    parts: tuple["Test", ...]


@dataclass(frozen=True, slots=True)
class NotSo:
    """This does not hold."""

    part: "Test"


@dataclass(frozen=True, slots=True)
class FromWeek:
    """This week has come."""

    week: int


@dataclass(frozen=True, slots=True)
class LevelWithin:
    """A level is at least `low` and below `high` (either may be missing)."""

    level: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class TallyReached:
    """A count has reached a bound."""

    tally: str
    low: int


@dataclass(frozen=True, slots=True)
class RoleKnows:
    """A role knows a fact."""

    role: int
    fact: int


@dataclass(frozen=True, slots=True)
class BitSet:
    """A bit of a state array is set: a fact in `joint`, an inject in `fired`, a phase in `phases`."""

    array: str
    bit: int


@dataclass(frozen=True, slots=True)
class MeasureStands:
    """A measure runs; with `ever`, it runs or has run."""

    measure: int
    ever: bool


@dataclass(frozen=True, slots=True)
class InStage:
    """The stalker is in a stage; what facts show of it is fallible."""

    stage: int


Test: TypeAlias = (
    AllOf | AnyOf | NotSo | FromWeek | LevelWithin | TallyReached | RoleKnows | BitSet | MeasureStands | InStage
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where each id of a case stands in its arrays."""

    roles: Mapping[str, int]
    facts: Mapping[str, int]
    measures: Mapping[str, int]
    injects: Mapping[str, int]


def compile_condition(condition: Condition, places: Places) -> Test:
    """Turn an authored condition into a test on arrays."""
    if condition.all is not None:
        return AllOf(tuple(compile_condition(part, places) for part in condition.all))
    if condition.any is not None:
        return AnyOf(tuple(compile_condition(part, places) for part in condition.any))
    if condition.not_ is not None:
        return NotSo(compile_condition(condition.not_, places))
    return _compile_leaf(condition, places)


def earliest_week(test: Test) -> int:
    """Give a week before which a condition cannot hold, so that nobody needs to look.

    >>> earliest_week(AllOf((FromWeek(4), BitSet("joint", 0))))
    4
    """
    if isinstance(test, FromWeek):
        return test.week
    if isinstance(test, AllOf):
        return max(earliest_week(part) for part in test.parts)
    return 0


def _compile_leaf(condition: Condition, places: Places) -> Test:
    if condition.week is not None:
        return FromWeek(condition.week)
    if condition.level is not None:
        return LevelWithin(condition.level.of, condition.level.at_least, condition.level.below)
    if condition.tally is not None:
        return TallyReached(condition.tally.of, condition.tally.at_least)
    if condition.knows is not None:
        return RoleKnows(places.roles[condition.knows.role], places.facts[condition.knows.fact])
    return _compile_bit(condition, places)


def _compile_bit(condition: Condition, places: Places) -> Test:
    if condition.joint is not None:
        return BitSet("joint", places.facts[condition.joint])
    if condition.fired is not None:
        return BitSet("fired", places.injects[condition.fired])
    if condition.phase is not None:
        return BitSet("phases", PHASES.index(condition.phase))
    if condition.stage is not None:
        return InStage(STAGES.index(condition.stage))
    measure = condition.running or condition.started
    if measure is None:
        raise ValueError("a condition has exactly one key")
    return MeasureStands(places.measures[measure], ever=condition.running is None)
