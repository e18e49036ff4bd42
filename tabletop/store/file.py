"""A session file: `*.tafel`, SQLite in WAL mode, written so that what was acknowledged survives a kill or a power cut.

One connection holds the file for itself while a session is played (`create`, `open`); `read` takes nothing and never
writes. Every method raises a `StoreFault`, never an error of SQLite. What content and states are made of is not loaded
here: the title lists sessions before anything else is there.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from tabletop.rules.version import RULES_VERSION
from tabletop.session.chain import chain
from tabletop.session.entries import Entry, SetUp
from tabletop.store.connection import connect_reading, connect_writing, guarded
from tabletop.store.faults import AlreadyThere, AlteredContent, AlteredEntry, OtherContent
from tabletop.store.head import Head, Stand, first_link, head_of, now, stand_of_meta
from tabletop.store.records import (
    Names,
    Record,
    body_of,
    entry_of,
    names_of_entries,
    names_of_setup,
    setup_as_json,
    setup_of,
    with_names,
    without_name,
)  # fmt: skip
from tabletop.store.schema import APPLICATION, FORMAT, TABLES

if TYPE_CHECKING:
    from tabletop.content.library import Pack
    from tabletop.store.snapshots import Snapshot

SUFFIX: Final = ".tafel"
_COMPANIONS: Final = ("-wal", "-shm", "-journal")


class SessionFile:
    """An open session file. `last_number` and `last_link` are where its log ends."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path: Final = path
        self._connection = connection
        with guarded(path):
            self.head: Final[Head] = head_of(path, connection)
            last = connection.execute("SELECT number, chain FROM entry ORDER BY number DESC LIMIT 1").fetchone()
        self.last_number: int = last[0] if last else 0
        self.last_link: str = last[1] if last else self.head.first_link

    @classmethod
    def create(cls, path: Path, pack: Pack, setup: SetUp) -> Self:
        """Make a new file with all it is played with; nobody sees it before it is whole."""
        making = path.with_name(f"{path.name}.new")
        with guarded(path):
            if path.exists():
                raise AlreadyThere(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            remove(making)
            _fill(making, pack, setup)
            making.replace(path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file to play on: no other program can, as long as it is open."""
        return cls(path, connect_writing(path))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a file to read only; nothing beside it is left behind."""
        return cls(path, connect_reading(path))

    def sources(self) -> dict[str, str]:
        """Give the embedded content by its path. Raises `AlteredContent` when a text or the set has changed."""
        with guarded(self.path):
            rows = self._connection.execute("SELECT path, sha256, packed FROM content ORDER BY path").fetchall()
        return {path: self._unpacked(path, digest, packed) for path, digest, packed in rows}

    def _unpacked(self, part: str, digest: str, packed: bytes) -> str:
        try:
            raw = zlib.decompress(packed)
        except zlib.error as error:
            raise AlteredContent(self.path, part=part) from error
        if hashlib.sha256(raw).hexdigest() != digest:
            raise AlteredContent(self.path, part=part)
        return raw.decode("utf-8")

    def setup(self) -> SetUp:
        """Give the set-up, with the names that are still there. Raises `OtherContent` when its shape is another."""
        try:
            return setup_of(self.head.setup, self.names())
        except (KeyError, TypeError, ValueError) as error:
            raise OtherContent(self.path, part="set-up") from error

    def names(self) -> Names:
        """Give the names of people, by entry, seat and place."""
        with guarded(self.path):
            rows = self._connection.execute("SELECT entry, seat, place, name FROM person").fetchall()
        return {(entry, seat, place): name for entry, seat, place, name in rows}

    def records(self) -> tuple[Record, ...]:
        """Give the log without names, checked link by link. Raises `AlteredEntry` with the first that is not right."""
        with guarded(self.path):
            rows = self._connection.execute(
                "SELECT number, kind, body, real_time, chain FROM entry ORDER BY number"
            ).fetchall()
        found, link = [], self.head.first_link
        for expected, (number, kind, body, real_time, noted) in enumerate(rows, start=1):
            entry = self._checked(expected, number, kind, body)
            link = chain(link, entry)
            if link != noted:
                raise AlteredEntry(self.path, expected)
            found.append(Record(number, entry, real_time, noted))
        return tuple(found)

    def _checked(self, expected: int, number: int, kind: str, body: str) -> Entry:
        try:
            if number == expected:
                return entry_of(kind, body)
        except (ValueError, TypeError) as error:
            raise AlteredEntry(self.path, expected) from error
        raise AlteredEntry(self.path, expected)

    def entries(self) -> tuple[Entry, ...]:
        """Give the log with the names that are still there, checked."""
        return with_names(self.records(), self.names())

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Give the states at the ends of rounds, in order."""
        from tabletop.store.snapshots import Snapshot

        with guarded(self.path):
            rows = self._connection.execute("SELECT round, entry, state_hash, arrays FROM snapshot ORDER BY round")
            return tuple(Snapshot(*row) for row in rows)

    def stand(self) -> Stand:
        """Say how far the session is, without reading its log."""
        with guarded(self.path):
            return stand_of_meta(self._connection)

    def spent_ms(self) -> int:
        """Give how long the session has lasted by its own clock, pauses left out; as far as it was noted."""
        with guarded(self.path):
            row = self._connection.execute("SELECT value FROM meta WHERE key = 'spent_ms'").fetchone()
        return int(row[0]) if row else 0

    def note_spent(self, spent_ms: int) -> None:
        """Note how long the session has lasted. Time is outside the chain of hashes."""
        with self._transaction():
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('spent_ms', ?)", (str(spent_ms),))

    def append(self, entries: Sequence[Entry], stand: Stand, snapshots: Sequence[Snapshot] = ()) -> None:
        """Add entries with all that follows from them, whole or not at all; it is on the disk when this returns."""
        numbered = list(enumerate(entries, start=self.last_number + 1))
        link, rows, time = self.last_link, [], now()
        for number, entry in numbered:
            nameless = without_name(entry)
            link = chain(link, nameless)
            rows.append((number, nameless.kind, body_of(nameless), time, link))
        with self._transaction():
            self._connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", rows)
            _insert_names(self._connection, names_of_entries(numbered))
            self._connection.executemany(
                "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?)",
                [(each.round, each.entry, each.state_hash, each.arrays) for each in snapshots],
            )
            stand.write(self._connection, time)
        self.last_number, self.last_link = self.last_number + len(rows), link

    def checkpoint(self) -> None:
        """Bring everything into the one file, so that a copy of it alone is complete."""
        with guarded(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def wipe_names(self) -> None:
        """Take every name out of the file, also out of the room it has left free."""
        with guarded(self.path):
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute("DELETE FROM person")
            self._connection.execute("VACUUM")
        self.checkpoint()

    def export(self, to: Path, with_names: bool = False) -> None:
        """Write the session as one closed file elsewhere; without names unless asked."""
        making = to.with_name(f"{to.name}.new")
        with guarded(to):
            remove(making)
            self._connection.execute("VACUUM INTO ?", (str(making),))
            _close_copy(making, with_names)
            making.replace(to)

    def close(self) -> None:
        """Bring everything into the one file and let it go."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with guarded(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise


def remove(path: Path) -> None:
    """Delete a file and what SQLite keeps beside it; what is not there is fine."""
    for each in (path, *(path.with_name(path.name + end) for end in _COMPANIONS)):
        each.unlink(missing_ok=True)


def _fill(path: Path, pack: Pack, setup: SetUp) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT};")
        connection.execute("BEGIN")
        for statement in TABLES.split(";\n"):
            connection.execute(statement)
        connection.executemany("INSERT INTO content VALUES (?, ?, ?)", map(_packed, sorted(pack.sources.items())))
        connection.executemany("INSERT INTO meta VALUES (?, ?)", _meta(pack, setup).items())
        _insert_names(connection, names_of_setup(setup))
        connection.execute("COMMIT")
    finally:
        connection.close()


def _meta(pack: Pack, setup: SetUp) -> dict[str, str]:
    written = setup_as_json(setup)
    return {
        "scenario": pack.scenario.id,
        "scenario_path": pack.scenario_path,
        "title_nl": pack.scenario.title.nl,
        "title_en": pack.scenario.title.en,
        "rounds": str(sum(setup.long or each.core for each in pack.scenario.rounds)),
        "setup": written,
        "content_hash": pack.hash,
        "rules_version": str(RULES_VERSION),
        "first_link": first_link(written, pack.hash, RULES_VERSION),
        "started": now(),
    }


def _packed(item: tuple[str, str]) -> tuple[str, str, bytes]:
    path, text = item
    raw = text.encode("utf-8")
    return path, hashlib.sha256(raw).hexdigest(), zlib.compress(raw, 9)


def _insert_names(connection: sqlite3.Connection, names: Names) -> None:
    rows = [(*place, name) for place, name in names.items()]
    connection.executemany("INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?)", rows)


def _close_copy(path: Path, with_names: bool) -> None:
    copy = sqlite3.connect(path, isolation_level=None)
    try:
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("PRAGMA secure_delete = ON")
        if not with_names:
            copy.execute("DELETE FROM person")
            copy.execute("VACUUM")
    finally:
        copy.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())
