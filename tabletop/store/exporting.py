"""Write a session as one closed file elsewhere."""

from pathlib import Path

from tabletop.store.connection import guarded
from tabletop.store.faults import AlreadyThere
from tabletop.store.file import SessionFile


def export_session(path: Path, to: Path, with_names: bool = False) -> Path:
    """Write a copy that needs nothing beside it, without names unless asked. Gives the file that was written."""
    with guarded(to):
        if to.exists() and to.samefile(path):
            raise AlreadyThere(to)
    with SessionFile.open(path) as file:
        file.export(to, with_names)
    return to
