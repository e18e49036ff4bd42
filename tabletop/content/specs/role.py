"""Roles (`roles/*.yaml`) and the disciplines of participants (`roles/disciplines.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.content.specs.common import Id, RoleId, Share, Spec, Text

Chain = Literal["justice", "care", "administration"]
Column = Literal["POL", "OM", "REC", "VT", "SWT", "GGZ", "SHN", "VO", "RVK", "GI", "BGM", "ZVH", "DJI"]
"""The column of the information rules that a role falls under."""


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
