"""Conditions and effects of the script: structured data, never expressions to evaluate.

A condition has exactly one key. Levels are the named numbers of the state, all between 0 and 1 unless said.
"""

from typing import Literal

from pydantic import Field, model_validator

from tabletop.content.specs.common import FactId, Id, MeasureId, RoleId, Spec

Level = Literal[
    "drive", "fixation", "belief", "ladder", "trigger",
    "strength", "trust", "contact", "awareness", "burden",
    "proof", "pattern", "plan",
]  # fmt: skip
PhaseId = Literal[
    "unaware", "aware", "seriousness", "defensive", "offensive", "exhaustion", "turning", "control", "recovery"
]
StageId = Literal["trigger", "escalation", "change", "planning"]
Tally = Literal["contacts", "reported", "breaches", "unanswered", "meetings", "weeks_quiet"]
"""Counts since the start: contacts the victim noticed, reports to the police, bans broken, of these never answered,
meetings held; and the present number of weeks without contact."""


class LevelIs(Spec):
    """A level of the state compared with a bound; give `at_least`, `below`, or both."""

    of: Level
    at_least: float | None = None
    below: float | None = None


class TallyIs(Spec):
    """A count of the state that has reached a bound."""

    of: Tally
    at_least: int


class Knows(Spec):
    """A role knows a fact."""

    role: RoleId
    fact: FactId


class Condition(Spec):
    """One condition: exactly one of its keys."""

    all: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None
    not_: "Condition | None" = Field(default=None, alias="not")
    week: int | None = None
    """From this week on."""
    level: LevelIs | None = None
    tally: TallyIs | None = None
    knows: Knows | None = None
    joint: FactId | None = None
    """The fact is in the joint picture."""
    running: MeasureId | None = None
    started: MeasureId | None = None
    """The measure runs, or has run."""
    fired: Id | None = None
    """The inject has happened."""
    phase: PhaseId | None = None
    stage: StageId | None = None

    @model_validator(mode="after")
    def _exactly_one_key(self) -> "Condition":
        given = [name for name in self.model_fields_set if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("a condition has exactly one key")
        return self


class Reveal(Spec):
    """A fact becomes known to a role."""

    fact: FactId
    to: RoleId


class Change(Spec):
    """A level goes up or down, and stays within its bounds."""

    of: Level
    by: float


class Effect(Spec):
    """One effect of an inject: exactly one of its keys."""

    reveal: Reveal | None = None
    change: Change | None = None
    end: MeasureId | None = None
    """A running measure stops."""
    start: MeasureId | None = None
    """A measure starts without a decision of a seat (a judge decides, say)."""
    quiet: int | None = None
    """No contact for this many weeks."""

    @model_validator(mode="after")
    def _exactly_one_key(self) -> "Effect":
        given = [name for name in self.model_fields_set if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("an effect has exactly one key")
        return self
