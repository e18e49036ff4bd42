"""What a balance needs besides a pack: relations with their limits, weightings, and the best plans found."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from tabletop.content.faults import ContentError, fault
from tabletop.content.files import read_text
from tabletop.content.home import content_home
from tabletop.content.library import find_scenario
from tabletop.content.shelf import RELATIONS, WEIGHTINGS
from tabletop.content.specs.common import Spec
from tabletop.content.specs.plan import Format, MeetingSpec, PlanSpec, PlansSpec, TurnSpec
from tabletop.content.specs.relations import RelationsSpec, WeightingsSpec
from tabletop.content.survey import survey

SpecT = TypeVar("SpecT", bound=Spec)


def load_relations(home: Path | None = None) -> RelationsSpec:
    """Load what every scenario must show. Raises `ContentError`."""
    return _load((home or content_home()) / RELATIONS, RELATIONS, RelationsSpec)


def load_weightings(home: Path | None = None) -> WeightingsSpec:
    """Load how harm may be weighed. Raises `ContentError`."""
    return _load((home or content_home()) / WEIGHTINGS, WEIGHTINGS, WeightingsSpec)


def plans_file(scenario: str | Path, rounds: Format) -> Path:
    """Give the file of the best plans of a scenario, which stands beside it, whether it is there or not."""
    file = find_scenario(scenario)
    return file.parent / "plans" / f"{file.stem}.{rounds}.yaml"


def load_plans(scenario: str | Path, rounds: Format) -> PlansSpec:
    """Load the best plans found for a scenario. Raises `ContentError`, also when none were stored."""
    file = plans_file(scenario, rounds)
    return _load(file, f"scenarios/plans/{file.name}", PlansSpec, find_scenario(scenario))


def _load(file: Path, path: str, kind: type[SpecT], scenario: Path | None = None) -> SpecT:
    sources: dict[str, str] = {}
    for name, each in {path: file, **({f"scenarios/{scenario.name}": scenario} if scenario else {})}.items():
        text, unread = read_text(each, str(each))
        if unread is not None or text is None:
            raise ContentError([unread or fault(str(each), (1, 1), "TT009")])
        sources[name] = text
    found = survey(sources)
    faults = [each.at_path(str(file)) for each in found.faults if each.path == path and each.severity == "error"]
    if faults:
        raise ContentError(faults)
    return found.get(path, kind)


def plans_text(spec: PlansSpec) -> str:
    """Write plans as a file that a person can read."""
    head = "# The best plans found by `tabletop balance --search`, re-checked at each balance. Written by a program."
    lines = [head, "format: 1", f"scenario: {spec.scenario}", f"rounds: {spec.rounds}", "plans:"]
    for plan in spec.plans:
        lines += _plan_lines(plan)
    return "\n".join(lines) + "\n"


def _plan_lines(plan: PlanSpec) -> Iterator[str]:
    yield f'  - id: "{plan.id}"'
    yield "    turns:" if plan.turns else "    turns: []"
    for turn in plan.turns:
        yield from _turn_lines(turn)
    if plan.meetings:
        yield "    meetings:"
    for meeting in plan.meetings:
        yield from _meeting_lines(meeting)


def _turn_lines(turn: TurnSpec) -> Iterator[str]:
    yield f"      - round: {turn.round}"
    yield f"        role: {turn.role}"
    yield "        steps:"
    for step in turn.steps:
        extent = f", extent: {step.extent}" if step.extent != "minimum" else ""
        way = f", way: {step.way}" if step.way != "call" else ""
        knows = f", knows: {step.knows}" if step.knows else ""
        yield f"          - {{do: {step.do}{extent}{way}{knows}}}"


def _meeting_lines(meeting: MeetingSpec) -> Iterator[str]:
    yield f"      - round: {meeting.round}"
    if meeting.leads:
        yield "        leads: {" + ", ".join(f"{task}: {role}" for task, role in meeting.leads.items()) + "}"
    if meeting.agreements:
        yield "        agreements:"
    for agreement in meeting.agreements:
        yield f"          - {{do: {agreement.do}, due_weeks: {agreement.due_weeks}}}"
