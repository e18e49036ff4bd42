"""The session clock: how far the group is, how much time that leaves, and whether to offer something shorter.

Pure: how much time was spent comes in as an argument, pauses already taken off. The clock offers; the group decides.
No offer cuts a turn off, and none takes from the debrief.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from tabletop.rules.state import changed
from tabletop.session.entries import Entry
from tabletop.session.moment import MomentKind, Refusal
from tabletop.session.playing import Play, recorded
from tabletop.session.timing import Plan

Part = Literal["set_up", "play", "debrief", "close", "over"]
Offer = Literal["brief", "round", "debrief", "now"]
"""One decision a turn in this round; close the round after this turn; debrief after this round; debrief now."""
CUTS: Mapping[str, tuple[MomentKind, ...]] = {
    "brief": ("board", "turn"),
    "round": ("turn", "answer"),
    "debrief": ("board", "turn", "answer", "meeting", "weeks"),
}
"""Offers that stand in the log once they were taken, and the moments in which they can be."""
ORDER: tuple[MomentKind, ...] = ("board", "turn", "answer", "meeting", "weeks")
"""The moments of a round."""
AHEAD, BEHIND = 60_000, 60_000
"""From so much room a group is told that it has some, from so much lack that it is behind."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a group is in its session, as far as the clock cares."""

    kind: MomentKind
    round: int
    turns: int
    """Turns of seats still to come in this round, the present one among them."""
    answers: int | None
    """Short turns to answer still to come; None as long as nobody knows how many."""
    is_called: bool
    """A meeting was called for this round."""
    held: int
    """Meetings that were held."""
    is_brief: bool = False
    """A turn of this round has one decision."""
    closes_round: bool = False
    """The round closes after the present turn."""
    is_last: bool = False
    """The debrief comes after this round."""
    is_open: bool = False
    """A seat has its desk before it: nothing may disturb it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock says. All times in milliseconds."""

    part: Part
    spent: int
    left: int
    """Of this part; below zero when it is over its time."""
    slack: int
    """What is left of play when all that is planned takes its full time; below zero when the group is behind."""
    box: int
    """How long what the table does now (board, meeting, weeks) may still take: shorter when the group is behind."""
    offer: Offer | None

    @property
    def pace(self) -> Literal["ahead", "on_time", "behind"]:
        """How the group is doing."""
        return "ahead" if self.slack >= AHEAD else "behind" if self.slack <= -BEHIND else "on_time"


def standing(play: Play) -> Standing:
    """Where a play is."""
    waiting = sum(play.seat_of(play.case.roles[role]) is not None for role in play.queue)
    is_answering = play.stage == "answers"
    return Standing(
        kind=play.moment.kind,
        round=play.round,
        turns=0 if is_answering or play.moment.kind not in ("board", "turn") else waiting,
        answers=waiting if is_answering else None,
        is_called=int(play.state.caller[0]) >= 0,
        held=sum(each.kind == "meeting" for each in play.memory.board.happenings),
        is_brief=play.decisions_a_turn <= 1,
        closes_round=play.finishing is not None,
        is_last=play.is_last_round,
        is_open=play.moment.is_open,
    )


def read(plan: Plan, at: Standing, spent: int, since: int = 0) -> Reading:
    """Read the clock when `spent` has passed; `since` is how much of it was spent in the present moment."""
    if at.kind not in ORDER:
        return _outside(plan, at, spent, since)
    left = plan.play_ends - spent
    slack = left - needed(plan, at, since, least=False)
    return Reading("play", spent, left, slack, _box(plan, at, left, since), _offer(plan, at, left, since))


def needed(plan: Plan, at: Standing, since: int = 0, *, least: bool) -> int:
    """What is still needed until the debrief: at full length, or at the least."""
    rest = rest_of_round(plan, at, since, least=least)
    later = range(at.round + 1, at.round + 1 if at.is_last else plan.rounds)
    meetings = plan.meetings - at.held - (1 if _meets(plan, at) else 0)
    return rest + sum(plan.round_needs(number, least=least, meeting=number - at.round <= meetings) for number in later)


def rest_of_round(plan: Plan, at: Standing, since: int = 0, *, least: bool) -> int:
    """What the present round still needs."""
    total = _turns_need(plan, at, since, least=least)
    for kind, spell in (("board", plan.board), ("meeting", plan.meeting), ("weeks", plan.weeks)):
        comes = ORDER.index(at.kind) <= ORDER.index(kind) and (kind != "meeting" or _meets(plan, at))
        gone = since if kind == at.kind else 0
        total += max(0, (spell.least if least else spell.full) - gone) if comes else 0
    return total


def _turns_need(plan: Plan, at: Standing, since: int, *, least: bool) -> int:
    """Turns and short turns still to come; the present one has already had some of its time."""
    if at.kind not in ("board", "turn", "answer"):
        return 0
    a_turn = plan.turn(at.round, brief=at.is_brief or (least and at.kind == "board"))
    this = plan.answer if at.kind == "answer" else a_turn
    gone = min(since, this) if at.is_open else 0
    if at.closes_round:
        return this - gone
    answers = plan.answers if at.answers is None else at.answers * plan.answer
    return at.turns * a_turn + answers - gone


