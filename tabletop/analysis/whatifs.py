"""What-ifs of a session as work for processes: jobs that hold decisions with their alternatives, and give points."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, field, replace
from functools import lru_cache
from multiprocessing.reduction import ForkingPickler

import numpy as np

from tabletop.analysis.branching import Arm, Branches, do_nothing, play_together
from tabletop.analysis.logs import NONE, LoggedRound, Move
from tabletop.analysis.points import PER, Alternative, Stage, TurningPoint, alternatives, curve
from tabletop.analysis.staging import HARM_STEPS
from tabletop.case.arrays import Real
from tabletop.case.case import Case
from tabletop.rules.endings import WEIGHTS
from tabletop.rules.state import FIELDS, State, changed


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A decision with rows that might have been chosen instead."""

    round: int
    move: Move
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """In how many futures the alternatives are looked at; then at the best so many of them again, in others' place."""

    futures: int
    best: int | None = None
    """Alternatives that are kept for the next look; doing nothing always is. None keeps all."""


@dataclass(frozen=True, slots=True)
class Job:
    """What-ifs that are played in one batch, in ever more futures."""

    whatifs: tuple[WhatIf, ...]
    looks: tuple[Look, ...]
    stage: Stage
    curves: int
    """Alternatives of a point that keep their curve of danger."""


@dataclass(frozen=True, eq=False)
class Logged:
    """A session that what-ifs are played in."""

    case: Case
    rounds: tuple[LoggedRound, ...]
    nothing: int
    """Futures in which doing nothing is played: the hundred that harm is measured by."""
    _found: dict[str, Real] = field(default_factory=dict)

    @property
    def factors(self) -> Real:
        """`[5]` points of the index for each step of harm."""
        if "factors" not in self._found:
            self._found["factors"] = _factors(self)
        return self._found["factors"]


def _factors(logged: Logged) -> Real:
    mean = do_nothing(logged.case, logged.rounds, logged.nothing).harm.mean(axis=0)
    weights = np.array([logged.case.numbers[name] for name in WEIGHTS])
    kept = np.where(mean > 0, weights, 0.0)
    points: Real = 100.0 * kept / kept.sum() / np.where(mean > 0, mean, 1.0)
    return points / HARM_STEPS


def packed(logged: Logged) -> bytes:
    """Write a session for a process: once, and without what no game reads."""
    pack = replace(logged.case.pack, sources={}, references={}, rules={})
    rounds = tuple(_lean(each) for each in logged.rounds)
    return bytes(ForkingPickler.dumps(Logged(replace(logged.case, pack=pack), rounds, logged.nothing)))


def _lean(logged: LoggedRound) -> LoggedRound:
    moves = (tuple(replace(move, options=()) for move in some) for some in (logged.moves, logged.table))
    return replace(logged, start=_bare(logged.start), moves=next(moves), table=next(moves))


def _bare(state: State) -> State:
    """Give a state without what is kept beside it."""
    bare = changed(state)
    for name in [name for name in bare.__dict__ if name not in FIELDS]:
        del bare.__dict__[name]
    return bare


@lru_cache(maxsize=1)
def _unpacked(written: bytes) -> Logged:
    logged = ForkingPickler.loads(written)
    assert isinstance(logged, Logged)  # noqa: S101 - for the type checker
    return logged


def run(logged: Logged, jobs: Sequence[Job], workers: Executor | None, written: bytes) -> Iterator[list[TurningPoint]]:
    """Give the points of each job as soon as they are known; `written` is the session for processes."""
    if workers is None:
        for job in jobs:
            yield points_of(logged, job)
        return
    running = [workers.submit(_points_there, written, job) for job in jobs]
    for done in as_completed(running):
        yield done.result()


def _points_there(written: bytes, job: Job) -> list[TurningPoint]:
    return points_of(_unpacked(written), job)


def points_of(logged: Logged, job: Job) -> list[TurningPoint]:
    """Play a job: look at all alternatives, and again at those that remain."""
    whatifs = job.whatifs
    for look, after in zip(job.looks, (*job.looks[1:], None), strict=True):
        found = _play(logged, whatifs, look.futures)
        points = _points(logged, whatifs, found, job, look)
        if after is not None:
            whatifs = tuple(
                replace(each, rows=kept_rows(logged.case, point.alternatives, look.best))
                for each, point in zip(whatifs, points, strict=True)
            )
    return points


def kept_rows(case: Case, others: Sequence[Alternative], best: int | None) -> tuple[int, ...]:
    """Give the rows of the best alternatives, and of doing nothing."""
    rows = [NONE if each.decision is None else case.decisions.row[each.decision] for each in others]
    return tuple(dict.fromkeys((*rows[:best], *(row for row in rows if row == NONE))))


def _play(logged: Logged, whatifs: Sequence[WhatIf], futures: int) -> Branches:
    arms: dict[int, list[Arm]] = {}
    for each in whatifs:
        arms.setdefault(each.round, []).extend(Arm(each.move.number, row) for row in (None, *each.rows))
    return play_together(logged.case, logged.rounds, arms, futures)


def _points(logged: Logged, whatifs: Sequence[WhatIf], found: Branches, job: Job, look: Look) -> list[TurningPoint]:
    points: dict[int, TurningPoint] = {}
    place = 0
    for each in sorted(whatifs, key=lambda each: each.round):
        arms = slice(place, place + 1 + len(each.rows))
        points[each.move.number] = _point(logged, each, found, arms, job, look)
        place = arms.stop
    return [points[each.move.number] for each in whatifs]


def _point(logged: Logged, whatif: WhatIf, found: Branches, arms: slice, job: Job, look: Look) -> TurningPoint:
    case, move = logged.case, whatif.move
    decisions = [case.decisions.ids[row] if row >= 0 else None for row in whatif.rows]
    return TurningPoint(
        number=move.number,
        round=whatif.round,
        week=logged.rounds[whatif.round].start.week,
        role=case.roles[move.role] if move.role >= 0 else None,
        decision=case.decisions.ids[move.row] if move.row >= 0 else None,
        alternatives=alternatives(found, arms, decisions, logged.factors, job.curves),
        stage=job.stage,
        futures=look.futures,
        calm=PER * float(found.calm[arms.start].mean()),
        danger=curve(found, arms.start),
    )
