"""Where the app reads time, so that tests can turn it."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Milliseconds since some start."""

    def now_ms(self) -> int:
        """The time of the moment."""


class RealClock:
    """The computer's own, never going back."""

    def now_ms(self) -> int:
        """The time of the moment."""
        return time.monotonic_ns() // 1_000_000


class FakeClock:
    """Stands still until it is turned."""

    def __init__(self) -> None:
        self._now = 0

    def now_ms(self) -> int:
        """The time of the moment."""
        return self._now

    def advance(self, ms: int) -> None:
        """Let time pass."""
        self._now += ms
