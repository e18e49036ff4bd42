"""*Uit je rol*: private goals are told, and who played gets a question of their own."""

import pytest

from tabletop.case.case import Case
from tabletop.content.specs.common import Language
from tabletop.debrief.leaving import leaving_page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_role_tells_its_private_goal(case: Case, language: Language) -> None:
    page = leaving_page(case, ["wijkteam", "police"], language)
    goals = {partner.role: partner.goal.in_language(language) for partner in case.pack.scenario.partners}
    assert {each.role.id: each.goal for each in page.roles} == goals


def test_who_played_comes_first_with_a_question_of_their_own(case: Case) -> None:
    page = leaving_page(case, ["wijkteam", "police"], "nl")
    assert [each.role.id for each in page.roles[:2]] == ["wijkteam", "police"]
    assert len({each.question for each in page.roles[:2]}) == 2
    assert {each.question for each in page.roles[2:]} == {""}


def test_as_many_seats_as_there_can_be_have_different_questions(case: Case) -> None:
    page = leaving_page(case, case.roles, "en")
    assert len({each.question for each in page.roles}) == len(case.roles)
