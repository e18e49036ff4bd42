"""What-ifs side by side in one batch: the past as it was, one decision changed, other futures.

Every arm starts at the true state of its round and follows the log. At its own move it takes its own decision, and from
there on future luck varies, alike in all arms of that move. Later decisions follow the log where they are still
possible; elsewhere the role decides as a partner without a player would. Arms of later rounds join the batch when their
round begins: what comes after is then played once for all. What an arm comes to depends on no other arm.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Final

import numpy as np

from tabletop.analysis.logs import TABLE, LoggedRound, Move
from tabletop.analysis.staging import whole_harm
from tabletop.case.arrays import Bools, Int, Real, Worlds
from tabletop.case.case import Case
from tabletop.case.verbs import IN_TURN, Task, Verb
from tabletop.policy import PARTNER, POLICIES
from tabletop.policy.base import Luck, Policy, either, luck_of, only_where
from tabletop.policy.joint import for_the_table
from tabletop.policy.law import ground_for
from tabletop.policy.table import REPLY_PLACE, STANCE_PLACE, TABLE_PLACE, until_nothing
from tabletop.rules.aloud import say_aloud
from tabletop.rules.choice import NOTHING, Choice
from tabletop.rules.deciding import decide
from tabletop.rules.draft import Draft
from tabletop.rules.endings import CONTROLLED, STOPPED, endings
from tabletop.rules.meeting import attendance, close_meeting, open_meeting
from tabletop.rules.rounds import begin_round
from tabletop.rules.script import fire_now
from tabletop.rules.stalker import next_clock
from tabletop.rules.state import State, changed
from tabletop.rules.weeks import advance_week, end_round
from tabletop.view.options import TABLE_VERBS, is_open, stance_rows, table_rows
from tabletop.view.public import PublicView, see_public
from tabletop.view.seat import SeatView, see_seat, some_worlds

FIRST_FUTURE: Final = 1_000_000
"""Future worlds are none of those in which sessions are played."""
INSTEAD: Final = 400
"""Place of the luck of a partner that decides instead of the log."""

_BAND: Final = (0.1, 0.9)
FROM_THE_START: Final = 0
"""In place of the number of a move: before the first move of the round."""

Decide = Callable[[Case, SeatView, Luck], Choice]


@dataclass(frozen=True, slots=True)
class Arm:
    """One what-if: at the move of this number, this row instead; None leaves it as it was."""

    move: int
    row: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Branches:
    """What the arms came to, in the order of their rounds."""

    harm: Int
    """`[arms, worlds, 5]` parts of harm in whole steps, over the whole session."""
    followed: tuple[float, ...]
    """By arm: share of later decisions of the log that could be followed."""
    danger: tuple[Real, ...]
    """By arm `[weeks, 3]`: danger of each week from its round on: mean, and the bounds of 80 % of worlds."""
    calm: Bools
    """`[arms, worlds]` it ended stopped or controlled."""


def play_branches(case: Case, rounds: Sequence[LoggedRound], number: int, arms: Sequence[Arm], worlds: int) -> Branches:
    """Play the arms of round `number` to the end of what was played, each in so many futures."""
    return play_together(case, rounds, {number: arms}, worlds)


def play_together(
    case: Case, rounds: Sequence[LoggedRound], arms: Mapping[int, Sequence[Arm]], worlds: int
) -> Branches:
    """Play arms of several rounds (by its number) to the end of what was played, each in so many futures."""
    batch = _play(case, rounds, arms, worlds)
    count = len(batch.arms)
    harm = whole_harm(batch.state).reshape(count, worlds, -1)
    ends = endings(case, batch.state)
    calm = ((ends == STOPPED) | (ends == CONTROLLED)).reshape(count, worlds)
    return Branches(harm, batch.followed(), batch.curves(), calm)


@dataclass(frozen=True, slots=True, eq=False)
class Again:
    """A whole session played again with other luck: its end in each world, and how much of the log was followed."""

    state: State
    followed: float


def play_again(case: Case, rounds: Sequence[LoggedRound], worlds: int) -> Again:
    """Follow the log from its first round, with the hidden traits of the session and other luck in each world."""
    batch = _play(case, rounds, {0: [Arm(FROM_THE_START, None)]}, worlds)
    return Again(batch.state, batch.followed()[0])


def do_nothing(case: Case, rounds: Sequence[LoggedRound], worlds: int) -> State:
    """Let the same weeks pass in the same worlds while nobody decides anything: the hundred of this session."""
    batch = _Batch(case, worlds)
    batch.join(rounds[0], [Arm(FROM_THE_START, None)])
    for _week in range(sum(logged.weeks for logged in rounds)):
        batch.state = advance_week(case, batch.state)
    return batch.state


def _play(case: Case, rounds: Sequence[LoggedRound], arms: Mapping[int, Sequence[Arm]], worlds: int) -> "_Batch":
    batch = _Batch(case, worlds)
    for number in range(min(arms), len(rounds)):
        logged = rounds[number]
        if batch.arms:
            batch.state = begin_round(case, batch.state, logged.acts)
        if arms.get(number):
            batch.join(logged, arms[number])
        batch.play_round(logged)
    return batch


class _Batch:
    """All arms that have begun, `arms x worlds` worlds."""

    _draft: Draft

    def __init__(self, case: Case, worlds: int) -> None:
        self.case, self.arms = case, list[Arm]()
        self._worlds = worlds
        self.free: Bools = np.zeros(0, np.bool_)
        self._arm: Int = np.zeros(0, np.int64)
        self._futures: Worlds = np.zeros(0, np.uint64)
        self.tried, self.kept = np.zeros(0), np.zeros(0)
        self.danger: list[Real] = []
        self._begun: list[int] = []
        self._at: dict[int, list[int]] = {}
        self._public: tuple[State, PublicView] | None = None

    @property
    def state(self) -> State:
        """Where the arms stand: another object after each decision."""
        return self._draft.state

    @state.setter
    def state(self, state: State) -> None:
        self._draft = Draft(state)

    def join(self, logged: LoggedRound, arms: Sequence[Arm]) -> None:
        """Let the arms of a round take part from its beginning on."""
        size, before, worlds = len(arms) * self._worlds, len(self.arms), self._worlds
        fresh = spread(logged.start, size)
        self.state = joined(self.state, fresh) if before else fresh
        futures: Worlds = np.arange(FIRST_FUTURE, FIRST_FUTURE + worlds, dtype=np.uint64)
        self.free = np.append(self.free, np.zeros(size, np.bool_))
        self._arm = np.append(self._arm, np.repeat(np.arange(before, before + len(arms)), worlds))
        self._futures = np.append(self._futures, np.tile(futures, len(arms)))
        self.tried, self.kept = (np.append(counts, np.zeros(len(arms))) for counts in (self.tried, self.kept))
        self._begun += [len(self.danger)] * len(arms)
        for place, arm in enumerate(arms, start=before):
            self._at.setdefault(arm.move, []).append(place)
        self.arms += arms
        self.branch(FROM_THE_START)

    def play_round(self, logged: LoggedRound) -> None:
        """Play one round as it is in the log, up to its end."""
        for move in logged.moves:
            self._take(move)
        self._answer_the_rest()
        self._meet(logged)
        for _week in range(logged.weeks):
            self.state = advance_week(self.case, self.state)
            self.danger.append(self._danger())
        if logged.weeks:
            self.state = end_round(self.case, self.state)

    def _danger(self) -> Real:
        """`[arms, 3]` mean, low and high danger of the week that passed."""
        danger = np.sort(self.state.danger.reshape(len(self.arms), -1), axis=1)
        return np.stack([danger.mean(axis=1), *(_quantile(danger, part) for part in _BAND)], axis=1)

    def curves(self) -> tuple[Real, ...]:
        """Give for each arm `[weeks, 3]` what `_danger` found since it joined."""
        return tuple(
            np.array([week[arm] for week in self.danger[begun:]]).reshape(-1, 3)
            for arm, begun in enumerate(self._begun)
        )

    def public(self) -> PublicView:
        if self._public is None or self._public[0] is not self.state:
            self._public = self.state, see_public(self.case, self.state)
        return self._public[1]

    def seat(self, role: int) -> SeatView:
        return see_seat(self.case, self.state, role, self.public())

    def _take(self, move: Move, held: Bools | None = None) -> None:
        own = self.branch(move.number)
        if move.kind == "aloud":
            self.state = say_aloud(self.case, self.state, move.rows, held)
        elif move.kind == "inject":
            self.state = fire_now(self.case, self.state, move.inject)
        elif move.kind == "decided":
            self._follow(move, own, held)
        elif own is not None:
            decide(self.case, self._draft, self._instead(own, move.role))

    def followed(self) -> tuple[float, ...]:
        """Give by arm the share of later decisions that could be followed; all where there were none."""
        return tuple(np.where(self.tried > 0, self.kept / np.maximum(self.tried, 1), 1.0).tolist())

    def branch(self, number: int) -> Int | None:
        """Let future luck begin in the arms of this move; give their row for each world, -2 where the log counts."""
        arms = self._at.pop(number, None)
        if not arms:
            return None
        chosen = np.zeros(len(self.arms), np.bool_)
        chosen[arms] = True
        here = chosen[self._arm]
        state = changed(self.state, worlds=np.where(here, self._futures, self.state.worlds))
        fresh = next_clock(self.case, state).clock
        self.state = changed(state, clock=np.where(here, fresh, state.clock))
        self.free |= here
        rows = np.full(len(self.arms), _AS_LOGGED)
        for place in arms:
            row = self.arms[place].row
            rows[place] = _AS_LOGGED if row is None else row
        return rows[self._arm]

    def _follow(self, move: Move, own: Int | None, held: Bools | None) -> None:
        """Do what the log says where it is possible, what an arm says at its own move, else what a partner would."""
        logged = np.ones(len(self.free), np.bool_) if own is None else own == _AS_LOGGED
        where = logged & (~self.free | self._possible(move))
        if held is not None:
            where &= held
        self._count(self.free & logged, where)
        row = np.where(where, move.row, NOTHING).astype(np.int32)
        choice = Choice.rows(row, move.ground, move.extent, move.way, move.due)
        if own is not None:
            choice = either(own >= 0, self._instead(own, move.role), choice)
        if move.role != TABLE and self.case.decisions.verb[move.row] in IN_TURN:
            choice = self._with_partner(choice, self.free & logged & ~where, move)
        decide(self.case, self._draft, choice)

    def _count(self, after: Bools, kept: Bools) -> None:
        size = len(self.arms)
        self.tried += np.bincount(self._arm[after], minlength=size)
        self.kept += np.bincount(self._arm[after & kept], minlength=size)

    def _possible(self, move: Move) -> Bools:
        case, row = self.case, move.row
        verb = Verb(int(case.decisions.verb[row]))
        if verb in TABLE_VERBS:
            first = int(case.decisions.first[len(case.roles), verb])
            return table_rows(case, self.public(), verb)[:, row - first]
        if verb in (Verb.COMMIT, Verb.OBJECT):
            return stance_rows(case, self.public(), move.role, verb)[:, 0]
        return can_take(case, self.seat(move.role), row, move.way)

    def _instead(self, own: Int, role: int) -> Choice:
        row = np.where(own >= 0, own, NOTHING).astype(np.int32)
        choice = Choice.rows(row, due=self.case.round_weeks[min(self.state.round, len(self.case.round_weeks) - 1)])
        if role == TABLE:
            return choice
        return Choice(row, ground_for(self.case, self.seat(role), row), choice.extent, choice.way, choice.due)

    def _with_partner(self, choice: Choice, where: Bools, move: Move) -> Choice:
        worlds = np.flatnonzero(where)
        if not len(worlds):
            return choice
        luck = luck_of(self.case, self.state, PARTNER, move.role, INSTEAD)
        luck = Luck(luck.seed, luck.worlds[worlds], luck.week, f"{luck.purpose}/{move.number}")
        found = POLICIES[PARTNER].turn(self.case, some_worlds(self.seat(move.role), worlds), luck)
        return _filled(choice, worlds, found)

    def _answer_the_rest(self) -> None:
        """Questions that the log knows no answer to are answered as a partner would."""
        policy = POLICIES[PARTNER]
        for role in range(len(self.case.roles)):
            asked: Bools = self.free & (self.state.questions[:, role] != 0).any(axis=1)
            if asked.any():
                places = range(REPLY_PLACE, REPLY_PLACE + len(self.case.roles))
                reply = partial(self._reply, policy, role, np.flatnonzero(asked))
                self.state = until_nothing(self.case, self.state, places, asked, reply)

    def _reply(self, policy: Policy, role: int, worlds: Int, state: State, place: int) -> Choice:
        """Let a role reply where it was asked: elsewhere nothing is worked out."""
        luck = luck_of(self.case, state, policy.name, role, place)
        luck = Luck(luck.seed, luck.worlds[worlds], luck.week, luck.purpose)
        found = policy.reply(self.case, some_worlds(see_seat(self.case, state, role), worlds), luck)
        return _filled(Choice.alike(len(self.free), NOTHING), worlds, found)

    def _by_policy(self, decide: Decide, name: str, role: int, state: State, place: int) -> Choice:
        return decide(self.case, see_seat(self.case, state, role), luck_of(self.case, state, name, role, place))

    def _meet(self, logged: LoggedRound) -> None:
        case = self.case
        held: Bools = np.greater_equal(self.state.caller, 0)
        if not held.any():
            return
        if not logged.held:
            self._lay_ready()
        self.state = open_meeting(case, self.state, attendance(case, self.state, logged.played))
        for move in logged.table:
            self._take(move, held)
        if not logged.held:
            self._decide_together(held)
        self.state = close_meeting(case, self.state)

    def _lay_ready(self) -> None:
        """For a meeting that was not held in truth, everybody brings what may lie on the table and is needed."""
        brought = self.state.brought.copy(order="K")
        for role in range(len(self.case.roles)):
            brought[:, role] |= for_the_table(self.case, self.seat(role))
        self.state = changed(self.state, brought=brought)

    def _decide_together(self, held: Bools) -> None:
        """Decide for the table as partners who work together would."""
        policy = POLICIES["joint"]

        def choose(state: State, place: int) -> Choice:
            luck = luck_of(self.case, state, policy.name, TABLE, TABLE_PLACE + place)
            return policy.table(self.case, see_public(self.case, state), place, luck)

        self.state = until_nothing(self.case, self.state, range(len(Task) + len(self.case.roles)), held, choose)
        for role in range(len(self.case.roles)):
            stance = self._by_policy(policy.stance, policy.name, role, self.state, STANCE_PLACE)
            decide(self.case, self._draft, only_where(held & self.state.table[:, role], stance))


_AS_LOGGED: Final = -2


def spread(state: State, size: int) -> State:
    """Give the state of one world in so many worlds."""
    arrays = {}
    for field in fields(State):
        value = getattr(state, field.name)
        if isinstance(value, np.ndarray):
            arrays[field.name] = np.asfortranarray(np.repeat(value[:1], size, axis=0))
    return changed(state, **arrays)


def _filled(choice: Choice, worlds: Int, found: Choice) -> Choice:
    """Give a choice with what was found for some of the worlds in its place."""
    filled = {}
    for field in fields(Choice):
        values = getattr(choice, field.name).copy()
        values[worlds] = getattr(found, field.name)
        filled[field.name] = values
    return Choice(**filled)


def joined(one: State, other: State) -> State:
    """Give the worlds of two states of the same moment, one after the other."""
    arrays = {}
    for field in fields(State):
        value = getattr(one, field.name)
        if isinstance(value, np.ndarray):
            arrays[field.name] = np.asfortranarray(np.concatenate([value, getattr(other, field.name)]))
    return changed(one, **arrays)


def _quantile(ordered: Real, part: float) -> Real:
    """`[rows]` a quantile of each row of numbers in order, as `numpy.quantile` gives it, in a tenth of the time."""
    place = part * (ordered.shape[1] - 1)
    below = int(place)
    above = min(below + 1, ordered.shape[1] - 1)
    found: Real = ordered[:, below] + (place - below) * (ordered[:, above] - ordered[:, below])
    return found


def can_take(case: Case, view: SeatView, row: int, way: int) -> Bools:
    """`[N]` whether one decision is possible for a seat, without looking at others."""
    can: Bools = is_open(case, view, row) & (view.hours >= case.engine.charges.hours[row, way])
    return can
