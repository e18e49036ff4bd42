"""A small case that can be played as it stands, for an author to change."""

import re
from pathlib import Path
from typing import Final, get_args

from tabletop.content.home import content_home
from tabletop.content.languages import Language
from tabletop.content.specs.common import Id

NAME: Final = "new_case"
"""How the skeleton calls itself."""


def is_id(word: str) -> bool:
    """Say whether a word can be the id of a scenario, and so the name of its file.

    >>> is_id("storm_2"), is_id("Storm"), is_id("2_storms")
    (True, False, False)
    """
    (constraints,) = get_args(Id)[1:]
    return re.match(constraints.pattern, word) is not None


def skeleton(name: str, language: Language, home: Path | None = None) -> str:
    """Give the text of a small valid scenario with comments in a language, under its own name."""
    file = (home or content_home()) / "assets" / "templates" / language / "scenario.yaml"
    return file.read_text(encoding="utf-8").replace(NAME, name)
