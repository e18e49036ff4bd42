"""What the debrief shows, as text in one language: screens, and later a report, draw it as it is."""

from dataclasses import dataclass
from typing import Literal

from tabletop.view.pages import RoleBadge

CourseKind = Literal["decision", "share", "measure", "meeting", "script", "fact", "incident", "phase"]
CellState = Literal["unknown", "signal", "knows", "holds"]


@dataclass(frozen=True, slots=True)
class LeavingRole:
    """A role, the goal that only it knew, and a question for who played it; no question when nobody did."""

    role: RoleBadge
    goal: str
    question: str
    knowledge: int = 0
    """How many questions there are on what this organisation may, must and does."""


@dataclass(frozen=True, slots=True)
class LeavingPage:
    """*Uit je rol*: played roles first, in the order of the seats."""

    roles: tuple[LeavingRole, ...]


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    """A question on what an organisation may, must and does; nothing of it is about the case."""

    question: str
    options: tuple[str, ...]
    right: int
    """Place of the option that is right, from 0."""
    explanation: str
    source: str
    sureness: str

    @property
    def answer(self) -> str:
        """The option that is right."""
        return self.options[self.right]


@dataclass(frozen=True, slots=True)
class RoleQuestionsPage:
    """The questions on one role, which may be none."""

    role: RoleBadge
    questions: tuple[RoleQuestion, ...]


@dataclass(frozen=True, slots=True)
class CourseLine:
    """Something that happened, and who knew of it then. `note` is how a share is judged, `icon` its own picture."""

    text: str
    kind: CourseKind
    known_to: tuple[RoleBadge, ...]
    known_label: str
    note: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class CourseWeek:
    """One week that passed, or the turns before it (`week` is then the week in which they were taken)."""

    week: int
    label: str
    lines: tuple[CourseLine, ...]
    danger: float
    """From 0 to 1, where 1 is the highest of this session."""
    danger_label: str = ""
    is_turns: bool = False


@dataclass(frozen=True, slots=True)
class CourseRound:
    """A round of the course."""

    title: str
    weeks: tuple[CourseWeek, ...]


@dataclass(frozen=True, slots=True)
class CoursePage:
    """*Verloop*: what happened, week by week, unhidden."""

    rounds: tuple[CourseRound, ...]
    danger: tuple[float, ...]
    """One value a week that passed, from 0 to 1, where 1 is the highest of this session."""
    danger_label: str
    ending: str
    ending_explanation: str
    variant: str
    """Who the stalker was this time."""
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeCell:
    """What a role knew of a fact at the chosen week, and since when."""

    state: CellState
    since: int | None
    label: str


@dataclass(frozen=True, slots=True)
class KnowledgeRow:
    """A fact, with a cell for each role."""

    title: str
    text: str
    kind: str
    weight: int
    cells: tuple[KnowledgeCell, ...]
    joint_since: int | None
    joint_label: str
    stayed: bool
    """By then it had never left its holders."""


@dataclass(frozen=True, slots=True)
class KnowledgePage:
    """*Wie wist wat* at one week."""

    weeks: int
    week: int
    week_label: str
    roles: tuple[RoleBadge, ...]
    rows: tuple[KnowledgeRow, ...]
    joint_count: int
    joint_label: str
    stayed: tuple[str, ...]
    """Titles of the facts that never left their holders."""
    stayed_label: str


@dataclass(frozen=True, slots=True)
class TalkEdge:
    """Two roles (by id) and in how many rounds they spoke."""

    a: str
    b: str
    rounds: int


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """Who talked with whom."""

    lines: tuple[str, ...]
    left_out: tuple[RoleBadge, ...]
    edges: tuple[TalkEdge, ...]
