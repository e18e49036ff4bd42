"""The sessions of this user, as a title screen or a list may show them: no names, no private text."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tabletop.content.specs.common import Text
from tabletop.store.faults import StoreFault
from tabletop.store.file import SUFFIX, SessionFile
from tabletop.store.home import sessions_folder


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One session. With a `fault` only `path` and `touched` say something."""

    path: Path
    scenario: str
    title: Text
    started: datetime
    touched: datetime
    round: int
    """From 1."""
    rounds: int
    week: int
    seats: int
    finished: bool
    fault: StoreFault | None = None


def list_sessions(folder: Path | None = None) -> list[SessionSummary]:
    """Give the sessions in a folder (the user's own), the one touched last first."""
    found = [summary_of(path) for path in (folder or sessions_folder()).glob(f"*{SUFFIX}")]
    return sorted(found, key=lambda each: (each.touched, each.path.name), reverse=True)


def summary_of(path: Path) -> SessionSummary:
    """Summarise one file, without reading its log."""
    try:
        with SessionFile.read(path) as file:
            head, stand, seats = file.head, file.stand(), len(file.setup().seats)
    except StoreFault as fault:
        return _faulty(path, fault)
    return SessionSummary(
        path=path,
        scenario=head.scenario,
        title=head.title,
        started=head.started,
        touched=stand.touched or head.started,
        round=min(stand.round + 1, head.rounds),
        rounds=head.rounds,
        week=stand.week,
        seats=seats,
        finished=stand.finished,
    )


def new_path(scenario: str, folder: Path | None = None) -> Path:
    """Give a path for a new session: scenario, day, and a few letters so that no two are the same."""
    day = datetime.now(UTC).astimezone().strftime("%Y-%m-%d-%H%M")
    return (folder or sessions_folder()) / f"{scenario}-{day}-{secrets.token_hex(2)}{SUFFIX}"


def _faulty(path: Path, fault: StoreFault) -> SessionSummary:
    name = Text(nl=path.stem, en=path.stem)
    try:
        touched = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        touched = datetime.fromtimestamp(0, UTC)
    return SessionSummary(path, "", name, touched, touched, 1, 1, 0, 0, finished=False, fault=fault)
