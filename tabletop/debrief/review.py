"""What takes a debrief long to find out, found out beside it: the score, and the turning points as they come.

A thread does the work and, where asked for, processes help it. Whoever shows it looks at `version` now and then, and
nothing here waits. The session itself is read and never changed.
"""

from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from threading import Event, Thread
from typing import Any, TypeVar, get_args

from tabletop.analysis.turning import Turning, turning_points
from tabletop.content.specs.common import Language
from tabletop.debrief.score import Score
from tabletop.debrief.score_log import ScoreLog
from tabletop.debrief.score_pages import OpenedLine, ScorePage
from tabletop.debrief.score_worlds import world_score
from tabletop.debrief.turning import turning_page
from tabletop.debrief.turning_pages import TurningPage
from tabletop.debrief.watching import Watched

PageT = TypeVar("PageT")


class Review:
    """The score and the turning points of a session, as far as they are known."""

    def __init__(self, watched: Watched, workers: int = 0) -> None:
        self._watched = watched
        self._workers = workers
        self._score: Score | None = None
        self._pages: dict[Language, ScorePage] = {}
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
        """Begin, unless it began before."""
        if self._thread is None:
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
        return self._once(
            (chosen, language, None), lambda: turning_page(self._watched, self._turning, language, chosen)
        )

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
            for _ in self._found():
                self.version += 1
                if self._stop.is_set():
                    return
        except Exception as fault:
            self.fault = fault
            self.version += 1

    def _found(self) -> Iterator[None]:
        """Find out one thing after the other, what is quick first; helpers start up meanwhile."""
        with helpers(self._workers) as workers:
            log = ScoreLog(self._watched)
            self._put(Score(log))
            yield
            self._put(Score(log, world_score(self._watched.play)))
            yield
            for turning in self._turnings(workers):
                self._turning = turning
                yield

    def _turnings(self, workers: Executor | None) -> Iterator[Turning]:
        """With help where that works; where no process can start, alone."""
        if workers is not None:
            with suppress(BrokenExecutor):
                yield from turning_points(self._watched.play, workers=workers)
                return
        yield from turning_points(self._watched.play, workers=None)

    def _put(self, score: Score) -> None:
        """Keep a score with its pages, which take longer to write than a window may wait."""
        self._pages = {language: score.page(language) for language in get_args(Language)}
        self._score = score


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
                pool.submit(int)
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
