"""What all screens share: a guide from one to the next, pause and break, and screens that cover themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from tabletop.ui.screen import Screen, Shortcut
from tabletop.ui.widgets import Button, Dialog, TextBlock

if TYPE_CHECKING:
    from tabletop.content.languages import Language
    from tabletop.ui.screens.facilitation import Facilitation
    from tabletop.ui.screens.game import Game

COVER_AFTER_MS: Final = 90_000
"""A private screen covers itself after so long without a key or the mouse."""


class Guide(Protocol):
    """Leads from screen to screen; `tabletop.ui.screens.flow` is the one that the app uses."""

    @property
    def table(self) -> Game:
        """The session that is played; raises when there is none."""

    @property
    def room_sees(self) -> bool:
        """True while a room looks at this screen: then no private turn opens."""

    @property
    def is_room_known(self) -> bool:
        """False after resuming, until somebody says whether the room sees this screen."""

    def room_answered(self, *, sees: bool) -> None:
        """Somebody said whether the room sees this screen."""

    def room_looks_away(self) -> None:
        """The room no longer sees this screen."""

    def to_people(self) -> None:
        """Show who sits at the table, and who comes or goes."""

    def to_real_professional(self) -> None:
        """Ask somebody who does the work in real life a question."""

    @property
    def facilitation(self) -> Facilitation:
        """The session clock, the second window and what the facilitator's panel does."""

    def to_guide(self) -> None:
        """Show the page for who leads a session for the first time."""

    def to_facilitator(self) -> None:
        """Show the facilitator's panel, or leave it; a desk that was open is covered."""

    def onward(self) -> None:
        """Show what the moment of the session asks for: the board, a cover, the meeting and so on."""

    def to_private(self) -> None:
        """Show the private screen behind the cover that was just opened."""

    def to_cover(self) -> None:
        """Cover: show the screen between two people."""

    def to_board(self) -> None:
        """Show the board, at any moment."""

    def to_title(self) -> None:
        """Put the session away and show the title."""

    def to_settings(self) -> None:
        """Show the settings; they lead back to where one was."""

    def pause(self, is_break: bool = False) -> None:
        """Cover everything until somebody goes on."""

    def end_pause(self) -> None:
        """Go on after a pause."""

    def go_back(self) -> None:
        """Back from pause, settings or a spoken share; private screens come back covered."""

    def say_aloud(self) -> None:
        """'Hardop gedeeld': ask who spoke."""

    def to_debrief(self) -> None:
        """Open the debrief, after the last week or earlier."""

    def to_care(self) -> None:
        """Close the session with the care card."""

    def practise(self) -> str:
        """Begin the practice case; a sentence when that does not work."""

    def new_session(self) -> None:
        """Show the set-up."""


class TableScreen(Screen):
    """A screen with a guide. Pause and 'I need a break' work on each."""

    is_private = False
    #: true for pause and settings, which lead back to the screen before
    is_aside = False

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    @property
    def title(self) -> str:  # type: ignore[override]  # follows the language, so it is asked for each time
        """What stands above the window."""
        return self.window_title()

    def window_title(self) -> str:
        """What stands above the window: never private."""
        raise NotImplementedError

    @property
    def language(self) -> Language:
        """The language of the moment."""
        return "en" if self.app.settings.language == "en" else "nl"

    @property
    def is_compact(self) -> bool:
        """True when the window holds little at this text size, so that decoration steps back."""
        width, height = self.app.size
        scale = max(1.0, min(width / 1280, height / 720)) * self.app.settings.text_percent / 100
        return width / scale < COMPACT_BELOW or height / scale < COMPACT_BELOW_HEIGHT

    @property
    def is_for_room(self) -> bool:
        """True while this screen is drawn in the second window, where nobody presses anything."""
        return getattr(self.app, "is_room", False)

    def on_pause(self) -> bool:
        """Pause, from any screen."""
        self.guide.pause()
        return True

    def shortcuts(self) -> Sequence[Shortcut]:
        """The keys that every screen has."""
        has_session = self.guide.facilitation.live is not None
        ask = Shortcut("f10", self.app.say("real.key"), self.guide.to_real_professional)
        return (
            *([ask] if has_session else []),
            Shortcut("p", self.app.say("keys.pause"), self.on_pause_key),
            Shortcut("f8", self.app.say("keys.break"), self._break, always=True),
            Shortcut("f4", self.app.say("beamer.key"), self.guide.facilitation.toggle_beamer),
            Shortcut("f5", self.app.say("facilitator.key"), self.guide.to_facilitator),
        )

    def _break(self) -> None:
        self.guide.pause(is_break=True)

    def on_pause_key(self) -> None:
        """The letter does what F9 does."""
        self.on_pause()


