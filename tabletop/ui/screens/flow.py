"""The way through the screens: what the moment of a session asks for, and what covers what."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tabletop.ui.screen import Screen
from tabletop.ui.screens.aside import Aside
from tabletop.ui.screens.facilitation import Facilitation
from tabletop.ui.screens.title import SavedSession, TitleScreen

if TYPE_CHECKING:
    from tabletop.content.languages import Language
    from tabletop.store.sessions import SessionSummary
    from tabletop.ui.app import App
    from tabletop.ui.screens.arranging import Arrangement
    from tabletop.ui.screens.game import Game
    from tabletop.view.pages import CoverPage

SEED_BITS = 32
DEFAULT_CASE = "start"


@dataclass
class Beginning:
    """How a new session begins, where that is not chosen on the screen."""

    scenario: str | Path = DEFAULT_CASE
    seed: int | None = None
    path: Path | None = None
    """The session file; None for a new one in the folder of sessions."""
    folder: Path | None = None
    """The sessions that the title lists; None for those of this user."""
    workers: int = 0
    """Processes that help with what takes a debrief long; 0 leaves it to a thread."""


class NoSessionError(RuntimeError):
    """A screen asked for the session while there was none."""


class TableGuide(Aside):
    """The one guide: `base.Guide` says what each step does. Modules of the game load when they are needed."""

    app: App

    def __init__(self, beginning: Beginning | None = None) -> None:
        self.beginning = beginning or Beginning()
        self.game: Game | None = None
        super().__init__()
        self.facilitation = Facilitation(self)
        self._arrangement: Arrangement | None = None

    @property
    def table(self) -> Game:
        """The session that is played."""
        if self.game is None:
            raise NoSessionError
        return self.game

    @property
    def language(self) -> Language:
        """The language of the moment."""
        return "en" if self.app.settings.language == "en" else "nl"

    # -- before a session

    def title_screen(self) -> TitleScreen:
        """The title."""
        return TitleScreen(self, self._saved, self._resume)

    def to_title(self) -> None:
        """Put the session away and show the title."""
        self.put_away()
        self.app.show(self.title_screen())

    def put_away(self) -> None:
        """Close the session file, if one is open."""
        self.facilitation.detach()
        if self.game is not None:
            self.game.put_away()
        self.game = None

    def _saved(self) -> list[SavedSession]:
        from tabletop.store.sessions import list_sessions

        return [self._saved_session(summary) for summary in list_sessions(self.beginning.folder)]

    def _saved_session(self, summary: SessionSummary) -> SavedSession:
        say = self.app.say
        if summary.fault is not None:
            return SavedSession(str(summary.path), summary.path.stem, "", summary.fault.sentence(self.language))
        words = self.app.words
        line = say(
            "title.finished" if summary.finished else "title.session",
            round=summary.round,
            rounds=summary.rounds,
            seats=summary.seats,
            day=words.date(summary.touched),
            time=words.time(summary.touched),
        )
        return SavedSession(str(summary.path), summary.title.in_language(self.language), line)

    def _resume(self, path: str) -> str:
        from tabletop.store.faults import StoreFault

        try:
            self.resume(Path(path))
        except StoreFault as fault:
            return fault.sentence(self.language)
        return ""

    def resume(self, path: Path) -> None:
        """Go on with a session: always behind a cover. Raises `StoreFault`."""
        from tabletop.store.live import LiveSession
        from tabletop.ui.screens.live_game import LiveGame

        live = LiveSession.resume(path)
        self.game = LiveGame(live, lambda: self.language, self.beginning.workers)
        self.facilitation.attach(live)
        self.app.sweeper.keep()
        self.room_sees, self.is_room_known = False, False
        self.app.show(self.resume_cover())

    def new_session(self) -> None:
        """Show the set-up."""
        from tabletop.ui.screens.arranging import Arrangement
        from tabletop.ui.screens.packs import pack_of
        from tabletop.ui.screens.setup import SetUpScreen

        if self._arrangement is None:
            seed = self.beginning.seed if self.beginning.seed is not None else secrets.randbits(SEED_BITS)
            self._arrangement = Arrangement(pack_of(self.beginning.scenario), seed)
        self.facilitation.set_up_opened(self._arrangement.set_up_minutes)
        self.app.show(SetUpScreen(self, self._arrangement, self._to_note))

    def _to_note(self) -> None:
        from tabletop.ui.screens.note import NoteScreen

        self.app.show(NoteScreen(self, self._note, self._begin, self.new_session, self._arrangement))

    def _note(self) -> tuple[str, str, str]:
        if self._arrangement is None:
            raise NoSessionError
        spec = self._arrangement.pack.scenario
        return spec.title.in_language(self.language), spec.content_note.in_language(self.language), spec.intensity

    def _begin(self) -> str:
        from tabletop.store.faults import StoreFault
        from tabletop.store.live import LiveSession
        from tabletop.ui.screens.live_game import LiveGame

        if self._arrangement is None:
            raise NoSessionError
        try:
            live = LiveSession.new(self.beginning.path, self._arrangement.pack, self._arrangement.set_up(self.language))
        except StoreFault as fault:
            return fault.sentence(self.language)
        self.room_answered(sees=bool(self._arrangement.room_sees))
        self.game = LiveGame(live, lambda: self.language, self.beginning.workers)
        self.facilitation.attach(live)
        self.app.sweeper.keep()
        self._arrangement = None
        self.onward()
        return ""

    # -- to practise

    def practise(self) -> str:
        """Begin the practice case; a sentence when that does not work."""
        from tabletop.ui.practice import Practice

        return Practice(self).begin()

    def begin_practice(self, arrangement: Arrangement, path: Path) -> str:
        """A session in a file that does not stay, without a clock; a sentence when that does not work."""
        from tabletop.store.faults import StoreFault
        from tabletop.store.live import LiveSession
        from tabletop.ui.screens.live_game import LiveGame

        try:
            live = LiveSession.new(path, arrangement.pack, arrangement.set_up(self.language))
        except StoreFault as fault:
            return fault.sentence(self.language)
        self.room_answered(sees=False)
        self.game = LiveGame(live, lambda: self.language)
        return ""

    # -- in a session

    def onward(self) -> None:
        """Show what the moment asks for."""
        self.app.show(self._screen_now())
        self._remind_of_room()

    def _screen_now(self) -> Screen:
        kind = self.table.moment.kind
        if kind in ("dossiers", "turn", "answer"):
            return self.cover_screen()
        if kind == "meeting":
            from tabletop.ui.screens.meeting import MeetingScreen

            return MeetingScreen(self)
        if kind == "weeks":
            from tabletop.ui.screens.weeks import WeeksScreen

            return WeeksScreen(self)
        if kind in ("debrief", "closed"):
            return self._debrief()
        return self._board()

    def _board(self) -> Screen:
        from tabletop.ui.screens.board import BoardScreen

        return BoardScreen(self)

    def _debrief(self) -> Screen:
        from tabletop.ui.screens.debrief import DebriefScreen

        if self.table.moment.kind != "closed":
            self.table.open_debrief()
        return DebriefScreen(self)

    def cover_screen(self) -> Screen:
        """The cover of the seat that gets the laptop."""
        from tabletop.ui.screens.cover import CoverScreen

        is_reading = self.table.moment.kind == "dossiers"
        if is_reading and self._reads_on_paper:
            return CoverScreen(self, self._paper_page, self._all_have_read)
        lets_go = self._all_have_read if is_reading else self._let_go
        cover = CoverScreen(self, lambda: self.table.cover(self.language), self._open_cover, lets_go)
        cover.lets_go_label = "facilitator.all_read" if is_reading else "cover.let_go"
        return cover

    @property
    def _reads_on_paper(self) -> bool:
        live = self.facilitation.live
        return live is not None and live.play.setup.reading == "paper"

    def _paper_page(self) -> CoverPage:
        from tabletop.view.pages import CoverPage

        return CoverPage(self.table.board(self.language).header.case_title, None, self.app.say("cover.paper"))

    def _all_have_read(self) -> str:
        refusal = self.table.all_dossiers_read()
        if not refusal:
            self.onward()
        return refusal

    def resume_cover(self) -> Screen:
        """What a resumed session shows first: a cover, whatever the moment."""
        if self.table.moment.kind in ("dossiers", "turn", "answer"):
            return self.cover_screen()
        from tabletop.ui.screens.cover import CoverScreen

        return CoverScreen(self, self._table_page, self._open_public)

    def _table_page(self) -> CoverPage:
        from tabletop.view.pages import CoverPage

        return CoverPage(self.table.board(self.language).header.case_title, None, self.app.say("cover.resumed"))

    def _open_public(self) -> str:
        self.onward()
        return ""

    def _open_cover(self) -> str:
        refusal = self.table.open_cover()
        if not refusal:
            self.to_private()
        return refusal

    def _let_go(self) -> str:
        refusal = self.table.end_turn()
        if not refusal:
            self.onward()
        return refusal

    def to_private(self) -> None:
        """Show the private screen behind the cover."""
        if self.table.moment.kind == "dossiers":
            from tabletop.ui.screens.dossier import DossierScreen

            self.app.show(DossierScreen(self))
            return
        from tabletop.ui.screens.desk import DeskScreen

        self.app.show(DeskScreen(self))

    def to_cover(self) -> None:
        """Cover."""
        self.app.show(self.cover_screen())

    def to_board(self) -> None:
        """Show the board, at any moment."""
        self.app.show(self._board())

    def to_guide(self) -> None:
        """Show the page for who leads a session for the first time; then the title."""
        from tabletop.ui.screens.facilitator_guide import GuideScreen

        self.app.show(GuideScreen(self, self._guide_read))

    def _guide_read(self) -> None:
        self.app.change(has_read_guide=True)
        self.app.show(self.title_screen())

    def to_debrief(self) -> None:
        """Open the debrief, after the last week or earlier."""
        self.app.show(self._debrief())
        self._remind_of_room()

    def to_care(self) -> None:
        """Close the session with the care card."""
        from tabletop.ui.screens.care import CareScreen

        if self.table.moment.kind != "closed":
            self.table.close_session()
        self.app.show(CareScreen(self, self._wipe, self.table.wipe_names))

    def _wipe(self) -> None:
        self.facilitation.detach()
        self.table.wipe()
        self.game = None
