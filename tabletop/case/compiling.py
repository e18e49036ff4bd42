"""Turn a checked pack into a compiled case: everything the engine needs, as arrays."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import numpy as np

from tabletop.case.arrays import Bits, Int, Real
from tabletop.case.case import Case, Facts, Measures, Network
from tabletop.case.compiling_effects import compile_effects
from tabletop.case.compiling_engine import (
    compile_charges,
    compile_incidents,
    compile_injects,
    compile_office,
    compile_planes,
    compile_salts,
    compile_tables,
    compile_variants,
    compile_ways,
)  # fmt: skip
from tabletop.case.conditions import PHASES, STAGES, Places
from tabletop.case.engine import EngineTables
from tabletop.case.listing import Actors, list_decisions
from tabletop.case.verbs import Extent
from tabletop.content.collecting import without_collecting
from tabletop.content.library import Pack
from tabletop.content.specs.common import FactKind, Subject
from tabletop.content.specs.measure import MeasureKind, MeasureSpec
from tabletop.content.specs.scenario import FactSpec
from tabletop.content.specs.scoring import CellSpec, Code, Ground

CODES: tuple[str, ...] = get_args(Code)
SUBJECTS: tuple[str, ...] = get_args(Subject)
KINDS: tuple[str, ...] = get_args(FactKind)
MEASURE_KINDS: tuple[str, ...] = get_args(MeasureKind)


@without_collecting()
def compile_case(pack: Pack, long: bool = False) -> Case:
    """Compile a pack for one format: the core rounds of 60 minutes, or with `long` all rounds."""
    scenario = pack.scenario
    roles = tuple(partner.role for partner in scenario.partners)
    rounds = tuple(spec.weeks for spec in scenario.rounds if long or spec.core)
    numbers = {id_: spec.value for id_, spec in pack.numbers.items()}
    places = Places(
        roles=_places(roles),
        facts=_places(fact.id for fact in scenario.facts),
        measures=_places(pack.measures),
        injects=_places(inject.id for inject in scenario.injects),
    )
    measures = tuple(pack.measures.values())
    actors = Actors(
        roles, tuple(places.facts), tuple(places.measures), [_deciders(spec, places) for spec in measures],
        [spec.hours for spec in measures],
    )  # fmt: skip
    decisions = list_decisions(actors, numbers)
    ways = compile_ways(pack.modes)
    return Case(
        pack=pack,
        roles=roles,
        weeks=sum(rounds),
        round_weeks=rounds,
        long=long,
        hours=np.array([_hours(pack, place) for place in range(len(roles))], np.int64),
        decisions=decisions,
        facts=_compile_facts(scenario.facts, measures, places),
        measures=_compile_measures(measures, scenario.facts, places),
        network=_compile_network(pack, roles),
        numbers=numbers,
        engine=EngineTables(
            tables=compile_tables(numbers),
            variants=compile_variants(scenario.variants, numbers),
            effects=compile_effects(measures, places, numbers),
            facts=compile_planes(scenario.facts, places, sum(rounds)),
            injects=compile_injects(scenario.injects, places),
            incidents=compile_incidents(pack.incidents),
            office=compile_office([pack.roles[role].column for role in roles]),
            ways=ways,
            charges=compile_charges(decisions, ways),
            salts=compile_salts(places, decisions, numbers),
            reading=np.array([numbers[f"read_{extent.name.lower()}"] for extent in Extent]),
            ground_codes=_ground_codes(pack),
        ),
    )


def bits_of(places: Iterable[int]) -> int:
    """Give a set of places as bits.

    >>> bits_of([0, 3])
    9
    """
    bits = 0
    for place in places:
        bits |= 1 << place
    return bits


def _places(ids: Iterable[str]) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(ids)}


def _deciders(spec: MeasureSpec, places: Places) -> frozenset[int]:
    return frozenset(places.roles[role] for role in spec.deciders if role in places.roles)


def _hours(pack: Pack, place: int) -> int:
    partner = pack.scenario.partners[place]
    return 4 * (pack.roles[partner.role].hours if partner.hours is None else partner.hours)


def _bit_array(sets: Sequence[int]) -> Bits:
    return np.array(sets, np.uint64)


def _hinges(spec: MeasureSpec, facts: Sequence[FactSpec]) -> int:
    return bits_of(place for place, fact in enumerate(facts) if set(fact.themes) & set(spec.hinges_on))


def _compile_facts(facts: Sequence[FactSpec], measures: Sequence[MeasureSpec], places: Places) -> Facts:
    conditional = [place for place, fact in enumerate(facts) if fact.appears.when is not None]
    return Facts(
        ids=tuple(fact.id for fact in facts),
        subject=np.array([SUBJECTS.index(fact.subject) for fact in facts], np.int8),
        kind=np.array([KINDS.index(fact.kind) for fact in facts], np.int8),
        weight=np.array([fact.weight for fact in facts], np.int64),
        holders=_bit_array(
            [bits_of(f for f, fact in enumerate(facts) if role in fact.holders) for role in places.roles]
        ),
        from_week=np.array([-1 if fact.appears.week is None else fact.appears.week for fact in facts], np.int16),
        when=np.array([conditional.index(f) if f in conditional else -1 for f in range(len(facts))], np.int64),
        needed_by=_bit_array([bits_of(_needed(facts, measures, role)) for role in places.roles]),
        pattern=_bit_array([bits_of(f for f, fact in enumerate(facts) if "pattern" in fact.themes)]),
        address=_bit_array([bits_of(f for f, fact in enumerate(facts) if fact.secret is not None)]),
        investigation=_bit_array([bits_of(f for f, fact in enumerate(facts) if fact.investigation)]),
        phases=np.array([bits_of(PHASES.index(p) for p in fact.phases) for fact in facts], np.int64),
        stages=np.array([bits_of(STAGES.index(s) for s in fact.stages) for fact in facts], np.int64),
    )


def _needed(facts: Sequence[FactSpec], measures: Sequence[MeasureSpec], role: str) -> list[int]:
    """Facts a role acts better with: those that say so, and those its own measures hinge on."""
    themes = {theme for spec in measures if role in spec.deciders for theme in spec.hinges_on}
    return [place for place, fact in enumerate(facts) if role in fact.needed_by or themes & set(fact.themes)]


def _compile_measures(measures: Sequence[MeasureSpec], facts: Sequence[FactSpec], places: Places) -> Measures:
    return Measures(
        ids=tuple(spec.id for spec in measures),
        deciders=_bit_array(
            [bits_of(m for m, spec in enumerate(measures) if role in spec.deciders) for role in places.roles]
        ),
        hours=np.array([4 * spec.hours for spec in measures], np.int64),
        lead=np.array([spec.lead_weeks for spec in measures], np.int16),
        duration=np.array([spec.duration_weeks or -1 for spec in measures], np.int16),
        supply=np.array([spec.supply for spec in measures], np.int8),
        hinges_on=_bit_array([_hinges(spec, facts) for spec in measures]),
        visible=np.array([spec.visible for spec in measures], np.bool_),
        kind=np.array([MEASURE_KINDS.index(spec.kind) for spec in measures], np.int8),
    )


def _compile_network(pack: Pack, roles: Sequence[str]) -> Network:
    rules = pack.rules[pack.scenario.rules]
    cells = {(cell.giver, cell.receiver): cell for cell in rules.cells}
    columns = [pack.roles[role].column for role in roles]
    count = len(roles)
    codes = np.zeros((count, count), np.int64)
    grey = np.zeros((count, count), np.bool_)
    meeting = np.zeros(count, np.int64)
    grey_meeting = np.zeros(count, np.bool_)
    for giver, column in enumerate(columns):
        table = cells.get((column, "ZVH"))
        meeting[giver] = bits_of(CODES.index(code) for code in (table.codes if table else ("V",)))
        grey_meeting[giver] = _is_grey(table)
        for receiver, other in enumerate(columns):
            cell = cells.get((column, other))
            allowed = cell.codes if cell else ("C",) if column == other else ("a", "C")
            if other == "ZVH" and column in rules.brings_cases:
                allowed = (*allowed, "a")
            codes[giver, receiver] = bits_of(CODES.index(code) for code in {*allowed})
            grey[giver, receiver] = _is_grey(cell)
    return Network(
        trust=_starting_trust(pack, roles),
        answers=np.array([pack.roles[role].answers for role in roles]),
        hears=np.array([partner.hears_incidents for partner in pack.scenario.partners], np.bool_),
        codes=codes,
        codes_meeting=meeting,
        grey=grey,
        grey_meeting=grey_meeting,
    )


def _is_grey(cell: CellSpec | None) -> bool:
    return cell is None or cell.is_grey


def _starting_trust(pack: Pack, roles: Sequence[str]) -> Real:
    unknown = 0.5  # what `RoleSpec.trust` says of roles it does not name
    of_case: Mapping[tuple[str, str], float] = {(t.giver, t.receiver): t.trust for t in pack.scenario.trust}
    return np.array(
        [[of_case.get((a, b), pack.roles[a].trust.get(b, unknown)) for b in roles] for a in roles], np.float64
    )


def _ground_codes(pack: Pack) -> Int:
    order: tuple[str, ...] = get_args(Ground)
    by_id: Mapping[str, Sequence[str]] = {ground.id: ground.codes for ground in pack.modes.grounds}
    return np.array([bits_of(CODES.index(code) for code in by_id.get(name, ())) for name in order], np.int64)
