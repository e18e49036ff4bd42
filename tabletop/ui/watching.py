"""`play --watch`: a case that is read again whenever one of its files is saved, with the session where it was.

For those who write a case. The log is played on the new content as far as it goes, and comes back covered; what is
wrong with a file stands in a dialog with its place, until the next save mends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import pygame

from tabletop.content.faults import ContentError, Fault
from tabletop.content.library import Pack, check_paths, load_pack
from tabletop.content.watching import Watch
from tabletop.session.again import fits
from tabletop.store.live import LiveSession
from tabletop.store.wiping import wipe_file
from tabletop.ui.screens.flow import TableGuide
from tabletop.ui.screens.live_game import LiveGame
from tabletop.ui.screens.setup import SetUpScreen
from tabletop.ui.widgets.button import Button
from tabletop.ui.widgets.dialog import Dialog
from tabletop.ui.widgets.layout import Column
from tabletop.ui.widgets.words import TextBlock

if TYPE_CHECKING:
    from pathlib import Path

    from tabletop.ui.companion import Companion

EVERY_MS: Final = 500
MOST_SHOWN: Final = 8
"""Faults in the dialog: the first ones are mended first."""
DIALOG: Final = "watch"


class WatchingGuide(TableGuide):
    """The guide of a case that is being written."""

    def read_again(self, pack: Pack) -> str:
        """Go on with new content; gives a sentence when the place could not be kept, else nothing."""
        if isinstance(self.game, LiveGame) and self.game.live.play.setup.scenario == pack.scenario.id:
            return self._play_again(self.game.live, pack)
        if self._arrangement is not None and self._arrangement.pack.scenario.id == pack.scenario.id:
            self._arrangement.choose_case(self.beginning.scenario)
        if isinstance(self.app.screen, SetUpScreen):
            self.new_session()
        return ""

    def _play_again(self, live: LiveSession, pack: Pack) -> str:
        entries, setup = live.play.entries, live.play.setup
        if not fits(pack, setup):
            self._start_over()
            return self.app.say("authoring.watch.seats_changed")
        self.put_away()
        wipe_file(live.path)
        again, kept = LiveSession.again(live.path, pack, setup, entries)
        self.game = LiveGame(again, lambda: self.language, self.beginning.workers)
        self.facilitation.attach(again)
        self.app.show(self.resume_cover())
        left = len(entries) - kept
        return self.app.words.count("authoring.watch.cut_short", left, kept=kept) if left else ""

    def _start_over(self) -> None:
        self.put_away()
        self._arrangement = None
        self.new_session()


class Watching:
    """Lives in the loop of the app, around its other companion, and looks at the files twice a second."""

    def __init__(self, guide: WatchingGuide, scenario: str | Path, beside: Companion) -> None:
        """Begin to watch the files of a scenario."""
        self._guide, self._beside = guide, beside
        self._watch = Watch(scenario)
        self._next_look = 0

    def pass_time(self, now_ms: int) -> bool:
        """Look whether something was saved; true when the screen shows something else because of it."""
        changed = self._beside.pass_time(now_ms)
        if now_ms < self._next_look:
            return changed
        self._next_look = now_ms + EVERY_MS
        return self._look() or changed

    def handle(self, event: pygame.Event) -> bool:
        """Leave events to the companion beside."""
        return self._beside.handle(event)

    def draw(self) -> None:
        """Leave drawing to the companion beside."""
        self._beside.draw()

    def close(self) -> None:
        """The app stops."""
        self._beside.close()

    def _look(self) -> bool:
        if not self._watch.has_changed():
            return False
        app = self._guide.app
        if app.stage.dialog is not None and app.stage.dialog.key == DIALOG:
            app.close()
        try:
            sentence = self._guide.read_again(load_pack(self._watch.file))
        except ContentError as error:
            self._tell(app.say("authoring.watch.faults"), self._lines(error))
            return True
        if sentence:
            self._tell(app.say("authoring.watch.read"), [sentence])
        return True

    def _lines(self, error: ContentError) -> list[str]:
        """Give the faults with the files named as the author knows them."""
        named: Sequence[Fault] = [each for each in check_paths([self._watch.file]) if each.severity == "error"]
        faults = named or error.faults
        lines = [each.line_in(self._guide.language) for each in faults[:MOST_SHOWN]]
        more = len(faults) - len(lines)
        return [*lines, *([self._guide.app.words.count("authoring.watch.more", more)] if more else [])]

    def _tell(self, title: str, lines: Sequence[str]) -> None:
        app = self._guide.app
        button = Button(app.say("authoring.watch.close"), app.close, kind="primary", key="watch/close")
        dialog = Dialog(title, Column([TextBlock(line) for line in lines]), (button,), tone="danger", width=760)
        dialog.key = DIALOG
        app.open(dialog)
