"""Variants, script, facts, incidents, organisations and tables of a case, as the rules read them."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from tabletop.case.case import Decisions
from tabletop.case.compiling_effects import CHANNEL_IDS, TYPES
from tabletop.case.conditions import Places, compile_condition, earliest_week
from tabletop.case.engine import (
    Charges,
    FactPlanes,
    IncidentKinds,
    InjectRule,
    Luck,
    Office,
    Salts,
    Tables,
    Variants,
    Ways,
)  # fmt: skip
from tabletop.case.fixed import rounded, salt
from tabletop.case.tables import tabulate
from tabletop.case.verbs import IN_TURN, Topic, Verb
from tabletop.content.specs.condition import Effect
from tabletop.content.specs.scenario import FactSpec, InjectSpec, StartLevels, VariantSpec
from tabletop.content.specs.scoring import IncidentsSpec, ModesSpec

CLOCK_PARTS = 4096
LONGEST = 520
"""Weeks for which the fading of relapse is tabulated."""
MOST_CONTACTS = 32
"""End of the tables over contacts to be expected in a week."""


def compile_tables(numbers: Mapping[str, float]) -> Tables:
    """Tabulate the functions of the model.

    How fast they stop (mullen_2009, spitzberg_cupach_2007) and come back (rosenfeld_2003, malsch_2011).
    """
    return _tabulated(
        cap=numbers["soft_cap"],
        half=numbers["harm_contact_half"],
        stop_early=numbers["stop_early"],
        stop_fixed=numbers["stop_fixed"],
        late=numbers["relapse_base"],
        early=numbers["relapse_early"],
        fade=numbers["relapse_fade_weeks"],
    )


@lru_cache(maxsize=8)
def _tabulated(
    cap: float, half: float, stop_early: float, stop_fixed: float, late: float, early: float, fade: float
) -> Tables:
    """Give the tables; cases of the same model share them, and nobody writes in them."""
    fresh, fixed = -math.log1p(-stop_early), -math.log1p(-stop_fixed)
    return Tables(
        exp=tabulate(math.exp, -10.0, 4.0, 128),
        soft_cap=tabulate(lambda risk: math.exp(-cap * (1 - risk ** (1 / cap))) if risk < 1 else risk, 0.0, 4.0, 256),
        any_contact=tabulate(lambda rate: 1 - math.exp(-rate * half), 0.0, MOST_CONTACTS, 64),
        no_contact=tabulate(lambda rate: math.exp(-rate), 0.0, MOST_CONTACTS, 64),
        stopping=tabulate(lambda fixation: fresh * (fixed / fresh) ** fixation, 0.0, 1.0, 256),
        relapse=np.array([rounded(late + early * math.exp(-week / fade)) for week in range(LONGEST)]),
        clocks=np.array([rounded(-math.log1p(-(part + 0.5) / CLOCK_PARTS)) for part in range(CLOCK_PARTS)]),
    )  # fmt: skip


def compile_variants(variants: Sequence[VariantSpec], numbers: Mapping[str, float]) -> Variants:
    """Compile the stalkers a scenario may have."""
    weights = np.cumsum([variant.weight for variant in variants]).astype(np.float64)
    access = np.array([[variant.access.get(channel, 0.0) for variant in variants] for channel in CHANNEL_IDS])  # type: ignore[call-overload]
    physical = access[0] + access[1] + access[2] + access[3]
    levels = {
        name: np.array([getattr(variant.start, name) for variant in variants]) for name in StartLevels.model_fields
    }
    answering = numbers["contact_unanswered"] + levels["contact"]
    return Variants(
        ids=tuple(variant.id for variant in variants),
        share=weights / weights[-1],
        type=np.array([TYPES.index(variant.type) for variant in variants], np.int8),
        violent=np.array([variant.violent.value for variant in variants]),
        deterrable=np.array([numbers[f"deterrable_{variant.type}"] for variant in variants]),
        levels=levels,
        access=access,
        reach=physical + access[4],
        physical=physical,
        rate=numbers["contact_base"] * (physical + access[4]) * answering,
        dependence=np.minimum(1.0, levels["contact"] / np.maximum(1.0 - levels["strength"], numbers["least_level"])),
    )


def compile_planes(facts: Sequence[FactSpec], places: Places, weeks: int) -> FactPlanes:
    """Compile facts as bit sets."""

    def set_of(belongs: Sequence[bool]) -> int:
        return sum(1 << place for place, yes in enumerate(belongs) if yes)

    by_week = [
        set_of([bool(fact.holders) and -1 < _week_of(fact) <= week for fact in facts]) for week in range(weeks + 2)
    ]
    return FactPlanes(
        one=np.uint64(set_of([bool(fact.weight & 1) for fact in facts])),
        two=np.uint64(set_of([bool(fact.weight & 2) for fact in facts])),
        by_week=np.array(by_week, np.uint64),
        conditional=tuple(
            (place, earliest_week(test), test)
            for place, fact in enumerate(facts)
            if fact.appears.when is not None
            for test in (compile_condition(fact.appears.when, places),)
        ),
        locked=np.uint64(set_of([fact.kind in ("medical", "youth") for fact in facts])),
        consentable=np.uint64(set_of([fact.subject in ("victim", "child") for fact in facts])),
        stalker=np.uint64(set_of([fact.subject == "stalker" for fact in facts])),
        means=np.uint64(set_of(["means" in fact.themes for fact in facts])),
        signs=np.array([salt("sign", fact.id) for fact in facts], np.uint64),
    )


def _week_of(fact: FactSpec) -> int:
    return -1 if fact.appears.week is None else fact.appears.week


def compile_injects(injects: Sequence[InjectSpec], places: Places) -> tuple[InjectRule, ...]:
    """Compile the script."""
    return tuple(_inject(inject, places) for inject in injects)


def _inject(inject: InjectSpec, places: Places) -> InjectRule:
    effects: Sequence[Effect] = inject.effects
    when = inject.appears.when
    test = None if when is None else compile_condition(when, places)
    return InjectRule(
        from_week=max(inject.appears.week or 0, 0 if test is None else earliest_week(test)),
        when=test,
        reveals=tuple((places.roles[e.reveal.to], places.facts[e.reveal.fact]) for e in effects if e.reveal),
        changes=tuple((e.change.of, e.change.by) for e in effects if e.change),
        ends=tuple(places.measures[e.end] for e in effects if e.end),
        starts=tuple(places.measures[e.start] for e in effects if e.start),
        quiet=max((e.quiet or 0 for e in effects), default=0),
        is_news=inject.news is not None,
    )


def compile_incidents(spec: IncidentsSpec) -> IncidentKinds:
    """Sort kinds of incident by rung and add up their weights."""
    order = sorted(range(len(spec.incidents)), key=lambda place: (spec.incidents[place].rung, place))
    kinds = [spec.incidents[place] for place in order]
    weight = np.array([kind.weight.value for kind in kinds])
    remote = np.array([0.0 if kind.physical else kind.weight.value for kind in kinds])
    return IncidentKinds(
        place=np.array(order, np.int8),
        rungs=np.array([kind.rung for kind in kinds]),
        weight=np.concatenate(([0.0], np.cumsum(weight))),
        weight_remote=np.concatenate(([0.0], np.cumsum(remote))),
    )


def compile_office(columns: Sequence[str]) -> Office:
    """Say of each role what its column of the information rules means."""

    def among(*wanted: str) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        return np.array([column in wanted for column in columns], np.bool_)

    return Office(
        police=columns.index("POL") if "POL" in columns else -1,
        cares_by_law=among("VT", "RVK", "GI"),
        inquires=among("VT"),
        guards=among("POL", "VO", "VT"),
        consult=among("ZVH"),
    )


def compile_ways(modes: ModesSpec) -> Ways:
    """Compile the channels of a share."""
    return Ways(
        hours=np.array([round(4 * way.hours.value) for way in modes.channels], np.int64),
        trust=np.array([way.trust.value for way in modes.channels]),
        at_once=np.array([way.at_once for way in modes.channels], np.bool_),
        recorded=np.array([way.recorded for way in modes.channels], np.bool_),
    )


def compile_charges(decisions: Decisions, ways: Ways) -> Charges:
    """Add up what each decision costs."""
    told = (decisions.verb == Verb.SHARE) | (decisions.verb == Verb.ANSWER)
    hours = decisions.hours[:, None] + told[:, None] * ways.hours
    in_turn = [Verb(verb) in IN_TURN for verb in range(len(Verb))]
    return Charges(hours=hours.astype(np.int16), acts=np.array(in_turn, np.int8)[decisions.verb])


def compile_salts(places: Places, decisions: Decisions, numbers: Mapping[str, float]) -> Salts:
    """Give each kind of draw its own key, from stable words; of decisions only asking for consent draws."""
    slots = range(round(numbers["most_contacts"]))
    consent = np.zeros(len(decisions.ids), np.uint64)
    for row in np.flatnonzero((decisions.verb == Verb.ASK) & (decisions.object == Topic.CONSENT)):
        consent[row] = salt("decision", decisions.ids[row])
    return Salts(
        weekly=np.array([[salt("week", luck.name)] for luck in Luck], np.uint64),
        slots=np.array([[salt("incident", str(slot))] for slot in slots], np.uint64),
        decisions=consent,
        measures=np.array([salt("measure", id_) for id_ in places.measures], np.uint64),
        attendance=np.array([salt("attendance", role) for role in places.roles], np.uint64),
        variant=np.uint64(salt("variant")),
        pace=np.uint64(salt("pace")),
        clock=np.uint64(salt("clock")),
    )
