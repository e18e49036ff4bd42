"""What a scenario holds that play should meet: injects, facts, measures, kinds of decision, conditions, endings.

An item is named by words that stay when lines move: `inject/letter`, `condition/inject/letter/week_12/false`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tabletop.analysis.rollout import ENDINGS
from tabletop.case.case import Case
from tabletop.case.conditions import Places, Test, compile_condition
from tabletop.case.verbs import Extent, Ground, Verb, Way
from tabletop.content.specs.condition import Condition

KINDS: Final = ("inject", "fact", "measure", "decision", "mode", "condition", "variant", "ending")
INJECT, FACT = "inject", "fact"


@dataclass(frozen=True, slots=True)
class Probe:
    """A condition, or a leaf of one, that should be met both ways."""

    id: str
    """Without `/true` or `/false`."""
    test: Test
    of: str
    """`inject` or `fact`: where in a week it is looked at."""
    waits: bool
    """It asks whether another inject has happened, which may be in the same week."""


def items_of(cases: Mapping[str, Case]) -> tuple[str, ...]:
    """Give the ids of all items of a scenario, compiled for each format by name."""
    case = next(iter(cases.values()))
    scenario = case.pack.scenario
    return (
        *(f"inject/{each.id}" for each in scenario.injects),
        *(f"fact/{each.id}/{what}" for each in scenario.facts for what in ("known", "passed_on")),
        *(f"measure/{id_}" for id_ in case.measures.ids),
        *decision_kinds(case).values(),
        *(f"mode/{table.__name__.lower()}/{each.name.lower()}" for table in (Ground, Extent, Way) for each in table),
        *(f"{probe.id}/{held}" for probe in probes_of(case) for held in ("true", "false")),
        *(f"variant/{each.id}" for each in scenario.variants),
        *(f"ending/{name}/{end}" for name in cases for end in ENDINGS),
    )


def decision_kinds(case: Case) -> dict[tuple[int, Verb], str]:
    """Give the ids of kinds of decision by role (-1: the table) and verb, for those with a row at all."""
    counts = case.decisions.count
    found = {}
    for verb in Verb:
        for role in (*range(len(case.roles)), -1):
            if counts[role, verb]:
                found[role, verb] = f"decision/{case.roles[role] if role >= 0 else 'table'}/{verb.name.lower()}"
    return found


def probes_of(case: Case) -> list[Probe]:
    """Give every condition of the script, whole and leaf by leaf; those with one leaf stand once."""
    scenario = case.pack.scenario
    places = Places(
        {id_: place for place, id_ in enumerate(case.roles)},
        {id_: place for place, id_ in enumerate(case.facts.ids)},
        {id_: place for place, id_ in enumerate(case.measures.ids)},
        {each.id: place for place, each in enumerate(scenario.injects)},
    )
    asked = [(INJECT, each.id, each.appears.when) for each in scenario.injects]
    asked += [(FACT, each.id, each.appears.when) for each in scenario.facts]
    found: dict[str, Probe] = {}
    for of, id_, when in asked:
        for word, condition in () if when is None else _parts(when):
            name = f"condition/{of}/{id_}{word}"
            found.setdefault(name, Probe(name, compile_condition(condition, places), of, _waits(condition)))
    return list(found.values())


def _parts(when: Condition) -> Iterator[tuple[str, Condition]]:
    yield "", when
    parts = [*_leaves(when)]
    if len(parts) > 1:
        yield from ((f"/{word_of(leaf)}", leaf) for leaf in parts)


def _leaves(condition: Condition) -> Iterator[Condition]:
    inside = (condition.not_,) if condition.not_ is not None else condition.all or condition.any
    if inside is None:
        yield condition
    for part in inside or ():
        yield from _leaves(part)


def word_of(leaf: Condition) -> str:
    """Give the word that names a leaf.

    >>> word_of(Condition.model_validate({"level": {"of": "drive", "at_least": 0.5}}))
    'drive_at_least_0.5'
    >>> word_of(Condition.model_validate({"knows": {"role": "police", "fact": "letters"}}))
    'police_knows_letters'
    """
    if leaf.level is not None:
        bounds = (("at_least", leaf.level.at_least), ("below", leaf.level.below))
        return "_".join([leaf.level.of, *(f"{name}_{bound:g}" for name, bound in bounds if bound is not None)])
    if leaf.tally is not None:
        return f"{leaf.tally.of}_{leaf.tally.at_least}"
    if leaf.knows is not None:
        return f"{leaf.knows.role}_knows_{leaf.knows.fact}"
    return next(f"{name}_{value}" for name in _PLAIN if (value := getattr(leaf, name)) is not None)


_PLAIN: Final = ("week", "joint", "running", "started", "fired", "phase", "stage")


def _waits(condition: Condition) -> bool:
    return any(leaf.fired is not None for leaf in _leaves(condition))
