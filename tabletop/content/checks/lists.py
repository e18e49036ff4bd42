"""Ids stand once in their list, files carry the name of what is in them, and fixed lists are complete."""

from collections.abc import Iterator
from typing import Final, get_args

from tabletop.content.faults import Fault
from tabletop.content.shelf import (
    DISCIPLINES,
    INCIDENTS,
    MEASURES,
    MODEL,
    MODES,
    PHASES,
    REFERENCES,
    RUBRIC,
    Node,
    Shelf,
    ids_in,
)  # fmt: skip
from tabletop.content.specs.condition import PhaseId, StageId
from tabletop.content.specs.scoring import Extent, Ground, Way

_LISTS: Final = (
    ("scenarios/*.yaml", "rounds"), ("scenarios/*.yaml", "facts"), ("scenarios/*.yaml", "injects"),
    ("scenarios/*.yaml", "variants"), (MODEL, "numbers"), (MODES, "grounds"), (MODES, "extents"), (MODES, "channels"),
    (INCIDENTS, "incidents"), (PHASES, "phases"), (PHASES, "stages"), (MEASURES, "measures"), (RUBRIC, "lines"),
    (RUBRIC, "figures"), (DISCIPLINES, "disciplines"), (REFERENCES, "sources"),
)  # fmt: skip
_COMPLETE: Final = (
    (MODES, "grounds", get_args(Ground)), (MODES, "extents", get_args(Extent)), (MODES, "channels", get_args(Way)),
    (PHASES, "phases", get_args(PhaseId)), (PHASES, "stages", get_args(StageId)),
)  # fmt: skip


def check_lists(shelf: Shelf) -> Iterator[Fault]:
    """Check ids that stand twice, words listed twice, names of files, and lists that must be complete."""
    for pattern, key in _LISTS:
        for node in shelf.under(pattern):
            yield from _twice(node, key, "id", "TT207")
    for path, key, words in _COMPLETE:
        yield from _incomplete(shelf.files.get(path), key, words)
    for scenario in shelf.scenarios():
        yield from _twice(scenario, "partners", "role", "TT207")
        yield from _word_twice(scenario.find("measures"))
        for fact in scenario.each("facts"):
            yield from _word_twice(fact.find("holders"))
    for node in (*shelf.scenarios(), *shelf.roles(), *shelf.under("scoring/information_rules/*.yaml")):
        yield from _name_of_file(node)


def _twice(node: Node, key: str, name: str, code: str) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for item in node.each(key):
        word = item.word(name)
        if word is None:
            continue
        if word.value in first:
            yield word.fault(code, word=word.value, line=first[word.value])
        first.setdefault(word.value, word.place[0])


def _word_twice(node: Node | None) -> Iterator[Fault]:
    seen: set[str] = set()
    for word in () if node is None else node.words():
        if word.value in seen:
            yield word.fault("TT218", word=word.value)
        seen.add(word.value)


def _incomplete(node: Node | None, key: str, words: tuple[str, ...]) -> Iterator[Fault]:
    listed = None if node is None else node.find(key)
    if node is None or listed is None:
        return
    missing = [word for word in words if word not in ids_in(node, key)]
    if missing:
        yield listed.fault("TT223", missing=", ".join(missing))


def _name_of_file(node: Node) -> Iterator[Fault]:
    named = node.word("id")
    stem = node.path.rsplit("/", 1)[-1].removesuffix(".yaml")
    if named is not None and named.value != stem:
        yield named.fault("TT219", word=named.value, stem=stem)
