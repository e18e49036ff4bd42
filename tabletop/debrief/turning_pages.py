"""What the tab *Keerpunten* shows, as text in one language."""

from dataclasses import dataclass
from typing import Literal

from tabletop.view.pages import RoleBadge

Leaning = Literal["better", "worse", "even"]
"""Whether another choice was to be expected to end better than the group's own, worse, or about the same."""


@dataclass(frozen=True, slots=True)
class TurningRow:
    """One decision in the order of how much it mattered."""

    number: int
    """Of its entry in the log."""
    title: str
    effect: str
    role: RoleBadge | None
    is_refined: bool


@dataclass(frozen=True, slots=True)
class OtherChoice:
    """Something that might have been decided instead."""

    text: str
    harm: str
    calm: str
    leaning: Leaning


@dataclass(frozen=True, slots=True)
class DangerLine:
    """Danger by week, from 0 to 1 where 1 is the top of the chart; `low` and `high` bound 80 % of the futures."""

    label: str
    first_week: int
    values: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TurningDetail:
    """One decision with what might have been decided instead, and how danger would have run on."""

    title: str
    flag: str
    """Short, at its week in the chart."""
    week: int
    weeks: int
    own: str
    """In how many futures it ended calm as it was decided."""
    others: tuple[OtherChoice, ...]
    past: tuple[float, ...]
    """Danger as it went: at the start, and in each week up to that of the decision."""
    played: DangerLine
    other: DangerLine | None
    note: str
    """How much of the rest of the log could be followed."""
    reason: str = ""
    """Why it was decided so, where somebody said that."""


@dataclass(frozen=True, slots=True)
class TurningPage:
    """*Keerpunten*: which decisions mattered most, as far as is known by now."""

    rows: tuple[TurningRow, ...]
    label: str
    """How far the work is."""
    note: str
    """What these figures are, and what they are not."""
    is_done: bool
    chosen: int | None
    detail: TurningDetail | None
