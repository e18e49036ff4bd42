"""Whole games under one policy, in many worlds at once, by the round flow of a session.

World *k* is keyed by its number alone, so it is the same alone, in any chunk and in any process; sums are exact
(`analysis.tally`). Doing nothing is played in the same worlds, because it is the hundred that harm is measured by.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass
from typing import Final

import numpy as np

from tabletop.analysis.comparing import Setting, lightened, stage
from tabletop.analysis.staging import play
from tabletop.analysis.tally import STEPS, Interval, Tally, expected_harm, tally
from tabletop.case.arrays import Int
from tabletop.case.case import Case
from tabletop.policy.pooled import Plans
from tabletop.rules.endings import WEIGHTS, endings
from tabletop.rules.state import State

CHUNK: Final = 10_000
ENDINGS: Final = ("stopped", "controlled", "escalated", "goes_on")
NOTHING: Final = "nothing"
COUNTS: Final = ("contacts", "reported", "breaches", "unanswered", "meetings", "needless")
LEVELS: Final = ("strength", "trust")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a policy does on average. `endings` are shares of the worlds; `means` are per game."""

    policy: str
    games: int
    expected_harm: Interval
    endings: Mapping[str, float]
    means: Mapping[str, float]


def simulate(
    case: Case,
    policy: str,
    games: int,
    seed: int,
    chunk: int = CHUNK,
    workers: Executor | None = None,
    progress: Progress | None = None,
    plans: Mapping[str, Plans] | None = None,
) -> Outcome:
    """Play so many games under a policy of `POLICIES`, or any staged game. `chunk` and `workers` change nothing.

    Staged games (`analysis.comparing`) that follow a plan need the `plans` of the scenario.
    """
    setting = Setting(case, plans or {})
    parts = [(first, min(first + chunk, games)) for first in range(0, games, chunk)]
    work = len(parts) * len({policy, NOTHING}) * len(case.round_weeks)
    if workers is None:
        done = _Counter(work, progress)
        sums: Iterable[Tally] = (tally_of(setting, policy, seed, *part, done.step) for part in parts)
    else:
        sums = _spread(lightened(setting), policy, seed, parts, workers, progress)
    total = _summed(sums)
    weights = tuple(case.numbers[name] for name in WEIGHTS)
    return Outcome(
        policy=policy,
        games=games,
        expected_harm=expected_harm(total, weights),
        endings={name: count / games for name, count in zip(ENDINGS, total.endings, strict=True)},
        means={
            **{name: total.mean(name) for name in COUNTS},
            **{name: total.mean(name) / STEPS for name in LEVELS},
            "weeks_with_contact": total.values[0] / STEPS / games,
        },
    )


def tally_of(
    setting: Setting, policy: str, seed: int, first: int, last: int, step: Callable[[], None] | None = None
) -> Tally:
    """Play worlds `first` up to `last` under a policy, and under doing nothing, and sum."""
    worlds = np.arange(first, last, dtype=np.uint64)
    base = play(stage(setting, NOTHING, len(worlds)), seed, worlds, step)
    state = base if policy == NOTHING else play(stage(setting, policy, len(worlds)), seed, worlds, step)
    return tally(state.harm, base.harm, endings(setting.case, state).astype(np.int64), _figures(state))


def _figures(state: State) -> dict[str, Int]:
    counts = {name: getattr(state, name).astype(np.int64) for name in COUNTS}
    levels = {name: np.rint(getattr(state, name) * STEPS).astype(np.int64) for name in LEVELS}
    return {**counts, **levels}


def _spread(
    setting: Setting,
    policy: str,
    seed: int,
    parts: list[tuple[int, int]],
    workers: Executor,
    progress: Progress | None,
) -> Iterator[Tally]:
    """Let processes play chunks; sums are exact, so the order in which they come back does not matter."""
    running = [workers.submit(tally_of, setting, policy, seed, first, last) for first, last in parts]
    for done, each in enumerate(as_completed(running), start=1):
        yield each.result()
        if progress is not None:
            progress(done, len(parts))


def _summed(sums: Iterable[Tally]) -> Tally:
    first, *rest = sums
    for each in rest:
        first = first + each
    return first


class _Counter:
    """Counts steps of work for a progress bar."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def step(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total)
