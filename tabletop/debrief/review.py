"""What takes a debrief long to find out, found out beside it: the score, and the turning points as they come.

A thread does the work and, where asked for, processes help it. Whoever shows it looks at `version` now and then, and
nothing here waits: to replay the session, and even to load what works all this out, takes longer than a window may
stand still, so the thread does that as well. The session itself is read and never changed.
"""

import gc
from collections.abc import Callable, Hashable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing import get_context
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from tabletop.content.messages import messages
from tabletop.content.specs.common import Language
from tabletop.debrief.score_pages import OpenedLine, ScorePage
from tabletop.debrief.turning_pages import TurningPage

if TYPE_CHECKING:
    from tabletop.analysis.turning import Turning
    from tabletop.debrief.finding import Scored
    from tabletop.debrief.score import Score
    from tabletop.debrief.watching import Watched

PageT = TypeVar("PageT")


class Review:
    """The score and the turning points of a session, as far as they are known."""

    def __init__(self, watch: Callable[[], "Watched"], workers: int = 0) -> None:
        """`watch` replays the session: not here, but where it is waited for."""
        self._watch = watch
        self._workers = workers
        self._score: Score | None = None
        self._pages: Mapping[Language, ScorePage] = {}
        self._kept: dict[Hashable, Any] = {}
        self._kept_for = -1
        self._turning: Turning | None = None
        self._stop = Event()
        self._thread: Thread | None = None
        self.version = 0
        """Grows whenever more is known."""
        self.fault: Exception | None = None
        """Why the work ended too early; it is shown, and the rest of the debrief goes on."""

    def start(self) -> None:
        """Begin, unless it began before.

        The work makes so many objects that Python would look through all there are for garbage, and no window moves
        meanwhile: for a quarter of a second on a slow machine. What exists by now (texts, the case, the session) is
        taken out of that search.
        """
        if self._thread is None:
            gc.freeze()
            self._thread = Thread(target=self._work, name="review", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End the work as soon as what is being counted is done."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until all is known: for tests and reports."""
        self.start()
        if self._thread is not None:
            self._thread.join(seconds)

    @property
    def is_done(self) -> bool:
        """Whether nothing more will come."""
        return self._thread is not None and not self._thread.is_alive()

    def score(self, language: Language) -> ScorePage | None:
        """The page *Score*; None until it has been counted."""
        return self._pages.get(language)

    def score_line(self, line: str, language: Language) -> OpenedLine | None:
        """A line of it with what is behind it; None until it has been counted."""
        score = self._score
        return None if score is None else self._once((line, language), lambda: score.opened(line, language))

    def turning(self, language: Language, chosen: int | None) -> TurningPage:
        """The page *Keerpunten*, as far as it is known."""
        turning = self._turning
        if turning is None:
            return _nothing_yet(language)
        from tabletop.debrief.turning import turning_page

        return self._once((chosen, language, None), lambda: turning_page(self._watch(), turning, language, chosen))

    def _once(self, key: Hashable, make: Callable[[], PageT]) -> PageT:
        """Make a page once for what is known now: a window builds itself anew at every key."""
        if self._kept_for != self.version:
            self._kept, self._kept_for = {}, self.version
        if key not in self._kept:
            self._kept[key] = make()
        page: PageT = self._kept[key]
        return page

    def _work(self) -> None:
        try:
            with helpers(self._workers) as workers:
                from tabletop.debrief.finding import findings

                for found in findings(self._watch(), workers):
                    self._keep(found)
                    self.version += 1
                    if self._stop.is_set():
                        return
        except Exception as fault:
            self.fault = fault
            self.version += 1

    def _keep(self, found: "Scored | Turning") -> None:
        from tabletop.debrief.finding import Scored

        if isinstance(found, Scored):
            self._score, self._pages = found.score, found.pages
        else:
            self._turning = found


def _nothing_yet(language: Language) -> TurningPage:
    say = messages(language).say
    return TurningPage((), say("turning.looking"), say("turning.note"), is_done=False, chosen=None, detail=None)


def _load() -> None:
    """Load in a process what it will need, while there is no work yet."""
    import_module("tabletop.analysis.whatifs")


@contextmanager
def helpers(count: int) -> Iterator[Executor | None]:
    """So many processes, started afresh so that they share nothing with the window; None for none."""
    if count == 0:
        yield None
        return
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
    try:
        with suppress(BrokenExecutor):  # whoever gives them work will notice, too
            for _ in range(count):
                pool.submit(_load)
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
