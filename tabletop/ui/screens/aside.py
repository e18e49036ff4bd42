"""What stands beside the way through a session: the room, pause, settings, people, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tabletop.ui.screen import Screen
from tabletop.ui.screens.base import Guide, TableScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabletop.content.languages import Language
    from tabletop.ui.app import App
    from tabletop.ui.screens.facilitation import Facilitation
    from tabletop.ui.screens.game import Game
    from tabletop.ui.screens.title import TitleScreen
    from tabletop.view.pages import CoverPage


class Aside:
    """The part of the guide that leaves the session where it is. `TableGuide` adds the rest."""

    app: App
    game: Game | None
    facilitation: Facilitation

    def __init__(self) -> None:
        self.room_sees = False
        self.is_room_known = True
        """False after resuming, until somebody says whether the room sees this screen."""
        self.is_mirrored = False
        """True when a beamer shows this screen to the room, unless it is switched off for a turn."""
        self._back: Screen | None = None

    @property
    def table(self) -> Game:
        """The session that is played."""
        raise NotImplementedError

    @property
    def language(self) -> Language:
        """The language of the moment."""
        raise NotImplementedError

    def onward(self) -> None:
        """Show what the moment asks for."""
        raise NotImplementedError

    def to_cover(self) -> None:
        """Cover."""
        raise NotImplementedError

    def title_screen(self) -> TitleScreen:
        """The title."""
        raise NotImplementedError

    def _screen_now(self) -> Screen:
        raise NotImplementedError

    @property
    def _me(self) -> Guide:
        return cast("Guide", self)

    # -- the room

    def room_answered(self, *, sees: bool) -> None:
        """Somebody said whether the room sees this screen."""
        self.room_sees = self.is_mirrored = sees
        self.is_room_known = True

    def room_looks_away(self) -> None:
        """The beamer is off, or shows something else: private turns open."""
        self.room_sees = False

    def _remind_of_room(self) -> None:
        """What all may see comes back on a beamer that was switched off; the next private turn asks again."""
        now = self.app.screen
        is_public = isinstance(now, TableScreen) and not now.is_private and self.table.moment.seat is None
        if self.is_mirrored and not self.room_sees and (is_public or self.table.moment.kind == "board"):
            self.room_sees = True
            self.app.stage.announce(self.app.say("room.switch_on"))

    # -- beside the table

    def to_people(self) -> None:
        """Show who sits at the table; a desk that was open comes back covered."""
        from tabletop.ui.screens.people import PeopleScreen

        if self.facilitation.live is not None:
            self._step_aside()
            self.app.show(PeopleScreen(self._me))

    def to_real_professional(self) -> None:
        """Ask somebody who does the work in real life; a desk that was open comes back covered."""
        from tabletop.ui.screens.real_professional import RealProfessionalScreen

        now = self.app.screen
        if self.facilitation.live is not None and isinstance(now, TableScreen) and not now.is_aside:
            self._step_aside()
            self.app.show(RealProfessionalScreen(self._me))

    def to_facilitator(self) -> None:
        """Show the facilitator's panel, or leave it; a desk that was open comes back covered."""
        from tabletop.ui.screens.facilitator import FacilitatorScreen

        now = self.app.screen
        if isinstance(now, FacilitatorScreen):
            now.leave()
        elif self.facilitation.live is not None and isinstance(now, TableScreen) and not now.is_aside:
            self._step_aside()
            self.app.show(FacilitatorScreen(self._me))

    def pause(self, is_break: bool = False) -> None:
        """Cover everything until somebody goes on."""
        from tabletop.ui.screens.pause import PauseScreen

        if not isinstance(self.app.screen, PauseScreen):
            self._note_pause(is_over=False)
        self._step_aside()
        self.app.show(PauseScreen(self._me, is_break))

    def end_pause(self) -> None:
        """Everybody is back."""
        self._note_pause(is_over=True)
        self.go_back()

    def _note_pause(self, is_over: bool) -> None:
        if self.game is not None and self.game.moment.kind != "closed":
            self.game.note_pause(is_over)

    def to_settings(self) -> None:
        """Show the settings."""
        from tabletop.ui.screens.preferences import SettingsScreen

        self._step_aside()
        self.app.show(SettingsScreen(self._me))

    def _step_aside(self) -> None:
        now = self.app.screen
        if not isinstance(now, TableScreen) or not now.is_aside:
            self._back = now

    def go_back(self) -> None:
        """Back to where one was; a private screen comes back covered."""
        back, self._back = self._back, None
        if back is None:
            self._go_home()
        elif isinstance(back, TableScreen) and back.is_private:
            self.app.show(self._screen_now())
        else:
            self.app.show(back)

    def _go_home(self) -> None:
        if self.game is None:
            self.app.show(self.title_screen())
        else:
            self.onward()

    def say_aloud(self) -> None:
        """Ask who spoke; then cover, and let the speaker pick."""
        from tabletop.ui.screens.aloud import speaker_dialog

        if isinstance(self.app.screen, TableScreen) and self.app.screen.is_private:
            self.to_cover()
        self._step_aside()
        self.app.open(
            speaker_dialog(self.table.seats(self.language), self.app.say, self._cover_speaker, self.app.close)
        )

    def _cover_speaker(self, seat: int) -> None:
        from tabletop.ui.screens.cover import CoverScreen

        self.app.show(CoverScreen(self._me, lambda: self._speaker_page(seat), self._opens_spoken(seat)))

    def _speaker_page(self, seat: int) -> CoverPage:
        from tabletop.view.pages import CoverPage

        speaker = next(row for row in self.table.seats(self.language) if row.number == seat)
        return CoverPage(speaker.name or speaker.role.name, speaker.role, self.app.say("aloud.cover"))

    def _opens_spoken(self, seat: int) -> Callable[[], str]:
        from tabletop.ui.screens.aloud import SpokenScreen

        def opens() -> str:
            self.app.show(SpokenScreen(self._me, seat))
            return ""

        return opens
