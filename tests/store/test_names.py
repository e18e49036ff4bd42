"""Names of participants stand apart, so that they can be wiped and stay behind on export."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tabletop.session.entries import Entry, Onlooker, SetUp
from tabletop.store.exporting import export_session
from tabletop.store.faults import CannotWrite, Locked, NotASession
from tabletop.store.file import SessionFile
from tabletop.store.records import names_of_setup, setup_as_json, setup_of
from tabletop.store.wiping import wipe_file, wipe_names

NAME = b"Quirijn van der Testnaam"


def bytes_of(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()))


def test_wiped_names_are_nowhere_in_the_file_and_the_log_still_verifies(played: Path) -> None:
    assert bytes_of(played.parent).count(NAME) == 2
    with SessionFile.read(played) as file:
        link = file.last_link
    wipe_names(played)
    assert NAME not in bytes_of(played.parent)
    with SessionFile.read(played) as file:
        assert file.last_link == link
        assert len(file.records()) == 5
        assert file.setup().seats[0].participants[0].name == ""


def test_names_can_be_wiped_while_playing(played: Path) -> None:
    with SessionFile.open(played) as file:
        file.wipe_names()
        assert NAME not in bytes_of(played.parent)


def test_an_export_is_one_file_without_names(played: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    to = export_session(played, folder / "out.tafel")
    assert [each.name for each in folder.iterdir()] == ["out.tafel"]
    assert NAME not in to.read_bytes()
    with SessionFile.read(to) as copy, SessionFile.read(played) as file:
        assert copy.last_link == file.last_link
        assert copy.records() == file.records()


def test_an_export_keeps_names_when_asked(played: Path, tmp_path: Path, entries: Sequence[Entry]) -> None:
    to = export_session(played, tmp_path / "out.tafel", with_names=True)
    with SessionFile.read(to) as copy:
        assert copy.entries() == tuple(entries)


def test_an_export_never_writes_over_its_source(played: Path) -> None:
    with pytest.raises(CannotWrite):
        export_session(played, played)


def test_a_wiped_session_leaves_nothing(played: Path) -> None:
    played.with_name(f"{played.name}-wal").touch()
    wipe_file(played)
    assert list(played.parent.iterdir()) == []


def test_a_session_that_is_played_is_not_wiped(played: Path) -> None:
    with SessionFile.open(played), pytest.raises(Locked):
        wipe_file(played)
    assert played.exists()


def test_a_file_of_something_else_is_not_wiped(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("dear reader")
    with pytest.raises(NotASession):
        wipe_file(path)
    assert path.exists()


def test_the_name_of_an_onlooker_stands_apart_too() -> None:
    setup = SetUp("small", 7, (), onlookers=(Onlooker("observer", "student", "Zoë"), Onlooker("timekeeper", "other")))
    assert "Zoë" not in setup_as_json(setup)
    assert setup_of(setup_as_json(setup), names_of_setup(setup)) == setup
