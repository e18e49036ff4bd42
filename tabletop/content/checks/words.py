"""Texts are short enough to be read in the time a session has."""

from collections.abc import Iterator
from typing import Final

from tabletop.content.faults import Fault
from tabletop.content.reading import Document
from tabletop.content.shelf import DISCIPLINES, INCIDENTS, MEASURES, Node, fits

_SHORT: Final = 40
_LONG: Final = 120
_MOST_WORDS: Final = (
    ("scenarios/*.yaml", "rounds", "news", _SHORT),
    ("scenarios/*.yaml", "facts", "text", _SHORT),
    ("scenarios/*.yaml", "injects", "news", _SHORT),
    ("scenarios/*.yaml", "partners", "dossier", _LONG),
    (MEASURES, "measures", "explanation", _SHORT),
    (INCIDENTS, "incidents", "news", _SHORT),
)
"""File, list, field and the most words in either language."""
MOST_LETTERS: Final = 14
"""A short name fits beside its circle on the board."""


def check_words(document: Document) -> Iterator[Fault]:
    """Check the length of texts in each language."""
    file, path = Node.of(document), document.path
    for pattern, key, name, most in _MOST_WORDS:
        for item in file.each(key) if fits(path, pattern) else ():
            yield from _too_long(item.find(name), most)
    if fits(path, "scenarios/*.yaml"):
        yield from _too_long(file.find("intro"), _LONG)
    if fits(path, "roles/*.yaml") and path != DISCIPLINES:
        for text in file.words("short"):
            if len(text.value) > MOST_LETTERS:
                yield text.fault("TT224", word=text.value, count=len(text.value), most=MOST_LETTERS)


def _too_long(texts: Node | None, most: int) -> Iterator[Fault]:
    for text in () if texts is None else texts.words():
        count = len(text.value.split())
        if count > most:
            yield text.fault("TT212", count=count, most=most)
