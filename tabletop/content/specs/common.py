"""Small shapes that every kind of content file shares."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tabletop.content.languages import Language as Language  # noqa: PLC0414 - most modules take it from here

Strength = Literal["high", "medium", "low", "design"]
Subject = Literal["victim", "stalker", "child", "professional"]
FactKind = Literal["police", "judicial", "medical", "care", "youth", "administrative", "open"]
Theme = Literal["history", "pattern", "means", "mind", "access", "victim", "child", "network", "legal"]
"""What a fact is about, for the picture: a measure hinges on the facts of its themes."""
StalkerType = Literal["rejected", "resentful", "intimacy_seeking", "incompetent", "predatory"]
Channel = Literal["home", "work", "child", "others", "online"]
"""A way for the stalker to reach the victim (`access` in the model)."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
"""A stable word: lower case, digits and underscores. Never a position, so that inserting breaks no saved game."""
RoleId = Id
FactId = Id
MeasureId = Id
SourceId = Id

Share = Annotated[float, Field(ge=0.0, le=1.0)]


class Spec(BaseModel):
    """A piece of content: frozen, and strict about keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Text(Spec):
    """One text in both languages, each written for its own readers."""

    nl: Annotated[str, StringConstraints(min_length=1)]
    en: Annotated[str, StringConstraints(min_length=1)]

    def in_language(self, language: Language) -> str:
        """Give the text in one language.

        >>> Text(nl="overleg", en="meeting").in_language("en")
        'meeting'
        """
        return self.nl if language == "nl" else self.en


class Quantity(Spec):
    """A number of the model, with all that is needed to trust or doubt it.

    `low` and `high` bound the plausible range; `source` is an id of `docs/sources.yaml` (`design` for our own
    assumption); `strength` is the strength of the evidence.
    """

    value: float
    low: float
    high: float
    source: SourceId = "design"
    strength: Strength = "design"
