"""What a session file says of itself: what it was played with, and how far it is."""

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tabletop.content.specs.common import Text
from tabletop.store.faults import AlteredContent, Damaged
from tabletop.store.records import canonical


@dataclass(frozen=True, slots=True)
class Head:
    """What never changes in a file. `setup` is canonical JSON without names."""

    scenario: str
    scenario_path: str
    title: Text
    rounds: int
    setup: str
    content_hash: str
    rules_version: int
    first_link: str
    started: datetime


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a session is: round and week count from 0; nothing private."""

    round: int
    week: int
    finished: bool
    touched: datetime | None = None

    def write(self, connection: sqlite3.Connection, time: str) -> None:
        """Note this stand at a time."""
        rows = {"round": self.round, "week": self.week, "finished": int(self.finished), "touched": time}
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in rows.items()])


def now() -> str:
    """Give the time as the file notes it: UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def first_link(setup: str, content_hash: str, rules_version: int) -> str:
    """Give the link before the first entry: the set-up without names, the content and the rules.

    >>> first_link("{}", "abc", 1) == first_link("{}", "abc", 2)
    False
    """
    start = canonical({"setup": setup, "content": content_hash, "rules": rules_version})
    return hashlib.sha256(start.encode("utf-8")).hexdigest()


def head_of(path: Path, connection: sqlite3.Connection) -> Head:
    """Read the head. Raises `AlteredContent` when set-up, content hash and first link do not belong together."""
    held = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    try:
        head = Head(
            scenario=held["scenario"],
            scenario_path=held["scenario_path"],
            title=Text(nl=held["title_nl"], en=held["title_en"]),
            rounds=int(held["rounds"]),
            setup=held["setup"],
            content_hash=held["content_hash"],
            rules_version=int(held["rules_version"]),
            first_link=held["first_link"],
            started=datetime.fromisoformat(held["started"]),
        )
    except (KeyError, ValueError) as error:
        raise Damaged(path, why=str(error)) from error
    if head.first_link != first_link(head.setup, head.content_hash, head.rules_version):
        raise AlteredContent(path, part="setup")
    return head


def stand_of_meta(connection: sqlite3.Connection) -> Stand:
    """Read how far the session is; at its start where nothing was noted yet."""
    held: dict[str, str] = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    touched = held.get("touched", held["started"])
    return Stand(
        round=int(held.get("round", 0)),
        week=int(held.get("week", 0)),
        finished=held.get("finished") == "1",
        touched=datetime.fromisoformat(touched),
    )
