"""The session clock: how far the group is, how much time that leaves, and whether to offer an early close.

Pure: how much time was spent comes in as an argument, pauses already taken off. The clock offers; the group decides.
No offer cuts a turn off, and none takes from the debrief.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tabletop.session.entries import Entry
from tabletop.session.moment import MomentKind, Refusal
from tabletop.session.playing import Play, recorded
from tabletop.session.timing import Plan, Spell

Part = Literal["set_up", "play", "debrief", "close", "over"]
Offer = Literal["round", "debrief", "now"]
"""Close the round after this turn; go to the debrief after this round; go to the debrief now, between two turns."""
CUTS: Mapping[str, tuple[MomentKind, ...]] = {
    "round": ("turn", "answer"),
    "debrief": ("board", "turn", "answer", "meeting", "weeks"),
}
"""Early closes that stand in the log, and the moments in which they can be chosen."""
PLAY: tuple[MomentKind, ...] = ("board", "turn", "answer", "meeting", "weeks")
TURNS: tuple[MomentKind, ...] = ("board", "turn")
BETWEEN: tuple[MomentKind, ...] = ("board", "turn", "answer")
AHEAD, BEHIND = 60_000, 30_000
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
    closes_round: bool = False
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
    """What is left for play when all that is planned takes its full time; below zero when the group is behind."""
    box: int
    """How long what the table does now may still take, so that all after it fits."""
    offer: Offer | None

    @property
    def pace(self) -> Literal["ahead", "on_time", "behind"]:
        """How the group is doing."""
        return "ahead" if self.slack >= AHEAD else "behind" if self.slack <= -BEHIND else "on_time"


def standing(play: Play) -> Standing:
    """Where a play is."""
    roles = [play.case.roles[role] for role in play.queue]
    waiting = sum(play.seat_of(role) is not None for role in roles)
    is_answering = play.stage == "answers"
    return Standing(
        kind=play.moment.kind,
        round=play.round,
        turns=0 if is_answering or play.moment.kind not in TURNS else waiting,
        answers=waiting if is_answering else None,
        is_called=int(play.state.caller[0]) >= 0,
        held=sum(each.kind == "meeting" for each in play.memory.board.happenings),
        closes_round=play.finishing is not None,
        is_last=play.is_last_round,
        is_open=play.moment.is_open,
    )


def read(plan: Plan, at: Standing, spent: int, since: int = 0) -> Reading:
    """Read the clock when `spent` has passed; `since` is how much of it was spent in the present moment."""
    if at.kind not in PLAY:
        return _outside(plan, at, spent)
    left = plan.play_ends - spent
    slack = left - needed(plan, at, since, least=False)
    box = left - plan.reserve - _after_this(plan, at)
    return Reading("play", spent, left, slack, box, _offer(plan, at, left, since))


def needed(plan: Plan, at: Standing, since: int = 0, *, least: bool) -> int:
    """What is still needed until the debrief: at full length, or at the least."""
    rest = rest_of_round(plan, at, since, least=least)
    if at.is_last:
        return rest
    later = plan.rounds - at.round - 1
    meetings = max(0, min(later, plan.meetings - at.held - (1 if _meets(plan, at) else 0)))
    return rest + sum(plan.round_needs(least=least, meeting=number < meetings) for number in range(later))


def rest_of_round(plan: Plan, at: Standing, since: int = 0, *, least: bool) -> int:
    """What the present round still needs."""
    parts = {"board": plan.board, "meeting": plan.meeting, "weeks": plan.weeks}
    order = ("board", "turn", "answer", "meeting", "weeks")
    place = order.index(at.kind)
    total = _turns(plan, at, since)
    for kind, spell in parts.items():
        if order.index(kind) >= place and (kind != "meeting" or _meets(plan, at)):
            gone = since if kind == at.kind else 0
            total += max(0, _length(spell, least=least) - gone)
    return total


def _turns(plan: Plan, at: Standing, since: int) -> int:
    """Turns and short turns still to come; the present one has already had some of its time."""
    if at.kind not in BETWEEN:
        return 0
    if at.closes_round:
        return max(0, (plan.turn if at.answers is None else plan.answer) - since) if at.is_open else 0
    answers = plan.answers if at.answers is None else at.answers * plan.answer
    gone = min(since, plan.turn if at.answers is None else plan.answer) if at.is_open else 0
    return at.turns * plan.turn + answers - gone


def _meets(plan: Plan, at: Standing) -> bool:
    """Whether this round has a meeting still to come: called, or counted on by the plan."""
    if at.kind == "meeting" or at.is_called:
        return at.kind != "weeks"
    left = plan.meetings - at.held
    return at.kind in TURNS and not at.closes_round and left >= plan.rounds - at.round


def _length(spell: Spell, *, least: bool) -> int:
    return spell.least if least else spell.full


def _after_this(plan: Plan, at: Standing) -> int:
    """The least that comes after the present moment, up to the debrief."""
    this = plan.meeting.least if at.kind == "meeting" else plan.board.least if at.kind == "board" else 0
    return max(0, needed(plan, at, least=True) - this)


def _offer(plan: Plan, at: Standing, left: int, since: int) -> Offer | None:
    """What to offer, the mildest that helps."""
    free = left - plan.reserve
    rest = rest_of_round(plan, at, since, least=True)
    if at.kind in BETWEEN and not at.is_open and (left <= 0 or (at.kind == "board" and free < rest)):
        return "now"
    if at.kind in CUTS["round"] and not at.closes_round and _others(at) and free < rest:
        return "round"
    is_over = at.is_last or at.round + 1 >= plan.rounds
    if not is_over and free < rest + plan.round_needs(least=True, meeting=False):
        return "debrief"
    return None


def _others(at: Standing) -> bool:
    """Whether more turns come after the present one."""
    return at.turns + (at.answers or 0) > 1 or at.answers is None


def _outside(plan: Plan, at: Standing, spent: int) -> Reading:
    """Before and after play."""
    if at.kind == "dossiers":
        return Reading("set_up", spent, plan.set_up - spent, 0, plan.set_up - spent, None)
    if at.kind == "closed":
        return Reading("over", spent, plan.ends - spent, 0, 0, None)
    is_closing = spent >= plan.debrief_ends
    left = (plan.ends if is_closing else plan.debrief_ends) - spent
    return Reading("close" if is_closing else "debrief", spent, left, 0, left, None)


def cut(play: Play, entry: Entry) -> Play | Refusal:
    """The group took an offer: it closes the round after this turn, or goes to the debrief after this round."""
    act = entry.body.get("act")
    if not isinstance(act, str) or play.moment.kind not in CUTS.get(act, ()):
        return Refusal("not_now")
    if act == "round":
        return recorded(replace(play, finishing=(play.stage, play.queue[0])), entry)
    return recorded(replace(play, is_last_round=True), entry)


def lets_go(play: Play) -> bool:
    """Whether the turn that comes now passes by itself: the round closes, and its seat has not begun."""
    is_theirs = play.moment.kind in CUTS["round"] and play.moment.seat is not None and bool(play.queue)
    return play.finishing is not None and is_theirs and (play.stage, play.queue[0]) != play.finishing
