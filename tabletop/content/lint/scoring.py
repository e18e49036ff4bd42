"""Shared numbers and rules: no grey cell has one right answer, no number claims evidence that it does not name."""

import re
from collections.abc import Iterator
from typing import Final

from tabletop.content.faults import Fault
from tabletop.content.lint.story import about, at
from tabletop.content.shelf import REFERENCES, RUBRIC, Node, Shelf, fits
from tabletop.content.specs.scoring import RubricSpec
from tabletop.content.survey import Survey

OWN: Final = "design"
LEAST_ANSWERS: Final = 2
SAFETY: Final = "safety"
"""Outcomes are expected from many worlds; every other line opens the decisions it rests on."""
_OUTSIDE = re.compile(r"(?:^|\s)(?:\.{1,2}[\\/]|[\\/]\w|~[\\/]|[A-Za-z]:\\|file:)")
RULES: Final = "scoring/information_rules/*.yaml"


def lint_shared(found: Survey) -> Iterator[Fault]:
    """Check rubric, information rules, numbers and sources."""
    yield from _rubric(found)
    for rules in found.shelf.under(RULES):
        for cell in rules.each("cells"):
            yield from _cell(cell)
    for path, file in found.shelf.files.items():
        if fits(path, "scoring/*.yaml") or fits(path, "scenarios/*.yaml"):
            yield from _claims(file)
    yield from _references(found.shelf)


def _rubric(found: Survey) -> Iterator[Fault]:
    rubric = found.specs.get(RUBRIC)
    if not isinstance(rubric, RubricSpec):
        return
    logged = {figure.id for figure in rubric.figures if figure.read_from == "log"}
    node = found.shelf.files[RUBRIC]
    used: set[str] = set()
    for place, line in enumerate(rubric.lines):
        used |= {*line.computed_from, *line.expected_from}
        if line.level != SAFETY and not logged & {*line.computed_from}:
            yield about(at(node, "lines", place, "computed_from"), "TT470", line.id)
    for place, figure in enumerate(rubric.figures):
        if figure.id not in used:
            yield about(at(node, "figures", place, "id"), "TT471", figure.id)


def _cell(cell: Node) -> Iterator[Fault]:
    """A cell that is no plain reading of a statute is grey: more than one answer can be defended."""
    giver, receiver, certainty = cell.word("giver"), cell.word("receiver"), cell.word("certainty")
    if giver is None or receiver is None or certainty is None:
        return
    pair = f"{giver.value}-{receiver.value}"
    is_grey = certainty.value != "h" or len(list(cell.each("codes"))) > 1
    if is_grey and len(list(cell.each("answers"))) < LEAST_ANSWERS:
        yield about(cell.find("answers") or giver, "TT472", pair)
    if any(cell.find(key) is None for key in ("explanation", "source", "article")):
        yield about(giver, "TT473", pair)


def _claims(file: Node) -> Iterator[Fault]:
    """Check quantities: a strength of evidence belongs to a source that is not our own."""
    for node in file.mappings():
        strength = node.word("strength")
        if strength is None or "value" not in node.value:
            continue
        if strength.value != OWN and node.value.get("source", OWN) == OWN:
            yield about(strength, "TT474", strength.value)


def _references(shelf: Shelf) -> Iterator[Fault]:
    listed = shelf.files.get(REFERENCES)
    if listed is None:
        return
    for source in listed.each("sources"):
        where, id_ = source.word("where"), source.word("id")
        if where is not None and id_ is not None and _OUTSIDE.search(where.value):
            yield about(where, "TT475", id_.value)
