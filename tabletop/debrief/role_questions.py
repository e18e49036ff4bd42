"""What one should know of an organisation: questions for after the roles, each with a sourced answer."""

from tabletop.case.case import Case
from tabletop.content.specs.common import Language
from tabletop.content.specs.role import KnowledgeSpec
from tabletop.debrief.pages import RoleQuestion, RoleQuestionsPage
from tabletop.view.words import Words

OWN = ("design", "practice")
"""Sources that are nobody's publication: they are named in words, not by a title."""


def role_questions_page(case: Case, role: str, language: Language) -> RoleQuestionsPage:
    """Make the page of one role. It is made from the role's card alone: no fact of the case can be in it."""
    words = Words(case, language)
    questions = (_question(words, spec) for spec in case.pack.roles[role].knowledge)
    return RoleQuestionsPage(words.badge(case.roles.index(role)), tuple(questions))


def _question(words: Words, spec: KnowledgeSpec) -> RoleQuestion:
    source = words.case.pack.references[spec.source]
    title = words.say(f"rolequestion.{source.id}") if source.id in OWN else source.title
    return RoleQuestion(
        question=words.text(spec.question),
        options=tuple(words.text(option) for option in spec.options),
        right=spec.answer - 1,
        explanation=words.text(spec.explanation),
        source=words.say("rolequestion.source", source=title),
        sureness="" if source.id in OWN else words.say(f"rolequestion.sure_{source.sure}"),
    )
