"""What a table needs soon, loaded in a thread while people look at the title: no click waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from threading import Event, Thread
from typing import Final

LATER: Final = (
    "tabletop.store.live",
    "tabletop.debrief.course",
    "tabletop.debrief.knowledge",
    "tabletop.debrief.network",
    "tabletop.debrief.turning",
    "tabletop.debrief.finding",
    "networkx",
)
"""What is loaded after the screens; `networkx` takes longest and is needed last, by one tab of the debrief."""


class Ahead:
    """Does its pieces one after the other, each shorter than a window may stand still, until it is told to stop."""

    def __init__(
        self, pieces: Callable[[], Iterator[Callable[[], object]]], then: Callable[[], None] = lambda: None
    ) -> None:
        """`pieces` gives what is to be done, in the order in which it is needed; `then` is called when all is there."""
        self._pieces, self._then = pieces, then
        self._stop = Event()
        self._thread = Thread(target=self._work, name="ahead", daemon=True)
        self.done = 0
        """How many pieces are done."""

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop_after(self) -> None:
        """Begin no more pieces."""
        self._stop.set()

    def stop(self) -> None:
        """End after the piece that is being done."""
        self.stop_after()
        if self._thread.is_alive():
            self._thread.join()

    def wait(self) -> None:
        """Wait until all is done: for tests and benchmarks."""
        self._thread.join()

    def _work(self) -> None:
        for piece in self._pieces():
            with suppress(Exception):  # whoever needs it meets the same fault, where it can be told
                piece()
            self.done += 1
            if self._stop.is_set():
                return
        self._then()


def of_a_session(scenario: str | Path) -> Iterator[Callable[[], object]]:
    """Give all screens, this case, what plays and debriefs a session, and the other cases."""
    screens = import_module("tabletop.ui.screens")
    yield from _modules(["tabletop.ui.screens.setup", "tabletop.ui.screens.packs"])
    packs = import_module("tabletop.ui.screens.packs")
    yield partial(packs.pack_of, scenario)
    yield from _modules([f"{screens.__name__}.{module.name}" for module in iter_modules(screens.__path__)])
    yield from _modules(LATER)
    for file in packs.list_scenarios():
        yield partial(packs.pack_of, file)


def _modules(names: Sequence[str]) -> Iterator[Callable[[], object]]:
    for name in names:
        yield partial(import_module, name)
