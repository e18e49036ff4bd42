"""The texts of screens and commands: the same keys and the same places in each language."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError

from tabletop.content.faults import Fault, fault
from tabletop.content.languages import LANGUAGES, Language
from tabletop.content.messages import key_of, message_files, read_messages, texts_of
from tabletop.content.suggestion import suggest

Entries = dict[str, tuple[str, Message]]
"""Path and entry by key."""


def check_messages(home: Path, shown: Callable[[Path], str]) -> list[Fault]:
    """Give the faults of all message files; `shown` says how to name a file."""
    faults: list[Fault] = []
    catalogues: dict[str, Entries] = {}
    for language in LANGUAGES:
        entries: Entries = {}
        for file in message_files(language, home):
            faults += _gather(file, shown(file), language, entries)
        catalogues[language] = entries
    first, *others = LANGUAGES
    for other in others:
        faults += _compare(catalogues[first], catalogues[other], other)
        faults += _missing(catalogues[other], catalogues[first], first)
    return faults


def _gather(file: Path, path: str, language: Language, entries: Entries) -> Iterator[Fault]:
    try:
        found = list(read_messages(file, language))
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        yield fault(path, (line + 1, 1), "TT301", problem=str(error).splitlines()[0])
        return
    for message in found:
        key = key_of(message)
        if key in entries:
            yield _at(path, message, "TT304", key=key, other=entries[key][0])
        else:
            entries[key] = (path, message)
        if not all(texts_of(message)):
            yield _at(path, message, "TT302", key=key, language=language)
        elif any(_places(text) is None for text in texts_of(message)):
            yield _at(path, message, "TT301", problem=texts_of(message)[0])


def _compare(ours: Entries, theirs: Entries, language: str) -> Iterator[Fault]:
    yield from _missing(ours, theirs, language)
    for key in sorted(ours.keys() & theirs.keys()):
        path, message = theirs[key]
        if _all_places(ours[key][1]) != _all_places(message):
            yield _at(path, message, "TT303", key=key)


def _missing(ours: Entries, theirs: Entries, language: str) -> Iterator[Fault]:
    for key in sorted(ours.keys() - theirs.keys()):
        path, message = ours[key]
        yield _at(path, message, "TT302", suggest(key, theirs.keys() - ours.keys()), key=key, language=language)


def _all_places(message: Message) -> set[str]:
    return set().union(*(_places(text) or set() for text in texts_of(message)))


def _places(text: str) -> set[str] | None:
    """Give the names of the places in a text; nothing when its braces are not in order."""
    try:
        return {re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _at(path: str, message: Message, code: str, suggestion: str = "", **values: str) -> Fault:
    return fault(path, (message.lineno or 1, 1), code, suggestion, **values)
