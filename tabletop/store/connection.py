"""Connections to a session file: alone to write, or reading without a trace."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tabletop.store.faults import NewerFormat, NotASession, NotFound, disk_fault_of, fault_of
from tabletop.store.schema import APPLICATION, FORMAT

_WAIT_SECONDS: Final = 0.2
"""How long to wait for another program; a session is held for an hour, so longer waits only delay the message."""


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the disk into faults of this file."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(error, path) from error
    except OSError as error:
        raise disk_fault_of(error, path) from error


def connect_writing(path: Path) -> sqlite3.Connection:
    """Open a file to write, held for this connection alone. WAL and FULL: acknowledged is on the disk."""
    _exists(path)
    with guarded(path):
        connection = sqlite3.connect(_uri(path, "rw"), uri=True, isolation_level=None, timeout=_WAIT_SECONDS)
        with _closing_on_fault(connection):
            _check_format(path, connection)
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
    return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open a file to read.

    A file that was closed well has nothing beside it, nobody writes it, and it can be read without leaving a trace,
    also where nothing can be written. One with a `-wal` beside it is being played (`Locked`), or was killed.
    """
    _exists(path)
    mode = "ro" if path.with_name(f"{path.name}-wal").exists() else "ro&immutable=1"
    with guarded(path):
        connection = sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None, timeout=_WAIT_SECONDS)
        with _closing_on_fault(connection):
            _check_format(path, connection)
    return connection


def _check_format(path: Path, connection: sqlite3.Connection) -> None:
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise NotASession(path) from error
        raise
    if application != APPLICATION:
        raise NotASession(path)
    if version > FORMAT:
        raise NewerFormat(path, found=version, known=FORMAT)


@contextmanager
def _closing_on_fault(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _exists(path: Path) -> None:
    if not path.is_file():
        raise NotFound(path)


def _uri(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?mode={mode}"
