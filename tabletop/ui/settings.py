"""What a user may set, and where that is kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from tabletop.store.home import user_home

TEXT_SIZES = (100, 125, 150, 175, 200)


@dataclass
class Settings:
    """Text size in percent (100-200), language, motion on or off, theme, full screen, spoken or not."""

    text_percent: int = 100
    language: str = "nl"
    motion: bool = True
    theme: str = "paper"
    fullscreen: bool = False
    spoken: bool = False
    has_read_guide: bool = False
    """Who leads has seen the one-page guide: the next start opens on the title."""


def next_size(percent: int, step: int) -> int:
    """The text size one step larger or smaller; stays at the ends.

    >>> next_size(100, 1), next_size(200, 1), next_size(130, -1)
    (125, 200, 125)
    """
    larger = [size for size in TEXT_SIZES if size > percent]
    smaller = [size for size in TEXT_SIZES if size < percent]
    if step > 0:
        return larger[0] if larger else TEXT_SIZES[-1]
    return smaller[-1] if smaller else TEXT_SIZES[0]


def settings_path() -> Path:
    """The file that keeps the settings of this user."""
    return user_home() / "settings.json"


def read_settings() -> Settings:
    """What was kept; the defaults where nothing (or nothing sensible) was."""
    try:
        kept = json.loads(settings_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _sensible(kept) if isinstance(kept, dict) else Settings()


def keep_settings(settings: Settings) -> None:
    """Keep them for the next time; a disk that refuses is no reason to stop."""
    try:
        settings_path().parent.mkdir(parents=True, exist_ok=True)
        settings_path().write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    except OSError:
        return


def _sensible(kept: dict[str, Any]) -> Settings:
    default = asdict(Settings())
    known = {f.name: kept[f.name] for f in fields(Settings) if type(kept.get(f.name)) is type(default[f.name])}
    known["text_percent"] = max(TEXT_SIZES[0], min(known.get("text_percent", 100), TEXT_SIZES[-1]))
    return Settings(**known)
