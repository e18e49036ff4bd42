"""The session file: what was written comes back, what was altered is found, and each fault has its name."""

import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tabletop.content.messages import messages
from tabletop.session.entries import Entry, SetUp
from tabletop.store import faults
from tabletop.store.faults import (
    AlreadyThere,
    AlteredContent,
    AlteredEntry,
    CannotWrite,
    Damaged,
    DiskFull,
    Locked,
    NewerFormat,
    NotASession,
    NotFound,
    StoreFault,
)  # fmt: skip
from tabletop.store.file import SessionFile
from tabletop.store.head import Stand

STAND = Stand(0, 1, finished=False)


def alter(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)


def test_what_was_written_comes_back(played: Path, pack: Any, setup: SetUp, entries: Sequence[Entry]) -> None:
    with SessionFile.read(played) as file:
        assert file.entries() == tuple(entries)
        assert file.setup() == setup
        assert file.sources() == pack.sources
        assert (file.stand().round, file.stand().week) == (1, 4)


def test_the_same_entries_give_the_same_hash(tmp_path: Path, played: Path, pack: Any, setup: SetUp) -> None:
    with SessionFile.read(played) as file, SessionFile.create(tmp_path / "again.tafel", pack, setup) as again:
        again.append(file.entries(), STAND)
        assert again.last_link == file.last_link


def test_the_seed_is_part_of_the_hash(tmp_path: Path, played: Path, pack: Any, setup: SetUp) -> None:
    other = SetUp("small", seed=8, seats=setup.seats)
    with SessionFile.read(played) as file, SessionFile.create(tmp_path / "again.tafel", pack, other) as again:
        again.append(file.entries(), STAND)
        assert again.last_link != file.last_link


@pytest.mark.parametrize("number", [1, 3, 5])
def test_an_altered_entry_is_found_by_its_number(played: Path, number: int) -> None:
    alter(played, """UPDATE entry SET body = '{"reason":"because"}' WHERE number = ?""", number)
    with SessionFile.read(played) as file, pytest.raises(AlteredEntry) as found:
        file.records()
    assert found.value.number == number


def test_a_changed_kind_is_found(played: Path) -> None:
    alter(played, "UPDATE entry SET kind = 'closed' WHERE number = 2")
    with SessionFile.read(played) as file, pytest.raises(AlteredEntry, match="2"):
        file.records()


def test_a_missing_entry_is_found(played: Path) -> None:
    alter(played, "DELETE FROM entry WHERE number = 2")
    with SessionFile.read(played) as file, pytest.raises(AlteredEntry, match="2"):
        file.records()


def test_an_entry_that_is_no_entry_is_found(played: Path) -> None:
    alter(played, "UPDATE entry SET body = '{\"colour\":1}' WHERE number = 4")
    with SessionFile.read(played) as file, pytest.raises(AlteredEntry, match="4"):
        file.records()


def test_real_time_is_outside_the_chain(played: Path) -> None:
    alter(played, "UPDATE entry SET real_time = '2020-01-01T00:00:00+00:00'")
    with SessionFile.read(played) as file:
        assert len(file.records()) == 5


def test_an_altered_text_is_found_by_its_path(played: Path) -> None:
    alter(played, "UPDATE content SET packed = (SELECT packed FROM content WHERE path LIKE 'scen%')")
    with SessionFile.read(played) as file, pytest.raises(AlteredContent) as found:
        file.sources()
    assert found.value.values["part"] == "roles/police.yaml"


def test_an_altered_setup_is_found(played: Path) -> None:
    alter(played, "UPDATE meta SET value = replace(value, '\"seed\":7', '\"seed\":8') WHERE key = 'setup'")
    with pytest.raises(AlteredContent):
        SessionFile.read(played)


@pytest.mark.parametrize("open_file", [SessionFile.open, SessionFile.read])
def test_something_else_is_no_session(tmp_path: Path, open_file: Any) -> None:
    text = tmp_path / "notes.tafel"
    text.write_text("just a few words, more than a hundred bytes of them " * 5)
    database = tmp_path / "other.tafel"
    alter(database, "CREATE TABLE t (x)")
    for path in (text, database):
        with pytest.raises(NotASession):
            open_file(path)
    with pytest.raises(NotFound):
        open_file(tmp_path / "absent.tafel")


def test_a_file_cut_short_is_damaged(played: Path) -> None:
    whole = played.read_bytes()
    played.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreFault) as found, SessionFile.read(played) as file:
        file.records()
        file.sources()
        file.snapshots()
    assert isinstance(found.value, Damaged)


def test_a_later_format_is_told(played: Path) -> None:
    with closing(sqlite3.connect(played)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerFormat) as found:
        SessionFile.open(played)
    assert found.value.values["found"] == 99


def test_one_program_at_a_time(played: Path) -> None:
    with SessionFile.open(played):
        for open_file in (SessionFile.open, SessionFile.read):
            with pytest.raises(Locked):
                open_file(played)
    SessionFile.open(played).close()


def test_another_process_is_kept_out_too(played: Path) -> None:
    program = "import pathlib, sys; from tabletop.store.file import SessionFile as S; S.open(pathlib.Path(sys.argv[1]))"
    with SessionFile.open(played):
        command = [sys.executable, "-c", program, str(played)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Locked" in result.stderr


def test_a_new_session_overwrites_nothing(played: Path, pack: Any, setup: SetUp) -> None:
    before = played.read_bytes()
    with pytest.raises(AlreadyThere):
        SessionFile.create(played, pack, setup)
    assert played.read_bytes() == before


def test_a_full_disk_changes_nothing(played: Path, entries: Sequence[Entry]) -> None:
    with SessionFile.open(played) as file:
        file._connection.execute("PRAGMA max_page_count = 1")
        link = file.last_link
        with pytest.raises(DiskFull):
            file.append([Entry("facilitator", body={"text": "x" * 100_000})], STAND)
        assert (file.last_number, file.last_link) == (5, link)
        assert file.entries() == tuple(entries)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, pack: Any, setup: SetUp) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        SessionFile.create(tmp_path / "file" / "new.tafel", pack, setup)


def test_reading_leaves_nothing_behind(played: Path) -> None:
    before = played.read_bytes()
    with SessionFile.read(played) as file:
        file.records()
    assert sorted(each.name for each in played.parent.iterdir()) == [played.name]
    assert played.read_bytes() == before


def test_what_is_on_the_disk_is_written_safely(played: Path) -> None:
    with SessionFile.open(played) as file:
        assert file._connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert file._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def kinds(of: type[StoreFault]) -> list[type[StoreFault]]:
    return [of, *(each for below in of.__subclasses__() for each in kinds(below))]


@pytest.mark.parametrize("kind", kinds(faults.StoreFault))
def test_every_fault_has_a_sentence_in_both_languages(kind: type[StoreFault]) -> None:
    for language in ("nl", "en"):
        assert f"store.{kind.code}" in messages(language)
