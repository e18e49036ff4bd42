"""Read a session file without changing it: checked, replayed, with its hashes."""

from dataclasses import dataclass
from pathlib import Path

from tabletop.session.entries import SetUp
from tabletop.session.play import Play
from tabletop.store.file import SessionFile
from tabletop.store.head import Head
from tabletop.store.playing import play_of
from tabletop.store.records import Record
from tabletop.store.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class ReadSession:
    """A session as its file tells it. `session_hash` is the last link of the chain; `snapshots` one per round."""

    path: Path
    play: Play
    session_hash: str
    snapshots: tuple[Snapshot, ...]


@dataclass(frozen=True, slots=True)
class ReadLog:
    """What any version can read of a session: its verified log, and the state at the end of each round."""

    path: Path
    head: Head
    setup: SetUp
    records: tuple[Record, ...]
    session_hash: str
    snapshots: tuple[Snapshot, ...]


def read_log(path: Path) -> ReadLog:
    """Read and check a session without playing it, also one of another rules version. Raises a `StoreFault`."""
    with SessionFile.read(path) as file:
        return ReadLog(path, file.head, file.setup(), file.records(), file.last_link, file.snapshots())


def read_session(path: Path) -> ReadSession:
    """Read, check and replay a session. Raises a `StoreFault` that names the first thing that is wrong."""
    with SessionFile.read(path) as file:
        return ReadSession(path, play_of(file), file.last_link, file.snapshots())
