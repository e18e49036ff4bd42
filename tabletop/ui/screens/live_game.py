"""A session in its file, as `Game`: pages come from `session.pages`, every act is on disk before it counts."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar

from tabletop.content.specs.common import Language
from tabletop.session import acts, pages
from tabletop.session.entries import Entry
from tabletop.session.moment import Moment
from tabletop.store.live import LiveSession
from tabletop.store.wiping import wipe_file
from tabletop.ui.screens.game import SeatAtTable, Telling
from tabletop.view.pages import (
    BoardPage,
    CoverPage,
    DeskPage,
    DossierPage,
    MeetingPage,
    ShareForm,
    SpokenPage,
    WeekPage,
)

if TYPE_CHECKING:
    from tabletop.debrief.pages import CoursePage, KnowledgePage, LeavingPage, NetworkPage, RoleQuestionsPage
    from tabletop.debrief.review import Review
    from tabletop.debrief.watching import Watched, Watcher

PageT = TypeVar("PageT")
AT_ONCE = 12
"""Entries of a log that the debrief takes in after an act: more than an act brings, so that it catches up on a log that
was resumed, and few enough not to be felt."""


class LiveGame:
    """A `LiveSession` behind the face that screens know. Pages are kept until the next entry."""

    def __init__(self, live: LiveSession, language: Callable[[], Language], workers: int = 0) -> None:
        """`workers` processes help with what takes a debrief long."""
        self.live = live
        self._workers = workers
        self._review: Review | None = None
        self._language = language
        self._kept: dict[Hashable, Any] = {}
        self._kept_for = -1
        self._watcher: Watcher | None = None
        self._watched: Watched | None = None

    @property
    def moment(self) -> Moment:
        """Where the session stands."""
        return self.live.moment

    @property
    def can_undo(self) -> bool:
        """Whether the last decision can be taken back."""
        return self.live.play.can_undo

    def seats(self, language: Language) -> tuple[SeatAtTable, ...]:
        """The seats that are played, with the names that were given."""
        badges = {node.role.id: node.role for node in self.board(language).nodes}
        play = self.live.play
        rows = ((number, seat) for number, seat in enumerate(play.seats) if play.is_played(number))
        return tuple(
            SeatAtTable(number, badges[seat.role], ", ".join(p.name for p in seat.participants if p.name))
            for number, seat in rows
        )

    def board(self, language: Language) -> BoardPage:
        """The shared screen."""
        return self._page(("board", language), lambda: pages.board(self.live.play, language))

    def cover(self, language: Language) -> CoverPage:
        """The screen between two people."""
        return self._page(("cover", language), lambda: pages.cover(self.live.play, language))

    def dossier(self, language: Language) -> DossierPage:
        """The dossier of the seat that holds the laptop."""
        return self._page(("dossier", language), lambda: pages.dossier(self.live.play, language))

    def desk(self, language: Language) -> DeskPage:
        """The desk of the seat that holds the laptop."""
        return self._page(("desk", language), lambda: pages.desk(self.live.play, language))

    def share(self, fact: str, language: Language) -> ShareForm:
        """To whom that seat can tell a fact."""
        return self._page(("share", fact, language), lambda: pages.share(self.live.play, fact, language))

    def meeting(self, language: Language) -> MeetingPage:
        """The meeting."""
        return self._page(("meeting", language), lambda: pages.meeting(self.live.play, language))

    def week(self, language: Language, week: int | None = None) -> WeekPage:
        """A week as the board tells it now; the one that passed last when none is named."""
        return self._page(("week", language, week), lambda: pages.week(self.live.play, language, week))

    def spoken(self, seat: int, language: Language) -> SpokenPage:
        """What a speaker can pick."""
        return self._page(("spoken", seat, language), lambda: pages.spoken(self.live.play, seat, language))

    def leaving(self, language: Language) -> LeavingPage:
        """The debrief: out of the roles."""
        from tabletop.debrief.leaving import leaving_page

        played = [seat.role.id for seat in self.seats(language)]
        return self._page(("leaving", language), lambda: leaving_page(self.live.play.case, played, language))

    def role_questions(self, role: str, language: Language) -> RoleQuestionsPage:
        """The debrief: what one should know of a role. Raises `CoveredError` before it is opened."""
        from tabletop.debrief.role_questions import role_questions_page

        if not self._is_debriefing:
            raise pages.CoveredError("the debrief is not open")
        return self._page(
            ("role_questions", role, language), lambda: role_questions_page(self.live.play.case, role, language)
        )

    def course(self, language: Language) -> CoursePage:
        """The debrief: what happened."""
        from tabletop.debrief.course import course_page

        return self._page(("course", language), lambda: course_page(self._watch(), language))

    def knowledge(self, language: Language, week: int | None) -> KnowledgePage:
        """The debrief: who knew what."""
        from tabletop.debrief.knowledge import knowledge_page

        return self._page(("knowledge", week, language), lambda: knowledge_page(self._watch(), language, week))

    def network(self, language: Language) -> NetworkPage:
        """The debrief: who spoke with whom."""
        from tabletop.debrief.network import network_page

        return self._page(("network", language), lambda: network_page(self._watch(), language))

    @property
    def review(self) -> Review:
        """The debrief: turning points and score, as they become known."""
        from tabletop.debrief.review import Review

        if self._review is None:
            self._review = Review(self._watch, self._workers)
        return self._review

    def open_cover(self) -> str:
        """The seat that gets the laptop opened its cover; nothing is noted when it had before."""
        return "" if self.moment.is_open else self._act(acts.opened(self.live.play))

    def dossier_read(self) -> str:
        """It has read its dossier."""
        return self._act(acts.dossier_read(self.live.play))

    def all_dossiers_read(self) -> str:
        """Everybody has read on paper."""
        return self._act(acts.all_dossiers_read())

    def decide(self, decision: str, telling: Telling | None = None, reason: str | None = None) -> str:
        """A decision; `telling` for `share` and `answer`, `reason` for declining and objecting."""
        modes = {} if telling is None else {"ground": telling.ground, "extent": telling.extent, "way": telling.way}
        return self._act(acts.decided(self.live.play, decision, reason=reason, **modes))

    def agree(self, decision: str, due_weeks: int) -> str:
        """An agreement of the meeting."""
        return self._act(acts.agreed(decision, due_weeks))

    def undo(self) -> str:
        """The last decision is taken back."""
        return self._act(acts.undone())

    def end_turn(self) -> str:
        """The turn is over, or let go by."""
        return self._act(acts.turn_ended(self.live.play))

    def say_aloud(self, seat: int, fact: str) -> str:
        """Somebody said a fact aloud."""
        return self._act(acts.said_aloud(self.live.play, seat, fact))

    def close_meeting(self) -> str:
        """The meeting is over."""
        return self._act(acts.meeting_closed())

    def pass_week(self) -> str:
        """One week passes."""
        return self._act(acts.week_passed())

    def note_pause(self, is_over: bool) -> str:
        """The table pauses, or goes on."""
        return self._act(acts.facilitated("resume" if is_over else "pause"))

    def open_debrief(self) -> str:
        """The group goes to the debrief; noted once."""
        return "" if self._is_debriefing else self._act(acts.debrief_opened())

    @property
    def _is_debriefing(self) -> bool:
        """True once the group opened the debrief, also after the session was closed."""
        return self.moment.kind == "closed" or (self.moment.kind == "debrief" and self.moment.is_open)

    def close_session(self) -> str:
        """The session is over."""
        return self._act(acts.closed())

    def wipe(self) -> None:
        """Remove the session file for good."""
        if self._review is not None:
            self._review.stop()
        self.live.close()
        wipe_file(self.live.path)

    def wipe_names(self) -> None:
        """Take the names of people out of the session file; the session stays."""
        self.live.wipe_names()

    def put_away(self) -> None:
        """Close the session file."""
        if self._review is not None:
            self._review.stop()
        self.live.close()

    def _act(self, entry: Entry) -> str:
        refusal = self.live.act(entry)
        if refusal is not None:
            return pages.refusal_text(refusal, self._language())
        self._watching().follow(self.live.play, AT_ONCE)
        return ""

    def _watching(self) -> Watcher:
        from tabletop.debrief.watching import Watcher

        if self._watcher is None:
            self._watcher = Watcher(self.live.play)
        return self._watcher

    def _watch(self) -> Watched:
        if self._watched is None:
            self._watched = self._watching().watched(self.live.play)
        return self._watched

    def _page(self, key: Hashable, make: Callable[[], PageT]) -> PageT:
        entries = len(self.live.play.entries)
        if entries != self._kept_for:
            self._kept, self._kept_for = {}, entries
        if key not in self._kept:
            self._kept[key] = make()
        page: PageT = self._kept[key]
        return page
