"""What one should know of an organisation: questions for after the roles, each with a sourced answer."""

from tabletop.case.case import Case
from tabletop.content.specs.common import Language
from tabletop.content.specs.role import KnowledgeSpec
from tabletop.content.specs.scoring import SourceSpec
from tabletop.debrief.pages import RoleQuestion, RoleQuestionsPage
from tabletop.view.words import Words

OWN = "own"
"""The kind of source that is nobody's publication: how sure it is says its name."""


def role_questions_page(case: Case, role: str, language: Language) -> RoleQuestionsPage:
    """Make the page of one role. It is made from the role's card alone: no fact of the case can be in it."""
    words = Words(case, language)
    questions = (_question(words, spec) for spec in case.pack.roles[role].knowledge)
    return RoleQuestionsPage(words.badge(case.roles.index(role)), tuple(questions))


def _question(words: Words, spec: KnowledgeSpec) -> RoleQuestion:
    source = words.case.pack.references[spec.source]
    return RoleQuestion(
        question=words.text(spec.question),
        options=tuple(words.text(option) for option in spec.options),
        right=spec.answer - 1,
        explanation=words.text(spec.explanation),
        source=words.say("rolequestion.source", source=_title(words, source)),
        sureness="" if source.kind == OWN else words.say(f"rolequestion.sure_{source.sure}"),
    )


def _title(words: Words, source: SourceSpec) -> str:
    """The title as published; for a source that has none, how it is called in the language of the table."""
    name = f"rolequestion.named.{source.id}"
    return words.say(name) if name in words.messages else source.title
