"""Read a session file without changing it: checked, replayed, with its hashes."""

from dataclasses import dataclass
from pathlib import Path

from tabletop.session.play import Play
from tabletop.store.file import SessionFile
from tabletop.store.playing import play_of
from tabletop.store.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class ReadSession:
    """A session as its file tells it. `session_hash` is the last link of the chain; `snapshots` one per round."""

    path: Path
    play: Play
    session_hash: str
    snapshots: tuple[Snapshot, ...]


def read_session(path: Path) -> ReadSession:
    """Read, check and replay a session. Raises a `StoreFault` that names the first thing that is wrong."""
    with SessionFile.read(path) as file:
        return ReadSession(path, play_of(file), file.last_link, file.snapshots())
