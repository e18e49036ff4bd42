"""What the tab *Score* shows, as text in one language."""

from dataclasses import dataclass

from tabletop.view.pages import RoleBadge


@dataclass(frozen=True, slots=True)
class ScoreShare:
    """The part of one role in a figure; no role for what the table did together."""

    role: RoleBadge | None
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ScoreFigure:
    """One figure with the parts that add up to it."""

    id: str
    name: str
    value: str
    shares: tuple[ScoreShare, ...] = ()
    shares_label: str = ""
    """'Politie 3, OM 2, samen 1'; empty when the figure has no parts."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line of a section: what happened, and where the model can say so, what could be expected."""

    id: str
    name: str
    question: str
    happened: tuple[ScoreFigure, ...]
    expected: tuple[ScoreFigure, ...] = ()
    headline: str = ""
    """The figures in short, for a list."""
    expected_label: str = ""
    """What is said of the figures of worlds: that they are still being counted, or how they were."""
    strength: str = ""
    """How strong the evidence is on which the figures of worlds rest."""


@dataclass(frozen=True, slots=True)
class ScoreSection:
    """Lines that belong together. Sections stand apart: nothing is averaged over them."""

    id: str
    title: str
    text: str
    lines: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class ScorePage:
    """*Score*: safety, the five questions, information on three scales, and the three levels."""

    sections: tuple[ScoreSection, ...]
    label: str
    """How many worlds were played for what could be expected, or that they are being played."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A decision or a stretch of weeks behind a line. `notes` say how it is judged and what else is defensible."""

    entry: int
    when: str
    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number of the model behind a line."""

    meaning: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class OpenedLine:
    """A line with all that is behind it."""

    line: ScoreLine
    rows: tuple[ScoreRow, ...]
    empty: str
    """What to say where there are no rows."""
    range: str
    """For the three scales: between which bounds the answer can be defended."""
    numbers: tuple[NumberRow, ...]
