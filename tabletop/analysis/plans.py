"""Plans as arrays and as content: to copy, to merge, to read from a file and to write to one."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

import numpy as np
from numpy.typing import NDArray

from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Task, Verb, Way
from tabletop.content.specs.plan import AgreementSpec, MeetingSpec, PlanSpec, PlansSpec, StepSpec, TurnSpec
from tabletop.content.specs.scoring import Extent as ExtentId
from tabletop.content.specs.scoring import Way as WayId
from tabletop.policy.pooled import Plans

NONE: Final = -1
SPARE: Final = 2
"""Steps of a turn beyond its decisions, for worlds in which an earlier one is not possible."""
AGREEMENTS: Final = 4
TURN_ARRAYS: Final = ("row", "extent", "way", "knows")
ARRAYS: Final = (*TURN_ARRAYS, "lead", "agree", "due")
EXTENTS: Final[tuple[ExtentId, ...]] = get_args(ExtentId)
WAYS: Final[tuple[WayId, ...]] = get_args(WayId)
TASKS: Final = tuple(task.name.lower() for task in Task)


class PlanError(Exception):
    """A plan names something that this case does not have; `word` is what it names."""

    def __init__(self, plan: str, word: str) -> None:
        super().__init__(f"{plan}: {word}")
        self.plan, self.word = plan, word


def empty_plans(case: Case, acts: int, count: int = 1) -> Plans:
    """Give plans in which nobody does anything, for turns of so many decisions."""
    rounds, turn = len(case.round_weeks), (len(case.roles), acts + SPARE)

    def full(value: int, kind: type[Any], *axes: int) -> NDArray[Any]:
        return np.full((count, rounds, *axes), value, kind)

    return Plans(
        row=full(NONE, np.int32, *turn),
        extent=full(Extent.MINIMUM, np.int8, *turn),
        way=full(Way.CALL, np.int8, *turn),
        knows=full(NONE, np.int8, *turn),
        lead=full(NONE, np.int8, len(Task)),
        agree=full(NONE, np.int32, AGREEMENTS),
        due=full(0, np.int16, AGREEMENTS),
    )


def copies(plans: Plans, count: int) -> Plans:
    """Give so many copies of the first of these plans."""
    return Plans(**{name: np.repeat(getattr(plans, name)[:1], count, axis=0) for name in ARRAYS})


def picked(plans: Plans, places: list[int]) -> Plans:
    """Give some of these plans."""
    return Plans(**{name: getattr(plans, name)[places] for name in ARRAYS})


def joined(*several: Plans) -> Plans:
    """Give plans one after the other."""
    return Plans(**{name: np.concatenate([getattr(plans, name) for plans in several]) for name in ARRAYS})


def merged(plans: Plans, places: list[int]) -> Plans:
    """Take the first plan, and bring into it what each of these plans has changed in it."""
    both = copies(plans, 1)
    for place in places:
        for name in ARRAYS:
            mine, other = getattr(both, name), getattr(plans, name)
            different = other[place] != other[0]
            mine[0][different] = other[place][different]
    return both


def with_spare_calls(case: Case, plans: Plans) -> Plans:
    """Let a meeting that is planned be called by whoever has a decision left, when those who should have did not."""
    calls = case.decisions.verb == Verb.CALL
    spared = copies(plans, 1)
    for place in range(spared.row.shape[1]):
        rows = spared.row[0, place]
        if not (calls[np.maximum(rows, 0)] & (rows >= 0)).any():
            continue
        for role in range(len(case.roles)):
            mine = int(case.decisions.first[role, Verb.CALL])
            free = np.flatnonzero(rows[role] < 0)
            if len(free) and mine not in rows[role]:
                spared.row[0, place, role, free[-1]] = mine
    return spared


def read_plans(case: Case, spec: PlansSpec, acts: int) -> dict[str, Plans]:
    """Make arrays of the plans of a file, by id. Raises `PlanError`."""
    return {plan.id: read_plan(case, plan, acts) for plan in spec.plans}


def read_plan(case: Case, plan: PlanSpec, acts: int) -> Plans:
    """Make arrays of one plan. Raises `PlanError` when it does not fit the case."""
    places: Mapping[str, int] = {spec.id: place for place, spec in enumerate(rounds_of(case))}
    plans = empty_plans(case, acts)
    try:
        for turn in plan.turns:
            at = (0, places[turn.round], case.roles.index(turn.role))
            for number, step in enumerate(turn.steps[: acts + SPARE]):
                plans.row[(*at, number)] = case.decisions.row[f"{turn.role}/{step.do}"]
                plans.extent[(*at, number)] = EXTENTS.index(step.extent)
                plans.way[(*at, number)] = WAYS.index(step.way)
                plans.knows[(*at, number)] = NONE if step.knows is None else case.facts.ids.index(step.knows)
        for meeting in plan.meetings:
            _read_meeting(case, plans, meeting, places[meeting.round])
    except (KeyError, ValueError) as error:
        raise PlanError(plan.id, str(error)) from error
    return plans


def _read_meeting(case: Case, plans: Plans, meeting: MeetingSpec, place: int) -> None:
    for task, role in meeting.leads.items():
        plans.lead[0, place, TASKS.index(task)] = case.roles.index(role)
    for number, agreement in enumerate(meeting.agreements[:AGREEMENTS]):
        plans.agree[0, place, number] = case.decisions.row[f"table/{agreement.do}"]
        plans.due[0, place, number] = agreement.due_weeks


def rounds_of(case: Case) -> list[Any]:
    """Give the rounds of the format played."""
    return [spec for spec in case.pack.scenario.rounds if case.long or spec.core]


def write_plan(case: Case, id_: str, plans: Plans) -> PlanSpec:
    """Make content of the first of these plans."""
    return PlanSpec(id=id_, turns=tuple(_turns(case, plans)), meetings=tuple(_meetings(case, plans)))


def _turns(case: Case, plans: Plans) -> Iterator[TurnSpec]:
    for place, spec in enumerate(rounds_of(case)):
        for role, name in enumerate(case.roles):
            rows = plans.row[0, place, role]
            steps = tuple(_step(case, plans, (0, place, role, at)) for at in range(len(rows)) if rows[at] >= 0)
            if steps:
                yield TurnSpec(round=spec.id, role=name, steps=steps)


def _step(case: Case, plans: Plans, at: tuple[int, int, int, int]) -> StepSpec:
    row, fact = int(plans.row[at]), int(plans.knows[at])
    shares = case.decisions.verb[row] == Verb.SHARE
    return StepSpec(
        do=case.decisions.ids[row].split("/", 1)[1],
        extent=EXTENTS[plans.extent[at]] if shares else "minimum",
        way=WAYS[plans.way[at]] if shares else "call",
        knows=case.facts.ids[fact] if fact >= 0 else None,
    )


def _meetings(case: Case, plans: Plans) -> Iterator[MeetingSpec]:
    calls = case.decisions.verb == Verb.CALL
    for place, spec in enumerate(rounds_of(case)):
        rows = plans.row[0, place]
        if not calls[rows[rows >= 0]].any():
            continue
        leads = {task: case.roles[role] for task, role in zip(TASKS, plans.lead[0, place], strict=True) if role >= 0}
        agreements = tuple(
            AgreementSpec(do=case.decisions.ids[row].split("/", 1)[1], due_weeks=int(due))
            for row, due in zip(plans.agree[0, place], plans.due[0, place], strict=True)
            if row >= 0
        )
        yield MeetingSpec(round=spec.id, leads=leads, agreements=agreements)
