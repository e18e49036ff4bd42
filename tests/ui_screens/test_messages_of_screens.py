"""Texts of the screens: every key that is used exists, and none is another's."""

import re
from pathlib import Path

import pytest

import tabletop.ui.screens
from tabletop.content.messages import key_of, message_files, read_messages

SCREENS = Path(tabletop.ui.screens.__path__[0])
AREAS = [
    "title",
    "setup",
    "note",
    "dossier",
    "card",
    "board",
    "cover",
    "desk",
    "share",
    "answer",
    "meeting",
    "weeks",
    "debrief",
    "care",
    "settings",
    "pause",
    "aloud",
    "common",
    "keys",
    "menu",
]


def keys(language: str) -> dict[str, set[str]]:
    return {path.stem: {key_of(m) for m in read_messages(path, language)} for path in message_files(language)}  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_that_a_screen_names_exists(language: str) -> None:
    own = keys(language)["screens"] | keys(language)["people"]
    named = re.compile(rf'"((?:{"|".join(AREAS)})\.[a-z0-9_]+)"')
    used = {key for path in SCREENS.glob("*.py") for key in named.findall(path.read_text(encoding="utf-8"))}
    assert used - own == set()


def test_no_two_areas_use_the_same_key() -> None:
    found = keys("nl")
    own = found.pop("screens")
    assert {key for others in found.values() for key in others & own} == set()


def test_no_text_of_a_screen_shouts() -> None:
    texts = [
        str(m.string)
        for path in message_files("nl")
        if path.stem in ("screens", "people")
        for m in read_messages(path, "nl")
    ]
    assert [text for text in texts if "!" in text] == []
