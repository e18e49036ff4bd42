"""The victim's ambivalence as an effect of coercion, false calm, and proof apart from the pattern."""

import numpy as np

from tabletop.rules.endings import CONTROLLED, endings
from tabletop.rules.measures import consent_chance
from tabletop.rules.meeting import close_meeting, open_meeting
from tabletop.rules.state import State, changed
from tests.rules.table import CASE, R, decide, running, stands, start, weeks, with_levels

MANY = 3000


def willing(**levels: float) -> float:
    return float(consent_chance(CASE, with_levels(start(), **levels), np.array([0]))[0])


def test_who_keeps_contact_under_pressure_wants_less_of_the_chain() -> None:
    assert willing(contact=0.8) < willing(contact=0.1) - 0.1


def test_a_worn_out_victim_goes_back_to_contact_and_a_rested_one_lets_go() -> None:
    tired, rested = (weeks(with_levels(start(50), strength=level), 6).contact.mean() for level in (0.2, 0.95))
    assert tired > start().contact[0] > rested


def test_what_is_suffered_in_silence_leaves_the_police_without_news_while_it_goes_on() -> None:
    silent, trusting = (weeks(with_levels(start(MANY), trust=level, fixation=1.0), 4) for level in (0.05, 0.9))
    assert silent.contacts.mean() > 0.8 * trusting.contacts.mean()
    assert silent.heard[:, R["police"]].mean() < 0.4 * trusting.heard[:, R["police"]].mean()
    assert silent.danger.mean() > 0.9 * trusting.danger.mean()


def test_reports_make_proof_and_no_pattern() -> None:
    state = with_levels(start(MANY), trust=0.9, fixation=1.0)
    after = weeks(state, 4)
    reported = after.reported > 3
    assert (after.proof[reported] > state.proof[reported] + 0.04).all()
    assert np.array_equal(after.pattern, state.pattern)


def test_joining_what_each_has_makes_a_pattern_and_no_proof() -> None:
    called = decide(decide(start(), "veiligheidshuis/call"), "police/bring/old_reports")
    joined = close_meeting(CASE, open_meeting(CASE, called, np.ones((1, len(R)), np.bool_)))
    assert joined.pattern[0] > called.pattern[0]
    assert joined.proof[0] == called.proof[0]


def test_a_gate_for_proof_stays_shut_for_a_pattern() -> None:
    state = with_levels(start(), pattern=1.0, proof=0.2)
    assert stands(weeks(decide(state, "prosecution/measure/strict_ban")), "strict_ban").name == "REFUSED"


def quiet_under(measure: str) -> int:
    state: State = changed(with_levels(start(), weeks_quiet=8), week=20)
    return int(endings(CASE, running(state, measure))[0])


def test_a_secret_address_counts_as_control_and_an_alarm_does_not() -> None:
    """In the worst case only moving away helps (thesis_2018)."""
    assert quiet_under("refuge") == CONTROLLED
    assert quiet_under("alarm") != CONTROLLED
