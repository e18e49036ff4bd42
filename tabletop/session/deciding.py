"""Decisions: checked against the view of who decides, then applied. A refusal depends on that view alone."""

from dataclasses import replace

import numpy as np

from tabletop.case.verbs import IN_TURN, Extent, Ground, Topic, Verb, Way
from tabletop.rules.aloud import say_aloud
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.session.entries import Entry
from tabletop.session.flow import end_turn
from tabletop.session.moment import Refusal
from tabletop.session.playing import Play, can_be_undone, recorded, with_state, without_undo
from tabletop.view.costs import row_quarters, way_quarters
from tabletop.view.memory import (
    AT_MEETING,
    Note,
    Origin,
    Told,
    with_laid,
    with_mail,
    with_note,
    with_objection,
    with_told,
)
from tabletop.view.options import (
    ANSWER_VERBS,
    STANCE_VERBS,
    TABLE_VERBS,
    TURN_VERBS,
    is_possible,
    is_possible_at_table,
    possible,
    possible_at_table,
)  # fmt: skip
from tabletop.view.seat import SeatView, knows_fact

TELLING = (Verb.SHARE, Verb.ANSWER)
WITH_WAY = (Verb.SHARE, Verb.ANSWER, Verb.ASK)
PARTNER_ANSWER_VERBS = (*ANSWER_VERBS, Verb.BRING)
"""A partner without a player also picks what it brings, once it knows that there is a meeting."""


def decided(play: Play, entry: Entry) -> Play | Refusal:
    """A seat, an unplayed partner or the table decides."""
    row = play.case.decisions.row.get(entry.decision or "")
    if row is None:
        return Refusal("unknown_decision")
    if play.moment.kind == "meeting":
        return _decided_in_meeting(play, entry, row)
    if play.moment.kind in ("turn", "answer"):
        return _decided_in_turn(play, entry, row)
    return Refusal("not_now")


def _decided_in_turn(play: Play, entry: Entry, row: int) -> Play | Refusal:
    view = play.view_of(play.queue[0])
    choice = _choice(play, entry, row)
    refusal = _whose_turn(play, row) or why_not(play, view, row, entry.way)
    if refusal is not None or choice is None:
        return refusal or Refusal("unknown_mode")
    entry = _completed(play, entry, row, view)
    is_answer = bool(play.case.decisions.verb[row] == Verb.ANSWER)
    after = with_state(play, apply(play.case, play.state, choice), giver=view.role, is_answer=is_answer)
    after = replace(_remembered(after, entry, row), taken=(*play.taken, (row, entry.way, entry.extent)))
    after = recorded(_undo_after(play, after, row), entry)
    return end_turn(after) if play.case.decisions.verb[row] == Verb.PASS else after


def _whose_turn(play: Play, row: int) -> Refusal | None:
    if int(play.case.decisions.role[row]) != play.queue[0]:
        return Refusal("not_your_turn")
    if play.moment.seat is not None and not play.moment.is_open:
        return Refusal("covered")
    verb = Verb(int(play.case.decisions.verb[row]))
    allowed = ANSWER_VERBS if play.moment.seat is not None else PARTNER_ANSWER_VERBS
    if play.moment.kind == "answer" and verb not in allowed:
        return Refusal("answers_only")
    return None


def why_not(play: Play, view: SeatView, row: int, way: str | None = None) -> Refusal | None:
    """Why a seat cannot take a decision now, from its view alone; None when it can."""
    case = play.case
    verb = Verb(int(case.decisions.verb[row]))
    cost = row_quarters(case, row)
    if verb in TELLING and (way is None or way.upper() in Way.__members__):
        cost += way_quarters(case, Way[(way or "call").upper()])
    if verb in IN_TURN and verb != Verb.PASS and int(view.acts[0]) <= 0:
        return Refusal("no_decisions_left")
    if cost > max(int(view.hours[0]), 0):
        return Refusal("no_hours_left")
    return None if is_possible(case, view, row) else Refusal("not_possible")


def _choice(play: Play, entry: Entry, row: int) -> Choice | None:
    """The choice with its modes; None when a mode does not exist."""
    try:
        return Choice.single(
            row,
            ground=Ground[(entry.ground or "unsure").upper()],
            extent=Extent[(entry.extent or "minimum").upper()],
            way=Way[(entry.way or "call").upper()],
            due=entry.due or play.case.round_weeks[play.round],
        )
    except KeyError:
        return None


