"""The course of a session: dossiers, rounds, turns, short turns to answer, meetings, weeks."""

from dataclasses import replace

from tabletop.rules.meeting import attendance, close_meeting, open_meeting
from tabletop.rules.rounds import begin_round
from tabletop.rules.weeks import advance_week, end_round
from tabletop.session.entries import Entry
from tabletop.session.moment import MomentKind, Refusal
from tabletop.session.playing import Play, at, can_be_undone, recorded, with_state, without_undo
from tabletop.view.happenings import Happening
from tabletop.view.memory import AT_MEETING, OWN, Memory, with_board, with_laid, with_seen, with_week
from tabletop.view.public import see_public


def next_reader(play: Play) -> str | None:
    """The role whose seat has still to read its dossier."""
    unread = (seat for seat in range(len(play.seats)) if play.sits[seat] and seat not in play.read)
    return next((play.seats[seat].role for seat in unread), None)


def opened(play: Play, entry: Entry) -> Play | Refusal:
    """A seat opens its cover. What another seat decided before can then no longer be undone."""
    moment = play.moment
    if moment.kind not in ("dossiers", "board", "turn", "answer") or moment.seat is None:
        return Refusal("not_now")
    if entry.seat != moment.seat:
        return Refusal("not_your_turn")
    if play.past and play.past[-1].moment.seat != moment.seat:
        play = without_undo(play, "undo_seen")
    kind = "turn" if moment.kind == "board" else moment.kind
    return recorded(replace(play, moment=replace(moment, kind=kind, is_open=True)), replace(entry, role=moment.role))


def dossiers_read(play: Play, entry: Entry) -> Play | Refusal:
    """One seat, or everybody, has read."""
    if play.moment.kind != "dossiers" or play.moment.role is None:
        return Refusal("not_now")
    if entry.seat is None:
        seats = frozenset(range(len(play.seats)))
    elif entry.seat == play.moment.seat and play.moment.is_open:
        seats = play.read | {entry.seat}
    else:
        return Refusal("covered" if entry.seat == play.moment.seat else "not_your_turn")
    memory = play.memory
    for seat in seats - play.read:
        memory = with_seen(memory, play.view_of(play.number_of(play.seats[seat].role)))
    play = replace(play, read=seats, memory=memory)
    return recorded(at(play, "dossiers", next_reader(play)), entry)


def is_round_due(play: Play) -> bool:
    """Whether the next round begins now."""
    kind = play.moment.kind
    return (kind == "dossiers" and play.moment.role is None) or (kind == "weeks" and play.weeks_left == 0)


def round_begun(play: Play, entry: Entry) -> Play | Refusal:
    """A round begins: the post comes in, hours are new, the board is shown."""
    if not is_round_due(play):
        return Refusal("not_now")
    silent = replace(play.public, talked=play.public.talked & False)
    play = replace(play, is_brief=False, finishing=None)
    state = begin_round(play.case, play.state, play.decisions_a_turn)
    play = with_state(replace(play, public=silent), state, giver=None)
    news = Happening(state.week, play.round, "round", number=play.round)
    memory = with_board(play.memory, (news,))
    queue = turn_order(play)
    play = replace(play, memory=memory, stage="turns", queue=queue, taken=(), asked={}, weeks_left=0)
    return recorded(without_undo(at(play, "board", play.case.roles[queue[0]]), "undo_chance"), entry)


def turn_order(play: Play) -> tuple[int, ...]:
    """Roles in the order of this round: it starts at another played role each round, partners come in between."""
    count = len(play.case.roles)
    played = play.played_roles().nonzero()[0].tolist() or [0]
    first = played[play.round % len(played)]
    return tuple((first + place) % count for place in range(count))


def turn_ended(play: Play, entry: Entry) -> Play | Refusal:
    """A turn is over, or let go by from the cover."""
    if play.moment.kind not in ("board", "turn", "answer"):
        return Refusal("not_now")
    if entry.role != play.moment.role or entry.seat != play.moment.seat:
        return Refusal("not_your_turn")
    return recorded(end_turn(play), entry)


