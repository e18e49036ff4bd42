"""A session as screens see it: pages to show and things to do; a refusal is a sentence. Screens know no more of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tabletop.content.languages import Language
    from tabletop.debrief.pages import CoursePage, KnowledgePage, LeavingPage, NetworkPage, RoleQuestionsPage
    from tabletop.debrief.score_pages import OpenedLine, ScorePage
    from tabletop.debrief.turning_pages import TurningPage
    from tabletop.session.moment import Moment
    from tabletop.view.pages import (
        BoardPage,
        CoverPage,
        DeskPage,
        DossierPage,
        MeetingPage,
        RoleBadge,
        ShareForm,
        SpokenPage,
        WeekPage,
    )


@dataclass(frozen=True, slots=True)
class SeatAtTable:
    """A seat that is played: its number, its role and who sits there."""

    number: int
    role: RoleBadge
    name: str


@dataclass(frozen=True, slots=True)
class Telling:
    """How something is told: ids of ground, extent and channel."""

    ground: str
    extent: str
    way: str


class Review(Protocol):
    """What a debrief finds out beside what it shows (`tabletop.debrief.review`)."""

    @property
    def version(self) -> int:
        """Grows whenever more is known."""

    @property
    def fault(self) -> Exception | None:
        """Why no more will come."""

    def start(self) -> None:
        """Begin, unless it began before."""

    def wait(self, seconds: float | None = None) -> None:
        """Wait until all is known."""

    def score(self, language: Language) -> ScorePage | None:
        """The score; None until it has been counted."""

    def score_line(self, line: str, language: Language) -> OpenedLine | None:
        """A line of it with what is behind it."""

    def turning(self, language: Language, chosen: int | None) -> TurningPage:
        """The turning points, as far as they are known."""


class Pages(Protocol):
    """What can be shown. Private pages raise `CoveredError` while their seat has not opened its cover."""

    @property
    def moment(self) -> Moment:
        """Where the session stands."""

    @property
    def can_undo(self) -> bool:
        """Whether the last decision can be taken back."""

    def seats(self, language: Language) -> tuple[SeatAtTable, ...]:
        """The seats that are played."""

    def board(self, language: Language) -> BoardPage:
        """The shared screen."""

    def cover(self, language: Language) -> CoverPage:
        """The screen between two people."""

    def dossier(self, language: Language) -> DossierPage:
        """The dossier of the seat that holds the laptop."""

    def desk(self, language: Language) -> DeskPage:
        """The desk of the seat that holds the laptop."""

    def share(self, fact: str, language: Language) -> ShareForm:
        """To whom that seat can tell a fact."""

    def meeting(self, language: Language) -> MeetingPage:
        """The meeting."""

    def week(self, language: Language, week: int | None = None) -> WeekPage:
        """The week that passed last."""

    def spoken(self, seat: int, language: Language) -> SpokenPage:
        """What a speaker can pick."""

    def leaving(self, language: Language) -> LeavingPage:
        """The debrief: out of the roles."""

    def role_questions(self, role: str, language: Language) -> RoleQuestionsPage:
        """The debrief: what one should know of a role. Raises `CoveredError` before it is opened."""

    def course(self, language: Language) -> CoursePage:
        """The debrief: what happened."""

    def knowledge(self, language: Language, week: int | None) -> KnowledgePage:
        """The debrief: who knew what."""

    def network(self, language: Language) -> NetworkPage:
        """The debrief: who spoke with whom."""

    @property
    def review(self) -> Review:
        """The debrief: turning points and score, as they become known."""


class Game(Pages, Protocol):
    """Pages and acts. Every act gives an empty text, or the reason why it was refused."""

    def open_cover(self) -> str:
        """The seat that gets the laptop opened its cover."""

    def dossier_read(self) -> str:
        """It has read its dossier."""

    def all_dossiers_read(self) -> str:
        """Everybody has read on paper."""

    def decide(self, decision: str, telling: Telling | None = None, reason: str | None = None) -> str:
        """A decision; `telling` for `share` and `answer`, `reason` for declining and objecting."""

    def agree(self, decision: str, due_weeks: int) -> str:
        """An agreement of the meeting."""

    def undo(self) -> str:
        """The last decision is taken back."""

    def end_turn(self) -> str:
        """The turn is over, or let go by."""

    def say_aloud(self, seat: int, fact: str) -> str:
        """Somebody said a fact aloud."""

    def close_meeting(self) -> str:
        """The meeting is over."""

    def pass_week(self) -> str:
        """One week passes."""

    def note_pause(self, is_over: bool) -> str:
        """The table pauses, or goes on."""

    def open_debrief(self) -> str:
        """The group goes to the debrief."""

    def close_session(self) -> str:
        """The session is over."""

    def wipe(self) -> None:
        """Remove the session file for good."""

    def wipe_names(self) -> None:
        """Take the names of people out of the session file; the session stays."""

    def put_away(self) -> None:
        """Close the session file."""
