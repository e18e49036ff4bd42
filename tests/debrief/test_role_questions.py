"""What one should know of a role: made from its card, with the source, and nothing of the case."""

from dataclasses import replace

import pytest

from tabletop.case.case import Case
from tabletop.content.specs.common import Language
from tabletop.debrief.leaving import leaving_page
from tabletop.debrief.role_questions import role_questions_page


def with_knowledge(case: Case, role: str, **changed: object) -> Case:
    """The case with another card for a role: the first of its questions changed, or none at all."""
    card = case.pack.roles[role]
    asked = (card.knowledge[0].model_copy(update=changed),) if changed else ()
    roles = {**case.pack.roles, role: card.model_copy(update={"knowledge": asked})}
    return replace(case, pack=replace(case.pack, roles=roles))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_question_of_a_card_has_its_answer_explanation_and_source(case: Case, language: Language) -> None:
    for role in case.roles:
        page = role_questions_page(case, role, language)
        specs = case.pack.roles[role].knowledge
        assert [each.question for each in page.questions] == [spec.question.in_language(language) for spec in specs]
        for each, spec in zip(page.questions, specs, strict=True):
            assert each.answer == spec.right.in_language(language)
            assert each.explanation == spec.explanation.in_language(language)
            assert case.pack.references[spec.source].title in each.source
            assert each.sureness.endswith(".")
        assert "{" not in repr(page)


@pytest.mark.parametrize("source", ["design", "practice"])
def test_a_source_that_nobody_published_is_named_in_the_language_of_the_table(case: Case, source: str) -> None:
    pages = [
        role_questions_page(with_knowledge(case, "police", source=source), "police", language)
        for language in ("nl", "en")
    ]
    (dutch,), (english,) = (page.questions for page in pages)
    assert case.pack.references[source].title not in dutch.source
    assert dutch.source != english.source
    assert (dutch.sureness, english.sureness) == ("", "")


def test_a_role_without_questions_has_a_page_without_any(case: Case) -> None:
    assert role_questions_page(with_knowledge(case, "police"), "police", "nl").questions == ()


def test_leaving_a_role_says_how_many_questions_there_are(case: Case) -> None:
    page = leaving_page(with_knowledge(case, "police"), ["police", "wijkteam"], "nl")
    assert [each.knowledge for each in page.roles[:2]] == [0, 4]
