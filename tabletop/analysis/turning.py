"""Turning points: which decisions of a session mattered most, by playing on with one of them changed.

First every decision of a seat is screened in few futures; then the ten that made most difference are refined against
their three best alternatives, with intervals. Results come one after the other, so that a debrief need not wait.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from tabletop.analysis.branching import Arm, Branches, do_nothing, play_branches
from tabletop.analysis.effects import Sample, Weights, difference
from tabletop.analysis.logs import NONE, LoggedRound, Move, read_log
from tabletop.analysis.staging import whole_harm
from tabletop.analysis.tally import Interval
from tabletop.case.case import Case
from tabletop.case.verbs import Topic, Verb
from tabletop.rules.endings import WEIGHTS
from tabletop.session.play import Play

Stage = Literal["screened", "refined"]
Curve = tuple[tuple[float, float, float], ...]
"""By week: mean, low and high over the futures."""
PER: Final = 1_000
"""'In how many of 1,000 futures', also where others were played."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How many futures each stage looks at, and how many decisions are refined."""

    screening: int = 32
    widening: int = 64
    refining: int = 1000
    points: int = 10
    alternatives: int = 3
    nothing: int = 1000


@dataclass(frozen=True, slots=True)
class Alternative:
    """What might have been decided instead: `decision` is None for nothing."""

    decision: str | None
    difference: Interval
    """Points of harm more than with what was decided; below zero, it would have been better."""
    followed: float
    """Share of later decisions of the log that still made sense after it."""
    calm: Interval
    """Of 1,000 futures, how many more end stopped or controlled."""
    danger: Curve
    """Danger of each week, from the round of the decision on."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One decision of the session and its alternatives, the best first."""

    number: int
    """Number of its entry in the log, from 1."""
    round: int
    week: int
    role: str | None
    """None for the table."""
    decision: str | None
    """None when a turn was let go by with decisions left."""
    alternatives: tuple[Alternative, ...]
    stage: Stage
    futures: int
    calm: float
    """Of 1,000 futures, how many end stopped or controlled as it was decided."""
    danger: Curve
    alike: tuple[int, ...] = ()
    """Other entries of this round in which the same was the best alternative: anybody might have called a meeting."""

    @property
    def weight(self) -> float:
        """How much better the best alternative would have been, or how much it mattered to do anything at all."""
        gains = [-each.difference.mean for each in self.alternatives]
        nothing = [abs(each.difference.mean) for each in self.alternatives if each.decision is None]
        return max([*gains, *nothing, 0.0])

    @property
    def best(self) -> Alternative | None:
        """The alternative with the least harm."""
        return min(self.alternatives, key=lambda each: each.difference.mean, default=None)


