"""The format of a session file, with its history."""

from typing import Final

APPLICATION: Final = 0x5446454C
"""`PRAGMA application_id`: 'TFEL', so that a file is known without its name."""

FORMAT: Final = 1
"""`PRAGMA user_version`. History:

1. First format: meta, content (zlib), entry, person (names, apart from the log), snapshot (state at each round's end).
"""

TABLES: Final = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
    path TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    packed BLOB NOT NULL          -- zlib of UTF-8
) STRICT;

CREATE TABLE entry (
    number INTEGER PRIMARY KEY,   -- from 1, without gaps
    kind TEXT NOT NULL,
    body TEXT NOT NULL,           -- canonical JSON of the rest of the entry, without names
    real_time TEXT NOT NULL,      -- UTC; outside the chain of hashes
    chain TEXT NOT NULL           -- hash of the previous link and this entry
) STRICT;

CREATE TABLE person (
    entry INTEGER NOT NULL,       -- 0: the set-up; else the entry with which this person joined
    seat INTEGER NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (entry, seat, place)
) STRICT;

CREATE TABLE snapshot (
    round INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,       -- the state after this entry
    state_hash TEXT NOT NULL,
    arrays BLOB NOT NULL          -- numpy .npz, no pickles
) STRICT;
"""
