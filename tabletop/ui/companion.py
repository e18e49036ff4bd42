"""What lives beside the window in the same loop: a clock that goes on, a second window."""

from __future__ import annotations

from typing import Protocol

import pygame


class Companion(Protocol):
    """The app calls it in every step."""

    def pass_time(self, now_ms: int) -> bool:
        """Time passed; true when the screen of the app shows something else because of it."""

    def handle(self, event: pygame.Event) -> bool:
        """An event; true when it was for the companion alone."""

    def draw(self) -> None:
        """Draw what changed."""

    def close(self) -> None:
        """The app stops."""
