"""The hash chain over the entries of a session: altering one entry breaks every link after it.

Real time is not in an entry, so the same decisions give the same session hash.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from typing import NewType

from tabletop.session.entries import Entry

SessionHash = NewType("SessionHash", str)
"""The last link of a session's chain, hexadecimal."""

START = SessionHash("")


def canonical(entry: Entry) -> str:
    """An entry as text that is the same on every machine.

    >>> canonical(Entry("week_passed"))[:26]
    '{"body":{},"decision":null'
    """
    return json.dumps(asdict(entry), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def chain(previous: str, entry: Entry) -> SessionHash:
    """The link of one entry, given the link before it."""
    return SessionHash(sha256(f"{previous}\n{canonical(entry)}".encode()).hexdigest())


def session_hash(entries: Iterable[Entry], start: str = START) -> SessionHash:
    """The last link over all entries."""
    link = SessionHash(start)
    for entry in entries:
        link = chain(link, entry)
    return link
