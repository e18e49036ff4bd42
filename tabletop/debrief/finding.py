"""What takes a debrief long to find out, one thing after the other: the score, and the turning points as they come."""

from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from typing import get_args

from tabletop.analysis.turning import Turning, turning_points
from tabletop.content.specs.common import Language
from tabletop.debrief.score import Score
from tabletop.debrief.score_log import ScoreLog
from tabletop.debrief.score_pages import ScorePage
from tabletop.debrief.score_worlds import WorldScore, world_score
from tabletop.debrief.watching import Watched


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """A score with its pages, which take longer to write than a window may wait."""

    score: Score
    pages: Mapping[Language, ScorePage]


def findings(watched: Watched, workers: Executor | None) -> Iterator[Scored | Turning]:
    """Give the score of what happened, the first ranking of turning points, what could be expected, and the rest."""
    log = ScoreLog(watched)
    yield _scored(Score(log))
    turnings = _turnings(watched, workers)
    yield next(turnings)
    expected = _started(watched, workers)
    while expected is not None and not expected.done():  # refined meanwhile
        more = next(turnings, None)
        if more is None:
            break
        yield more
    yield _scored(Score(log, _result(watched, expected)))
    yield from turnings


def _started(watched: Watched, workers: Executor | None) -> Future[WorldScore] | None:
    """Let a process work out what could be expected, beside the turning points; None when there is none."""
    if workers is not None:
        with suppress(BrokenExecutor):
            return workers.submit(world_score, watched.play)
    return None


def _result(watched: Watched, expected: Future[WorldScore] | None) -> WorldScore:
    if expected is not None:
        with suppress(BrokenExecutor):
            return expected.result()
    return world_score(watched.play)


def _scored(score: Score) -> Scored:
    return Scored(score, {language: score.page(language) for language in get_args(Language)})


def _turnings(watched: Watched, workers: Executor | None) -> Iterator[Turning]:
    """With help where that works; where no process can start, alone."""
    if workers is not None:
        with suppress(BrokenExecutor):
            yield from turning_points(watched.play, workers=workers)
            return
    yield from turning_points(watched.play, workers=None)
