"""The entries of a session's log. The log is the game: the state follows from it by replay."""

from dataclasses import dataclass, field
from typing import Literal

EntryKind = Literal[
    "decided",  # a seat, an unplayed partner or the table decided
    "opened",  # a seat opened its cover: it has seen its private desk
    "turn_ended",
    "said_aloud",  # a spoken share
    "meeting_closed",
    "week_passed",
    "round_begun",
    "dossiers_read",
    "clock",  # the group took an offer of the clock: an early close
    "facilitator",  # pause, note, bookmark, added inject, skipped scene, question to a real professional
    "joined",
    "left",
    "undone",
    "debrief_opened",
    "closed",
]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `role` is the role that acts (None for the table and the facilitator).

    `options` are the rows that were open, as hexadecimal bit set over the rows of the case; `body` holds what the kind
    needs, in plain words and numbers.
    """

    kind: EntryKind
    role: str | None = None
    seat: int | None = None
    """None when nobody plays the role: its policy decided."""
    decision: str | None = None
    ground: str | None = None
    extent: str | None = None
    way: str | None = None
    due: int | None = None
    reason: str | None = None
    options: str = ""
    body: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at the table. The name is optional and never leaves the session file."""

    discipline: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at the laptop that plays one role: one person or a pair."""

    role: str
    participants: tuple[Participant, ...]


Task = Literal["observer", "timekeeper"]
"""What somebody does who plays no role."""
Reading = Literal["laptop", "short", "paper"]
"""How dossiers are read: in turn at the laptop, in turn but goal and facts alone, or all at once on paper."""


@dataclass(frozen=True, slots=True)
class Onlooker:
    """A person in the room without a role: watches, or guards the time."""

    task: Task
    discipline: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SetUp:
    """How a session was set up, before the first entry."""

    scenario: str
    seed: int
    seats: tuple[Seat, ...]
    long: bool = False
    format: str = "minutes_60"
    """Length of the session, an id of `scoring/formats.yaml`."""
    language: Literal["nl", "en"] = "nl"
    reading: Reading = "laptop"
    soft: bool = False
    """Marked scenes and facts are told in their milder words."""
    onlookers: tuple[Onlooker, ...] = ()
