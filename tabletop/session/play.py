"""A session as a pure reducer: `step` takes a play and one entry, and gives the next play or a refusal.

The log is the game. `begin` starts it, `due` names the entry that the table must add by itself (a round that begins,
what an unplayed partner decides), `act` is a step with everything that falls due after it, `replay` is all of it again.
"""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from tabletop.case.case import Case
from tabletop.rules.opening import opening
from tabletop.session import clock, deciding, flow, people
from tabletop.session.entries import Entry, EntryKind, SetUp
from tabletop.session.moment import Moment, Refusal
from tabletop.session.partners import partner_entry, stance_entry
from tabletop.session.playing import Play, at
from tabletop.session.softening import softened
from tabletop.view.memory import OWN, fresh_memory, with_arrivals
from tabletop.view.public import see_public

__all__ = ["Play", "ReplayError", "act", "begin", "due", "replay", "settle", "step"]

HANDLERS: Mapping[EntryKind, Callable[[Play, Entry], Play | Refusal]] = {
    "opened": flow.opened,
    "dossiers_read": flow.dossiers_read,
    "round_begun": flow.round_begun,
    "decided": deciding.decided,
    "said_aloud": deciding.said_aloud,
    "turn_ended": flow.turn_ended,
    "meeting_closed": flow.meeting_closed,
    "week_passed": flow.week_passed,
    "clock": clock.cut,
    "facilitator": people.facilitator,
    "joined": people.joined,
    "left": people.left,
    "undone": people.undone,
    "debrief_opened": flow.debrief_opened,
    "closed": flow.closed,
}
AT_LAPTOP = 0
"""The world that a session is played in."""


class ReplayError(Exception):
    """An entry of a log is not possible where it stands."""

    def __init__(self, number: int, refusal: Refusal) -> None:
        super().__init__(f"entry {number} is refused: {refusal.code}")
        self.number = number
        self.refusal = refusal


def begin(case: Case, setup: SetUp) -> Play:
    """Start a session: week 0, dossiers unread."""
    case = softened(case) if setup.soft else case
    state = opening(case, setup.seed, np.array([AT_LAPTOP], np.uint64))
    play = Play(
        case=case,
        setup=setup,
        entries=(),
        state=state,
        moment=Moment("dossiers", 0, 0),
        public=see_public(case, state),
        memory=with_arrivals(fresh_memory(case), None, state, OWN),
        seats=setup.seats,
        sits=(True,) * len(setup.seats),
    )
    return at(play, "dossiers", flow.next_reader(play))


def step(play: Play, entry: Entry) -> Play | Refusal:
    """Take one entry; the new play ends with it, completed."""
    if play.moment.kind == "closed":
        return Refusal("is_closed")
    return HANDLERS[entry.kind](play, entry)


def due(play: Play) -> Entry | None:
    """The next entry that the table adds by itself; None when people must act."""
    if flow.is_round_due(play):
        return Entry("round_begun")
    if clock.lets_go(play):
        return Entry("turn_ended", role=play.moment.role, seat=play.moment.seat)
    if play.moment.kind in ("turn", "answer") and play.moment.seat is None:
        return partner_entry(play)
    return stance_entry(play) if play.moment.kind == "meeting" else None


def settle(play: Play) -> Play:
    """Add all entries that are due."""
    while (entry := due(play)) is not None:
        after = step(play, entry)
        if isinstance(after, Refusal):
            raise ReplayError(len(play.entries), after)
        play = after
    return play


def act(play: Play, entry: Entry) -> Play | Refusal:
    """Take one entry of people and all that falls due after it: `entries[len(play.entries):]` are to be written."""
    after = step(play, entry)
    return after if isinstance(after, Refusal) else settle(after)


def replay(case: Case, setup: SetUp, entries: Iterable[Entry]) -> Play:
    """Play a log again, exactly: nothing is added that is not in it. Raises `ReplayError`."""
    play = begin(case, setup)
    for number, entry in enumerate(entries):
        after = step(play, entry)
        if isinstance(after, Refusal):
            raise ReplayError(number, after)
        play = after
    return play
