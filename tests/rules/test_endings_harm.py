import numpy as np
import pytest

from tabletop.rules.endings import CONTROLLED, ESCALATED, GOES_ON, STOPPED, endings, expected_harm
from tabletop.rules.state import State, changed
from tests.rules.table import CASE, running, start, weeks, with_levels


def end(state: State) -> int:
    return int(endings(CASE, state)[0])


def late(**levels: float) -> State:
    return changed(with_levels(start(), **levels), week=20)


def test_stopped_is_an_episode_that_is_over_for_eight_weeks() -> None:
    assert end(late(active=False, since=12)) == STOPPED
    assert end(late(active=False, since=13)) == GOES_ON


def test_controlled_is_eight_weeks_without_contact_while_a_frame_runs() -> None:
    assert end(running(late(weeks_quiet=8), "ban")) == CONTROLLED
    assert end(running(late(weeks_quiet=8), "alarm")) == GOES_ON
    assert end(late(weeks_quiet=8)) == GOES_ON


def test_an_episode_that_is_over_is_controlled_as_long_as_a_frame_holds_him() -> None:
    assert end(running(late(active=False, since=12), "ban")) == CONTROLLED
    assert end(running(late(active=False, since=13), "ban")) == GOES_ON


def test_escalated_is_ladder_and_contact_above_their_start() -> None:
    assert end(late(ladder=0.5, rate=9.0)) == ESCALATED
    assert end(late(ladder=0.5, rate=0.1)) == GOES_ON
    assert end(late(ladder=0.3, rate=9.0)) == GOES_ON


def test_the_impulse_of_the_day_is_no_escalation() -> None:
    calm = float(CASE.engine.variants.rate[int(late().variant[0])])
    assert end(late(ladder=0.5, rate=1.2 * calm)) == ESCALATED
    assert end(late(ladder=0.5, rate=1.2 * calm, trigger=0.5)) == GOES_ON


def test_doing_nothing_is_a_hundred() -> None:
    state = weeks(start(500), 12)
    assert expected_harm(CASE, state, state.harm.mean(axis=0)).mean() == pytest.approx(100)


def test_a_part_that_is_zero_under_doing_nothing_drops_out() -> None:
    state = weeks(start(50), 12)
    nothing = state.harm.mean(axis=0)
    nothing[4] = 0.0
    assert expected_harm(CASE, state, nothing).mean() == pytest.approx(100)


def test_harm_adds_up_what_each_week_is_expected_to_cost() -> None:
    first, second = weeks(start(5)), weeks(start(5), 2)
    assert np.allclose(second.harm[:, 1] - first.harm[:, 1], second.violence)
    assert np.allclose(second.harm[:, 2] - first.harm[:, 2], second.danger)
    assert np.allclose(second.harm[:, 3] - first.harm[:, 3], 1 - first.strength, atol=0.02)


def test_harm_is_expected_never_drawn() -> None:
    state = weeks(with_levels(start(2000), fixation=1.0))
    steady = state.active & (state.variant == 0)
    assert len(np.unique(state.danger[steady])) == 1
    assert len(np.unique(state.noticed[steady])) > 2
