"""Measures (`scoring/measures.yaml`): interventions with decider, needs, lead time, duration, effect and risk."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.content.specs.common import (
    Channel,
    MeasureId,
    Quantity,
    RoleId,
    SourceId,
    Spec,
    StalkerType,
    Text,
    Theme,
)  # fmt: skip

MeasureKind = Literal[
    "advice", "evidence", "report", "alarm", "talk", "ban", "arrest", "custody", "supervision", "treatment",
    "outreach", "support", "shelter", "child", "assessment", "process", "priority", "plan", "answer",
]  # fmt: skip
"""What a measure is to the equations: a `ban` can be broken, an `answer` follows a breach, a `talk` may stop him."""


class Needs(Spec):
    """What must hold before a measure starts. Checked when its lead time has passed, not when it is decided."""

    consent: bool = False
    """The victim wants it."""
    proof: Quantity | None = None
    pattern: Quantity | None = None
    picture: Quantity | None = None
    """Known share of the weight of facts it hinges on, at the decider."""
    running: tuple[MeasureId, ...] = ()
    """At least one of these runs."""
    throughout: bool = False
    """It ends when none of `running` runs any more: supervision ends with its legal frame."""
    breach: bool = False
    """A ban was broken, and the decider knows."""
    shared_home: bool = False


class MeasureEffects(Spec):
    """What a measure does while it runs and took. Relative risks multiply; the others say what they add to."""

    contact: Quantity | None = None
    violence: Quantity | None = None
    serious: Quantity | None = None
    access: dict[Channel, Quantity] = Field(default={})
    """Relative access by channel."""
    stop: Quantity | None = None
    """Probability that he stops when it starts, before a fixed pattern."""
    belief: Quantity | None = None
    """Added to where belief in consequence tends."""
    drive: Quantity | None = None
    """Added to where drive tends."""
    strength: Quantity | None = None
    """Victim's strength, a week."""
    trust: Quantity | None = None
    """Victim's trust in the chain, once, when it starts."""
    weekly_trust: Quantity | None = None
    no_contact: Quantity | None = None
    """How much less the victim answers or takes back, a week."""
    proof: Quantity | None = None
    """A week."""
    pattern: Quantity | None = None
    """Once, when it starts: complaints are joined."""
    notice: Quantity | None = None
    """Added to the probability that a breach is noticed."""
    answers_breach: bool = False
    """It answers a breach of a ban."""


class MeasureSpec(Spec):
    """One measure that can be decided, with its sources."""

    id: MeasureId
    name: Text
    explanation: Text
    """What it is, who decides, what it may do; at most 40 words."""
    kind: MeasureKind
    deciders: Annotated[tuple[RoleId, ...], Field(min_length=1)]
    target: Literal["victim", "stalker", "child", "partners"]
    hours: Annotated[int, Field(ge=0, le=40)]
    lead_weeks: Annotated[int, Field(ge=0, le=26)]
    duration_weeks: Annotated[int, Field(ge=1, le=104)] | None = None
    """Without it, the measure lasts until it is ended."""
    supply: Annotated[int, Field(ge=1, le=99)] = 99
    """How often it can be taken in one case."""
    needs: Needs = Needs()
    hinges_on: tuple[Theme, ...] = ()
    effects: MeasureEffects = MeasureEffects()
    fit: dict[StalkerType, Quantity] = Field(default={})
    """How much better (above 1) or worse it takes with a type of stalker."""
    backfire: dict[StalkerType, Quantity] = Field(default={})
    """How much it adds to the trigger when it starts and the picture is poor."""
    risk: Text
    visible: bool = False
    """Everybody notices it (a meeting, say); without it, decider and meeting know."""
    source: SourceId


class MeasuresSpec(Spec):
    """The file of measures."""

    format: Literal[1]
    measures: tuple[MeasureSpec, ...]
