"""What a facilitator has beside the screens of the table: the clock, the second window, and what the panel does.

It is there from the first frame on, when no session is: what it needs of one loads with it.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

from tabletop.ui.timekeeper import Timekeeper

if TYPE_CHECKING:
    import pygame

    from tabletop.content.languages import Language
    from tabletop.session.entries import Entry
    from tabletop.store.live import LiveSession
    from tabletop.ui.app import App
    from tabletop.ui.beamer import Beamer
    from tabletop.ui.screen import Screen
    from tabletop.ui.screens.base import Guide
    from tabletop.view.pages import ClockOffer, ClockPage, FacilitatorPage

LONGER_MS: Final = 5 * 60_000
CutName = Literal["brief", "round", "debrief"]


class Leader(Protocol):
    """The guide as this module needs it."""

    app: App

    @property
    def language(self) -> Language:
        """The language of the moment."""

    def onward(self) -> None:
        """Show what the moment of the session asks for."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note or a bookmark of the facilitator in this round."""

    text: str
    is_bookmark: bool


class Facilitation:
    """Lives in the loop of the app. Without a session (`attach`) it is silent."""

    def __init__(self, leader: Leader) -> None:
        self.leader = leader
        self.live: LiveSession | None = None
        self.time = Timekeeper(self._keep)
        self.beamer: Beamer | None = None
        self.refusal = ""
        self._set_up_minutes: float | None = None
        self._declined: set[Hashable] = set()
        self._page: ClockPage | None = None
        self._page_key: Hashable = None
        self._shown: ClockPage | None = None
        self._board: Screen | None = None
        self._welcome: Screen | None = None
        self._next_look = 0

    # -- when there is a session

    def set_up_opened(self, minutes: float) -> None:
        """People take their seats: the clock runs, and this is how long they have."""
        self._set_up_minutes = minutes
        if not self.time.is_running:
            self.time.start()

    def attach(self, live: LiveSession) -> None:
        """A session begins, with the time its set-up took, or goes on where it was left."""
        self.time.start(live.spent_ms or (self.time.spent if self.time.is_running else 0))
        self.live, self._set_up_minutes = live, None
        self._declined, self._page_key, self._board = set(), None, None
        self.time.keep()

    def detach(self) -> None:
        """The session is put away."""
        if self.live is not None:
            self.time.keep()
        self.live = self._set_up_minutes = self._page = self._page_key = self._board = None
        self.time.stop()

    def _keep(self, spent_ms: int) -> None:
        if self.live is not None:
            self.live.keep_time(spent_ms)

    # -- in the loop of the app

    def pass_time(self, now_ms: int) -> bool:
        """Count; true when the clock says something else than before."""
        self.time.pass_time(now_ms, is_paused=self._is_paused(), moment=self._moment())
        if self.beamer is not None and now_ms >= self._next_look:
            self._next_look = now_ms + 1_000
            if not self.beamer.is_plugged_in():
                self.close_beamer()
        before, self._shown = self._shown, self.clock
        return before != self._shown

    def handle(self, event: pygame.Event) -> bool:
        """Events of the second window."""
        return self.beamer is not None and self.beamer.handle(event)

    def draw(self) -> None:
        """Draw the second window."""
        if self.beamer is not None:
            self.beamer.draw()

    def close(self) -> None:
        """The app stops."""
        if self.live is not None and self.time.is_running:
            self.time.keep()
        self.close_beamer()

    def _is_paused(self) -> bool:
        from tabletop.ui.screens.pause import PauseScreen

        return isinstance(self.leader.app.screen, PauseScreen)

    def _moment(self) -> Hashable:
        if self.live is None:
            return None
        moment = self.live.moment
        return moment.kind, moment.round, moment.role

    # -- the clock

    @property
    def clock(self) -> ClockPage | None:
        """What the clock says now; None when it does not run."""
        if not self.time.is_running:
            return None
        entries = None if self.live is None else len(self.live.play.entries)
        key = (entries, self.time.spent // 1_000, self.leader.language, self._set_up_minutes)
        if key != self._page_key:
            self._page, self._page_key = self._read(), key
        return self._page

    def _read(self) -> ClockPage | None:
        from tabletop.session.clock_page import clock_page, set_up_page

        language = self.leader.language
        if self.live is not None:
            return clock_page(self.live.play, self.time.spent, self.time.since, language)
        if self._set_up_minutes is not None:
            return set_up_page(self.time.spent, self._set_up_minutes, language)
        return None

    @property
    def offer(self) -> ClockOffer | None:
        """What the clock offers, unless the group said no to it in this round."""
        page = self.clock
        if page is None or page.offer is None or self._offered(page.offer) in self._declined:
            return None
        return page.offer

    @property
    def is_time_up(self) -> bool:
        """Whether no further turn should begin: the debrief keeps its time."""
        return self.offer is not None and self.offer.id == "now"

    def _offered(self, offer: ClockOffer) -> Hashable:
        return offer.id, None if self.live is None else self.live.moment.round

    def decline(self) -> None:
        """Not now, in this round."""
        if self.offer is not None:
            self._declined.add(self._offered(self.offer))

    def take(self) -> None:
        """The group takes the offer."""
        from tabletop.session import acts

        offer = self.offer
        if offer is None:
            return
        if offer.id == "now":
            if not self.act(acts.debrief_opened(by_clock=True)):
                self.leader.onward()
        else:
            self.cut(offer.id)

    def cut(self, what: CutName) -> str:
        """Take an early close, offered or not."""
        from tabletop.session import acts

        return self.act(acts.clock_cut(what))

    def may_cut(self, what: CutName) -> bool:
        """Whether this early close is possible now."""
        from tabletop.session.clock import CUTS

        if self.live is None:
            return False
        moment = self.live.moment
        is_covered = what != "brief" or not moment.is_open
        return moment.kind in CUTS[what] and not self.has_cut(what) and is_covered

    def has_cut(self, what: CutName) -> bool:
        """Whether this early close was taken already."""
        if self.live is None:
            return False
        play = self.live.play
        return {"brief": play.is_brief, "round": play.finishing is not None, "debrief": play.is_last_round}[what]

    def longer(self) -> None:
        """The session may last five minutes longer: the debrief keeps its length."""
        self.time.shift(-LONGER_MS)

    def shorter(self) -> None:
        """The session ends five minutes earlier."""
        self.time.shift(LONGER_MS)

    def restart(self) -> None:
        """The set-up begins now: who prepares early loses no time."""
        self.time.start()

    @property
    def question(self) -> str:
        """For those who wait."""
        from tabletop.session.clock_page import waiting_question

        return "" if self.live is None else waiting_question(self.live.play, self.leader.language)

    # -- what the panel does

    def act(self, entry: Entry) -> str:
        """Put an entry in the log; the reason when it is refused."""
        from tabletop.session import pages

        if self.live is None:
            return ""
        refusal = self.live.act(entry)
        self.refusal = "" if refusal is None else pages.refusal_text(refusal, self.leader.language)
        return self.refusal

    @property
    def panel(self) -> FacilitatorPage | None:
        """Script and titles, as the facilitator may see them."""
        from tabletop.session import pages

        return None if self.live is None else pages.facilitator(self.live.play, self.leader.language)

    @property
    def can_undo(self) -> bool:
        """Whether the last decision can be taken back."""
        return self.live is not None and self.live.play.can_undo

    def notes(self) -> tuple[Note, ...]:
        """Notes and bookmarks of this round, latest first; once the case is over, of the whole session."""
        found: list[Note] = []
        is_over = self.live is not None and self.live.moment.kind in ("debrief", "closed")
        for entry in () if self.live is None else self.live.play.entries:
            if entry.kind == "round_begun" and not is_over:
                found.clear()
            elif entry.kind == "facilitator" and entry.body.get("act") in ("note", "bookmark"):
                found.append(Note(str(entry.body.get("text", "")), entry.body["act"] == "bookmark"))
        return tuple(reversed(found))

    # -- the second window

    def toggle_beamer(self) -> None:
        """Open the window for the room, or close it."""
        if self.beamer is None:
            from tabletop.ui.beamer import Beamer

            self.beamer = Beamer(self.leader.app, self._picture, self._version, self.close_beamer)
        else:
            self.close_beamer()

    def close_beamer(self) -> None:
        """Close the window for the room, if it is open."""
        if self.beamer is not None:
            beamer, self.beamer = self.beamer, None
            beamer.close()
            self.leader.app.invalidate()

    def _picture(self) -> Screen:
        from tabletop.ui.screens.room import room_screen

        return room_screen(self)

    def _version(self) -> Hashable:
        """Grows with all that the room may see."""
        app = self.leader.app
        entries = 0 if self.live is None else len(self.live.play.entries)
        shared = app.frames if self.beamer is not None and self.beamer.stage.screen is app.screen else 0
        return entries, shared, self._shown, app.settings.language, app.settings.theme, app.settings.text_percent

    def board(self, guide: Guide) -> Screen:
        """A board of its own for the room, while the table looks at something else."""
        from tabletop.ui.screens.board import BoardScreen

        if self._board is None:
            self._board = BoardScreen(guide)
        return self._board

    def welcome(self, guide: Guide) -> Screen:
        """What the room sees while there is no session."""
        from tabletop.ui.screens.room import WelcomeScreen

        if self._welcome is None:
            self._welcome = WelcomeScreen(guide)
        return self._welcome
