"""Best plans that were found for a scenario (`scenarios/plans/<scenario>.<format>.yaml`)."""

from typing import Literal

from pydantic import Field

from tabletop.content.specs.common import FactId, Id, RoleId, Spec
from tabletop.content.specs.scoring import Extent, Way

Format = Literal["core", "long"]


class StepSpec(Spec):
    """One decision of a turn: taken when it is possible and lawful, else the next one is."""

    do: str
    """Verb, object and target, as in the id of the decision: `share/old_reports/police`."""
    extent: Extent = "minimum"
    way: Way = "call"
    knows: FactId | None = None
    """Only when the role knows this fact."""


class TurnSpec(Spec):
    """What a role does in its turn of a round."""

    round: Id
    role: RoleId
    steps: tuple[StepSpec, ...]


class AgreementSpec(Spec):
    """An agreement of a meeting."""

    do: str
    due_weeks: int = Field(ge=0, le=104)


class MeetingSpec(Spec):
    """What the table decides in a round in which a meeting is held."""

    round: Id
    leads: dict[Literal["process_lead", "case_lead", "tells_victim", "tells_stalker"], RoleId] = Field(default={})
    agreements: tuple[AgreementSpec, ...] = ()


class PlanSpec(Spec):
    """One plan."""

    id: str
    """`pooled`, `share_nothing`, or `single:<role>`."""
    turns: tuple[TurnSpec, ...]
    meetings: tuple[MeetingSpec, ...] = ()


class PlansSpec(Spec):
    """The plans of one scenario in one format, found by `tabletop balance --search`."""

    format: Literal[1]
    scenario: Id
    rounds: Format
    plans: tuple[PlanSpec, ...]