COMPACT_BELOW: Final = 900
COMPACT_BELOW_HEIGHT: Final = 500


class AsideScreen(TableScreen):
    """A screen beside the session, from which the session itself may be moved on."""

    is_aside = True

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self._came_at = self._moment()

    def _moment(self) -> object:
        live = self.guide.facilitation.live
        return None if live is None else (live.moment.kind, live.moment.role, live.moment.round, live.moment.seat)

    def leave(self) -> None:
        """Back to the table; to where it is now, when something here moved it on."""
        if self._moment() == self._came_at:
            self.guide.go_back()
        else:
            self.guide.onward()

    def on_back(self) -> None:
        """Escape leaves."""
        self.leave()


class GameScreen(TableScreen):
    """A screen of a running session that everybody may see. Escape opens the menu."""

    @property
    def game(self) -> Game:
        """The session."""
        return self.guide.table

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds 'hardop gedeeld'."""
        return (*super().shortcuts(), Shortcut("h", self.app.say("keys.aloud"), self.guide.say_aloud))

    def on_back(self) -> None:
        """The menu of the session."""
        self.app.open(self._menu())

    def _menu(self) -> Dialog:
        say = self.app.say
        buttons = (
            Button(say("menu.go_on"), self.app.close, kind="primary", key="menu/go_on"),
            Button(say("menu.board"), self._leave_for(self.guide.to_board), key="menu/board"),
            *self._about_people(),
            Button(say("menu.settings"), self._leave_for(self.guide.to_settings), key="menu/settings"),
            Button(
                say("menu.debrief"),
                self._leave_for(self._ask_debrief),
                key="menu/debrief",
                enabled=self._may_close(),
                why_not=say("menu.debrief_later"),
            ),
            Button(say("menu.stop"), self._leave_for(self.guide.to_title), key="menu/stop"),
        )
        return Dialog(say("menu.title"), TextBlock(say("menu.text")), buttons, width=620)

    def _about_people(self) -> list[Button]:
        """Who comes and goes, and what can be asked of them; a practice has neither."""
        if self.guide.facilitation.live is None:
            return []
        say = self.app.say
        return [
            Button(say("menu.people"), self._leave_for(self.guide.to_people), key="menu/people"),
            Button(say("menu.real"), self._leave_for(self.guide.to_real_professional), key="menu/real"),
            Button(say("menu.break"), self._leave_for(self._break), key="menu/break"),
        ]

    def _leave_for(self, go: Callable[[], None]) -> Callable[[], None]:
        return in_turn(self.app.close, go)

    def _may_close(self) -> bool:
        return self.game.moment.kind not in ("dossiers", "closed")

    def _ask_debrief(self) -> None:
        say = self.app.say
        yes = Button(
            say("menu.debrief_yes"),
            in_turn(self.app.close, self.guide.to_debrief),
            kind="primary",
            key="menu/debrief_yes",
        )
        self.app.open(
            Dialog(
                say("menu.debrief"),
                TextBlock(say("menu.debrief_text")),
                (yes, Button(say("common.not_now"), self.app.close)),
            )
        )


def in_turn(*steps: Callable[[], None]) -> Callable[[], None]:
    """One action that does several, in order."""

    def run() -> None:
        for step in steps:
            step()

    return run


class PrivateScreen(TableScreen):
    """A screen that one seat may see. It covers itself; Escape covers it at once."""

    is_private = True
    wants_tick = 500

    @property
    def game(self) -> Game:
        """The session."""
        return self.guide.table

    def tick(self, elapsed_ms: int) -> bool:
        """Cover after a while without input."""
        del elapsed_ms
        if self.app.idle_ms >= COVER_AFTER_MS:
            self.guide.to_cover()
            return True
        return False

    def on_back(self) -> None:
        """Cover."""
        self.guide.to_cover()
