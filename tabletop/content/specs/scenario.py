"""A scenario: one fictional case in rounds (`scenarios/*.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.content.specs.common import (
    Channel,
    FactId,
    FactKind,
    Id,
    MeasureId,
    Quantity,
    RoleId,
    Share,
    Spec,
    StalkerType,
    Subject,
    Text,
    Theme,
)  # fmt: skip
from tabletop.content.specs.condition import Condition, Effect, PhaseId, StageId

Position = Annotated[tuple[Share, Share], Field(description="x and y on the board, 0 to 1 from the top left")]


class RoundSpec(Spec):
    """Some weeks of the case. Core rounds are played in the format of 60 minutes."""

    id: Id
    title: Text
    weeks: Annotated[int, Field(ge=1, le=26)]
    core: bool = True
    news: Text
    """Public news on the board when the round begins; at most 40 words."""


class PartnerSpec(Spec):
    """An organisation in this case, played by a seat or by its policy."""

    role: RoleId
    at: Position
    dossier: Text
    """What only this role reads at the start; at most 120 words."""
    goal: Text
    """A private goal that may conflict with another's."""
    hours: Annotated[int, Field(ge=1, le=40)] | None = None
    """Hours a round; without it, those of the role."""
    hears_incidents: bool = False
    """The victim tells this partner, too, what happens to her (the police hear of it by reports)."""


class TrustSpec(Spec):
    """Starting trust from one role to another, where the case differs from the role cards. Directed."""

    giver: RoleId
    receiver: RoleId
    trust: Share


class Appears(Spec):
    """When it comes, a fact to its holders or an inject: at a week, or in the first week in which a condition holds."""

    week: int | None = None
    when: Condition | None = None


class FactSpec(Spec):
    """A piece of information that somebody holds and somebody else may need."""

    id: FactId
    title: Text
    """A few words, for lists and the board."""
    text: Text
    """What the holder reads; at most 40 words."""
    holders: tuple[RoleId, ...]
    subject: Subject
    kind: FactKind
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    weight: Annotated[int, Field(ge=1, le=3)]
    appears: Appears = Appears(week=0)
    phases: tuple[PhaseId, ...] = ()
    """Phases of the victim that this fact shows, once it is in the joint picture."""
    stages: tuple[StageId, ...] = ()
    needed_by: tuple[RoleId, ...] = ()
    """Roles that act better with it; besides those who decide on a measure that hinges on its themes."""
    secret: Literal["address"] | None = None
    """A new address or number of the victim: any share beyond those who guard it is a grave fault."""
    investigation: bool = False
    """Belongs to a running police investigation: stays out of the consult."""
    soft: Text | None = None
    """A milder text with the same meaning, for a table that asked for soft scenes; at most 40 words."""


class InjectSpec(Spec):
    """What the script makes happen, at a week or when a condition holds; once."""

    id: Id
    title: Text
    """For the facilitator's list; tells no secret."""
    appears: Appears
    """In the course of a week, so after its turns; the board shows it with the next week."""
    news: Text | None = None
    """Shown on the board, if everybody would notice; at most 40 words."""
    effects: tuple[Effect, ...] = ()
    marked: bool = False
    """A scene that may be skipped; it needs a soft version where it has news."""
    soft: Text | None = None
    """The news of a marked scene in milder words, for a table that asked for soft scenes or skipped this one."""
    incident: Id | None = None
    """The kind of incident it tells of (`scoring/incidents.yaml`): only for its picture, no rule looks at it."""


class StartLevels(Spec):
    """Levels in week 0, each between 0 and 1."""

    drive: Share
    fixation: Share
    belief: Share
    ladder: Share
    strength: Share
    trust: Share
    contact: Share
    awareness: Share
    proof: Share = 0.0
    pattern: Share = 0.0


class VariantSpec(Spec):
    """One stalker this scenario may have; drawn per session, hidden until the debrief."""

    id: Id
    title: Text
    weight: Annotated[int, Field(ge=1)] = 1
    type: StalkerType
    violent: Quantity
    """Relative risk of violence from this man's or woman's history."""
    start: StartLevels
    access: dict[Channel, Share]
    """How easily he or she reaches the victim, by channel."""


class PartySpec(Spec):
    """How victim and stalker are called; they are scripted and nobody plays them."""

    name: Text
    """A first name or a description, for example 'Robin' or 'de ex'."""


class AcceptedSpec(Spec):
    """A rule of `tabletop check` that this scenario departs from, and why."""

    code: Annotated[str, Field(pattern=r"^TT4[0-9]{2}$")]
    id: Annotated[str, Field(min_length=1)] | None = None
    """What it is about: a fact, an inject, a role ...; without it, wherever the rule speaks."""
    reason: Annotated[str, Field(min_length=1)]


class UncoveredSpec(Spec):
    """Something that `tabletop cover` does not meet, and why that is right."""

    id: Annotated[str, Field(min_length=1)]
    """As `tabletop cover` names it: `inject/letter`, say."""
    reason: Annotated[str, Field(min_length=1)]


class ScenarioSpec(Spec):
    """One case: people, partners, facts, script and rounds."""

    format: Literal[1]
    id: Id
    title: Text
    summary: Text
    """One sentence for the list of scenarios."""
    intro: Text
    """What everybody knows at the start; read aloud; at most 120 words."""
    content_note: Text
    """What the case is about, said before it starts."""
    intensity: Literal["low", "medium", "high"]
    rules: Literal["2018", "2026"]
    victim: PartySpec
    stalker: PartySpec
    shared_home: bool = False
    rounds: Annotated[tuple[RoundSpec, ...], Field(min_length=1)]
    partners: Annotated[tuple[PartnerSpec, ...], Field(min_length=2, max_length=15)]
    seats: Annotated[dict[int, tuple[RoleId, ...]], Field(min_length=1)]
    """Which roles are played with so many seats."""
    trust: tuple[TrustSpec, ...] = ()
    facts: Annotated[tuple[FactSpec, ...], Field(max_length=60)]
    injects: tuple[InjectSpec, ...] = ()
    variants: Annotated[tuple[VariantSpec, ...], Field(min_length=1)]
    measures: Annotated[tuple[MeasureId, ...], Field(max_length=60)]
    """What can be taken in this case, by id; the guide (`docs/authoring.md`) lists all measures, with who decides."""
    accepted: tuple[AcceptedSpec, ...] = ()
    uncovered: tuple[UncoveredSpec, ...] = ()
