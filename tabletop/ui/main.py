"""Opens the window and leads to the first screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from tabletop.ui.app import App
from tabletop.ui.screens.flow import Beginning, TableGuide
from tabletop.ui.settings import keep_settings, read_settings

SESSION_SUFFIX: Final = ".tafel"


def run_play(target: str | None, language: str | None, fullscreen: bool = False) -> None:
    """Play until the window closes.

    `target` is a scenario's id or path (its set-up opens), a session file (it goes on, covered), or None for the title.
    `language` and `fullscreen` count for this time and override what was kept.
    """
    settings = read_settings()
    if language is not None:
        settings = replace(settings, language=language)
    if fullscreen:
        settings = replace(settings, fullscreen=True)
    guide = TableGuide(beginning_of(target))
    app = App(guide.title_screen(), settings=settings)
    guide.app = app
    app.on_settings = keep_settings
    start(guide, target)
    app.run()


def beginning_of(target: str | None) -> Beginning:
    """What a new session is played with."""
    is_session = target is not None and target.endswith(SESSION_SUFFIX)
    return Beginning() if target is None or is_session else Beginning(scenario=target)


def start(guide: TableGuide, target: str | None) -> None:
    """Go to the first screen for this target."""
    if target is None:
        return
    if target.endswith(SESSION_SUFFIX):
        guide.resume(Path(target))
    else:
        guide.new_session()
