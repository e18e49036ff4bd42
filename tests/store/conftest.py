"""A small set-up and a stand-in for a pack: what the file keeps of them is all that matters here."""

import hashlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tabletop.content.specs.common import Text
from tabletop.session.entries import Entry, Participant, Seat, SetUp
from tabletop.store.file import SessionFile
from tabletop.store.head import Stand

NAME = "Quirijn van der Testnaam"
ENTRIES = (
    Entry("dossiers_read"),
    Entry("opened", "police", 0),
    Entry("decided", "police", 0, "police/share/old_reports/probation", "legal_task", "minimum", "call", options="3f"),
    Entry("joined", seat=1, body={"discipline": "student", "name": NAME}),
    Entry("week_passed"),
)


@pytest.fixture
def entries() -> tuple[Entry, ...]:
    return ENTRIES


@pytest.fixture
def pack() -> Any:
    sources = {"scenarios/small.yaml": "format: 1\n", "roles/police.yaml": "één: 2\n"}
    rounds = (SimpleNamespace(core=True), SimpleNamespace(core=True), SimpleNamespace(core=False))
    scenario = SimpleNamespace(id="small", title=Text(nl="Klein", en="Small"), rounds=rounds)
    digest = hashlib.sha256(repr(sources).encode()).hexdigest()
    return SimpleNamespace(scenario=scenario, scenario_path="scenarios/small.yaml", sources=sources, hash=digest)


@pytest.fixture
def setup() -> SetUp:
    seats = (
        Seat("police", (Participant("care", NAME),)),
        Seat("probation", (Participant("police_officer"), Participant("judge", "Wim"))),
    )
    return SetUp("small", seed=7, seats=seats)


@pytest.fixture
def played(tmp_path: Path, pack: Any, setup: SetUp) -> Path:
    """A closed file with all of `ENTRIES`."""
    path = tmp_path / "één sessie.tafel"
    with SessionFile.create(path, pack, setup) as file:
        file.append(ENTRIES[:2], Stand(0, 0, finished=False))
        file.append(ENTRIES[2:], Stand(1, 4, finished=False))
    return path
