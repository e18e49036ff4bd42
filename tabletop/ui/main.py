"""Opens the window and leads to the first screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from tabletop.ui.ahead import Ahead, of_a_session
from tabletop.ui.app import App
from tabletop.ui.screens.flow import Beginning, TableGuide
from tabletop.ui.settings import Settings, keep_settings, read_settings

SESSION_SUFFIX: Final = ".tafel"
WORKERS: Final = 2
"""Processes that work out turning points beside the window."""


def run_play(target: str | None, language: str | None, fullscreen: bool = False, watch: bool = False) -> None:
    """Play until the window closes.

    `target` is a scenario's id or path (its set-up opens), a session file (it goes on, covered), or None for the title.
    `language` and `fullscreen` override what was kept. With `watch` a scenario is read again when it is saved. Raises
    `StoreFault` when a session file cannot be opened.
    """
    guide = open_table(target, language, fullscreen, watch)
    ahead = Ahead(lambda: of_a_session(guide.beginning.scenario), guide.app.sweeper.keep)
    guide.app.on_first_frame = ahead.start
    try:
        guide.app.run()
    finally:
        guide.put_away()
        ahead.stop()


def open_table(
    target: str | None = None, language: str | None = None, fullscreen: bool = False, watch: bool = False
) -> TableGuide:
    """The window (`guide.app`) with its first screen, not yet running."""
    settings = read_settings()
    if language is not None:
        settings = replace(settings, language=language)
    if fullscreen:
        settings = replace(settings, fullscreen=True)
    beginning = replace(beginning_of(target), workers=WORKERS)
    guide = _watching(beginning, settings) if watch else _guide(TableGuide(beginning), settings)
    guide.app.on_settings = keep_settings
    _lead(guide, target)
    return guide


def _guide(guide: TableGuide, settings: Settings) -> TableGuide:
    """A guide with its window."""
    guide.app = App(guide.title_screen(), settings=settings)
    guide.app.companion = guide.facilitation
    return guide


def _watching(beginning: Beginning, settings: Settings) -> TableGuide:
    """One for who writes a case; it knows the whole game, and nobody else waits for that to load."""
    from tabletop.ui.watching import Watching, WatchingGuide

    guide = WatchingGuide(beginning)
    _guide(guide, settings)
    guide.app.companion = Watching(guide, beginning.scenario, guide.facilitation)
    return guide


def beginning_of(target: str | None) -> Beginning:
    """What a new session is played with."""
    return Beginning() if target is None or is_session(target) else Beginning(scenario=target)


def is_session(target: str) -> bool:
    """True for a session file, by its name."""
    return target.endswith(SESSION_SUFFIX)


def _lead(guide: TableGuide, target: str | None) -> None:
    if target is None:
        if not guide.app.settings.has_read_guide:
            guide.to_guide()
        return
    if is_session(target):
        guide.resume(Path(target))
    else:
        guide.new_session()
