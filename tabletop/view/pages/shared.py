"""Pieces that several pages show: roles, phases, facts, the plan and what was decided."""

from dataclasses import dataclass
from typing import Literal

ChainName = Literal["justice", "care", "administration"]
MarkKind = Literal["news", "talk", "measure", "meeting", "incident", "due", "now"]


@dataclass(frozen=True, slots=True)
class RoleBadge:
    """How a role is shown: name, short name for the board, chain (colour) and icon."""

    id: str
    name: str
    short: str
    chain: ChainName


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """One phase on the ribbon; `shown` when the joint picture supports it."""

    id: str
    short: str
    name: str
    meaning: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The strip above every screen of a game."""

    case_title: str
    place: str
    """'ronde 2 van 3 · week 6'"""
    phases: tuple[PhaseMark, ...]
    legend: str = ""
    """What the marked phases are: a guess of the table, and that several can be there at once."""


@dataclass(frozen=True, slots=True)
class NewsLine:
    """Something that happened, with its week."""

    week: int
    week_label: str
    text: str
    is_new: bool = False
    icons: tuple[str, ...] = ()
    """Pictures of the kinds of incident or of the measure it tells of."""


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure that the board knows."""

    name: str
    state: str
    """'loopt, nog 9 weken'"""
    decider: RoleBadge | None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An agreement with owner and due week."""

    name: str
    owner: RoleBadge
    due: str
    state: Literal["open", "kept", "late"]
    state_label: str


@dataclass(frozen=True, slots=True)
class RouteStop:
    """A place where the case is, and with whom."""

    label: str
    holder: RoleBadge | None


@dataclass(frozen=True, slots=True)
class Route:
    """Where the case is now, and where it can go from there."""

    here: tuple[RouteStop, ...]
    due: str
    """The first agreement that is due, and with whom; empty for none."""
    up: str
    down: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan as the meeting made it."""

    process_lead: RoleBadge | None
    case_lead: RoleBadge | None
    tells_victim: RoleBadge | None
    tells_stalker: RoleBadge | None
    agreements: tuple[AgreementLine, ...]
    measures: tuple[MeasureLine, ...]
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A mark on the timeline of weeks; `due` is a week to come in which an agreement has to be kept."""

    week: int
    kind: MarkKind
    label: str
    chain: ChainName | None = None
    icon: str = ""
    """The picture of the measure it is about, or of the kind of incident."""


@dataclass(frozen=True, slots=True)
class FactCard:
    """A fact as its reader sees it."""

    id: str
    title: str
    text: str
    kind: str
    """'politiegegeven'"""
    subject: str
    """'zegt iets over de stalker'"""
    origin: str
    """'uit eigen systeem' or 'van politie, week 3'"""
    is_new: bool
    signal_only: bool
    """Only that there is something is known: title and text then say just that."""
    picked: bool = False
    """Laid ready for the meeting."""
    holder: RoleBadge | None = None
    shared: str = ""
    """What its reader did with it: 'gedeeld met OM (week 0)'."""
