"""What is shipped holds, and its examples run."""

import doctest
import importlib
import pkgutil

import pytest

import tabletop.content
from tabletop.content.faults import CODES
from tabletop.content.languages import LANGUAGES
from tabletop.content.library import check_paths, list_scenarios, load_pack
from tabletop.content.messages import messages

MODULES = [each.name for each in pkgutil.walk_packages(tabletop.content.__path__, "tabletop.content.")]


UNTOLD = {"TT480", "TT481"}
"""Measures and roles that wait for the cases still to be told."""


def test_everything_shipped_is_without_fault_or_remark() -> None:
    assert [str(each) for each in check_paths([]) if each.code not in UNTOLD] == []


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