@dataclass(frozen=True, slots=True)
class Turning:
    """What is known so far: the points by weight, and how far the work is."""

    points: tuple[TurningPoint, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class _Session:
    case: Case
    rounds: tuple[LoggedRound, ...]
    nothing: Sample
    weights: Weights


def turning_points(play_: Play, pace: Pace | None = None, workers: Executor | None = None) -> Iterator[Turning]:
    """Give the turning points of a session: first all decisions as screened, then refined one after the other.

    Raises `ReplayError` when the log does not replay.
    """
    pace, rounds = pace or Pace(), read_log(play_)
    if not rounds:
        yield Turning((), 1, 1)
        return
    session = _session(play_.case, rounds, pace)
    candidates = [(number, move) for number, logged in enumerate(session.rounds) for move in _chances(logged)]
    points = _distinct(_screened(session, candidates, pace, workers))
    yield Turning(points, 1, 1 + min(pace.points, len(points)))
    chosen = points[: pace.points]
    total = 1 + len(chosen)
    at = {move.number: (number, move) for number, move in candidates}
    for done, refined in enumerate(_refined(session, [at[point.number] for point in chosen], pace, workers), start=2):
        points = _ordered([
            replace(refined, alike=point.alike) if point.number == refined.number else point for point in points
        ])  # fmt: skip
        yield Turning(points, done, total)


def _session(case: Case, rounds: tuple[LoggedRound, ...], pace: Pace) -> _Session:
    state = do_nothing(case, rounds, pace.nothing)
    weights = tuple(case.numbers[name] for name in WEIGHTS)
    return _Session(case, rounds, Sample(whole_harm(state), {}), weights)


def _distinct(points: Sequence[TurningPoint]) -> tuple[TurningPoint, ...]:
    """Join points that are about the same: a meeting that six roles might have called counts once."""
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
    others = [row for row in move.options if row != move.row and case.decisions.verb[row] not in _IDLE]
    if move.row >= 0:
        others = [row for row in others if _moment_of(case, row) == _moment_of(case, move.row)]
    if not wide:
        others = [row for row in others if _likely(case, move, row)]
    return [NONE, *others] if move.row >= 0 else others


_IDLE: Final = (Verb.PASS, Verb.BRING)
_MOMENTS: Final = ((Verb.LEAD,), (Verb.AGREE,), (Verb.COMMIT, Verb.OBJECT), (Verb.ANSWER, Verb.REFUSE), (Verb.BRING,))


def _moment_of(case: Case, row: int) -> tuple[int, int, int]:
    """Say to which moment a row belongs: a task, agreements, or a role's stance, answers, picks or turn."""
    verb, role = Verb(int(case.decisions.verb[row])), int(case.decisions.role[row])
    moment = next((place for place, verbs in enumerate(_MOMENTS) if verb in verbs), len(_MOMENTS))
    return moment, role, int(case.decisions.object[row]) if verb == Verb.LEAD else NONE


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


def _screened(
    session: _Session, candidates: Sequence[tuple[int, Move]], pace: Pace, workers: Executor | None
) -> tuple[TurningPoint, ...]:
    jobs: list[_Job] = []
    for number in range(len(session.rounds)):
        moves = [move for at, move in candidates if at == number]
        if moves:
            jobs += _split(session.case, number, moves, pace.screening)
    points = [point for job, found in _run(session, jobs, workers) for point in _points(session, job, found)]
    return _ordered(points)


@dataclass(frozen=True, slots=True)
class _Job:
    round: int
    moves: tuple[Move, ...]
    rows: tuple[tuple[int, ...], ...]
    """By move, the alternatives."""
    worlds: int
    stage: Stage = "screened"

    @property
    def arms(self) -> list[Arm]:
        """Give the arms: for each move first as it was, then each alternative."""
        return [
            Arm(move.number, row) for move, rows in zip(self.moves, self.rows, strict=True) for row in (None, *rows)
        ]


_MOST_WORLDS: Final = 6_000
"""Worlds of one batch: more do not fit the cache, and results come later."""


def _split(case: Case, number: int, moves: Sequence[Move], worlds: int) -> list[_Job]:
    """Cut the screening of a round into batches."""
    jobs: list[_Job] = []
    taken: list[tuple[Move, tuple[int, ...]]] = []
    size = 0
    for move in moves:
        rows = tuple(alternatives_of(case, move, wide=False))
        if taken and (size + 1 + len(rows)) * worlds > _MOST_WORLDS:
            jobs.append(_job(number, taken, worlds))
            taken, size = [], 0
        taken.append((move, rows))
        size += 1 + len(rows)
    return [*jobs, _job(number, taken, worlds)]


def _job(number: int, taken: Sequence[tuple[Move, tuple[int, ...]]], worlds: int) -> _Job:
    return _Job(number, tuple(move for move, _ in taken), tuple(rows for _, rows in taken), worlds)


def _run(session: _Session, jobs: Sequence[_Job], workers: Executor | None) -> Iterator[tuple[_Job, Branches]]:
    if workers is None:
        for job in jobs:
            yield job, play_branches(session.case, session.rounds, job.round, job.arms, job.worlds)
        return
    running: dict[Future[Branches], _Job] = {
        workers.submit(play_branches, session.case, session.rounds, job.round, job.arms, job.worlds): job
        for job in jobs
    }
    for future in as_completed(running):
        yield running[future], future.result()


def _points(session: _Session, job: _Job, found: Branches) -> Iterator[TurningPoint]:
    place = 0
    for move, rows in zip(job.moves, job.rows, strict=True):
        true = Sample(found.harm[place], {})
        others = []
        for number, row in enumerate(rows, start=place + 1):
            other = Sample(found.harm[number], {})
            effect = _difference(session, other, true)
            decision = session.case.decisions.ids[row] if row >= 0 else None
            calm = _more_calm(found, number, place)
            others.append(Alternative(decision, effect, found.followed[number], calm, _curve(found, number)))
        yield _point(session, job, move, others, found, place)
        place += 1 + len(rows)


def _more_calm(found: Branches, arm: int, true: int) -> Interval:
    """Give of 1,000 futures how many more are calm; the luck that two arms share drops out."""
    more = found.calm[arm].astype(np.float64) - found.calm[true]
    mean, reach = PER * float(more.mean()), PER * 1.96 * float(more.std()) / len(more) ** 0.5
    return Interval(mean, mean - reach, mean + reach)


def _curve(found: Branches, arm: int) -> Curve:
    return tuple((float(mean), float(low), float(high)) for mean, low, high in found.danger[:, arm])


def _difference(session: _Session, one: Sample, other: Sample) -> Interval:
    """Give the points of harm, measured by what doing nothing costs in a thousand worlds."""
    base = session.nothing.harm.sum(axis=0)
    even = np.tile(np.rint(base / len(session.nothing.harm)).astype(np.int64), (len(one.harm), 1))
    return difference(one, other, Sample(even, {}), session.weights)


def _point(
    session: _Session, job: _Job, move: Move, others: list[Alternative], found: Branches, true: int
) -> TurningPoint:
    case = session.case
    return TurningPoint(
        number=move.number,
        round=job.round,
        week=session.rounds[job.round].start.week,
        role=case.roles[move.role] if move.role >= 0 else None,
        decision=case.decisions.ids[move.row] if move.row >= 0 else None,
        alternatives=tuple(sorted(others, key=lambda each: (each.difference.mean, each.decision or ""))),
        stage=job.stage,
        futures=job.worlds,
        calm=PER * float(found.calm[true].mean()),
        danger=_curve(found, true),
    )


def _ordered(points: list[TurningPoint]) -> tuple[TurningPoint, ...]:
    return tuple(sorted(points, key=lambda point: (-point.weight, point.number)))


def _refined(
    session: _Session, chosen: Sequence[tuple[int, Move]], pace: Pace, workers: Executor | None
) -> Iterator[TurningPoint]:
    """Look at all alternatives of these moves in some futures, then at the best of them in many."""
    case = session.case
    wide = [
        _job(number, [(move, tuple(alternatives_of(case, move, wide=True)))], pace.widening) for number, move in chosen
    ]
    for job, found in _run(session, wide, workers):
        (point,) = _points(session, job, found)
        rows = [NONE if each.decision is None else case.decisions.row[each.decision] for each in point.alternatives]
        kept = dict.fromkeys((*rows[: pace.alternatives], *(row for row in rows if row == NONE)))
        best = replace(_job(job.round, [(job.moves[0], tuple(kept))], pace.refining), stage="refined")
        for last, refined in _run(session, [best], workers):
            yield from _points(session, last, refined)
