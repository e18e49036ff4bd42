"""Cover: what a scenario holds is met by honest play, or named."""

from dataclasses import replace

import numpy as np
import pytest

from tabletop.analysis.cover import BATCH, FEWEST_PLAYS, Coverage, cover
from tabletop.analysis.cover_items import KINDS, items_of, probes_of
from tabletop.analysis.exploring import Explorer, Uses, pick_rare
from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.library import load_pack
from tabletop.content.specs.condition import Condition
from tabletop.content.specs.scenario import Appears, ScenarioSpec
from tabletop.policy.base import luck_of
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.view.options import rows
from tabletop.view.seat import see_seat

NEVER = Condition.model_validate({"all": ({"week": 1}, {"level": {"of": "belief", "at_least": 0.99}})})


@pytest.fixture(scope="module")
def case() -> Case:
    return compile_case(load_pack("start"))


@pytest.fixture(scope="module")
def covered(case: Case) -> Coverage:
    return cover({"core": case}, games=40_000, seed=1)


def test_the_first_case_is_met_whole(covered: Coverage) -> None:
    assert covered.missed() == []


def test_it_stops_once_all_was_met(covered: Coverage) -> None:
    assert FEWEST_PLAYS * BATCH <= covered.games < 40_000


def test_every_item_has_a_kind_and_stands_once(case: Case) -> None:
    items = items_of({"core": case})
    assert len(items) == len({*items})
    assert {id_.split("/")[0] for id_ in items} == {*KINDS}


def test_a_condition_is_asked_whole_and_leaf_by_leaf(case: Case) -> None:
    named = {probe.id for probe in probes_of(case) if "/letter" in probe.id}
    assert "condition/inject/letter" in named
    assert "condition/inject/letter/week_12" in named


def test_the_same_seed_meets_the_same_and_an_item_shows_its_path(case: Case, covered: Coverage) -> None:
    again = cover({"core": case}, covered.games, seed=1, show="measure/arrest")
    assert {id_: (met.hits, met.world) for id_, met in again.met.items()} == {
        id_: (met.hits, met.world) for id_, met in covered.met.items()
    }
    assert any(step.endswith("/measure/arrest") for step in again.met["measure/arrest"].path)


def test_an_inject_that_cannot_happen_is_missed_and_its_leaf_named(case: Case) -> None:
    spoilt = with_moment(case, Appears(when=NEVER))
    missed = cover({"core": spoilt}, games=BATCH * 3, seed=1).missed()
    assert "inject/no_shows" in missed
    assert "condition/inject/no_shows/true" in missed
    assert "condition/inject/no_shows/belief_at_least_0.99/true" in missed
    assert "condition/inject/no_shows/week_1/true" not in missed


def with_moment(case: Case, appears: Appears) -> Case:
    scenario = case.pack.scenario
    injects = tuple(
        each.model_copy(update={"appears": appears}) if each.id == "no_shows" else each for each in scenario.injects
    )
    changed: ScenarioSpec = scenario.model_copy(update={"injects": injects})
    return compile_case(replace(case.pack, scenario=changed))


def test_an_explorer_chooses_only_what_its_view_allows(case: Case) -> None:
    state = begin_round(case, opening(case, 5, np.arange(200, dtype=np.uint64)), 2)
    for role in range(len(case.roles)):
        view = see_seat(case, state, role)
        chosen = Explorer(Uses(case)).turn(case, view, luck_of(case, state, "explorer", role, 0)).row
        for world, row in enumerate(chosen):
            verb = case.decisions.verb[row]
            allowed = rows(case, view, verb)[world]
            assert allowed[row - case.decisions.first[role, verb]]


def test_what_was_used_least_is_chosen_most() -> None:
    luck = np.linspace(0, 0.999, 100)
    chosen = pick_rare(np.ones((100, 2), np.bool_), np.array([9, 0]), luck)
    assert (chosen == 1).sum() > 85


def test_a_turn_that_is_over_counts_no_further_decision(case: Case) -> None:
    """A partner that is too busy for its first decision may draw a second; nobody takes it."""
    quiet = cover({"core": case}, games=BATCH, seed=1)
    assert not any(id_.startswith("decision/") for id_ in quiet.met)
