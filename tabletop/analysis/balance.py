"""Does a scenario teach what it should: every relation and limit, with effect, interval and verdict.

Games are played in chunks by any executor; parts are put together by world, so the number of workers changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass
from typing import Final

import numpy as np

from tabletop.analysis.comparing import Setting, lightened, sample, stage
from tabletop.analysis.effects import Sample, Weights, achieved, difference, index, mean_of
from tabletop.analysis.tally import Interval
from tabletop.case.arrays import Bools
from tabletop.case.case import Case
from tabletop.case.compiling_effects import TYPES
from tabletop.content.specs.relations import RelationSpec, WeightingSpec
from tabletop.rules.endings import WEIGHTS

CHUNK: Final = 5_000
NOTHING: Final = "nothing"
POOLED: Final = "pooled"
WAYS: Final = ("island", "per_incident", "joint", "random", "pooled", "share_nothing", "share_all")
"""Ways of working that are looked at for the best, the worst and the safest."""
SERIOUS: Final = 2
WHOLE: Final = 100.0

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one relation came to, under one weighting."""

    relation: RelationSpec
    role: str | None
    effect: Interval
    weighted: Mapping[str, Interval]
    """The same under each weighting, by id."""

    @property
    def id(self) -> str:
        """Name of the relation, with the role where there is one for each."""
        return f"{self.relation.id}:{self.role}" if self.role else self.relation.id

    @property
    def holds(self) -> bool:
        """Whether the whole interval lies within the limit."""
        low, high = self.relation.at_least, self.relation.at_most
        return (low is None or self.effect.low >= low) and (high is None or self.effect.high <= high)

    @property
    def is_within(self) -> bool:
        """Whether the effect itself lies within the limit, however wide its interval."""
        low, high = self.relation.at_least, self.relation.at_most
        return (low is None or self.effect.mean >= low) and (high is None or self.effect.mean <= high)


@dataclass(frozen=True, slots=True)
class Asked:
    """A relation with the games it compares."""

    relation: RelationSpec
    role: str | None
    games: tuple[str, ...]

    @property
    def game(self) -> str:
        """The game it is about."""
        return self.games[0]


def asked_of(relations: Iterable[RelationSpec], setting: Setting) -> list[Asked]:
    """Give the relations that can be looked at in this case; one about measures that it does not have is left out."""
    found = []
    for relation in relations:
        for role in setting.case.roles if relation.each == "role" else (None,):
            each = Asked(relation, role, _games(relation, role))
            if all(_can_stage(setting, game) for game in each.games):
                found.append(each)
    return found


def _games(relation: RelationSpec, role: str | None) -> tuple[str, ...]:
    if relation.measured in ("remaining", "spread"):
        return WAYS
    first = f"{relation.game}:{role}" if role else str(relation.game)
    return (first, relation.than) if relation.than else (first,)


def _can_stage(setting: Setting, game: str) -> bool:
    try:
        stage(setting, game, 1)
    except LookupError:
        return False
    return True


def games_of(asked: Iterable[Asked]) -> list[str]:
    """Give the names of all games that have to be played, each once."""
    names = [NOTHING, POOLED]
    for each in asked:
        names += [*each.games, each.relation.nothing]
    return list(dict.fromkeys(names))


def play_games(
    setting: Setting, names: Sequence[str], games: int, seed: int, workers: Executor | None = None,
    progress: Progress | None = None, chunk: int = CHUNK,
) -> dict[str, Sample]:  # fmt: skip
    """Play each of these games in the same worlds."""
    parts = [(name, first, min(first + chunk, games)) for name in names for first in range(0, games, chunk)]
    played: dict[tuple[str, int], Sample] = {}
    for (name, first, _last), one in _run(setting, parts, seed, workers):
        played[name, first] = one
        if progress is not None:
            progress(len(played), len(parts))
    return {name: _joined([played[name, first] for first in range(0, games, chunk)]) for name in names}


def _run(
    setting: Setting, parts: Sequence[tuple[str, int, int]], seed: int, workers: Executor | None
) -> Iterable[tuple[tuple[str, int, int], Sample]]:
    if workers is None:
        for part in parts:
            yield part, play_part(setting, part, seed)
        return
    setting = lightened(setting)
    running: dict[Future[Sample], tuple[str, int, int]] = {
        workers.submit(play_part, setting, part, seed): part for part in parts
    }
    for future in as_completed(running):
        yield running[future], future.result()


def play_part(setting: Setting, part: tuple[str, int, int], seed: int) -> Sample:
    """Play one game in some worlds."""
    name, first, last = part
    return sample(setting, name, seed, np.arange(first, last, dtype=np.uint64))


def _joined(parts: Sequence[Sample]) -> Sample:
    return Sample(
        np.concatenate([part.harm for part in parts]),
        {name: np.concatenate([part.figures[name] for part in parts]) for name in parts[0].figures},
    )


def weights_of(case: Case, weighting: WeightingSpec) -> Weights:
    """Give the weights of the five parts of harm."""
    if weighting.weights is None:
        return tuple(case.numbers[name] for name in WEIGHTS)
    return tuple(float(getattr(weighting.weights, name.removeprefix("harm_"))) for name in WEIGHTS)


def judge(
    case: Case, asked: Sequence[Asked], samples: Mapping[str, Sample], weightings: Sequence[WeightingSpec]
) -> list[Finding]:
    """Compute every relation from the games that were played."""
    weights = {each.id: weights_of(case, each) for each in weightings}
    found = []
    for each in asked:
        weighted = {id_: _measure(case, each, samples, weight) for id_, weight in weights.items()}
        found.append(Finding(each.relation, each.role, weighted[weightings[0].id], weighted))
    return found


def _measure(case: Case, asked: Asked, samples: Mapping[str, Sample], weights: Weights) -> Interval:
    relation, nothing = asked.relation, samples[asked.relation.nothing]
    game = samples[asked.game]
    match relation.measured:
        case "difference":
            where = _where(case, relation, game)
            found = difference(game, samples[str(relation.than)], nothing, weights, where)
        case "cut":
            found = _turned(index(game, nothing, weights), WHOLE)
        case "achieved":
            found = achieved(game, samples[POOLED], nothing, weights)
        case "cost":
            found = _turned(achieved(game, samples[POOLED], nothing, weights), WHOLE)
        case "figure":
            found = mean_of(game.figures[str(relation.figure)])
        case "remaining":
            alone = tuple(float(part == SERIOUS) for part in range(len(WEIGHTS)))
            found = min((index(samples[way], nothing, alone) for way in asked.games), key=lambda each: each.mean)
        case "spread":
            ways = sorted((index(samples[way], nothing, weights).mean, way) for way in asked.games)
            found = difference(samples[ways[-1][1]], samples[ways[0][1]], nothing, weights)
    return found


def _turned(interval: Interval, whole: float) -> Interval:
    return Interval(whole - interval.mean, whole - interval.high, whole - interval.low)


def _where(case: Case, relation: RelationSpec, game: Sample) -> Bools | None:
    if relation.where is not None:
        return np.greater(game.figures[relation.where], 0)
    if not relation.types:
        return None
    types = [TYPES.index(kind) for kind in relation.types]
    kind = case.engine.variants.type[game.figures["variant"].astype(np.int64)]
    return np.isin(kind, types)
