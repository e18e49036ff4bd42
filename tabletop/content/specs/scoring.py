"""Numbers of the model, modes of sharing, incidents, phases, information rules and the rubric (`scoring/`)."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.content.specs.common import Id, MeasureId, Quantity, Share, SourceId, Spec, Strength, Text
from tabletop.content.specs.condition import PhaseId, StageId
from tabletop.content.specs.role import Column

Code = Literal["J", "A", "A!", "a", "C", "D", "V", "Vc", "Vi"]
Ground = Literal["consent", "legal_task", "duty", "acute_danger", "consult", "unsure"]
Extent = Literal["signal", "minimum", "everything"]
Way = Literal["call", "visit", "written"]


class NumberSpec(Quantity):
    """A named number of the model (`scoring/model.yaml`)."""

    id: Id
    unit: Text
    meaning: Text


class ModelSpec(Spec):
    """All numbers of the model."""

    format: Literal[1]
    rules_version: Annotated[int, Field(ge=1)]
    numbers: tuple[NumberSpec, ...]


class GroundSpec(Spec):
    """A reason that a giver can state, and the codes of the rules that it fits."""

    id: Ground
    name: Text
    codes: tuple[Code, ...]


class ExtentSpec(Spec):
    """How much is told."""

    id: Extent
    name: Text


class WaySpec(Spec):
    """The channel of a share: how it is told."""

    id: Way
    name: Text
    hours: Quantity
    trust: Quantity
    """Added to the receiver's trust in the giver."""
    at_once: bool
    recorded: bool


class ModesSpec(Spec):
    """Grounds, extents and channels (`scoring/modes.yaml`)."""

    format: Literal[1]
    grounds: tuple[GroundSpec, ...]
    extents: tuple[ExtentSpec, ...]
    channels: tuple[WaySpec, ...]


class IncidentSpec(Spec):
    """A kind of incident and the step of the ladder from which it occurs."""

    id: Id
    name: Text
    news: Text
    """As somebody who heard of it would write it down, without detail."""
    rung: Share
    weight: Quantity
    """How often it is chosen among the kinds that the ladder allows."""
    physical: bool
    source: SourceId = "design"


class IncidentsSpec(Spec):
    """The ladder of incidents (`scoring/incidents.yaml`)."""

    format: Literal[1]
    incidents: tuple[IncidentSpec, ...]


class PhaseSpec(Spec):
    """A phase of the victim, as the ribbon shows it."""

    id: PhaseId
    name: Text
    short: Text
    meaning: Text


class StageSpec(Spec):
    """A stage of the stalker, seen only through facts."""

    id: StageId
    name: Text
    meaning: Text


class PhasesSpec(Spec):
    """Names of phases and stages (`scoring/phases.yaml`)."""

    format: Literal[1]
    phases: tuple[PhaseSpec, ...]
    stages: tuple[StageSpec, ...]


class AnswerSpec(Spec):
    """Something that can be defended in a grey cell, with its argument."""

    id: Id
    text: Text
    argument: Text
    source: SourceId


class CellSpec(Spec):
    """Who may tell whom: one cell of the matrix of giver and receiver."""

    giver: Column
    receiver: Column
    codes: Annotated[tuple[Code, ...], Field(min_length=1)]
    certainty: Literal["h", "m", "l"]
    explanation: Text | None = None
    source: SourceId | None = None
    article: str = ""
    """The articles it rests on, as Dutch lawyers cite them; the same in each language."""
    answers: tuple[Id, ...] = ()
    """What can be defended where the cell is grey: at least two of the set's `answers`."""

    @property
    def is_grey(self) -> bool:
        """Whether more than one answer can be defended: not read in statute, or with alternatives."""
        return self.certainty != "h" or len(self.codes) > 1


class InformationRulesSpec(Spec):
    """One set of information rules (`scoring/information_rules/<year>.yaml`)."""

    format: Literal[1]
    id: Literal["2018", "2026"]
    name: Text
    read_on: str
    """Date of the statute texts that were read."""
    source: SourceId
    reviewed_by: str = ""
    """Empty until a lawyer has signed."""
    brings_cases: tuple[Column, ...] = ()
    """Who may bring a case to the Care and Safety House: a share with it outside a meeting is then weighed (`a`)."""
    bringing: Text | None = None
    """What that road is, as a giver reads it."""
    answers: tuple[AnswerSpec, ...] = ()
    """What grey cells choose their defensible answers from."""
    cells: tuple[CellSpec, ...]


class RubricLineSpec(Spec):
    """One line of the score and what it is computed from."""

    id: Id
    name: Text
    level: Literal["safety", "inspection", "information", "individual", "organisation", "chain"]
    """`inspection` holds the five questions of the inspectorate."""
    question: Text
    computed_from: tuple[Id, ...]
    """Figures of what happened."""
    expected_from: tuple[Id, ...] = ()
    """Figures of what could be expected from the same decisions, in many worlds."""
    numbers: tuple[Id, ...] = ()
    """Numbers of the model on which these rest most."""
    strength: Strength = "design"


class FigureSpec(Spec):
    """A figure that lines are computed from: counted in the log, or read from many worlds."""

    id: Id
    read_from: Literal["log", "worlds"]
    unit: Literal["count", "share", "percent", "change", "week", "average", "hours", "ending", "index", "worlds"]
    name: Text
    measures: tuple[MeasureId, ...] = ()
    """Measures it looks at, where it looks at some only."""


class RubricSpec(Spec):
    """The rubric (`scoring/rubric.yaml`)."""

    format: Literal[1]
    lines: tuple[RubricLineSpec, ...]
    figures: tuple[FigureSpec, ...]


class SourceSpec(Spec):
    """A source that content, rules and docs cite by id (`docs/sources.yaml`)."""

    id: SourceId
    title: str
    kind: Literal["law", "study", "report", "guidance", "news", "own"]
    where: str
    sure: Literal["high", "medium", "low"]


class SourcesSpec(Spec):
    """The list of sources."""

    format: Literal[1]
    sources: tuple[SourceSpec, ...]
