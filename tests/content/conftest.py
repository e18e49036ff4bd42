"""A small pack that holds, for tests to lay one fault over."""

import shutil
from itertools import permutations
from pathlib import Path
from typing import get_args

import pytest

from tabletop.content.specs.role import Column

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def pack_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a whole small pack; the rules for all pairs are written out here, for nobody would read them."""
    home = tmp_path_factory.mktemp("content") / "pack"
    shutil.copytree(HERE / "pack", home)
    rules = home / "scoring" / "information_rules"
    rules.mkdir()
    for year in ("2018", "2026"):
        head = f'format: 1\nid: "{year}"\nname: {{nl: Regels, en: Rules}}\nread_on: 2025-03-01\nsource: study\ncells:\n'
        pairs = permutations(get_args(Column), 2)
        cells = "".join(f"- {{giver: {one}, receiver: {two}, codes: [A], certainty: m}}\n" for one, two in pairs)
        (rules / f"{year}.yaml").write_text(head + cells, encoding="utf-8")
    return home


@pytest.fixture
def own_home(pack_home: Path, tmp_path: Path) -> Path:
    """A copy of the small pack that a test may spoil."""
    return Path(shutil.copytree(pack_home, tmp_path / "pack"))


@pytest.fixture
def _faults_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what lint remarks: it has tests of its own, and a pack that tests faults is no good case."""
    monkeypatch.setattr("tabletop.content.checking.lint", lambda _found, _paths: ())
