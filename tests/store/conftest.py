"""A small session file to read, alter and wipe."""

from pathlib import Path
from typing import Any

import pytest

from tabletop.session.entries import Entry, SetUp
from tabletop.store.file import SessionFile
from tabletop.store.head import Stand
from tests.store.sample_file import ENTRIES, small_pack, small_setup


@pytest.fixture
def entries() -> tuple[Entry, ...]:
    return ENTRIES


@pytest.fixture
def pack() -> Any:
    return small_pack()


@pytest.fixture
def setup() -> SetUp:
    return small_setup()


@pytest.fixture
def played(tmp_path: Path, pack: Any, setup: SetUp) -> Path:
    """A closed file with all of `ENTRIES`."""
    path = tmp_path / "één sessie.tafel"
    with SessionFile.create(path, pack, setup) as file:
        file.append(ENTRIES[:2], Stand(0, 0, finished=False))
        file.append(ENTRIES[2:], Stand(1, 4, finished=False))
    return path
