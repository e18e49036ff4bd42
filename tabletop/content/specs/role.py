"""Roles (`roles/*.yaml`) and the disciplines of participants (`roles/disciplines.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.content.specs.common import Id, RoleId, Share, SourceId, Spec, Text

Chain = Literal["justice", "care", "administration"]
Column = Literal["POL", "OM", "REC", "VT", "SWT", "GGZ", "SHN", "VO", "RVK", "GI", "BGM", "ZVH", "DJI"]
"""The column of the information rules that a role falls under."""


class KnowledgeSpec(Spec):
    """A question about what this organisation may, must and does; it never touches facts of a case."""

    question: Text
    options: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    answer: Annotated[int, Field(ge=1, le=5)]
    """The option that is right, counted from 1."""
    explanation: Text
    """Why, in one or two sentences; shown with the answer."""
    source: SourceId

    @property
    def right(self) -> Text:
        """The option that is right."""
        return self.options[self.answer - 1]


class RoleSpec(Spec):
    """An organisation that can be played, as its card tells it."""

    format: Literal[1]
    id: RoleId
    name: Text
    short: Text
    """At most 14 characters, for the board."""
    chain: Chain
    column: Column
    sees: tuple[Literal["victim", "stalker", "child"], ...] = ()
    who: Text
    may: Text
    must: Text
    cannot: Text
    pressure: Text
    fear: Text
    goal: Text
    hours: Annotated[int, Field(ge=1, le=40)]
    """Hours a round for this case."""
    answers: Share
    """How likely this partner comes to a meeting or answers in time when nobody plays it."""
    trust: dict[RoleId, Share] = Field(default={})
    """Starting trust from this role to others; 0.5 where nothing is said."""
    offer: Text
    need: Text
    waiting_questions: tuple[Text, ...] = ()
    """Questions for those who wait; they never touch facts of a case."""
    knowledge: Annotated[tuple[KnowledgeSpec, ...], Field(max_length=8)] = ()
    """What one should know of this organisation; asked before and after. Four of them."""


class DisciplineSpec(Spec):
    """What a participant does in real life."""

    id: Id
    name: Text
    role: RoleId | None = None
    """The role that is this discipline."""
    near: tuple[RoleId, ...] = ()
    """Roles so close that playing them teaches little."""
    student: bool = False


class DisciplinesSpec(Spec):
    """The list of disciplines a participant can choose from."""

    format: Literal[1]
    disciplines: tuple[DisciplineSpec, ...]