def _meets(plan: Plan, at: Standing) -> bool:
    """Whether this round still has, or is in, a meeting: called, or one that the plan counts on."""
    if at.kind in ("meeting", "weeks"):
        return at.kind == "meeting"
    if at.is_called:
        return True
    return at.kind != "answer" and not at.closes_round and plan.meetings - at.held >= plan.rounds - at.round


def _box(plan: Plan, at: Standing, left: int, since: int) -> int:
    """The time for what the table does now. What is too little is taken from all that can be shorter, evenly."""
    spell = {"board": plan.board, "meeting": plan.meeting, "weeks": plan.weeks}.get(at.kind)
    if spell is None:
        return left
    full, least = needed(plan, at, since, least=False), needed(plan, at, since, least=True)
    lack = min(max(0, full - (left - plan.reserve)), full - least)
    shorter = (spell.full - spell.least) * lack // (full - least) if full > least else 0
    after = plan.weeks.least + plan.margin // 3 if at.kind == "meeting" else 0
    return min(spell.full - shorter - since, left - after)


def _offer(plan: Plan, at: Standing, left: int, since: int) -> Offer | None:
    """What to offer, if anything: what costs the group least comes first."""
    free = left + plan.grace - plan.margin
    rest = rest_of_round(plan, at, since, least=True)
    if _is_over(plan, at, left) or (at.kind == "board" and free < rest - plan.spared):
        return "now"
    if at.kind in CUTS["round"] and not at.closes_round and left + plan.grace < _one_more(plan, at, since):
        return "round"
    later = not at.is_last and at.round + 1 < plan.rounds
    if later and free < rest + plan.round_needs(at.round + 1, least=True, meeting=False) - plan.spared:
        return "debrief"
    return "brief" if _may_be_brief(at) and left - plan.reserve < _midway(plan, at, since) else None


def _may_be_brief(at: Standing) -> bool:
    """Whether turns are still to come that could have one decision less."""
    return at.kind in CUTS["brief"] and not (at.is_brief or at.is_open or at.closes_round)


def _midway(plan: Plan, at: Standing, since: int) -> int:
    """Halfway between all that is planned at full length and the least."""
    return (needed(plan, at, since, least=False) + needed(plan, at, since, least=True)) // 2


def _is_over(plan: Plan, at: Standing, left: int) -> bool:
    """Whether the time for play is over between two turns: not even one more would fit."""
    is_between = at.kind in ("board", "turn", "answer") and not at.is_open
    return is_between and left + plan.grace - plan.margin < (
        plan.answer if at.kind == "answer" else plan.turn(at.round, brief=True)
    )


def _one_more(plan: Plan, at: Standing, since: int) -> int:
    """The present turn, one after it if there is one, and all that must follow; nothing when this is the last turn."""
    if at.turns + (at.answers or 0) <= 1:
        return 0
    alone = replace(at, closes_round=True)
    another = plan.answer if at.turns <= 1 else plan.turn(at.round, brief=at.is_brief)
    return rest_of_round(plan, alone, since, least=True) + another


def _outside(plan: Plan, at: Standing, spent: int, since: int) -> Reading:
    """Before and after play. A debrief that began late keeps its length: what is late comes off the closing."""
    if at.kind == "dossiers":
        return Reading("set_up", spent, plan.set_up - spent, 0, plan.set_up - spent, None)
    if at.kind == "closed":
        return Reading("over", spent, plan.ends - spent, 0, 0, None)
    ends = min(max(plan.debrief_ends, spent - since + plan.debrief), plan.ends)
    is_closing = spent >= ends
    left = (plan.ends if is_closing else ends) - spent
    return Reading("close" if is_closing else "debrief", spent, left, 0, left, None)


def cut(play: Play, entry: Entry) -> Play | Refusal:
    """The group took an offer."""
    act = str(entry.body.get("act"))
    if play.moment.kind not in CUTS.get(act, ()) or (act == "brief" and play.moment.is_open):
        return Refusal("not_now")
    if act == "round":
        return recorded(replace(play, finishing=(play.stage, play.queue[0])), entry)
    if act == "debrief":
        return recorded(replace(play, is_last_round=True), entry)
    state = changed(play.state, acts=np.minimum(play.state.acts, 1))
    return recorded(replace(play, state=state, is_brief=True), entry)


def lets_go(play: Play) -> bool:
    """Whether the turn that comes now passes by itself: the round closes, and its seat has not begun."""
    is_theirs = play.moment.kind in CUTS["round"] and play.moment.seat is not None and bool(play.queue)
    return play.finishing is not None and is_theirs and (play.stage, play.queue[0]) != play.finishing
