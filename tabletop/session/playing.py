"""A session at one moment: the frozen value that every entry turns into the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from tabletop.case.arrays import Bools
from tabletop.case.case import Case
from tabletop.rules.state import State
from tabletop.session.entries import Entry, Seat, SetUp
from tabletop.session.moment import Moment, MomentKind
from tabletop.view.happenings import happenings
from tabletop.view.memory import Memory, with_arrivals, with_board
from tabletop.view.public import PublicView, see_public
from tabletop.view.seat import SeatView, see_seat

Stage = Literal["turns", "answers"]
Barrier = Literal["nothing_to_undo", "undo_seen", "undo_chance"]
"""Why nothing can be undone: the code of the refusal."""
Taken = tuple[int, str | None, str | None]
"""Row, channel and extent of a decision."""
MANY_SEATS = 7
"""From so many seats on, a turn has one decision, so that a round stays short."""


def usual_decisions(seats: int, *, long: bool) -> int:
    """Decisions a turn for a set-up: two in 60 minutes, three in longer formats, one with seven or eight seats.

    >>> usual_decisions(4, long=False), usual_decisions(4, long=True), usual_decisions(7, long=True)
    (2, 3, 1)
    """
    if seats >= MANY_SEATS:
        return 1
    return 3 if long else 2


@dataclass(frozen=True, slots=True, eq=False)
class Play:
    """A session at one moment. Frozen: every step gives a new one.

    `entries` holds the entries as they were accepted (completed with role, seat, modes and open options): the store
    appends what was added there, not what was handed in.
    """

    case: Case
    setup: SetUp
    entries: tuple[Entry, ...]
    state: State
    moment: Moment
    public: PublicView
    memory: Memory
    seats: tuple[Seat, ...]
    sits: tuple[bool, ...]
    """By seat: whether somebody sits there now."""
    read: frozenset[int] = frozenset()
    """Seats that have read their dossier."""
    stage: Stage = "turns"
    queue: tuple[int, ...] = ()
    """Roles still to come in this stage, the present one first."""
    taken: tuple[Taken, ...] = ()
    """What the present role decided in this turn."""
    asked: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Role to the questions (topics by asker) that were open when its turn ended."""
    weeks_left: int = 0
    picture_before: int = 0
    """Facts of the joint picture before this meeting, bits."""
    is_brief: bool = False
    """The group chose one decision a turn for this round."""
    finishing: tuple[Stage, int] | None = None
    """The round closes after this turn (stage and role): later turns of seats pass by."""
    is_last_round: bool = False
    """The group chose to go to the debrief after this round."""
    past: tuple["Play", ...] = ()
    """The plays to which undoing leads, latest last."""
    barrier: Barrier = "nothing_to_undo"

    @property
    def can_undo(self) -> bool:
        """Whether an `undone` entry would be accepted now."""
        return bool(self.past)

    @property
    def round(self) -> int:
        """The round that is played, from 0; after the last round, the last."""
        return min(self.state.round, len(self.case.round_weeks) - 1)

    @property
    def decisions_a_turn(self) -> int:
        """As the format says for so many seats; one in a round that the group chose to play briefly."""
        return 1 if self.is_brief else self.case.pack.formats.find(self.setup.format).decisions_for(len(self.seats))

    def seat_of(self, role: str) -> int | None:
        """The seat that plays a role now; None when nobody does."""
        return next((n for n, seat in enumerate(self.seats) if seat.role == role and self.sits[n]), None)

    def is_played(self, seat: int) -> bool:
        """Whether somebody sits at this seat."""
        return 0 <= seat < len(self.sits) and self.sits[seat]

    def number_of(self, role: str) -> int:
        """The number of a role in the case."""
        return self.case.roles.index(role)

    def played_roles(self) -> Bools:
        """`[R]` roles with somebody at their seat."""
        return np.array([self.seat_of(role) is not None for role in self.case.roles])

    def view_of(self, role: int) -> SeatView:
        """What a role may see now."""
        return see_seat(self.case, self.state, role, self.public)


def recorded(play: Play, entry: Entry) -> Play:
    """The play with one more entry."""
    return replace(play, entries=(*play.entries, entry))


def at(play: Play, kind: MomentKind, role: str | None = None, *, is_open: bool = False) -> Play:
    """The play at another moment; `role` gets the laptop."""
    seat = None if role is None else play.seat_of(role)
    return replace(play, moment=Moment(kind, play.round, play.state.week, role, seat, is_open))


def with_state(play: Play, state: State, giver: int | None, *, is_answer: bool = False) -> Play:
    """The play in another state: public view and memories follow.

    `giver` is who told what is new (a role, `OWN` or `AT_MEETING`), asked for or not; None when it came by post.
    """
    public = see_public(play.case, state)
    memory = with_arrivals(play.memory, play.state, state, giver, is_answer=is_answer)
    memory = with_board(memory, happenings(play.public, public, play.round))
    return replace(play, state=state, public=public, memory=memory)


def can_be_undone(before: Play, after: Play) -> Play:
    """`after`, from which undoing leads back to `before`."""
    return replace(after, past=(*before.past, before))


def without_undo(play: Play, why: Barrier) -> Play:
    """The play in which nothing before now can be undone."""
    return replace(play, past=(), barrier=why)
