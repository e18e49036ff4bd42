"""Ids stand once in their list, files carry the name of what is in them, and fixed lists are complete."""

from collections.abc import Iterator
from typing import Final, get_args

from tabletop.content.faults import Fault
from tabletop.content.reading import Document
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
    fits,
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


_NAMED: Final = ("scenarios/*.yaml", "roles/*.yaml", "scoring/information_rules/*.yaml")
"""Files that carry the id of what is in them."""


def check_lists(document: Document) -> Iterator[Fault]:
    """Check ids that stand twice, words listed twice, the name of the file, and lists that must be complete."""
    file, path = Node.of(document), document.path
    for pattern, key in _LISTS:
        if fits(path, pattern):
            yield from _twice(file, key, "id", "TT207")
    for complete, key, words in _COMPLETE:
        if complete == path:
            yield from _incomplete(file, key, words)
    if fits(path, "scenarios/*.yaml"):
        yield from _twice(file, "partners", "role", "TT207")
        yield from _word_twice(file.find("measures"))
        for fact in file.each("facts"):
            yield from _word_twice(fact.find("holders"))
    if path != DISCIPLINES and any(fits(path, pattern) for pattern in _NAMED):
        yield from _name_of_file(file)


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


def _incomplete(node: Node, key: str, words: tuple[str, ...]) -> Iterator[Fault]:
    listed = node.find(key)
    if listed is None:
        return
    missing = [word for word in words if word not in ids_in(node, key)]
    if missing:
        yield listed.fault("TT223", missing=", ".join(missing))


def _name_of_file(node: Node) -> Iterator[Fault]:
    named = node.word("id")
    stem = node.path.rsplit("/", 1)[-1].removesuffix(".yaml")
    if named is not None and named.value != stem:
        yield named.fault("TT219", word=named.value, stem=stem)
