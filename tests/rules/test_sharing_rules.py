import numpy as np

from tabletop.case.verbs import Extent, Topic, Way
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import changed
from tabletop.rules.weeks import end_round
from tests.rules.table import CASE, F, R, decide, knows, start, with_levels


def bit(fact: str) -> int:
    return 1 << F[fact]


def test_a_call_hands_a_fact_over_at_once() -> None:
    state = decide(start(), "police/share/old_reports/prosecution", way=Way.CALL)
    assert knows(state, "prosecution", "old_reports")
    assert state.told[0, R["police"], R["prosecution"]] == bit("old_reports")


def test_a_written_share_arrives_next_round_and_is_recorded() -> None:
    state = decide(start(), "police/share/old_reports/prosecution", way=Way.WRITTEN)
    assert not knows(state, "prosecution", "old_reports")
    assert state.recorded[0] == bit("old_reports")
    assert knows(begin_round(CASE, state, 2), "prosecution", "old_reports")


def test_a_signal_tells_only_that_there_is_something() -> None:
    state = decide(start(), "police/share/old_reports/prosecution", extent=Extent.SIGNAL)
    assert not knows(state, "prosecution", "old_reports")
    assert state.signals[0, R["prosecution"]] == bit("old_reports")


def test_a_written_signal_stays_a_signal_when_it_arrives() -> None:
    state = decide(start(), "police/share/old_reports/prosecution", extent=Extent.SIGNAL, way=Way.WRITTEN)
    later = begin_round(CASE, state, 2)
    assert not knows(later, "prosecution", "old_reports")
    assert later.signals[0, R["prosecution"]] == bit("old_reports")


def test_nobody_can_tell_what_nobody_told_them() -> None:
    state = decide(start(), "probation/share/old_reports/prosecution")
    assert not knows(state, "prosecution", "old_reports")


def test_a_visit_builds_more_trust_than_a_call_and_writing_none() -> None:
    who = (0, R["prosecution"], R["police"])
    gained = {
        way: decide(start(), "police/share/old_reports/prosecution", way=way).role_trust[who] - start().role_trust[who]
        for way in Way
    }
    assert gained[Way.VISIT] > gained[Way.CALL] > gained[Way.WRITTEN] == 0


def test_trust_is_directed() -> None:
    state = decide(start(), "police/share/old_reports/prosecution", way=Way.VISIT)
    back = (0, R["police"], R["prosecution"])
    assert state.role_trust[back] == start().role_trust[back]


def test_who_calls_or_visits_has_talked_and_who_writes_has_not() -> None:
    pair = (0, R["police"], R["prosecution"])
    assert decide(start(), "police/share/old_reports/prosecution", way=Way.CALL).talked[pair]
    assert not decide(start(), "police/share/old_reports/prosecution", way=Way.WRITTEN).talked[pair]


def test_a_share_costs_the_hours_of_its_channel_and_one_decision() -> None:
    before, after = start(), decide(start(), "police/share/old_reports/prosecution", way=Way.VISIT)
    assert before.hours[0, R["police"]] - after.hours[0, R["police"]] == 4
    assert before.acts[0, R["police"]] - after.acts[0, R["police"]] == 1


def test_everything_is_more_to_read_than_the_minimum() -> None:
    def work(extent: Extent) -> float:
        return float(decide(start(), "police/share/old_reports/wijkteam", extent=extent).overload[0, R["wijkteam"]])

    assert work(Extent.EVERYTHING) > work(Extent.MINIMUM) > work(Extent.SIGNAL) > 0


def test_a_copy_that_nobody_needed_is_counted_and_a_needed_one_is_not() -> None:
    assert decide(start(), "police/share/old_reports/prosecution").needless[0] == 0
    assert decide(start(), "police/share/old_reports/probation").needless[0] == 1


def test_an_address_given_away_counts_as_many_copies() -> None:
    state = decide(start(), "wijkteam/share/new_address/probation")
    assert state.needless[0] == 1 + CASE.numbers["address_copies"]


def test_telling_about_the_victim_without_a_ground_costs_the_victims_trust() -> None:
    assert decide(start(), "wijkteam/share/her_story/probation").trust[0] < start().trust[0]
    assert decide(start(), "wijkteam/share/her_story/veilig_thuis").trust[0] == start().trust[0]


