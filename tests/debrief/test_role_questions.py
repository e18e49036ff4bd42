"""What one should know of a role: made from its card, with the source, and nothing of the case."""

from dataclasses import replace

import pytest

from tabletop.case.case import Case
from tabletop.content.messages import key_of, message_files, messages, read_messages
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
            title = case.pack.references[spec.source].title
            assert title in each.source or f"rolequestion.named.{spec.source}" in messages(language)
            assert each.sureness.endswith(".") or case.pack.references[spec.source].kind == "own"
        assert "{" not in repr(page)


def test_a_source_is_named_in_dutch_where_its_title_is_english(case: Case) -> None:
    for source, title in (("thesis_2018", "afstudeeronderzoek"), ("sv", "Wetboek van Strafvordering")):
        (asked,) = role_questions_page(with_knowledge(case, "police", source=source), "police", "nl").questions
        assert asked.source.startswith(f"Bron: {title}")


def test_every_name_of_a_source_is_that_of_one_there_is(case: Case) -> None:
    path = next(path for path in message_files("en") if path.stem == "debrief")
    keys = (key_of(message) for message in read_messages(path, "en"))
    named = {key.rsplit(".", 1)[-1] for key in keys if key.startswith("rolequestion.named.")}
    assert named
    assert named <= set(case.pack.references)


@pytest.mark.parametrize("source", ["design", "practice"])
def test_a_source_that_nobody_published_has_no_word_on_how_it_was_read(case: Case, source: str) -> None:
    (asked,) = role_questions_page(with_knowledge(case, "police", source=source), "police", "nl").questions
    assert asked.sureness == ""


def test_a_role_without_questions_has_a_page_without_any(case: Case) -> None:
    assert role_questions_page(with_knowledge(case, "police"), "police", "nl").questions == ()


def test_leaving_a_role_says_how_many_questions_there_are(case: Case) -> None:
    page = leaving_page(with_knowledge(case, "police"), ["police", "wijkteam"], "nl")
    assert [each.knowledge for each in page.roles[:2]] == [0, 4]
