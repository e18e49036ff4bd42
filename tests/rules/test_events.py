import numpy as np
import pytest

from tabletop.case.verbs import Extent, Way
from tabletop.rules.events import Event, EventKind, events_between
from tabletop.rules.meeting import close_meeting, open_meeting
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State
from tabletop.rules.weeks import end_round
from tests.rules.table import CASE, R, decide, running, start, weeks, with_levels


def only(before: State, after: State, kind: EventKind) -> list[Event]:
    return [event for event in events_between(CASE, before, after) if event.kind is kind]


def test_a_share_is_known_to_giver_and_receiver() -> None:
    before = start()
    (event,) = events_between(CASE, before, decide(before, "police/share/old_reports/prosecution"))
    assert event == Event(
        EventKind.FACT_SHARED, 0, ("police", "prosecution"), role="police", other="prosecution", fact="old_reports"
    )


def test_a_signal_is_its_own_event() -> None:
    before = start()
    after = decide(before, "police/share/old_reports/prosecution", extent=Extent.SIGNAL)
    assert [event.kind for event in events_between(CASE, before, after)] == [EventKind.SIGNAL_GIVEN]


def test_a_letter_is_known_to_the_receiver_when_it_arrives() -> None:
    before = start()
    sent = decide(before, "police/share/old_reports/prosecution", way=Way.WRITTEN)
    assert only(before, sent, EventKind.FACT_SHARED)[0].roles == ("police",)
    (arrived,) = only(sent, begin_round(CASE, sent, 2), EventKind.POST_ARRIVED)
    assert arrived.roles == ("prosecution",)


@pytest.mark.parametrize(
    ("id_", "kind"),
    [("police/answer/old_reports/wijkteam", "QuestionAnswered"), ("police/refuse/stalker/wijkteam", "QuestionRefused")],
)
def test_a_question_is_asked_and_closed(id_: str, kind: str) -> None:
    before = start()
    asked = decide(before, "wijkteam/ask/stalker/police")
    (question,) = events_between(CASE, before, asked)
    assert (question.kind, question.role, question.other, question.subject) == (
        EventKind.QUESTION_ASKED, "wijkteam", "police", "stalker",
    )  # fmt: skip
    assert len(only(asked, decide(asked, id_), EventKind(kind))) == 1


def test_a_question_that_lapses_is_ignored() -> None:
    asked = decide(start(), "wijkteam/ask/stalker/police")
    assert len(only(asked, end_round(CASE, asked), EventKind.QUESTION_IGNORED)) == 1


def test_only_who_asked_hears_of_consent() -> None:
    before = start()
    (event,) = events_between(CASE, before, decide(before, "wijkteam/ask/consent/victim"))
    assert (event.kind, event.roles) == (EventKind.CONSENT_ASKED, ("wijkteam",))


def test_a_measure_is_decided_started_and_ended_for_its_decider() -> None:
    before = start()
    decided = decide(before, "prosecution/measure/ban")
    states = [before, decided, weeks(decided, 2), weeks(decided, 10)]
    kinds = [EventKind.MEASURE_DECIDED, EventKind.MEASURE_STARTED, EventKind.MEASURE_ENDED]
    for one, two, kind in zip(states, states[1:], kinds, strict=False):
        (event,) = only(one, two, kind)
        assert (event.roles, event.measure, event.public) == (("prosecution",), "ban", False)


def test_a_measure_that_lacked_something_is_refused_to_its_decider() -> None:
    decided = decide(start(), "prosecution/measure/strict_ban")
    (event,) = only(decided, weeks(decided), EventKind.MEASURE_REFUSED)
    assert event.roles == ("prosecution",)


def test_a_new_fact_is_known_to_its_holders_alone() -> None:
    before = weeks(start(), 3)
    (event,) = only(before, weeks(before), EventKind.FACT_APPEARED)
    assert (event.fact, event.roles) == ("hearing", ("prosecution",))


def test_an_incident_is_known_to_who_was_told() -> None:
    before = with_levels(start(), drive=1.0, awareness=1.0)
    after = weeks(before)
    (event,) = only(before, after, EventKind.INCIDENT)
    assert event.count == after.noticed[0]
    assert "wijkteam" in event.roles
    assert ("police" in event.roles) == bool(after.reports[0])


def test_a_broken_ban_is_a_matter_of_the_police_and_an_unseen_one_of_nobody() -> None:
    state = with_levels(running(start(400), "ban"), drive=1.0, trigger=2.0)
    after = weeks(state)
    for seen, roles in ((1, ()), (2, ("police",))):
        world = int(np.flatnonzero(after.breach == seen)[0])
        alone = with_levels(running(begin(world), "ban"), drive=1.0, trigger=2.0)
        (event,) = only(alone, weeks(alone), EventKind.BAN_BROKEN)
        assert event.roles == roles


def begin(world: int) -> State:
    return begin_round(CASE, opening(CASE, 1, np.array([world], np.uint64)), 2)


def test_a_meeting_is_public_and_what_was_said_there_is_not() -> None:
    before = decide(start(), "police/bring/old_reports")
    called = decide(before, "veiligheidshuis/call")
    assert only(before, called, EventKind.MEETING_CALLED)[0].public
    present = np.array([[role != "wijkteam" for role in R]])
    opened = open_meeting(CASE, called, present)
    (joined,) = only(called, opened, EventKind.FACT_JOINED)
    assert not joined.public
    assert "wijkteam" not in joined.roles
    lead = decide(opened, "table/lead/process_lead/veiligheidshuis")
    assert only(opened, lead, EventKind.LEAD_GIVEN)[0].role == "veiligheidshuis"
    agreed = decide(lead, "table/agree/ban/prosecution")
    assert only(lead, agreed, EventKind.AGREED)[0].measure == "ban"
    assert only(agreed, close_meeting(CASE, agreed), EventKind.MEETING_HELD)[0].count == 5


def test_that_he_stopped_is_known_to_nobody() -> None:
    before = start()
    (event,) = only(before, with_levels(weeks(before), active=False), EventKind.CAME_TO_STOP)
    assert event.roles == ()
    assert not event.public


def test_a_scene_with_news_is_public() -> None:
    before = weeks(start(), 2)
    (event,) = only(before, weeks(before), EventKind.INJECT_FIRED)
    assert (event.subject, event.public) == ("birthday", True)


def test_a_phase_is_reached_once() -> None:
    before = start()
    tired = weeks(with_levels(before, strength=0.2))
    reached = {event.subject for event in only(before, tired, EventKind.PHASE_REACHED)}
    assert "exhaustion" in reached
    assert not only(tired, tired, EventKind.PHASE_REACHED)


def test_events_are_for_a_batch_of_one() -> None:
    with pytest.raises(ValueError, match="batch of one"):
        events_between(CASE, start(2), start(2))
