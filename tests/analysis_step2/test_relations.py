"""Every relation of the field, and every limit of the profile, over worlds."""

import pytest

from tabletop.analysis.balance import Finding, judge
from tabletop.content.balance import load_relations, load_weightings
from tests.analysis_step2.games import asked, samples, the_case

SCENARIOS = ("start",)
RELATIONS = [each.id for each in (*load_relations().relations, *load_relations().profile)]


def findings(scenario: str, relation: str) -> list[Finding]:
    wanted = [each for each in asked(scenario) if each.relation.id == relation]
    return judge(the_case(scenario), wanted, samples(scenario), load_weightings().weightings)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_lies_within_its_limit(scenario: str, relation: str) -> None:
    found = findings(scenario, relation)
    assert found
    assert {each.id: round(each.effect.mean, 1) for each in found if not each.is_within} == {}


def test_there_is_a_finding_for_each_role_of_the_case() -> None:
    assert {each.role for each in findings("start", "single")} == set(the_case().roles)


def test_results_are_published_under_three_weightings() -> None:
    assert [list(each.weighted) for each in findings("start", "islands")] == [
        ["model", "contact_and_violence", "strength"]
    ]
