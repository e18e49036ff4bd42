"""Wipe names, or a whole session."""

from pathlib import Path

from tabletop.store.connection import guarded
from tabletop.store.faults import Damaged, NewerFormat, NotASession
from tabletop.store.file import SessionFile, remove


def wipe_names(path: Path) -> None:
    """Take every name out of a session file; the game in it stays and still verifies."""
    with SessionFile.open(path) as file:
        file.wipe_names()


def wipe_file(path: Path) -> None:
    """Delete a session file with what SQLite keeps beside it.

    A file of something else is left alone (`NotASession`), and so is one that is being played (`Locked`). A damaged
    session, or one of a later version, can be deleted.
    """
    try:
        SessionFile.open(path).close()
    except (Damaged, NewerFormat):
        pass
    except NotASession:
        if path.suffix != ".tafel":
            raise
    with guarded(path):
        remove(path)
