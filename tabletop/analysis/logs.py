"""A session's log read as rounds of moves: what a what-if follows, and where it can branch off."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from tabletop.case.arrays import Bools
from tabletop.case.case import Case
from tabletop.case.verbs import IN_TURN, Extent, Ground, Verb, Way
from tabletop.rules.state import State
from tabletop.session.entries import Entry
from tabletop.session.moment import Refusal
from tabletop.session.play import Play, ReplayError, begin, step
from tabletop.view.options import possible

MoveKind = Literal["decided", "let_go", "aloud", "inject"]
NONE: Final = -1
TABLE: Final = -1


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that was done in a round. `number` is that of its entry in the log, from 1."""

    number: int
    kind: MoveKind
    role: int
    """-1 for the table."""
    is_played: bool
    """A seat or the table did it, no partner without a player."""
    row: int = NONE
    ground: int = Ground.UNSURE
    extent: int = Extent.MINIMUM
    way: int = Way.CALL
    due: int = 0
    options: tuple[int, ...] = ()
    """Rows that were open."""
    rows: tuple[int, ...] = ()
    """What was said aloud, as shares."""
    inject: int = NONE


@dataclass(frozen=True, slots=True, eq=False)
class LoggedRound:
    """One round as it was played."""

    start: State
    """Just after the round began."""
    moves: tuple[Move, ...]
    """Turns and answers."""
    table: tuple[Move, ...]
    """The meeting; empty when none was held."""
    held: bool
    played: Bools
    """`[R]` roles with a seat when the weeks began."""
    acts: int
    weeks: int
    """Weeks that passed in it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    number: int
    entry: Entry
    before: Play
    after: Play


def read_log(play: Play) -> tuple[LoggedRound, ...]:
    """Read the rounds of a session; what was undone is left out. Raises `ReplayError`."""
    rounds: list[list[_Step]] = []
    for each in _steps(play):
        if each.entry.kind == "round_begun":
            rounds.append([each])
        elif rounds:
            rounds[-1].append(each)
    return tuple(_round(play.case, steps) for steps in rounds)


def _steps(play: Play) -> list[_Step]:
    now, steps = begin(play.case, play.setup), list[_Step]()
    for number, entry in enumerate(play.entries, start=1):
        after = step(now, entry)
        if isinstance(after, Refusal):
            raise ReplayError(number, after)
        if entry.kind == "undone":
            while steps and steps[-1].after.state is not after.state:
                steps.pop()
        else:
            steps.append(_Step(number, after.entries[-1], now, after))
        now = after
    return steps


def _round(case: Case, steps: list[_Step]) -> LoggedRound:
    at_table = [each for each in steps if each.before.moment.kind == "meeting"]
    others = [each for each in steps if each.before.moment.kind != "meeting"]
    last = steps[-1].after
    return LoggedRound(
        start=steps[0].after.state,
        moves=tuple(move for each in others if (move := _move(case, each)) is not None),
        table=tuple(move for each in at_table if (move := _move(case, each)) is not None),
        held=bool(at_table),
        played=last.played_roles(),
        acts=last.decisions_a_turn,
        weeks=sum(each.entry.kind == "week_passed" for each in steps),
    )


def _move(case: Case, each: _Step) -> Move | None:
    entry = each.entry
    if entry.kind == "decided" and entry.decision is not None:
        return _decision(case, each, case.decisions.row[entry.decision])
    if entry.kind == "turn_ended":
        return _let_go(case, each)
    if entry.kind == "said_aloud":
        return _aloud(case, each)
    if entry.kind == "facilitator" and entry.body.get("act") == "inject":
        ids = [inject.id for inject in case.pack.scenario.injects]
        return Move(each.number, "inject", TABLE, is_played=False, inject=ids.index(str(entry.body["inject"])))
    return None


def _decision(case: Case, each: _Step, row: int) -> Move:
    entry, role = each.entry, int(case.decisions.role[row])
    return Move(
        each.number,
        "decided",
        role,
        is_played=role == TABLE or entry.seat is not None,
        row=row,
        ground=Ground[(entry.ground or "unsure").upper()],
        extent=Extent[(entry.extent or "minimum").upper()],
        way=Way[(entry.way or "call").upper()],
        due=entry.due or each.before.case.round_weeks[each.before.round],
        options=rows_in(entry.options),
    )


def _let_go(case: Case, each: _Step) -> Move | None:
    """A turn that ended with decisions left is a decision, too: to do nothing more."""
    before = each.before
    if before.moment.kind not in ("board", "turn") or before.moment.seat is None or not before.queue:
        return None
    role = before.queue[0]
    if int(before.state.acts[0, role]) <= 0:
        return None
    options = tuple(possible(case, before.view_of(role), IN_TURN))
    return Move(each.number, "let_go", role, is_played=True, options=options)


def _aloud(case: Case, each: _Step) -> Move:
    before, entry = each.before, each.entry
    speaker = before.seats[entry.seat or 0].role
    hearers = [seat.role for number, seat in enumerate(before.seats) if before.sits[number] and seat.role != speaker]
    rows = tuple(case.decisions.row[f"{speaker}/share/{entry.body['fact']}/{other}"] for other in hearers)
    return Move(each.number, "aloud", case.roles.index(speaker), is_played=True, rows=rows)


def rows_in(options: str) -> tuple[int, ...]:
    """Read a bit set in hexadecimal.

    >>> rows_in("11")
    (0, 4)
    """
    bits = int(options, 16) if options else 0
    return tuple(np.flatnonzero([bits >> row & 1 for row in range(bits.bit_length())]).tolist())


def verb_of(case: Case, row: int) -> Verb | None:
    """Give the verb of a row; nothing for doing nothing."""
    return None if row < 0 else Verb(int(case.decisions.verb[row]))