def end_turn(play: Play) -> Play:
    """Go on to who comes next; the end of a turn can be undone as long as nobody has seen or drawn anything."""
    role = play.queue[0]
    view = play.view_of(role)
    memory = with_seen(play.memory, view) if play.moment.is_open else play.memory
    asked = {**play.asked, role: tuple(view.asked_of_me[0].tolist())}
    ended = replace(play, memory=memory, asked=asked, queue=play.queue[1:])
    if play.moment.seat is None:  # whether or not it did something: nobody may tell from what can be undone
        return enter(without_undo(ended, "undo_chance"))
    covered = replace(play, moment=replace(play.moment, is_open=False))
    return enter(can_be_undone(covered, ended))


def enter(play: Play) -> Play:
    """Give the laptop to the first in the queue; when it is empty, go on to answers, meeting or weeks."""
    if play.queue:
        kind: MomentKind = "turn" if play.stage == "turns" else "answer"
        return at(replace(play, taken=()), kind, play.case.roles[play.queue[0]])
    if play.stage == "turns":
        answering = replace(play, stage="answers", queue=who_answers(play))
        return enter(answering if play.played_roles().all() else without_undo(answering, "undo_chance"))
    if int(play.state.caller[0]) >= 0:
        return open_the_meeting(play)
    return pass_weeks(play)


def who_answers(play: Play) -> tuple[int, ...]:
    """Seats that were asked something after their turn; partners that were asked, or that come to a meeting."""
    is_called = int(play.state.caller[0]) >= 0
    return tuple(role for role in turn_order(play) if _answers(play, role, is_called=is_called))


def _answers(play: Play, role: int, *, is_called: bool) -> bool:
    questions = play.state.questions[0, role].tolist()
    if play.seat_of(play.case.roles[role]) is None:
        return any(questions) or is_called
    before = play.asked.get(role, (0,) * len(questions))
    return any(now & ~then for now, then in zip(questions, before, strict=True))


def open_the_meeting(play: Play) -> Play:
    """Partners come together: what was picked becomes the joint picture of all who sit there."""
    before = int(play.state.joint[0])
    present = attendance(play.case, play.state, play.played_roles())
    state = open_meeting(play.case, play.state, present)
    brought = {role: int(state.brought[0, role]) for role, sits in enumerate(state.table[0].tolist()) if sits}
    everybody_sees = replace(play.public, talked=play.public.talked | state.talked)
    play = with_state(replace(play, public=everybody_sees), state, giver=AT_MEETING)
    memory = with_laid(play.memory, int(state.joint[0]), brought)
    return without_undo(at(replace(play, memory=memory, picture_before=before), "meeting"), "undo_chance")


def meeting_closed(play: Play, entry: Entry) -> Play | Refusal:
    """The meeting is over; its plan is made."""
    if play.moment.kind != "meeting":
        return Refusal("not_now")
    play = with_state(play, close_meeting(play.case, play.state), giver=AT_MEETING)
    return recorded(without_undo(pass_weeks(play), "undo_chance"), entry)


def pass_weeks(play: Play) -> Play:
    """The weeks of this round are about to pass."""
    return at(replace(play, weeks_left=play.case.round_weeks[play.round]), "weeks")


def week_passed(play: Play, entry: Entry) -> Play | Refusal:
    """One week passes; after the last of the round the round is over, after the last round comes the debrief."""
    if play.moment.kind != "weeks" or play.weeks_left == 0:
        return Refusal("not_now")
    before = play
    play = with_state(play, advance_week(play.case, play.state), giver=OWN)
    play = replace(play, weeks_left=play.weeks_left - 1, memory=_heard_of(before, play))
    if play.weeks_left == 0:
        state = end_round(play.case, play.state)
        play = replace(play, state=state, public=see_public(play.case, state))
    is_over = play.state.round >= len(play.case.round_weeks) or (play.weeks_left == 0 and play.is_last_round)
    return recorded(without_undo(at(play, "debrief" if is_over else "weeks"), "undo_chance"), entry)


def _heard_of(before: Play, after: Play) -> Memory:
    memory = after.memory
    for role in range(len(after.case.roles)):
        memory = with_week(memory, before.view_of(role), after.view_of(role))
    return memory


def debrief_opened(play: Play, entry: Entry) -> Play | Refusal:
    """The group goes to the debrief, after the last week or earlier."""
    if play.moment.kind in ("dossiers", "closed"):
        return Refusal("not_now")
    return recorded(without_undo(at(play, "debrief", is_open=True), "undo_seen"), entry)


def closed(play: Play, entry: Entry) -> Play | Refusal:
    """The session is over."""
    return recorded(without_undo(at(play, "closed"), "undo_seen"), entry)
