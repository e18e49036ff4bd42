"""Turning points: which decisions of a session mattered most, by playing on with one of them changed.

First every decision of a seat is screened in few futures, for a first ranking. Whatever stands high in it is looked at
again in more futures, until none of the largest is known from few futures only. Then these are refined against their
best alternatives, with intervals. Results come one after the other, so that a debrief need not wait. All arms of a
decision meet the same futures, so that few of them tell a good deal.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from tabletop.analysis.logs import NONE, LoggedRound, Move, read_log
from tabletop.analysis.points import Stage, TurningPoint
from tabletop.analysis.whatifs import Job, Logged, Look, WhatIf, kept_rows, packed, run
from tabletop.case.case import Case
from tabletop.case.verbs import Topic, Verb
from tabletop.session.play import Play


@dataclass(frozen=True, slots=True)
class Pace:
    """How many futures each stage looks at, and how many decisions are refined."""

    screening: int = 6
    scanning: int = 16
    """For every alternative there was to a decision that is refined."""
    widening: int = 64
    """For the best alternatives, before they are refined; and for decisions that are looked at again."""
    refining: int = 1000
    points: int = 10
    alternatives: int = 3
    shortlist: int = 6
    """Alternatives that are looked at again."""
    nothing: int = 1000


@dataclass(frozen=True, slots=True)
class Turning:
    """What is known so far: the points by weight, and how far the work is."""

    points: tuple[TurningPoint, ...]
    done: int
    total: int


def turning_points(play_: Play, pace: Pace | None = None, workers: Executor | None = None) -> Iterator[Turning]:
    """Give the turning points of a session: first all decisions as screened, then refined one after the other.

    Raises `ReplayError` when the log does not replay.
    """
    pace, rounds = pace or Pace(), read_log(play_)
    if not rounds:
        yield Turning((), 1, 1)
        return
    search = _Search(Logged(play_.case, rounds, pace.nothing), pace, workers)
    search.screen()
    ranked = search.ranked()
    total = 1 + min(pace.points, len(ranked))
    yield Turning(ranked, 1, total)
    search.look_again()
    for done, points in enumerate(search.refine(total - 1), start=2):
        yield Turning(points, done, total)


class _Search:
    """The points of a session as far as they are known, by the number of their entry."""

    def __init__(self, logged: Logged, pace: Pace, workers: Executor | None) -> None:
        self._logged, self._pace, self._workers = logged, pace, workers
        self._written = b"" if workers is None else packed(logged)
        self._points: dict[int, TurningPoint] = {}
        self._moves = {
            move.number: (number, move) for number, each in enumerate(logged.rounds) for move in _chances(each)
        }

    def ranked(self) -> tuple[TurningPoint, ...]:
        """Give the points by weight; those that are about the same count once."""
        known_best = sorted(self._points.values(), key=lambda point: (-point.futures, -point.weight, point.number))
        return _ordered(_distinct(known_best))

    def screen(self) -> None:
        """Look at every decision in few futures."""
        case, rounds = self._logged.case, self._logged.rounds
        whatifs = [
            WhatIf(number, move, tuple(_news(case, rounds[number], alternatives_of(case, move, wide=False))))
            for number, move in self._moves.values()
        ]
        self._look(whatifs, Look(self._pace.screening))

    def look_again(self) -> None:
        """Look in more futures at what stands high: in few, chance lifts some."""
        seen: set[int] = set()
        while True:
            ranked, largest = self.ranked(), self._pace.points
            high = [point for point in ranked[: _AGAIN * largest] if point.number not in seen]
            if all(point.number in seen for point in ranked[:largest]):
                return
            seen |= {point.number for point in high}
            self._look([self._whatif(point, self._pace.shortlist) for point in high], Look(self._pace.widening))

    def refine(self, count: int) -> Iterator[tuple[TurningPoint, ...]]:
        """Look at all alternatives of the largest points in some futures, then at the best of them in many."""
        pace, case = self._pace, self._logged.case
        looks = (
            Look(pace.scanning, pace.shortlist), Look(pace.widening, pace.alternatives), Look(pace.refining),
        )  # fmt: skip
        whatifs = [
            replace(each, rows=tuple(alternatives_of(case, each.move, wide=True)))
            for each in (self._whatif(point, None) for point in self.ranked()[:count])
        ]
        known = {point.number: point for point in self.ranked()}
        pairs = [whatifs[place : place + _TOGETHER] for place in range(0, len(whatifs), _TOGETHER)]
        for points in run(self._logged, [self._job(pair, looks, "refined") for pair in pairs], *self._help):
            for point in points:
                known[point.number] = replace(point, alike=known[point.number].alike)
                yield _ordered(known.values())

    @property
    def _help(self) -> tuple[Executor | None, bytes]:
        return self._workers, self._written

    def _whatif(self, point: TurningPoint, best: int | None) -> WhatIf:
        return WhatIf(*self._moves[point.number], kept_rows(self._logged.case, point.alternatives, best))

    def _job(self, whatifs: Sequence[WhatIf], looks: tuple[Look, ...], stage: Stage) -> Job:
        bare = tuple(replace(each, move=replace(each.move, options=())) for each in whatifs)
        return Job(bare, looks, stage, self._pace.alternatives)

    def _look(self, whatifs: Sequence[WhatIf], look: Look) -> None:
        jobs = [self._job(some, (look,), "screened") for some in _dealt(whatifs, look.futures)]
        for points in run(self._logged, jobs, *self._help):
            self._points.update({point.number: point for point in points})


_AGAIN: Final = 3
"""Times as many points are looked at again as are refined."""
_TOGETHER: Final = 2
"""Points that are refined in one batch: the more, the less each costs, and the later they come."""
_MOST_WORLDS: Final = 12_000
"""Worlds of one batch: more do not fit the cache."""
_LEAST_JOBS: Final = 2


def _dealt(whatifs: Sequence[WhatIf], futures: int) -> list[list[WhatIf]]:
    """Deal what-ifs out over batches, so that each gets its part of the early, long ones."""
    worlds = sum(1 + len(each.rows) for each in whatifs) * futures
    count = max(_LEAST_JOBS, -(-worlds // _MOST_WORLDS))
    return [list(whatifs[place::count]) for place in range(min(count, len(whatifs)))]


def _ordered(points: Iterable[TurningPoint]) -> tuple[TurningPoint, ...]:
    return tuple(sorted(points, key=lambda point: (-point.weight, point.number)))


def _distinct(points: Sequence[TurningPoint]) -> tuple[TurningPoint, ...]:
    """Join points that are about the same to the first of them: a meeting that six roles might have called, say."""
    groups: dict[tuple[int, str], list[TurningPoint]] = {}
    for point in points:
        best = point.best
        about = str(point.number) if best is None or best.decision is None else best.decision.split("/", 1)[1]
        groups.setdefault((point.round, about), []).append(point)
    return tuple(replace(first, alike=tuple(each.number for each in others)) for first, *others in groups.values())


def _chances(logged: LoggedRound) -> list[Move]:
    """Give the moves of people for which there was something else to do."""
    return [
        move
        for move in (*logged.moves, *logged.table)
        if move.kind in ("decided", "let_go") and move.is_played and (move.options or move.row >= 0)
    ]


def alternatives_of(case: Case, move: Move, wide: bool) -> list[int]:
    """Give the rows that might have been chosen instead; `wide` is all of them, else the likeliest."""
    others = [row for row in _others(case, move) if wide or _likely(case, move, row)]
    return [NONE, *others] if move.row >= 0 else others


def _others(case: Case, move: Move) -> list[int]:
    rows = np.array([row for row in move.options if row != move.row], np.int64)
    rows = rows[~np.isin(case.decisions.verb[rows], _IDLE)]
    if move.row < 0:
        return [int(row) for row in rows]
    verbs = _MOMENTS.get(Verb(int(case.decisions.verb[move.row])))
    same = case.decisions.role[rows] == case.decisions.role[move.row]
    same &= np.isin(case.decisions.verb[rows], verbs or _IN_MOMENTS, invert=verbs is None)
    if verbs == (Verb.LEAD,):
        same &= case.decisions.object[rows] == case.decisions.object[move.row]
    return [int(row) for row in rows[same]]


def _news(case: Case, logged: LoggedRound, rows: Sequence[int]) -> list[int]:
    """Leave out shares with who knew it already when the round began: to tell it again changes little."""
    verb, fact, target = (
        array[np.asarray(rows, np.int64)]
        for array in (case.decisions.verb, case.decisions.object, case.decisions.target)
    )
    shares = np.isin(verb, (Verb.SHARE, Verb.ANSWER)) & (np.asarray(rows) >= 0)
    knows = logged.start.knows[0, np.where(shares, target, 0)]
    told = shares & ((knows >> np.where(shares, fact, 0).astype(np.uint64) & np.uint64(1)) != 0)
    return [row for row, known in zip(rows, told.tolist(), strict=True) if not known]


_IDLE: Final = (Verb.PASS, Verb.BRING)
_GROUPS: Final = ((Verb.LEAD,), (Verb.AGREE,), (Verb.COMMIT, Verb.OBJECT), (Verb.ANSWER, Verb.REFUSE), (Verb.BRING,))
"""Moments of which a decision is an alternative to another: a task, agreements, a stance, answers, picks. All else is
a role's turn."""
_MOMENTS: Final[Mapping[Verb, tuple[Verb, ...]]] = {verb: group for group in _GROUPS for verb in group}
_IN_MOMENTS: Final = tuple(_MOMENTS)


def _likely(case: Case, move: Move, row: int) -> bool:
    """Keep measures, meetings, consent and scaling; of shares those that somebody needs; at the table all tasks."""
    verb, object_ = Verb(int(case.decisions.verb[row])), int(case.decisions.object[row])
    target = int(case.decisions.target[row])
    if verb in (Verb.SHARE, Verb.ANSWER):
        needed: bool = bool(int(case.facts.needed_by[target]) >> object_ & 1)
        return needed and bool(int(case.facts.holders[move.role]) >> object_ & 1)
    if verb == Verb.ASK:
        return object_ == Topic.CONSENT
    if verb == Verb.AGREE and move.row >= 0:
        return object_ == int(case.decisions.object[move.row])
    return True
