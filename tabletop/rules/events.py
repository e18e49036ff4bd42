"""What happened between two states of one world, in the past tense.

Events are read off two states; no stream of events runs along in a batch. `roles` are those who know of it at once;
`public` is what everybody would notice. All others learn of it only as far as facts reach them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from tabletop.case.case import Case
from tabletop.case.conditions import PHASES, STAGES
from tabletop.case.verbs import Status, Task, Topic
from tabletop.rules.state import State


class EventKind(StrEnum):
    """Kinds of events."""

    FACT_APPEARED = "FactAppeared"
    FACT_SHARED = "FactShared"
    SIGNAL_GIVEN = "SignalGiven"
    POST_ARRIVED = "PostArrived"
    QUESTION_ASKED = "QuestionAsked"
    QUESTION_ANSWERED = "QuestionAnswered"
    QUESTION_REFUSED = "QuestionRefused"
    QUESTION_IGNORED = "QuestionIgnored"
    CONSENT_ASKED = "ConsentAsked"
    MEASURE_DECIDED = "MeasureDecided"
    MEASURE_STARTED = "MeasureStarted"
    MEASURE_REFUSED = "MeasureRefused"
    MEASURE_ENDED = "MeasureEnded"
    INCIDENT = "Incident"
    BAN_BROKEN = "BanBroken"
    BREACH_ANSWERED = "BreachAnswered"
    BREACH_UNANSWERED = "BreachUnanswered"
    INJECT_FIRED = "InjectFired"
    MEETING_CALLED = "MeetingCalled"
    MEETING_HELD = "MeetingHeld"
    FACT_JOINED = "FactJoined"
    LEAD_GIVEN = "LeadGiven"
    AGREED = "Agreed"
    SCALED_UP = "ScaledUp"
    SCALED_DOWN = "ScaledDown"
    CAME_TO_STOP = "CameToStop"
    CAME_BACK = "CameBack"
    PHASE_REACHED = "PhaseReached"
    STAGE_REACHED = "StageReached"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; ids are those of content. What does not apply is empty."""

    kind: EventKind
    week: int
    roles: tuple[str, ...] = ()
    """Who knows of it at once."""
    public: bool = False
    """Everybody would notice."""
    role: str = ""
    other: str = ""
    fact: str = ""
    measure: str = ""
    subject: str = ""
    """Topic, task, phase, stage, kind of incident or inject: a word of content or of `case.verbs`, in lower case."""
    count: int = 0
    """How many contacts, for an incident; for consent 1 yes, 0 no."""


def events_between(case: Case, before: State, after: State) -> tuple[Event, ...]:
    """List what happened between two states of a batch of one.

    Raises `ValueError` for a batch of more.
    """
    if len(after.worlds) != 1:
        raise ValueError("events are read in a batch of one")
    return tuple(
        event
        for part in (_of_telling, _of_asking, _of_measures, _of_week, _of_script, _of_meeting)
        for event in part(case, before, after)
    )


def places(bits: int) -> Iterator[int]:
    """Give the places of the bits that are set.

    >>> list(places(9))
    [0, 3]
    """
    place = 0
    while bits:
        if bits & 1:
            yield place
        bits >>= 1
        place += 1


def _new(before: NDArray[np.generic], after: NDArray[np.generic], *at: int) -> Iterator[int]:
    """Give places of bits that were set in between, at a place behind the worlds axis."""
    return places(int(after[(0, *at)]) & ~int(before[(0, *at)]))


