import numpy as np
import pytest

from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State
from tests.rules.table import CASE, decide, running, start, weeks, with_levels

MANY = 3000


def broken(state: State) -> float:
    return float((weeks(state, 13).breaches[state.active] > 0).mean())


def test_a_ban_is_broken_less_often_when_breaches_are_followed_up() -> None:
    # 24 % registered and about twice that by victims' own account (fischer_2019)
    steady = with_levels(running(start(MANY), "ban"), fixation=1.0)
    followed = running(steady, "supervision")
    assert 0.3 < broken(steady) < 0.6
    assert broken(followed) < broken(steady) - 0.1


def test_without_a_ban_nothing_can_be_broken() -> None:
    assert broken(start(200)) == 0


def open_breach(weeks_open: int = 0, worlds: int = 1) -> State:
    return with_levels(running(start(worlds), "ban"), breach_weeks=weeks_open, drive=0.0)


def test_an_answered_breach_makes_belief_in_consequence_grow() -> None:
    state = open_breach()
    answered, silent = weeks(decide(state, "police/measure/answer")), weeks(state)
    assert answered.answered[0]
    assert answered.breach_weeks[0] == -1
    assert answered.belief[0] > silent.belief[0]


def test_a_breach_without_an_answer_in_time_halves_the_ban_and_costs_belief_and_trust() -> None:
    late = with_levels(open_breach(int(CASE.numbers["answer_weeks"])), reported=1)
    state = weeks(late)
    assert state.unanswered[0] == 1
    assert state.breach_weeks[0] == -1
    assert state.ban_force[0] == pytest.approx(0.5)
    assert state.belief[0] < late.belief[0] * 0.8
    assert state.trust[0] < late.trust[0] - 0.15
    assert state.trigger[0] > late.trigger[0] + 0.2


def test_a_breach_is_not_late_before_anybody_had_a_turn_since() -> None:
    noticed = with_levels(open_breach(), active=False)
    patience = int(CASE.numbers["answer_weeks"])
    assert weeks(noticed, patience + 10).unanswered[0] == 0
    turn = begin_round(CASE, weeks(noticed, 10), 2)
    assert weeks(turn, patience - 1).unanswered[0] == 0
    assert weeks(turn, patience).unanswered[0] == 1


def test_a_table_can_answer_in_its_first_turn_after_a_long_round() -> None:
    turn = begin_round(CASE, weeks(with_levels(open_breach(), active=False), 16), 2)
    state = weeks(decide(turn, "police/measure/answer"))
    assert state.answered[0]
    assert state.unanswered[0] == 0


def test_the_trust_of_a_victim_who_reported_nothing_is_not_touched() -> None:
    late = with_levels(open_breach(int(CASE.numbers["answer_weeks"])), reported=0)
    assert weeks(late).trust[0] == pytest.approx(late.trust[0], abs=0.05)


def test_a_ban_that_lost_force_holds_him_back_less() -> None:
    full = weeks(running(start(), "ban"))
    weak = weeks(with_levels(running(start(), "ban"), ban_force=0.25))
    assert weak.rate[0] > full.rate[0]


def test_a_new_ban_has_its_full_force() -> None:
    state = weeks(decide(with_levels(start(), ban_force=0.25), "prosecution/measure/ban"), 2)
    assert state.ban_force[0] == 1.0


def test_who_waits_in_a_controlled_way_has_an_answer_ready() -> None:
    def answered(state: State) -> float:
        eager = with_levels(running(state, "ban", "supervision"), drive=1.0, trigger=2.0, fixation=1.0)
        after = weeks(eager)
        return float(after.answered[after.breach == 2].mean())

    assert answered(start(MANY)) == 0
    assert answered(decide(start(MANY), "police/wait")) > 0.4
    assert answered(decide(start(MANY), "wijkteam/wait")) == 0  # has no measure that answers


def test_a_breach_counts_whether_or_not_somebody_saw_it() -> None:
    state = weeks(with_levels(running(start(MANY), "ban"), drive=1.0, trigger=2.0))
    assert (state.breach == 1).any()
    assert (state.breach == 2).any()
    assert np.array_equal(state.breaches > 0, state.breach > 0)
    assert not (state.breach_weeks[state.breach == 1] >= 0).any()


def test_a_man_in_custody_breaks_no_ban() -> None:
    state = with_levels(running(start(MANY), "ban", "remand"), drive=1.0, trigger=2.0)
    assert not weeks(state).breaches.any()
