"""What can be wrong with a session file: each names the file, the thing and a likely fix.

StoreFault
  NotFound          there is no such file
  NotASession       the file is something else
  Damaged           SQLite cannot read (all of) it
  NewerFormat       it was made by a later version of the program
  OtherRules        it was played with other rules: it opens for reading, what-if and playing on are off
    OtherContent    its content has a shape of another version: the same holds
  AlteredContent    an embedded text is not what it was
  AlteredEntry      an entry is not what it was, or is missing
  AlteredState      the state at the end of a round is not what its entries give
  Locked            another program has it open
  CannotWrite       the disk or the file is gone, or fails
    DiskFull        there is no room left
    ReadOnly        this place cannot be written
    AlreadyThere    a file of that name exists, and is left alone
"""

import errno
import sqlite3
from pathlib import Path
from typing import ClassVar

from tabletop.content.languages import Language
from tabletop.content.messages import messages


class StoreFault(Exception):  # noqa: N818 - the word of this project for what is wrong, as in `Fault`
    """A session file that cannot be used as asked; the text is the message `store.<code>`."""

    code: ClassVar[str] = "fault"

    def __init__(self, path: Path, **values: str | int) -> None:
        self.path = path
        self.values: dict[str, str | int] = {"file": path.name, **values}
        super().__init__(f"{path.name}: {self.code} {values or ''}".rstrip())

    def sentence(self, language: Language) -> str:
        """Give the fault as one or two sentences: what it is, and what probably helps."""
        return messages(language).say(f"store.{self.code}", **self.values)


class NotFound(StoreFault):
    """There is no such file."""

    code = "not_found"


class NotASession(StoreFault):
    """The file is not a session file."""

    code = "not_a_session"


class Damaged(StoreFault):
    """The file is a session file that cannot be read to its end."""

    code = "damaged"


class NewerFormat(StoreFault):
    """The file has a format (`found`) that this version (`known`) does not know."""

    code = "newer_format"


class OtherRules(StoreFault):
    """The file was played with rules version `found`; this program plays by `known`."""

    code = "other_rules"


class OtherContent(OtherRules):
    """The file carries content (`part`) in a shape that this program does not read any more."""

    code = "other_content"


class AlteredContent(StoreFault):
    """An embedded text (`part`) has another hash than when the session began."""

    code = "altered_content"


class AlteredEntry(StoreFault):
    """Entry `number` breaks the chain of hashes."""

    code = "altered_entry"

    def __init__(self, path: Path, number: int) -> None:
        super().__init__(path, number=number)
        self.number = number


class AlteredState(StoreFault):
    """The entries up to the end of round `round` do not give the state that was noted there."""

    code = "altered_state"


class Locked(StoreFault):
    """Another program has the file open."""

    code = "locked"


class CannotWrite(StoreFault):
    """The file cannot be written: `why` is what the system says."""

    code = "cannot_write"


class DiskFull(CannotWrite):
    """There is no room for the file."""

    code = "disk_full"


class ReadOnly(CannotWrite):
    """The file, its folder or its disk cannot be written."""

    code = "read_only"


class AlreadyThere(CannotWrite):
    """A file of that name exists; nothing is written over it."""

    code = "already_there"


_BY_NUMBER: dict[int, type[StoreFault]] = {
    errno.ENOSPC: DiskFull,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
}
_BY_CODE: dict[int, type[StoreFault]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_CANTOPEN: ReadOnly,
    sqlite3.SQLITE_NOTADB: NotASession,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_SCHEMA: Damaged,
    sqlite3.SQLITE_ERROR: Damaged,
    sqlite3.SQLITE_BUSY: Locked,
    sqlite3.SQLITE_LOCKED: Locked,
}


def fault_of(error: sqlite3.Error, path: Path) -> StoreFault:
    """Name what SQLite says; codes of a disk that fails become `CannotWrite`."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    kind = _BY_CODE.get(code, CannotWrite)
    return kind(path, why=str(error))


def disk_fault_of(error: OSError, path: Path) -> StoreFault:
    """Name what the system says of a file or folder."""
    kind = _BY_NUMBER.get(error.errno or 0, CannotWrite)
    return kind(path, why=error.strerror or type(error).__name__)
