"""Role cards: five questions for those who wait, four that show what one knows of the organisation."""

from collections.abc import Iterator
from typing import Final

from tabletop.content.faults import Fault
from tabletop.content.lint.story import about, at
from tabletop.content.shelf import Node
from tabletop.content.specs.role import RoleSpec

WAITING: Final = 5
KNOWLEDGE: Final = 4
CARD: Final = ("who", "may", "must", "cannot", "pressure", "fear", "goal", "offer", "need")
MOST_WORDS: Final = 40


def lint_card(node: Node, card: RoleSpec) -> Iterator[Fault]:
    """Check one role card."""
    if len(card.waiting_questions) < WAITING:
        yield about(at(node, "waiting_questions"), "TT460", card.id, count=len(card.waiting_questions), least=WAITING)
    for question in (*node.each("waiting_questions"), *_questions(node)):
        for text in question.words():
            if not text.value.rstrip().endswith("?"):
                yield about(text, "TT461", card.id)
    for name in CARD:
        for text in node.words(name):
            count = len(text.value.split())
            if count > MOST_WORDS:
                yield about(text, "TT462", card.id, count=count, most=MOST_WORDS)
    yield from _knowledge(node, card)


def _questions(node: Node) -> Iterator[Node]:
    return (question for each in node.each("knowledge") if (question := each.find("question")) is not None)


def _knowledge(node: Node, card: RoleSpec) -> Iterator[Fault]:
    asked = card.knowledge
    for place, question in enumerate(asked):
        if question.answer > len(question.options):
            yield about(at(node, "knowledge", place, "answer"), "TT463", card.id, count=len(question.options))
    if asked and len(asked) < KNOWLEDGE:
        yield about(at(node, "knowledge"), "TT464", card.id, count=len(asked), least=KNOWLEDGE)
    if len(asked) > 1 and len({question.answer for question in asked}) == 1:
        yield about(at(node, "knowledge"), "TT465", card.id, answer=asked[0].answer)
