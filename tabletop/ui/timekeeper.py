"""Counts how long a session has lasted: pauses, and the time that a laptop slept, are left out."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

LONGEST_STEP_MS: Final = 120_000
"""A longer gap between two looks at the clock means that the laptop slept."""
KEEP_EVERY_MS: Final = 10_000
"""How often the time is noted, so that it goes on from there after a kill."""


class Timekeeper:
    """Time comes in through `pass_time`. `keep` is called now and then with what was counted."""

    def __init__(self, keep: Callable[[int], None]) -> None:
        self.spent = 0
        self.began = 0
        """When the present moment began, in `spent`."""
        self.is_running = False
        self._keep = keep
        self._kept = 0
        self._last: int | None = None
        self._moment: Hashable = None

    @property
    def since(self) -> int:
        """How long the present moment has lasted."""
        return self.spent - self.began

    def start(self, spent: int = 0) -> None:
        """Begin to count, or go on from what was counted before."""
        self.spent = self.began = self._kept = spent
        self.is_running, self._last = True, None

    def stop(self) -> None:
        """Count no more."""
        self.is_running = False

    def pass_time(self, now_ms: int, *, is_paused: bool, moment: Hashable) -> None:
        """It is now so late; `moment` is what the table does."""
        gone = 0 if self._last is None else now_ms - self._last
        self._last = now_ms
        if not self.is_running:
            return
        if not is_paused and gone <= LONGEST_STEP_MS:
            self.spent += gone
        if moment != self._moment:
            self._moment, self.began = moment, self.spent
        if self.spent - self._kept >= KEEP_EVERY_MS:
            self.keep()

    def shift(self, ms: int) -> None:
        """Put the clock forward, or (below zero) back: the session then ends so much earlier or later."""
        self.spent = max(0, self.spent + ms)
        self.began = min(self.began, self.spent)
        self.keep()

    def keep(self) -> None:
        """Note the time now."""
        self._kept = self.spent
        self._keep(self.spent)
