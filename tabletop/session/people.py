"""Who comes and goes, what the facilitator does, and taking back."""

from collections.abc import Iterator
from dataclasses import replace

from tabletop.rules.script import fire_now
from tabletop.session.entries import Entry, Participant, Seat
from tabletop.session.flow import next_reader, turn_order
from tabletop.session.moment import Refusal
from tabletop.session.playing import Play, at, recorded, with_state, without_undo
from tabletop.session.softening import may_be_skipped, told_mildly, without_scene
from tabletop.view.memory import OWN

NOTED = ("pause", "resume", "bookmark", "note")
REAL = ("ask_real", "real_answered")


def joined(play: Play, entry: Entry) -> Play | Refusal:
    """Somebody takes place: at a seat there is, or (with `role` in the body) at a new one for an unplayed role."""
    person = Participant(str(entry.body.get("discipline", "")), str(entry.body.get("name", "")))
    seat = entry.seat
    if seat is not None and 0 <= seat < len(play.seats):
        here = play.seats[seat]
        people = (*here.participants, person) if play.sits[seat] else (person,)
        seats = (*play.seats[:seat], replace(here, participants=people), *play.seats[seat + 1 :])
        sits = (*play.sits[:seat], True, *play.sits[seat + 1 :])
    elif seat == len(play.seats) and _is_free(play, str(entry.body.get("role", ""))):
        seats = (*play.seats, Seat(str(entry.body["role"]), (person,)))
        sits = (*play.sits, True)
    else:
        return Refusal("unknown_seat")
    play = without_undo(replace(play, seats=seats, sits=sits), "undo_seen")
    return recorded(_seated_again(play), entry)


def _is_free(play: Play, role: str) -> bool:
    return role in play.case.roles and all(seat.role != role for seat in play.seats)


def left(play: Play, entry: Entry) -> Play | Refusal:
    """A seat is empty from now on: its role follows the policy of a partner without a player."""
    seat = entry.seat
    if seat is None or not play.is_played(seat):
        return Refusal("unknown_seat")
    if sum(play.sits) == 1:
        return Refusal("last_seat")
    sits = (*play.sits[:seat], False, *play.sits[seat + 1 :])
    return recorded(_seated_again(without_undo(replace(play, sits=sits), "undo_seen")), entry)


def _seated_again(play: Play) -> Play:
    """The moment, now that other seats are taken: covered, and the laptop goes to somebody who is there."""
    if play.moment.kind == "dossiers":
        return at(play, "dossiers", next_reader(play))
    if play.moment.kind == "board":
        queue = turn_order(play)
        return at(replace(play, queue=queue), "board", play.case.roles[queue[0]])
    if play.moment.kind in ("turn", "answer"):
        return at(play, play.moment.kind, play.moment.role)
    return play


def facilitator(play: Play, entry: Entry) -> Play | Refusal:
    """The facilitator notes something, or lets an inject of the script happen now."""
    act = entry.body.get("act")
    if act in NOTED:
        return recorded(play, entry)
    if act in REAL:
        return _real_professional(play, entry)
    if act == "skip_scene":
        return _scene_skipped(play, entry)
    injects = [inject.id for inject in play.case.pack.scenario.injects]
    if act != "inject" or entry.body.get("inject") not in injects:
        return Refusal("unknown_inject")
    place = injects.index(str(entry.body["inject"]))
    if int(play.state.fired[0]) >> place & 1:
        return Refusal("unknown_inject")
    play = with_state(play, fire_now(play.case, play.state, place), giver=OWN)
    return recorded(without_undo(play, "undo_chance"), entry)


def of_round(play: Play, *acts: str) -> Iterator[Entry]:
    """What the facilitator noted in this round with one of these acts, latest first."""
    for entry in reversed(play.entries):
        if entry.kind == "round_begun":
            return
        if entry.kind == "facilitator" and entry.body.get("act") in acts:
            yield entry


def _real_professional(play: Play, entry: Entry) -> Play | Refusal:
    """One question a round to who does this work in real life; then a mark that it was answered."""
    if play.moment.kind in ("dossiers", "debrief"):
        return Refusal("not_now")
    noted = [str(each.body["act"]) for each in of_round(play, *REAL)]
    if entry.body["act"] == "ask_real":
        return Refusal("asked_already") if noted else recorded(play, entry)
    return recorded(play, entry) if noted == ["ask_real"] else Refusal("not_now")


def _scene_skipped(play: Play, entry: Entry) -> Play | Refusal:
    """A marked scene is told in its milder words from now on.

    The debrief plays the log again on the case as it is told in the end, where the scene is mild from the beginning.
    """
    inject = str(entry.body.get("inject"))
    scenario = play.case.pack.scenario
    if entry in play.entries or inject not in {*may_be_skipped(scenario), *told_mildly(scenario)}:
        return Refusal("unknown_inject")
    return recorded(replace(play, case=without_scene(play.case, inject)), entry)


def undone(play: Play, entry: Entry) -> Play | Refusal:
    """Take the last decision back: the play before it; the log stays whole, and what the clock closed stays closed."""
    if not play.past:
        return Refusal(play.barrier)
    return replace(
        play.past[-1],
        case=play.case,
        entries=(*play.entries, entry),
        finishing=play.finishing,
        is_last_round=play.is_last_round,
    )
