"""One whole game in many worlds, every role under the same policy, in the order of a session.

A round: turns in the order of that round, answers to open questions, the meeting where one was called, the weeks.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np

from tabletop.case.arrays import Bools, Worlds
from tabletop.case.case import Case
from tabletop.policy.base import Luck, Policy, luck_of, only_where
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.rules.meeting import attendance, close_meeting, open_meeting
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State, changed
from tabletop.rules.weeks import advance_week, end_round
from tabletop.view.public import PublicView, see_public
from tabletop.view.seat import SeatView, see_seat

DECISIONS_A_TURN: Final = 2
MOST_REPLIES: Final = 6
"""Answers of one role in a round; questions that are left lapse at its end."""
MOST_AT_TABLE: Final = 12
"""Decisions of one meeting: four tasks and some agreements."""

TABLE: Final = -1
PICKING, STANDING, REPLYING = 100, 101, 200
"""Places of luck besides those of a turn, which count from 0."""

Step = Callable[[], None]


def steps_of(case: Case) -> int:
    """Give how often `play_game` calls its step."""
    return len(case.round_weeks)


class _Table:
    """The roles of one batch under one policy. Views of a state that did not change are not made again."""

    def __init__(self, case: Case, policy: Policy, state: State) -> None:
        self.case, self.policy, self.state = case, policy, state
        self._seen: tuple[State, PublicView] | None = None

    def public(self) -> PublicView:
        """The public view of the state as it is now."""
        if self._seen is None or self._seen[0] is not self.state:
            self._seen = self.state, see_public(self.case, self.state)
        return self._seen[1]

    def seat(self, role: int) -> SeatView:
        """The view of a role now."""
        return see_seat(self.case, self.state, role, self.public())

    def luck(self, role: int, place: int) -> Luck:
        """The luck of one decision."""
        return luck_of(self.case, self.state, self.policy.name, role, place)

    def until_nothing(self, most: int, going: Bools, choose: Callable[[int], Choice]) -> None:
        """Let each world decide until it chooses nothing: then it is asked no more, alone or among others."""
        for place in range(most):
            choice = only_where(going, choose(place))
            going = choice.row >= 0
            if not going.any():
                break
            self.state = apply(self.case, self.state, choice)


def play_game(
    case: Case, policy: Policy, seed: int, worlds: Worlds, acts: int = DECISIONS_A_TURN, step: Step | None = None
) -> State:
    """Play the format of this case from its opening to its last week, in each of these worlds (`uint64[N]`)."""
    table = _Table(case, policy, opening(case, seed, worlds))
    for weeks in case.round_weeks:
        _play_round(table, acts)
        for _ in range(weeks):
            table.state = advance_week(case, table.state)
        table.state = end_round(case, table.state)
        if step is not None:
            step()
    return table.state


def order_of(roles: int, round_number: int) -> tuple[int, ...]:
    """Give the order of turns in a round: it rotates, so that nobody is always last.

    >>> order_of(4, 1)
    (1, 2, 3, 0)
    """
    return tuple((role + round_number) % roles for role in range(roles))


def _play_round(table: _Table, acts: int) -> None:
    """Play a round up to its weeks."""
    table.state = begin_round(table.case, table.state, acts)
    order = order_of(len(table.case.roles), table.state.round)
    everywhere = np.ones(len(table.state.worlds), np.bool_)
    for role in order:
        table.until_nothing(acts, everywhere, partial(_turn, table, role))
        _pick(table, role)
    for role in order:
        asked: Bools = (table.state.questions[:, role] != 0).any(axis=1)
        if asked.any():
            table.until_nothing(MOST_REPLIES, asked, partial(_reply, table, role))
    _meet(table)


def _turn(table: _Table, role: int, place: int) -> Choice:
    return table.policy.turn(table.case, table.seat(role), table.luck(role, place))


def _reply(table: _Table, role: int, place: int) -> Choice:
    return table.policy.reply(table.case, table.seat(role), table.luck(role, REPLYING + place))


def _pick(table: _Table, role: int) -> None:
    """Lay facts ready for the meeting."""
    state = table.state
    picked = table.policy.bring(table.case, table.seat(role), table.luck(role, PICKING)) & state.knows[:, role]
    if picked.any():
        brought = state.brought.copy(order="K")
        brought[:, role] |= picked
        table.state = changed(state, brought=brought)


def _meet(table: _Table) -> None:
    """Hold the meeting where one was called: all seats are played, so all come."""
    case = table.case
    held: Bools = np.greater_equal(table.state.caller, 0)
    if not held.any():
        return
    played = np.ones(len(case.roles), np.bool_)
    table.state = open_meeting(case, table.state, attendance(case, table.state, played))
    table.until_nothing(MOST_AT_TABLE, held, partial(_at_table, table))
    for role in range(len(case.roles)):
        stance = table.policy.stance(case, table.seat(role), table.luck(role, STANDING))
        table.state = apply(case, table.state, only_where(held & table.state.table[:, role], stance))
    table.state = close_meeting(case, table.state)


def _at_table(table: _Table, place: int) -> Choice:
    return table.policy.table(table.case, table.public(), place, table.luck(TABLE, place))
