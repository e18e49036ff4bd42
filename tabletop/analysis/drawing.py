"""Other values for the numbers of the model, drawn together within their ranges (Latin hypercube)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from tabletop.analysis.dice import Dice
from tabletop.content.library import Pack
from tabletop.content.specs.common import Quantity, Strength

UNSURE: Final = ("medium", "low", "design")
"""Strengths of evidence of the numbers that are drawn; what is well known stays."""
SpecT = TypeVar("SpecT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A number of the model that might be another within its range."""

    id: str
    """Where it stands: `deterrence`, `stop_talk.effects.stop`, `variant.cannot_let_go.violent`."""
    value: float
    low: float
    high: float
    strength: Strength


def uncertain_numbers(pack: Pack) -> list[Uncertain]:
    """Give every number of a case that is not well known, in a fixed order."""
    found = [*_roots(pack)]
    return [
        Uncertain(id_, each.value, each.low, each.high, each.strength)
        for root, model in found
        for id_, each in _inside(model, root)
        if each.strength in UNSURE and each.low < each.high
    ]


def _roots(pack: Pack) -> Iterator[tuple[str, BaseModel]]:
    yield from pack.numbers.items()
    yield from pack.measures.items()
    yield from ((f"variant.{each.id}", each) for each in pack.scenario.variants)
    yield from ((f"channel.{each.id}", each) for each in pack.modes.channels)
    yield from ((f"incident.{each.id}", each) for each in pack.incidents.incidents)


def _inside(value: object, path: str) -> Iterator[tuple[str, Quantity]]:
    if isinstance(value, Quantity):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _inside(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _inside(each, f"{path}.{name}")


def hypercube(numbers: list[Uncertain], draws: int, seed: int) -> list[dict[str, float]]:
    """Draw values for all numbers together: each range is cut into as many equal parts as there are draws.

    Every part is drawn from once (McKay, Beckman and Conover 1979).
    """
    columns = {each.id: _column(each, draws, Dice(seed + place)) for place, each in enumerate(numbers)}
    return [{id_: column[draw] for id_, column in columns.items()} for draw in range(draws)]


def _column(number: Uncertain, draws: int, dice: Dice) -> list[float]:
    width = (number.high - number.low) / draws
    return [number.low + (part + dice.unit()) * width for part in dice.shuffled(draws)]


def with_values(pack: Pack, values: Mapping[str, float]) -> Pack:
    """Give the pack with other values for some of its numbers; ranges and sources stay."""
    scenario = pack.scenario
    variants = tuple(_changed(each, f"variant.{each.id}", values) for each in scenario.variants)
    channels = tuple(_changed(each, f"channel.{each.id}", values) for each in pack.modes.channels)
    incidents = tuple(_changed(each, f"incident.{each.id}", values) for each in pack.incidents.incidents)
    return replace(
        pack,
        numbers={id_: _changed(each, id_, values) for id_, each in pack.numbers.items()},
        measures={id_: _changed(each, id_, values) for id_, each in pack.measures.items()},
        scenario=scenario.model_copy(update={"variants": variants}),
        modes=pack.modes.model_copy(update={"channels": channels}),
        incidents=pack.incidents.model_copy(update={"incidents": incidents}),
    )


def _changed(model: SpecT, path: str, values: Mapping[str, float]) -> SpecT:
    changed: SpecT = _rebuilt(model, path, values)
    return changed


def _rebuilt(value: Any, path: str, values: Mapping[str, float]) -> Any:
    if isinstance(value, Quantity):
        return value.model_copy(update={"value": values[path]}) if path in values else value
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        new = {name: _rebuilt(each, f"{path}.{name}", values) for name, each in fields.items()}
        update = {name: each for name, each in new.items() if each is not fields[name]}
        return value.model_copy(update=update) if update else value
    if isinstance(value, dict):
        new = {name: _rebuilt(each, f"{path}.{name}", values) for name, each in value.items()}
        return new if any(new[name] is not value[name] for name in value) else value
    return value
