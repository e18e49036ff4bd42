"""When Python looks for garbage: while nobody does anything, and not in the middle of a click."""

from __future__ import annotations

import gc
from typing import Final

AFTER_MS: Final = 1_000
"""How long nothing was pressed or moved before garbage is looked for."""
RARELY: Final = 500
"""So many times less often than usual, Python looks through everything by itself: should nobody ever rest."""


class Sweeper:
    """Looks for garbage once in every rest.

    Python does so by itself whenever enough was made, and looks through all that there is: a window stood still for up
    to a tenth of a second, at moments that nobody could foresee.
    """

    def __init__(self) -> None:
        self._begun = False
        self._rests = False
        self.sweeps = 0
        """How often it looked."""

    def begin(self) -> None:
        """From now on only while nobody does anything; young garbage still goes at once."""
        self._begun = True
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, RARELY)
        self.keep()

    def keep(self) -> None:
        """Look no more through what is there now: it was made to stay."""
        if self._begun:
            gc.freeze()

    def pass_time(self, idle_ms: int) -> None:
        """Nobody did anything for so long."""
        rested, self._rests = self._rests, idle_ms >= AFTER_MS
        if self._begun and self._rests and not rested:
            self.sweeps += 1
            gc.collect()
