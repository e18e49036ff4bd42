"""What is shipped holds, and its examples run."""

import doctest
import importlib
import pkgutil
from typing import get_args

import pytest
import yaml

import tabletop.content
from tabletop.content.faults import CODES
from tabletop.content.home import content_home
from tabletop.content.languages import LANGUAGES
from tabletop.content.library import check_paths, list_scenarios, load_pack
from tabletop.content.messages import messages
from tabletop.content.specs.condition import PhaseId
from tabletop.content.specs.role import RoleSpec

MODULES = [each.name for each in pkgutil.walk_packages(tabletop.content.__path__, "tabletop.content.")]


def test_everything_shipped_is_without_fault_or_remark() -> None:
    assert [str(each) for each in check_paths([])] == []


@pytest.mark.parametrize("scenario", [path.stem for path in list_scenarios()])
def test_every_scenario_loads_by_its_id(scenario: str) -> None:
    assert load_pack(scenario).scenario.id == scenario


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence(language: str) -> None:
    catalogue = messages("nl" if language == "nl" else "en")
    assert [code for code in CODES if f"fault.{code}" not in catalogue] == []


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings_hold(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0


def test_each_role_has_five_waiting_and_four_knowledge_questions() -> None:
    paths = [path for path in sorted((content_home() / "roles").glob("*.yaml")) if path.stem != "disciplines"]
    roles = [RoleSpec.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]
    assert len(roles) == 15
    assert {(len(role.waiting_questions), len(role.knowledge)) for role in roles} == {(5, 4)}


def test_the_five_cases_are_whole_and_together_meet_every_phase() -> None:
    cases = [load_pack(path).scenario for path in list_scenarios() if path.stem != "start"]
    assert len(cases) == 5
    assert {phase for case in cases for fact in case.facts for phase in fact.phases} == set(get_args(PhaseId))
    for case in cases:
        assert len(case.facts) >= 30, case.id
        assert len({role for fact in case.facts for role in fact.holders}) >= 7, case.id
        assert len(case.injects) >= 15, case.id
        assert len(case.variants) == 3, case.id
        assert sum(round_.core for round_ in case.rounds) == 3, case.id
        assert len(case.rounds) <= 8, case.id
        assert {4, 6, 8} <= {*case.seats}, case.id
        assert all(inject.soft for inject in case.injects if inject.marked and inject.news), case.id
