import numpy as np

from tabletop.case.conditions import AllOf, AnyOf, BitSet, FromWeek, InStage, LevelWithin, MeasureStands, NotSo
from tabletop.rules.meeting import close_meeting, open_meeting
from tabletop.rules.script import holds
from tests.rules.table import CASE, F, M, R, decide, knows, running, stands, start, weeks, with_levels


def test_holders_know_their_facts_from_the_start() -> None:
    assert knows(start(), "police", "old_reports")
    assert not knows(start(), "wijkteam", "old_reports")


def test_a_fact_appears_in_its_week() -> None:
    assert not knows(weeks(start(), 3), "prosecution", "hearing")
    assert knows(weeks(start(), 4), "prosecution", "hearing")


def test_a_fact_appears_when_its_condition_holds() -> None:
    assert not knows(weeks(start()), "probation", "bad_mood")
    assert knows(weeks(with_levels(start(), trigger=1.0)), "probation", "bad_mood")


def test_an_inject_happens_once_in_its_week() -> None:
    before, after = weeks(start(), 2), weeks(start(), 3)
    assert before.fired[0] == 0
    assert after.fired[0] == 1
    assert after.trigger[0] > before.trigger[0]
    assert weeks(start(), 4).trigger[0] < after.trigger[0]


def test_an_inject_reveals_a_fact_before_its_week() -> None:
    assert knows(weeks(start(), 3), "police", "hearing")
    assert not knows(weeks(start(), 3), "prosecution", "hearing")


def test_an_inject_keeps_him_away_for_some_weeks() -> None:
    rates = [float(weeks(start(), count).rate[0]) for count in (5, 6, 7, 8)]
    assert rates[1] == rates[2] == 0
    assert rates[0] > 0
    assert rates[3] > 0


def test_an_inject_waits_for_what_the_table_knows_and_starts_a_measure_that_nobody_decided() -> None:
    state = decide(decide(start(), "veiligheidshuis/call"), "police/bring/case_file")
    state = close_meeting(CASE, open_meeting(CASE, state, np.ones((1, len(R)), np.bool_)))
    assert stands(weeks(state, 3), "ban") == 0
    begun = weeks(state, 4)
    assert stands(begun, "ban") == 2
    assert begun.decided_by[0, M["ban"]] == -1
    assert stands(weeks(start(), 4), "ban") == 0


def test_an_inject_ends_a_measure() -> None:
    state = decide(decide(start(), "veiligheidshuis/call"), "police/bring/case_file")
    state = close_meeting(CASE, open_meeting(CASE, state, np.ones((1, len(R)), np.bool_)))
    assert stands(weeks(state, 7), "ban") == 3


def test_conditions_join_and_deny() -> None:
    state = weeks(running(start(), "ban"), 2)
    yes, no = FromWeek(2), FromWeek(3)
    assert holds(CASE, state, AllOf((yes, NotSo(no))))[0]
    assert holds(CASE, state, AnyOf((no, yes)))[0]
    assert not holds(CASE, state, AllOf((yes, no)))[0]
    assert holds(CASE, state, MeasureStands(M["ban"], ever=False))[0]
    assert not holds(CASE, state, BitSet("joint", F["hearing"]))[0]


def test_a_level_is_within_its_bounds_from_the_lower_to_below_the_upper() -> None:
    state = with_levels(start(), trust=0.5)
    assert holds(CASE, state, LevelWithin("trust", 0.5, None))[0]
    assert not holds(CASE, state, LevelWithin("trust", None, 0.5))[0]
    assert holds(CASE, state, LevelWithin("trust", 0.4, 0.6))[0]


def test_a_sign_of_a_stage_is_fallible_and_read_anew_after_a_change() -> None:
    sign = CASE.engine.facts.signs[0]
    many = start(4000)

    def shown(stages: int, changes: int) -> float:
        state = with_levels(many, stages=stages, stage_changes=changes)
        return float(holds(CASE, state, InStage(2), sign).mean())

    assert shown(4, 0) == 0
    assert abs(shown(4, 1) - CASE.numbers["sign_true"]) < 0.03
    assert abs(shown(0, 1) - CASE.numbers["sign_false"]) < 0.03
    first = holds(CASE, with_levels(many, stages=4, stage_changes=1), InStage(2), sign)
    second = holds(CASE, with_levels(many, stages=4, stage_changes=2), InStage(2), sign)
    assert (first != second).any()
