"""The session clock and the facilitator's panel."""

from dataclasses import dataclass
from typing import Literal

from tabletop.view.pages.shared import Header


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A part of the programme: its name, the minute in which it should end, and whether it is over."""

    name: str
    until: str
    state: Literal["done", "now", "later"]


@dataclass(frozen=True, slots=True)
class ClockOffer:
    """Something shorter that the clock offers; the group decides."""

    id: Literal["brief", "round", "debrief", "now"]
    text: str
    take: str
    """What the button says."""


@dataclass(frozen=True, slots=True)
class ClockPage:
    """The session clock: nothing of the case stands here."""

    part: str
    left: str
    """'nog 12 min'"""
    pace: Literal["ahead", "on_time", "behind"]
    pace_label: str
    """'2 min achter'; empty outside play."""
    hint: str
    """'dit overleg: nog 3 min'"""
    rows: tuple[ClockRow, ...]
    offer: ClockOffer | None


@dataclass(frozen=True, slots=True)
class InjectLine:
    """An inject of the script, as the facilitator sees it: its title tells no secret."""

    id: str
    title: str
    when: str
    """'week 4' or 'als het zover komt'"""
    happened: bool
    marked: bool
    """A scene that may be skipped."""
    news: str = ""
    """What the board will say; empty when only those hear it who notice it."""


@dataclass(frozen=True, slots=True)
class FacilitatorPage:
    """The facilitator's panel: public view, script, and titles of facts; never a dossier."""

    header: Header
    injects: tuple[InjectLine, ...]
    facts: tuple[str, ...]
    rules_card: str
