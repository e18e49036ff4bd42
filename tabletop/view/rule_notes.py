"""What the information rules say of a giver and a receiver, in words, with source and sureness."""

from collections.abc import Iterator

from tabletop.content.specs.scoring import CellSpec, InformationRulesSpec
from tabletop.view.pages import RuleNote
from tabletop.view.words import Words

MEETING = "ZVH"
LOCKED_KINDS = ("medical", "youth")


def rule_note(words: Words, giver: int, receiver: int, fact: int) -> RuleNote:
    """What the rules say when a giver tells a fact to a receiver, outside a meeting."""
    return _note(words, _column(words, giver), _column(words, receiver), fact, at_meeting=False)


def meeting_note(words: Words, giver: int, fact: int) -> RuleNote:
    """What the rules say when a giver lays a fact on the table of a meeting."""
    return _note(words, _column(words, giver), MEETING, fact, at_meeting=True)


def find_cell(rules: InformationRulesSpec, giver: str, receiver: str) -> CellSpec | None:
    """The cell of two columns; None where the set is silent."""
    return next((cell for cell in rules.cells if cell.giver == giver and cell.receiver == receiver), None)


def _column(words: Words, role: int) -> str:
    return words.case.pack.roles[words.case.roles[role]].column


def _note(words: Words, giver: str, receiver: str, fact: int, *, at_meeting: bool) -> RuleNote:
    rules = words.case.pack.rules[words.case.pack.scenario.rules]
    cell = find_cell(rules, giver, receiver)
    said = _cell_words(words, cell, same=giver == receiver)
    brings = receiver == MEETING and not at_meeting and giver in rules.brings_cases and rules.bringing is not None
    parts = [
        said,
        *([words.text(rules.bringing)] if brings and rules.bringing else []),
        *_locks(words, fact, at_meeting=at_meeting),
    ]
    return RuleNote(
        " ".join(parts), _source(words, cell, rules), _sureness(words, cell, rules), tuple(_answers(words, cell, rules))
    )


def _source(words: Words, cell: CellSpec | None, rules: InformationRulesSpec) -> str:
    reference = words.case.pack.references.get((cell.source if cell else None) or rules.source)
    title = reference.title if reference else ""
    article = words.say("rule.article", article=cell.article) if cell and cell.article else ""
    return " ".join(
        part for part in (words.say("rule.source", rules=words.text(rules.name), title=title), article) if part
    )


def _answers(words: Words, cell: CellSpec | None, rules: InformationRulesSpec) -> Iterator[str]:
    """What can be defended where the cell is grey, each with its argument."""
    known = {each.id: each for each in rules.answers}
    for id_ in cell.answers if cell else ():
        yield f"{words.text(known[id_].text)} {words.text(known[id_].argument)}"


def _cell_words(words: Words, cell: CellSpec | None, *, same: bool) -> str:
    if cell is None:
        return words.say("rule.same_column" if same else "rule.none")
    said = [words.say(f"rule.{CODE_WORDS[code]}") for code in cell.codes]
    if cell.explanation is not None:
        said.append(words.text(cell.explanation))
    return " ".join(said)


CODE_WORDS = {
    "J": "justice", "A": "allowed", "A!": "duty", "a": "limited", "C": "consent", "D": "danger", "V": "consult",
    "Vc": "consult_consent", "Vi": "consult_incidental",
}  # fmt: skip
"""Codes of the rules as words, because keys of messages are the same in any case."""


def _locks(words: Words, fact: int, *, at_meeting: bool) -> list[str]:
    """What the kind of fact narrows."""
    found = []
    if words.fact(fact).kind in LOCKED_KINDS:
        found.append(words.say("rule.second_lock"))
    if int(words.case.facts.address[0]) >> fact & 1:
        found.append(words.say("rule.address"))
    if words.fact(fact).investigation and at_meeting:
        found.append(words.say("rule.investigation"))
    return found


def _sureness(words: Words, cell: CellSpec | None, rules: InformationRulesSpec) -> str:
    sure = words.say(f"rule.sure_{cell.certainty if cell else 'l'}")
    return sure if rules.reviewed_by else words.say("rule.not_reviewed", sure=sure)
