"""What boards and desks remember of earlier moments, for their texts: who told what, and what is new since when.

The board's memory is made from public views alone, a seat's memory from what that seat saw. A batch keeps none of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from tabletop.case.case import Case
from tabletop.rules.state import State
from tabletop.view.happenings import Happening
from tabletop.view.seat import SeatView, facts_in

OWN = -1
AT_MEETING = -2


@dataclass(frozen=True, slots=True)
class Origin:
    """When a fact came, and from whom: a role, `OWN` or `AT_MEETING`."""

    week: int
    giver: int
    is_answer: bool = False
    """It came because the role had asked."""


@dataclass(frozen=True, slots=True)
class Told:
    """How and when a role told a fact to somebody."""

    week: int
    how: Literal["shared", "signal", "aloud"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something told to one seat only: a role declined to answer about a topic."""

    week: int
    role: int
    topic: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one seat heard of in one week: so many incidents, and the kind of the worst."""

    kind: int
    count: int


@dataclass(frozen=True, slots=True)
class BoardMemory:
    """What the board remembers."""

    happenings: tuple[Happening, ...] = ()
    laid: Mapping[int, int] = field(default_factory=dict)
    """Fact of the joint picture to the role that laid it on the table."""
    talks: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """In how many rounds two roles spoke."""
    met: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """At how many meetings two roles sat together."""
    objections: Mapping[int, str] = field(default_factory=dict)
    """Role to the reason that it gave at the meeting, the last one of each."""


@dataclass(frozen=True, slots=True)
class SeatMemory:
    """What one role remembers."""

    origins: Mapping[int, Origin] = field(default_factory=dict)
    """Fact, known or signalled, to where it came from."""
    told: Mapping[tuple[int, int], Told] = field(default_factory=dict)
    """Fact and receiver to how this role told it, the last time."""
    notes: tuple[Note, ...] = ()
    """Since it last had the laptop."""
    heard: tuple[Heard, ...] = ()
    """Week after week, since it last had the laptop."""
    seen: SeatView | None = None
    """Its view when it last gave the laptop away."""


@dataclass(frozen=True, slots=True)
class Memory:
    """All memories of a session, and the post on its way: (receiver, fact) to where it comes from."""

    board: BoardMemory
    seats: tuple[SeatMemory, ...]
    mail: Mapping[tuple[int, int], Origin] = field(default_factory=dict)


def fresh_memory(case: Case) -> Memory:
    """A memory in which nothing has happened."""
    return Memory(BoardMemory(), tuple(SeatMemory() for _ in case.roles))


def with_arrivals(
    memory: Memory, before: State | None, after: State, giver: int | None = None, *, is_answer: bool = False
) -> Memory:
    """Remember where new facts and signals came from; `giver` when somebody told them just now, asked for or not.

    Without a giver they came by post, when post from somebody was on its way, else from the role's own work.
    """
    own = Origin(after.week, OWN if giver is None else giver, is_answer)
    seats = list(memory.seats)
    for role, seat in enumerate(seats):
        had = 0 if before is None else _held(before, role)
        new = facts_in(_held(after, role) & ~had | _known(after, role) & ~(_known(before, role) if before else 0))
        if new:
            origins = dict(seat.origins)
            for fact in new:
                posted = memory.mail.get((role, fact)) if giver is None else None
                origins[fact] = own if posted is None else replace(posted, week=after.week)
            seats[role] = replace(seat, origins=origins)
    return replace(memory, seats=tuple(seats))


def _known(state: State, role: int) -> int:
    return int(state.knows[0, role])


def _held(state: State, role: int) -> int:
    return int(state.knows[0, role]) | int(state.signals[0, role])


def with_mail(memory: Memory, receiver: int, fact: int, origin: Origin) -> Memory:
    """Remember who wrote a share that is still on its way."""
    return replace(memory, mail={**memory.mail, (receiver, fact): origin})


def with_told(memory: Memory, giver: int, receivers: Iterable[int], fact: int, told: Told) -> Memory:
    """Let a role remember whom it told a fact. A signal does not hide that more was told before."""
    seat = memory.seats[giver]
    kept = dict(seat.told)
    for receiver in receivers:
        if told.how != "signal" or (fact, receiver) not in kept:
            kept[fact, receiver] = told
    return _with_seat(memory, giver, replace(seat, told=kept))


def with_objection(memory: Memory, role: int, reason: str) -> Memory:
    """Remember why a role objects, as it said at the table; empty when it no longer does."""
    objections = {**memory.board.objections, role: reason}
    return replace(memory, board=replace(memory.board, objections=objections))


def is_news(memory: SeatMemory, fact: int, seen: int) -> bool:
    """Whether a fact is new to a seat: not among those it had seen, and not laid on the table before its eyes."""
    origin = memory.origins.get(fact)
    return not seen >> fact & 1 and (origin is None or origin.giver != AT_MEETING)


def with_note(memory: Memory, role: int, note: Note) -> Memory:
    """Tell one role that a question of its own was declined."""
    return _with_seat(memory, role, replace(memory.seats[role], notes=(*memory.seats[role].notes, note)))


def with_seen(memory: Memory, view: SeatView) -> Memory:
    """Remember what a role has seen: what comes later is new to it."""
    return _with_seat(memory, view.role, replace(memory.seats[view.role], seen=view, notes=(), heard=()))


def with_week(memory: Memory, before: SeatView, after: SeatView) -> Memory:
    """Remember what kind of incident a role heard of in the week that passed, if of any."""
    kind = int(after.heard_kind[0])
    if kind < 0:
        return memory
    seat = memory.seats[after.role]
    new = Heard(kind, int(after.heard[0]) - int(before.heard[0]))
    return _with_seat(memory, after.role, replace(seat, heard=(*seat.heard, new)))


def _with_seat(memory: Memory, role: int, seat: SeatMemory) -> Memory:
    return replace(memory, seats=(*memory.seats[:role], seat, *memory.seats[role + 1 :]))


def with_board(memory: Memory, new: tuple[Happening, ...]) -> Memory:
    """Remember what happened on the board."""
    return replace(memory, board=_with_happenings(memory.board, new)) if new else memory


def with_laid(memory: Memory, joint: int, brought: Mapping[int, int]) -> Memory:
    """Remember who laid which fact of the joint picture on the table; `brought` is each role's picks, as bits."""
    laid = dict(memory.board.laid)
    for role, bits in brought.items():
        for fact in facts_in(bits & joint):
            laid.setdefault(fact, role)
    return replace(memory, board=replace(memory.board, laid=laid))


def _with_happenings(board: BoardMemory, new: tuple[Happening, ...]) -> BoardMemory:
    talks, met = dict(board.talks), dict(board.met)
    for happening in new:
        if happening.kind == "talk":
            _count(talks, (happening.roles[0], happening.roles[1]))
        if happening.kind == "meeting":
            for a in happening.roles:
                for b in happening.roles:
                    if a < b:
                        _count(met, (a, b))
    return replace(board, happenings=board.happenings + new, talks=talks, met=met)


def _count(counts: dict[tuple[int, int], int], pair: tuple[int, int]) -> None:
    counts[pair] = counts.get(pair, 0) + 1
