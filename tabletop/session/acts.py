"""Entries as people make them: screens call these and hand the entry to the live session."""

from typing import Literal

from tabletop.session.entries import Entry, Participant
from tabletop.session.playing import Play


def opened(play: Play) -> Entry:
    """The seat to which the laptop goes has opened its cover."""
    return Entry("opened", role=play.moment.role, seat=play.moment.seat)


def dossier_read(play: Play) -> Entry:
    """The seat that reads its dossier has finished."""
    return Entry("dossiers_read", role=play.moment.role, seat=play.moment.seat)


def all_dossiers_read() -> Entry:
    """Everybody has read on paper."""
    return Entry("dossiers_read")


def decided(
    play: Play,
    decision: str,
    *,
    ground: str | None = None,
    extent: str | None = None,
    way: str | None = None,
    reason: str | None = None,
) -> Entry:
    """A decision of the seat whose turn it is; in a meeting, that of the role in the decision's id.

    Modes are for `share` and `answer` only.
    """
    role = decision.split("/", 1)[0]
    seat = play.seat_of(role)
    return Entry("decided", None if role == "table" else role, seat, decision, ground, extent, way, None, reason)


def agreed(decision: str, due_weeks: int) -> Entry:
    """The table agrees on a measure with an owner, to be started within so many weeks from now."""
    return Entry("decided", decision=decision, due=due_weeks)


def turn_ended(play: Play) -> Entry:
    """The turn is over, or let go by from the cover."""
    return Entry("turn_ended", role=play.moment.role, seat=play.moment.seat)


def said_aloud(play: Play, seat: int, fact: str) -> Entry:
    """Somebody said a fact aloud: all seats have heard it."""
    return Entry("said_aloud", role=play.seats[seat].role, seat=seat, body={"fact": fact})


def meeting_closed() -> Entry:
    """The meeting is over."""
    return Entry("meeting_closed")


def week_passed() -> Entry:
    """One week passes."""
    return Entry("week_passed")


def undone() -> Entry:
    """The last decision is taken back."""
    return Entry("undone")


def facilitated(what: Literal["pause", "resume", "bookmark", "note"], text: str = "") -> Entry:
    """The facilitator pauses, goes on, marks this moment for the debrief, or writes a note."""
    return Entry("facilitator", body={"act": what, "text": text})


def clock_cut(what: Literal["brief", "round", "debrief"]) -> Entry:
    """The group takes an offer of the clock: one decision a turn, close the round after this turn, then debrief."""
    return Entry("clock", body={"act": what})


def inject_added(inject: str) -> Entry:
    """The facilitator lets a scripted inject happen now."""
    return Entry("facilitator", body={"act": "inject", "inject": inject})


def scene_skipped(inject: str) -> Entry:
    """The table skips a marked scene: its milder words stand in its place."""
    return Entry("facilitator", body={"act": "skip_scene", "inject": inject})


def asked_real(discipline: str, question: str, role: str | None = None) -> Entry:
    """Somebody (who plays `role`) asks those in the room who do this work in real life one question."""
    return Entry("facilitator", role=role, body={"act": "ask_real", "discipline": discipline, "text": question})


def real_answered() -> Entry:
    """The question of this round to a real professional was answered."""
    return Entry("facilitator", body={"act": "real_answered"})


def joined(seat: int, participant: Participant, role: str = "") -> Entry:
    """Somebody takes place at a seat (and plays it, if nobody did); `role` for a new seat, numbered after the last."""
    body: dict[str, object] = {"discipline": participant.discipline, "name": participant.name}
    return Entry("joined", seat=seat, body={**body, "role": role} if role else body)


def left(seat: int) -> Entry:
    """A seat is empty from now on: its role follows its policy."""
    return Entry("left", seat=seat)


def debrief_opened(*, by_clock: bool = False) -> Entry:
    """The group goes to the debrief, after the last week or earlier; `by_clock` when the time for play was over."""
    return Entry("debrief_opened", body={"by": "clock"} if by_clock else {})


def closed() -> Entry:
    """The session is over."""
    return Entry("closed")