def _who(case: Case, flags: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(role for role, flag in zip(case.roles, flags, strict=True) if flag)


def _of_telling(case: Case, before: State, after: State) -> Iterator[Event]:
    week, facts, roles = before.week, case.facts.ids, case.roles
    if after.week != before.week:
        learnt = after.knows[0] & ~before.knows[0]
        for fact in places(int(np.bitwise_or.reduce(learnt))):
            fresh = (learnt & np.uint64(1 << fact)) != 0
            yield Event(EventKind.FACT_APPEARED, after.week, _who(case, fresh), fact=facts[fact])
    for giver, role in enumerate(roles):
        for receiver, other in enumerate(roles):
            for fact in _new(before.told, after.told, giver, receiver):
                yield _telling(case, after, week, (role, other), receiver, fact)
    for receiver, other in enumerate(roles):
        arrived = int(before.post[0, receiver]) & ~int(after.post[0, receiver])
        arrived |= int(before.post_signals[0, receiver]) & ~int(after.post_signals[0, receiver])
        for fact in places(arrived):
            yield Event(EventKind.POST_ARRIVED, week, (other,), other=other, fact=facts[fact])


def _telling(case: Case, after: State, week: int, pair: tuple[str, str], receiver: int, fact: int) -> Event:
    bit = np.uint64(1 << fact)
    on_its_way = bool((after.post[0, receiver] | after.post_signals[0, receiver]) & bit)
    whole = bool((after.post[0, receiver] | after.knows[0, receiver]) & bit)
    kind = EventKind.FACT_SHARED if whole else EventKind.SIGNAL_GIVEN
    giver, other = pair
    return Event(kind, week, (giver,) if on_its_way else pair, role=giver, other=other, fact=case.facts.ids[fact])


def _of_asking(case: Case, before: State, after: State) -> Iterator[Event]:
    week, roles = before.week, case.roles
    for asked, other in enumerate(roles):
        for asker, role in enumerate(roles):
            for topic in _new(before.questions | before.post_questions, after.questions, asked, asker):
                subject = Topic(topic).name.lower()
                yield Event(EventKind.QUESTION_ASKED, week, (role, other), role=role, other=other, subject=subject)
            for topic in _new(before.post_questions, after.post_questions, asked, asker):
                subject = Topic(topic).name.lower()
                yield Event(EventKind.QUESTION_ASKED, week, (role,), role=role, other=other, subject=subject)
            for topic in _new(after.questions, before.questions, asked, asker):
                kind = _closing(before, after, asked, asker)
                subject = Topic(topic).name.lower()
                yield Event(kind, week, (role, other), role=other, other=role, subject=subject)
    for asker, role in enumerate(roles):
        heard = int(after.consent_heard[0, asker])
        if heard != before.consent_heard[0, asker]:
            yield Event(EventKind.CONSENT_ASKED, week, (role,), role=role, count=heard)


def _closing(before: State, after: State, asked: int, asker: int) -> EventKind:
    """Say how a question was closed: a round that ends lets it lapse, an answer tells, else it was refused."""
    if after.round != before.round:
        return EventKind.QUESTION_IGNORED
    acted = after.hours[0, asked] != before.hours[0, asked]
    told = after.told[0, asked, asker] != before.told[0, asked, asker]
    return EventKind.QUESTION_ANSWERED if told or acted else EventKind.QUESTION_REFUSED


_OF_STATUS = {
    Status.REQUESTED: EventKind.MEASURE_DECIDED,
    Status.RUNNING: EventKind.MEASURE_STARTED,
    Status.ENDED: EventKind.MEASURE_ENDED,
    Status.REFUSED: EventKind.MEASURE_REFUSED,
}


def _of_measures(case: Case, before: State, after: State) -> Iterator[Event]:
    for measure in np.flatnonzero(after.status[0] != before.status[0]):
        decider = int(after.decided_by[0, measure])
        role = case.roles[decider] if decider >= 0 else ""
        kind = _OF_STATUS[Status(int(after.status[0, measure]))]
        public = bool(case.measures.visible[measure]) and kind is not EventKind.MEASURE_REFUSED
        who = (role,) if role else ()
        yield Event(kind, before.week, who, public or not role, role=role, measure=case.measures.ids[measure])


def _of_week(case: Case, before: State, after: State) -> Iterator[Event]:
    if after.week == before.week:
        return
    week, police = after.week, case.engine.office.police
    justice = (case.roles[police],) if police >= 0 else ()
    if after.incident[0] >= 0:
        kind = case.pack.incidents.incidents[int(after.incident[0])].id
        heard = _who(case, after.heard[0] > before.heard[0])
        yield Event(EventKind.INCIDENT, week, heard, subject=kind, count=int(after.noticed[0]))
    if after.breach[0]:
        yield Event(EventKind.BAN_BROKEN, week, justice if after.breach[0] > 1 else (), count=int(after.breach[0]))
    if after.answered[0]:
        yield Event(EventKind.BREACH_ANSWERED, week, justice)
    if after.unanswered[0] > before.unanswered[0]:
        yield Event(EventKind.BREACH_UNANSWERED, week, justice)
    if after.active[0] != before.active[0]:
        yield Event(EventKind.CAME_BACK if after.active[0] else EventKind.CAME_TO_STOP, week)
    for phase in _new(before.phases, after.phases):
        yield Event(EventKind.PHASE_REACHED, week, subject=PHASES[phase])
    for stage in _new(before.stages, after.stages):
        yield Event(EventKind.STAGE_REACHED, week, subject=STAGES[stage])


def _of_script(case: Case, before: State, after: State) -> Iterator[Event]:
    for place in _new(before.fired, after.fired):
        inject = case.pack.scenario.injects[place]
        yield Event(EventKind.INJECT_FIRED, after.week, public=inject.news is not None, subject=inject.id)


def _of_meeting(case: Case, before: State, after: State) -> Iterator[Event]:
    week, roles = before.week, case.roles
    table = _who(case, after.table[0])
    caller = int(after.caller[0])
    if caller >= 0 and before.caller[0] < 0:
        yield Event(EventKind.MEETING_CALLED, week, roles, public=True, role=roles[caller])
    if after.meetings[0] > before.meetings[0]:
        yield Event(EventKind.MEETING_HELD, week, table, public=True, count=len(table))
    for fact in _new(before.joint, after.joint):
        yield Event(EventKind.FACT_JOINED, week, table, fact=case.facts.ids[fact])
    for task in Task:
        role = int(after.tasks[0, task])
        if role >= 0 and role != before.tasks[0, task]:
            yield Event(EventKind.LEAD_GIVEN, week, table, public=True, role=roles[role], subject=task.name.lower())
    changed = (after.agreement_owner[0] != before.agreement_owner[0]) | (
        after.agreement_due[0] != before.agreement_due[0]
    )
    for measure in np.flatnonzero(changed):
        owner = roles[int(after.agreement_owner[0, measure])]
        due = int(after.agreement_due[0, measure])
        yield Event(EventKind.AGREED, week, table, True, role=owner, measure=case.measures.ids[measure], count=due)
    yield from _of_scaling(before, after)


def _of_scaling(before: State, after: State) -> Iterator[Event]:
    if after.scaled[0] > before.scaled[0]:
        yield Event(EventKind.SCALED_UP, before.week, public=True)
    if after.let_go[0] and after.let_go[0] != before.let_go[0]:
        yield Event(EventKind.SCALED_DOWN, before.week, public=True, count=int(after.let_go[0]))
