"""A small pack in which no rule finds anything, for examples to lay one remark over."""

import shutil
from itertools import permutations
from pathlib import Path
from typing import get_args

import pytest

from tabletop.content.specs.role import Column

HERE = Path(__file__).parent
EXPLAINED = "article: art. 1, explanation: {nl: Dit mag., en: This is allowed.}, source: study"


@pytest.fixture(scope="session")
def clean_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a whole small pack: the one of the content tests, with tidier parts laid over it."""
    home = tmp_path_factory.mktemp("lint") / "pack"
    for part in (HERE.parent / "content" / "pack", HERE / "pack"):
        shutil.copytree(part, home, dirs_exist_ok=True)
    rules = home / "scoring" / "information_rules"
    rules.mkdir()
    for year in ("2018", "2026"):
        head = f'format: 1\nid: "{year}"\nname: {{nl: Regels, en: Rules}}\nread_on: 2025-03-01\nsource: study\ncells:\n'
        pairs = permutations(get_args(Column), 2)
        cells = (f"- {{giver: {one}, receiver: {two}, codes: [A], certainty: h, {EXPLAINED}}}\n" for one, two in pairs)
        (rules / f"{year}.yaml").write_text(head + "".join(cells), encoding="utf-8")
    return home