def _completed(play: Play, entry: Entry, row: int, view: SeatView) -> Entry:
    """The entry with role, seat, modes and the rows that were open."""
    verb = Verb(int(play.case.decisions.verb[row]))
    verbs = TURN_VERBS if play.moment.kind == "turn" else PARTNER_ANSWER_VERBS
    options = entry.options or as_hex(possible(play.case, view, verbs))
    entry = replace(entry, role=play.moment.role, seat=play.moment.seat, options=options, due=None)
    if verb in TELLING:
        entry = replace(entry, ground=entry.ground or "unsure", extent=entry.extent or "minimum")
    if verb in WITH_WAY:
        return replace(entry, way=entry.way or "call")
    return replace(entry, ground=None, extent=None, way=None)


def as_hex(rows: list[int]) -> str:
    """Rows as a bit set in hexadecimal.

    >>> as_hex([0, 4])
    '11'
    """
    bits = 0
    for row in rows:
        bits |= 1 << row
    return f"{bits:x}"


def _remembered(play: Play, entry: Entry, row: int) -> Play:
    """Who wrote what is on its way, what one told whom, and who was told that no answer comes, and why."""
    decisions = play.case.decisions
    verb, number, target = Verb(int(decisions.verb[row])), int(decisions.object[row]), int(decisions.target[row])
    role = int(decisions.role[row])
    memory = play.memory
    week = play.state.week
    if verb in TELLING:
        told = Told(week, "signal" if entry.extent == "signal" else "shared")
        memory = with_told(memory, role, (target,), number, told)
    if verb in TELLING and entry.way == "written":
        memory = with_mail(memory, target, number, Origin(week, role, verb == Verb.ANSWER))
    if verb == Verb.REFUSE:
        memory = with_note(memory, target, Note(week, role, number, entry.reason or ""))
    return replace(play, memory=memory)


def _undo_after(before: Play, after: Play, row: int) -> Play:
    """A decision can be undone, unless chance answered it or nobody at the table took it."""
    decisions = before.case.decisions
    asked_victim = decisions.verb[row] == Verb.ASK and decisions.object[row] == Topic.CONSENT
    if asked_victim or before.moment.seat is None:
        return without_undo(after, "undo_chance")
    return can_be_undone(before, after)


def _decided_in_meeting(play: Play, entry: Entry, row: int) -> Play | Refusal:
    if not is_possible_at_table(play.case, play.public, row):
        return Refusal("not_possible")
    verb = Verb(int(play.case.decisions.verb[row]))
    due = (entry.due or play.case.round_weeks[play.round]) if verb == Verb.AGREE else None
    if due is not None and not 0 < due <= play.case.weeks:
        return Refusal("due_outside")
    role = None if verb in TABLE_VERBS else play.case.roles[int(play.case.decisions.role[row])]
    options = entry.options or as_hex(possible_at_table(play.case, play.public))
    entry = replace(
        entry, role=role, seat=None if role is None else play.seat_of(role), options=options, due=due,
        ground=None, extent=None, way=None,
    )  # fmt: skip
    choice = Choice.single(row) if due is None else Choice.single(row, due=due)
    after = with_state(play, apply(play.case, play.state, choice), giver=AT_MEETING)
    if verb in STANCE_VERBS:
        reason = entry.reason or "" if verb == Verb.OBJECT else ""
        role_number = int(play.case.decisions.role[row])
        after = replace(after, memory=with_objection(after.memory, role_number, reason))
    is_partner = role is not None and entry.seat is None
    return recorded(after if is_partner else can_be_undone(play, after), entry)


def said_aloud(play: Play, entry: Entry) -> Play | Refusal:
    """A fact said aloud counts as shared with every seat that hears it: ground unsure, no hours, no decision."""
    if play.moment.kind not in ("board", "turn", "answer", "meeting", "weeks"):
        return Refusal("not_now")
    if entry.seat is None or not play.is_played(entry.seat):
        return Refusal("unknown_seat")
    case, speaker = play.case, play.seats[entry.seat].role
    fact = str(entry.body.get("fact", ""))
    number = play.number_of(speaker)
    if fact not in case.facts.ids or not knows_fact(play.view_of(number), case.facts.ids.index(fact)):
        return Refusal("unknown_fact")
    in_meeting = play.moment.kind == "meeting"
    hearers = [other.role for seat, other in enumerate(play.seats) if play.sits[seat] and other.role != speaker]
    rows = [case.decisions.row[f"{speaker}/share/{fact}/{role}"] for role in hearers]
    state = say_aloud(case, play.state, rows, np.ones(1, np.bool_) if in_meeting else None)
    after = with_state(play, state, giver=number)
    hears = [play.number_of(role) for role in hearers]
    told = Told(state.week, "aloud")
    after = replace(after, memory=with_told(after.memory, number, hears, case.facts.ids.index(fact), told))
    if in_meeting:
        brought = {number: 1 << case.facts.ids.index(fact)}
        after = replace(after, memory=with_laid(after.memory, int(state.joint[0]), brought))
    return recorded(without_undo(after, "undo_seen"), replace(entry, role=speaker))
