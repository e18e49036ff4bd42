"""Which relations survive other values of the model's numbers, and which numbers drive harm.

All numbers that are not well known are drawn together; plans stay as they are. What holds in fewer than nine of ten
draws is fragile. Drivers are ranked by the rank correlation of each number with harm under the best plan, as usual for
Latin hypercube samples (Helton and Davis 2003).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from tabletop.analysis.arms import are_seats, sample_seats
from tabletop.analysis.balance import POOLED, Asked, asked_of, games_of, judge, play_games
from tabletop.analysis.comparing import Setting
from tabletop.analysis.drawing import Uncertain, hypercube, uncertain_numbers, with_values
from tabletop.analysis.effects import index
from tabletop.case.arrays import Real
from tabletop.case.compiling import compile_case
from tabletop.content.library import Pack
from tabletop.content.specs.relations import RelationSpec, WeightingSpec
from tabletop.rules.endings import WEIGHTS

SEED: Final = 30_001
FRAGILE: Final = 0.9
_REACH: Final = 1.96

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Survival:
    """In what share of draws a relation holds, and between which effects nine of ten draws lie."""

    id: str
    relation: RelationSpec
    share: float
    low: float
    median: float
    high: float

    @property
    def is_fragile(self) -> bool:
        """Whether it holds in fewer than nine of ten draws."""
        return self.share < FRAGILE


@dataclass(frozen=True, slots=True)
class Driver:
    """How a number goes together with harm, by ranks: -1 to 1."""

    number: Uncertain
    correlation: float


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What a sensitivity analysis found."""

    draws: int
    games: int
    survivals: tuple[Survival, ...]
    drivers: tuple[Driver, ...]
    """All numbers, the strongest first."""
    noise: float
    """Correlations below this may be chance."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one draw came to: the effect of each relation, and harm under the best plan."""

    effects: Mapping[str, float]
    holds: Mapping[str, bool]
    harm: float


def examine(
    setting: Setting, relations: Sequence[RelationSpec], weighting: WeightingSpec, draws: int, games: int, seed: int,
    workers: Executor | None = None, progress: Progress | None = None,
) -> Sensitivity:  # fmt: skip
    """Draw the numbers so many times, and play every game of the relations in as many worlds each time."""
    numbers = uncertain_numbers(setting.case.pack)
    values = hypercube(numbers, draws, SEED + seed)
    drawn: dict[int, Drawn] = {}
    for place, one in _run(setting, relations, weighting, values, games, seed, workers):
        drawn[place] = one
        if progress is not None:
            progress(len(drawn), draws)
    in_order = [drawn[place] for place in range(draws)]
    asked = asked_of(relations, setting)
    drivers = _drivers(numbers, values, np.array([each.harm for each in in_order]))
    survivals = tuple(_survival(each, in_order) for each in asked)
    return Sensitivity(draws, games, survivals, drivers, _REACH / max(1, draws - 1) ** 0.5)


def _run(
    setting: Setting, relations: Sequence[RelationSpec], weighting: WeightingSpec,
    values: Sequence[Mapping[str, float]], games: int, seed: int, workers: Executor | None,
) -> Iterable[tuple[int, Drawn]]:  # fmt: skip
    if workers is None:
        for place, one in enumerate(values):
            yield place, play_draw(setting, relations, weighting, one, games, seed)
        return
    pack = setting.case.pack
    rules = {pack.scenario.rules: pack.rules[pack.scenario.rules]}
    light = replace(setting, case=replace(setting.case, pack=replace(pack, sources={}, references={}, rules=rules)))
    running = {
        workers.submit(play_draw, light, relations, weighting, one, games, seed): place
        for place, one in enumerate(values)
    }
    for future in as_completed(running):
        yield running[future], future.result()


def play_draw(
    setting: Setting, relations: Sequence[RelationSpec], weighting: WeightingSpec, values: Mapping[str, float],
    games: int, seed: int,
) -> Drawn:  # fmt: skip
    """Play all games with these values."""
    pack: Pack = with_values(setting.case.pack, values)
    other = replace(setting, case=compile_case(pack, long=setting.case.long))
    asked = asked_of(relations, other)
    names = games_of(asked)
    samples = play_games(other, [name for name in names if not are_seats(name)], games, seed, chunk=games)
    seats = [name for name in names if are_seats(name)]
    samples |= sample_seats(other, seats, seed, np.arange(games, dtype=np.uint64))
    found = judge(other.case, asked, samples, [weighting])
    weights = tuple(other.case.numbers[name] for name in WEIGHTS)
    harm = index(samples[POOLED], samples["nothing"], weights).mean
    return Drawn({each.id: each.effect.mean for each in found}, {each.id: each.is_within for each in found}, harm)


def _survival(asked: Asked, drawn: Sequence[Drawn]) -> Survival:
    id_ = f"{asked.relation.id}:{asked.role}" if asked.role else asked.relation.id
    effects = sorted(each.effects[id_] for each in drawn)
    share = sum(each.holds[id_] for each in drawn) / len(drawn)
    low, median, high = (effects[min(len(effects) - 1, int(part * len(effects)))] for part in (0.05, 0.5, 0.95))
    return Survival(id_, asked.relation, share, low, median, high)


def _drivers(numbers: Sequence[Uncertain], values: Sequence[Mapping[str, float]], harm: Real) -> tuple[Driver, ...]:
    ranks = _ranks(harm)
    found = [Driver(each, _together(_ranks(np.array([one[each.id] for one in values])), ranks)) for each in numbers]
    return tuple(sorted(found, key=lambda driver: (-abs(driver.correlation), driver.number.id)))


def _ranks(values: Real) -> Real:
    ranks = np.empty(len(values))
    ranks[np.argsort(values, kind="stable")] = np.arange(len(values))
    return ranks - (len(values) - 1) / 2


def _together(one: Real, other: Real) -> float:
    """Give Spearman's rank correlation."""
    size = float((one * one).sum() * (other * other).sum()) ** 0.5
    return float((one * other).sum()) / size if size else 0.0
