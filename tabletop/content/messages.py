"""Texts of screens, commands and faults, by key, in the language asked for.

Every `assets/messages/<language>/*.po` is read once, when the first text is asked for. A message id is a dotted key
(`desk.hours_left`), its text has named places (`{hours}`). A plural entry repeats its key as `msgid_plural`. Numbers,
dates and times follow the language that is passed in, never the machine's.
"""

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from babel.numbers import NumberPattern, parse_pattern

from tabletop.content.home import content_home
from tabletop.content.languages import Language

if TYPE_CHECKING:
    import datetime

_REGIONS: Final[dict[Language, str]] = {"nl": "nl_NL", "en": "en_GB"}
"""English is that of Europe: day before month, 24 hours."""


class MissingMessageWarning(UserWarning):
    """A key without a text; tests turn it into an error, a session shows the key."""


@dataclass(frozen=True)
class Entry:
    """One text: for one and, where it counts something, for more."""

    one: str
    other: str


class Messages:
    """All texts in one language."""

    def __init__(self, language: Language, entries: Mapping[str, Entry]) -> None:
        self.language: Final = language
        self.locale: Final = Locale.parse(_REGIONS[language])
        self._entries = entries

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def say(self, key: str, /, **values: object) -> str:
        """Give a text with its places filled.

        >>> messages("en").say("fault.suggestion", word="police")
        "Did you mean 'police'?"
        """
        entry = self._entries.get(key)
        return self._missing(key) if entry is None else entry.one.format(**values)

    def count(self, key: str, n: int, /, **values: object) -> str:
        """Give a text that counts, in the form for `n`; `{n}` is the number as this language writes it."""
        entry = self._entries.get(key)
        if entry is None:
            return self._missing(key)
        text = entry.one if self.locale.plural_form(n) == "one" else entry.other
        return text.format(n=self.number(n), **values)

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number with so many digits behind the point.

        >>> messages("nl").number(1234.5, 1), messages("en").number(1234.5, 1)
        ('1.234,5', '1,234.5')
        """
        return str(_pattern("#,##0", digits).apply(value, self.locale))

    def percent(self, share: float, digits: int = 0) -> str:
        """Write a share between 0 and 1 as a percentage.

        >>> messages("nl").percent(0.25)
        '25%'
        """
        return str(_pattern("#,##0", digits, "%").apply(share, self.locale))

    def date(self, day: "datetime.date") -> str:
        """Write a day in full: 23 november 2026."""
        from babel.dates import format_date  # here, for it is slow to import and few screens show a date

        return format_date(day, "d MMMM y", locale=self.locale)

    def time(self, moment: "datetime.time | datetime.datetime") -> str:
        """Write a time of day in 24 hours: 14:05."""
        return f"{moment.hour:02d}:{moment.minute:02d}"

    def listing(self, words: list[str]) -> str:
        """Join words as this language does.

        >>> messages("nl").listing(["politie", "reclassering", "huisarts"])
        'politie, reclassering en huisarts'
        """
        return format_list(words, "standard", locale=self.locale)

    def _missing(self, key: str) -> str:
        warnings.warn(f"no message {key!r} in {self.language}", MissingMessageWarning, stacklevel=3)
        return key


@cache
def messages(language: Language) -> Messages:
    """Give all texts of a language, read once."""
    entries: dict[str, Entry] = {}
    for path in message_files(language):
        for message in read_messages(path, language):
            entries[key_of(message)] = _entry(message)
    return Messages(language, entries)


def message_files(language: Language, home: Path | None = None) -> list[Path]:
    """Give the files of texts of a language, in order of name."""
    return sorted(((home or content_home()) / "assets" / "messages" / language).glob("*.po"))


def read_messages(path: Path, language: Language) -> Iterator[Message]:
    """Yield the entries of a file, without its header. Raises `PoFileError` on the first thing that is no entry."""
    with path.open("rb") as file:
        catalogue: Catalog = read_po(file, locale=language, abort_invalid=True)
    return (message for message in catalogue if message.id)


def key_of(message: Message) -> str:
    """Give the dotted key of an entry."""
    return message.id if isinstance(message.id, str) else message.id[0]


def texts_of(message: Message) -> tuple[str, ...]:
    """Give the forms of an entry's text: one, or singular and plural."""
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ("",))


def _entry(message: Message) -> Entry:
    texts = texts_of(message)
    return Entry(one=texts[0], other=texts[-1])


@cache
def _pattern(whole: str, digits: int, sign: str = "") -> NumberPattern:
    return parse_pattern(whole + ("." + "0" * digits if digits else "") + sign)
