"""The meeting of the partners."""

from dataclasses import dataclass
from typing import Literal

from tabletop.view.pages.desk import Chip, Option, OptionGroup
from tabletop.view.pages.shared import FactCard, Header, PlanPage, RoleBadge


@dataclass(frozen=True, slots=True)
class MeetingSeat:
    """Somebody at, or missing from, the table."""

    role: RoleBadge
    participant: str
    present: bool
    why_absent: str
    stance: Literal["none", "commits", "objects"]
    stance_label: str
    commit: Option | None
    objection: Option | None
    reason: str = ""
    """Why this role objects."""


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """The meeting on the open screen."""

    header: Header
    caller: RoleBadge | None
    seats: tuple[MeetingSeat, ...]
    picture: tuple[FactCard, ...]
    picture_line: str
    """What the picture shows together, and what is still missing, in words."""
    questions: tuple[str, ...]
    plan: PlanPage
    leads: tuple[OptionGroup, ...]
    """One group per task, options per role at the table."""
    agreements: tuple[OptionGroup, ...]
    """Measures that can be agreed, one group per measure, options per owner."""
    due_chips: tuple[Chip, ...]
    can_undo: bool
    objections: tuple[Chip, ...] = ()
    """Reasons to object."""
