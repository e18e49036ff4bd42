"""Texts in two languages: finished, tidy, fit to be said aloud, and nothing in them that may be a real person's."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from tabletop.content.faults import Fault
from tabletop.content.languages import LANGUAGES
from tabletop.content.shelf import Node, fits

_PHONE = re.compile(
    r"(?<![\d.,])(?:\+\d{2}|00\d{2}|0)[\s.-]?\d(?:[\s.-]?\d){7,9}(?![\d])|(?<!\d)0[89]00[\s-]?\d{4}(?!\d)"
)
_WEB = re.compile(r"\S+@\S+\.\w{2,}|https?://|\bwww\.|(?<!\w)@\w{2,}|\b[\w-]+\.(?:nl|com|org|net|eu|app)\b")
_NUMBER = re.compile(
    r"\b[1-9]\d{3} ?(?!EN|EU|NL|IK|OF)[A-Z]{2}\b|(?<!\d)\d{9}(?!\d)|\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b"
    r"|\b(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{1,3}-[A-Z\d]{2,3}-[A-Z\d]{1,3}\b"
)
_UNFINISHED = re.compile(r"\b(?:TODO|TBD|FIXME|XXX|lorem ipsum)\b|^[\s.…?_-]*$", re.IGNORECASE)
_UNTIDY = re.compile(r"^\s|\s\Z| {2}|\s[,.;:?](?:\s|$)|(?<!\.)\.\.(?!\.)|,,")
_SENTENCE_END = re.compile(r"[.?!:;](?:['\"\u2019\u201d)]*)(?:\s|$)")
_DIGITS = re.compile(r"\d+")
_ORDINAL = re.compile(r"(?<=\d)(?:e|de|ste|st|nd|rd|th)\b")
MOST_WORDS: Final = 30
"""Words in one sentence: more cannot be followed by ear."""
SAME_WORDS: Final = 4
"""From so many words on, two languages are not alike by chance; a name or a loan word may be."""
MOST_LETTERS: Final = 48
"""A title of more wraps in lists and on the board."""
_TITLES: Final = (("scenarios/*.yaml", "rounds"), ("scenarios/*.yaml", "facts"), ("scenarios/*.yaml", "injects"))


def lint_texts(file: Node) -> Iterator[Fault]:
    """Check every text of a file, and both languages beside each other."""
    for node in file.mappings():
        if node.value.keys() != {*LANGUAGES}:
            continue
        for text in node.words():
            yield from _one_text(text)
        yield from _both(node)
    yield from _titles(file)


def _one_text(text: Node) -> Iterator[Fault]:
    for code, look in _LOOKS:
        found = look(text.value)
        if found:
            yield text.fault(code, word=found)


def _match(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def look(text: str) -> str:
        found = pattern.search(text)
        return "" if found is None else found.group().strip() or text.strip() or "…"

    return look


def _unbalanced(text: str) -> str:
    """Give a bracket or double quote that has no partner."""
    for opening, closing in ("()", "[]", "“”"):
        if text.count(opening) != text.count(closing):
            return opening
    return '"' if text.count('"') % 2 else ""


def _untidy(text: str) -> str:
    found = _UNTIDY.search(text)
    return _unbalanced(text) if found is None else text[max(found.start() - 8, 0) : found.end() + 8].strip()


def _long_sentence(text: str) -> str:
    sentences = (each.split() for each in _SENTENCE_END.split(text))
    return next((f"{' '.join(words[:5])} …" for words in sentences if len(words) > MOST_WORDS), "")


_LOOKS: Final = (
    ("TT442", _match(_PHONE)),
    ("TT443", _match(_WEB)),
    ("TT444", _match(_NUMBER)),
    ("TT441", _match(_UNFINISHED)),
    ("TT445", _match(re.compile(r"\S*!"))),
    ("TT446", _long_sentence),
    ("TT447", _untidy),
)


def _both(node: Node) -> Iterator[Fault]:
    one, other = (node.word(language) for language in LANGUAGES)
    if one is None or other is None:
        return
    if one.value.casefold() == other.value.casefold() and len(one.value.split()) >= SAME_WORDS:
        yield other.fault("TT440", word=f"{other.value[:40]}")
    if _numbers(one.value) != _numbers(other.value):
        odd = sorted(_numbers(one.value) ^ _numbers(other.value))
        yield other.fault("TT448", word=", ".join(odd))


def _numbers(text: str) -> set[str]:
    """Give the numbers of more than one digit; small ones are words in one language and digits in the other."""
    joined = re.sub(r"(?<=\d)[.,](?=\d{3}\b)", "", _ORDINAL.sub("", text))
    return {each for each in _DIGITS.findall(joined) if len(each) > 1}


def _titles(file: Node) -> Iterator[Fault]:
    for pattern, key in _TITLES:
        for item in file.each(key) if fits(file.path, pattern) else ():
            for text in item.words("title"):
                if len(text.value) > MOST_LETTERS:
                    yield text.fault("TT449", word=text.value, count=len(text.value), most=MOST_LETTERS)
