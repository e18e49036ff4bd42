"""A pilot plays a whole session through the real screens, with keys and clicks, and takes a picture of each kind."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from tabletop.ui.app import App, Settings
from tabletop.ui.clock import FakeClock
from tabletop.ui.pilot import Pilot
from tabletop.ui.playing import Player
from tabletop.ui.screens.flow import Beginning, TableGuide

Progress = Callable[[int, int], None]
MOST_STEPS: Final = 2_000
"""More screens than any session has: a demo that does not end is a fault."""
LAST: Final = "CareScreen"


@dataclass
class Album:
    """Pictures, one of each kind, numbered in the order in which they were taken."""

    pilot: Pilot
    folder: Path
    taken: list[str] = field(default_factory=list)

    def take(self, kind: str) -> None:
        """Take a picture of this kind, unless there is one."""
        if kind in self.taken:
            return
        self.taken.append(kind)
        for old in self.folder.glob(f"[0-9][0-9]-{kind}.png"):
            old.unlink()
        self.pilot.screenshot(self.folder / f"{len(self.taken):02d}-{kind}.png")


@dataclass
class Counter:
    """How far the demo is; the number of screens is an estimate that never goes back."""

    tell: Progress | None
    total: int
    done: int = 0

    def step(self) -> None:
        """One more screen was left."""
        self.done = min(self.done + 1, self.total)
        if self.tell is not None:
            self.tell(self.done, self.total)

    def finish(self) -> None:
        """All is done."""
        self.done = self.total
        if self.tell is not None:
            self.tell(self.total, self.total)


def run_demo(
    scenario: str,
    seats: int,
    seed: int,
    out: Path,
    window: tuple[int, int] = (1280, 720),
    text: int = 100,
    language: str = "nl",
    progress: Progress | None = None,
    mode: Literal["mixed", "keys", "mouse"] = "mixed",
) -> Path:
    """Play a session from the title to the care card and give its file.

    The same arguments give the same session, entry for entry, whatever the `mode` (keys alone, or the mouse alone, with
    which nobody gets a name). Raises `LookupError` when a control is not where a person would look for it.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"demo-{seats}-{seed}.tafel"
    clear(path)
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    guide = TableGuide(Beginning(scenario, seed, path, folder=out))
    app = demo_app(guide, window, Settings(text_percent=text, language=language))
    pilot = Pilot(app, mode)
    player = Player(pilot, guide, Album(pilot, out), seats, random.Random(seed))  # noqa: S311 - a demo, no secret
    play(player, Counter(progress, estimate(seats)))
    guide.table.put_away()
    return path


def play(player: Player, counter: Counter) -> None:
    """From screen to screen, to the care card."""
    for _ in range(MOST_STEPS):
        name = type(player.app.screen).__name__
        player.on(name)
        counter.step()
        if name == LAST:
            counter.finish()
            return
    raise LookupError("the demo does not end")


def estimate(seats: int, rounds: int = 3) -> int:
    """About how many screens a session has: cover and desk for each turn and dossier, board and weeks each round."""
    return 3 + 2 * seats + rounds * (3 * seats + 3) + 2


def demo_app(guide: TableGuide, window: tuple[int, int], settings: Settings) -> App:
    """An app on a clock that only the pilot moves."""
    app = App(guide.title_screen(), size=window, settings=settings, clock=FakeClock(), raise_errors=True)
    guide.app = app
    app.companion = guide.facilitation
    return app


def clear(path: Path) -> None:
    """Remove the file of an earlier demo."""
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        each.unlink(missing_ok=True)