def test_a_question_by_phone_is_open_at_once_and_a_written_one_next_round() -> None:
    pair = (0, R["police"], R["wijkteam"])
    asked = decide(start(), "wijkteam/ask/stalker/police", way=Way.CALL)
    assert asked.questions[pair] == 1 << Topic.STALKER
    written = decide(start(), "wijkteam/ask/stalker/police", way=Way.WRITTEN)
    assert written.questions[pair] == 0
    assert begin_round(CASE, written, 2).questions[pair] == 1 << Topic.STALKER


def test_an_answer_tells_closes_the_question_and_builds_trust() -> None:
    asked = decide(start(), "wijkteam/ask/stalker/police")
    answered = decide(asked, "police/answer/old_reports/wijkteam")
    assert knows(answered, "wijkteam", "old_reports")
    assert answered.questions[0, R["police"], R["wijkteam"]] == 0
    who = (0, R["wijkteam"], R["police"])
    assert answered.role_trust[who] > decide(asked, "police/share/old_reports/wijkteam").role_trust[who]


def test_a_refusal_costs_less_trust_than_silence() -> None:
    who = (0, R["wijkteam"], R["police"])
    asked = decide(start(), "wijkteam/ask/stalker/police")
    refused = end_round(CASE, decide(asked, "police/refuse/stalker/wijkteam"))
    ignored = end_round(CASE, asked)
    assert asked.role_trust[who] > refused.role_trust[who] > ignored.role_trust[who]
    assert not ignored.questions.any()


def test_answering_and_refusing_take_no_decision_of_the_turn() -> None:
    asked = decide(start(), "wijkteam/ask/stalker/police")
    assert decide(asked, "police/answer/old_reports/wijkteam").acts[0, R["police"]] == 2
    assert decide(asked, "police/refuse/stalker/wijkteam").acts[0, R["police"]] == 2


def test_only_who_asked_the_victim_knows_the_answer() -> None:
    state = decide(start(), "wijkteam/ask/consent/victim")
    assert state.consents[0] in (0, 1)
    heard = [state.consents[0] if role == "wijkteam" else -1 for role in CASE.roles]
    assert state.consent_heard[0].tolist() == heard


def test_the_victim_repeats_her_answer_as_long_as_her_trust_is_the_same() -> None:
    once = decide(with_levels(start(500), trust=0.5), "wijkteam/ask/consent/victim")
    again = decide(changed(once, week=3), "police/ask/consent/victim")
    assert 0.2 < once.consents.mean() < 0.8
    assert again.consents.tolist() == once.consents.tolist()


def test_trust_that_was_won_turns_some_refusals_and_no_consent() -> None:
    once = decide(with_levels(start(500), trust=0.3), "wijkteam/ask/consent/victim")
    again = decide(changed(with_levels(once, trust=0.8), week=3), "wijkteam/ask/consent/victim")
    assert (again.consents >= once.consents).all()
    assert again.consents.mean() > once.consents.mean() + 0.2


def test_a_role_goes_on_with_the_answer_it_heard_until_it_asks_again() -> None:
    said_yes = with_levels(start(), consents=1, consent_then=1.0)
    heard = said_yes.consent_heard.copy()
    heard[:, R["wijkteam"]] = 1
    withdrawn = decide(changed(said_yes, consent_heard=heard, trust=np.zeros(1), contact=np.ones(1)),
                       "police/ask/consent/victim")  # fmt: skip
    assert withdrawn.consents[0] == withdrawn.consent_heard[0, R["police"]] == 0
    assert withdrawn.consent_heard[0, R["wijkteam"]] == 1


def test_the_victim_consents_more_often_with_trust() -> None:
    low = decide(with_levels(start(2000), trust=0.1), "wijkteam/ask/consent/victim").consents.mean()
    high = decide(with_levels(start(2000), trust=0.9), "wijkteam/ask/consent/victim").consents.mean()
    assert high > low + 0.3


def test_what_is_written_down_counts_for_the_pattern_once() -> None:
    once = decide(start(), "police/share/old_reports/prosecution", way=Way.WRITTEN)
    twice = decide(once, "police/share/old_reports/probation", way=Way.WRITTEN)
    assert once.pattern[0] > start().pattern[0]
    assert twice.pattern[0] == once.pattern[0]


def test_overspent_hours_are_taken_from_the_next_round_and_leave_work() -> None:
    hours = start().hours.copy(order="K")
    hours[:, R["police"]] = -8
    later = begin_round(CASE, changed(start(), hours=hours), 2)
    assert later.hours[0, R["police"]] == CASE.hours[R["police"]] - 8
    assert later.overload[0, R["police"]] == 2
