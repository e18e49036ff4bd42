"""The board, and what everybody sees as the weeks pass."""

from dataclasses import dataclass

from tabletop.view.pages.shared import FactCard, Header, NewsLine, PlanPage, RoleBadge, TimelineMark


@dataclass(frozen=True, slots=True)
class BoardNode:
    """A partner on the board. `at` is x and y from 0 to 1."""

    role: RoleBadge
    at: tuple[float, float]
    played: bool
    marks: tuple[str, ...]
    """Words such as 'procesregie', 'casusregie', 'aan zet', 'afwezig'."""
    hint: str
    """What this partner has to offer: from its card, so general."""
    need: str = ""
    """What it needs from others, from its card."""
    alone: str = ""
    """That it spoke with nobody this round, while others did."""


@dataclass(frozen=True, slots=True)
class BoardEdge:
    """A line between two partners: how much they trust each other, and whether they spoke this round."""

    a: str
    b: str
    trust: float
    trust_label: str
    spoke: bool


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The shared screen: everybody may look."""

    header: Header
    intro: str
    news: tuple[NewsLine, ...]
    nodes: tuple[BoardNode, ...]
    edges: tuple[BoardEdge, ...]
    plan: PlanPage
    picture: tuple[FactCard, ...]
    """The joint picture so far."""
    timeline: tuple[TimelineMark, ...]
    weeks: int
    """Weeks of the format, for the length of the timeline."""
    week: int


@dataclass(frozen=True, slots=True)
class WeekPage:
    """One week that passes, as far as the board may know."""

    week: int
    label: str
    lines: tuple[str, ...]
    icons: tuple[str, ...] = ()
    """By line, the picture of the measure or of the kind of incident; empty for none."""
