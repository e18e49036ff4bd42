"""What a scenario must show (`scoring/relations.yaml`), and how harm is weighed (`scoring/weightings.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from tabletop.content.specs.common import Id, Share, SourceId, Spec, StalkerType, Strength, Text

Measured = Literal[
    "difference",  # points of harm that `game` has more than `than`
    "achieved",  # share, in per cent, of what the pooled plan takes away
    "cut",  # points of harm that `game` takes away
    "cost",  # per cent of what the pooled plan takes away that is lost
    "figure",  # mean of a figure of `game`
    "remaining",  # least serious harm of any way of working, in per cent of doing nothing
    "spread",  # points between the best and the worst way of working
]
Each = Literal["role"]


class RelationSpec(Spec):
    """One relation or limit. The whole 95 % interval has to lie within the limit."""

    id: Id
    claim: Text
    measured: Measured
    game: str | None = None
    """Name of a staged game (`analysis.comparing`); with `each`, one for each role."""
    than: str | None = None
    nothing: str = "nothing"
    """The game that counts as a hundred."""
    figure: Id | None = None
    each: Each | None = None
    types: tuple[StalkerType, ...] = ()
    """Only worlds with these types of stalker."""
    where: Id | None = None
    """Only worlds with this figure above zero in `game`."""
    unit: Literal["points", "percent", "share"]
    at_least: float | None = None
    at_most: float | None = None
    strength: Strength
    source: SourceId = "design"

    @model_validator(mode="after")
    def _has_a_limit(self) -> "RelationSpec":
        if self.at_least is None and self.at_most is None:
            raise ValueError("a relation has a limit")
        return self


class RelationsSpec(Spec):
    """All relations and limits."""

    format: Literal[1]
    relations: Annotated[tuple[RelationSpec, ...], Field(min_length=1)]
    profile: Annotated[tuple[RelationSpec, ...], Field(min_length=1)]


class PartWeights(Spec):
    """Shares of harm under doing nothing."""

    contact: Share
    violence: Share
    serious: Share
    strength: Share
    others: Share


class WeightingSpec(Spec):
    """A judgement of value: how the parts of harm are weighed."""

    id: Id
    name: Text
    weights: PartWeights | None = None
    """Without them, those of the model's own numbers."""


class WeightingsSpec(Spec):
    """The weightings under which results are published; the first is the one by which limits are judged."""

    format: Literal[1]
    weightings: Annotated[tuple[WeightingSpec, ...], Field(min_length=1)]
