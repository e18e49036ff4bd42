import numpy as np

from tabletop.rules.network import leak_chance
from tabletop.rules.running import sum_running
from tabletop.rules.state import State, changed
from tests.rules.table import CASE, M, R, running, start, weeks, with_levels


def chance(state: State) -> float:
    return float(leak_chance(CASE, state, sum_running(CASE, state))[0])


def test_advice_to_the_network_lowers_leaks() -> None:
    assert chance(running(start(), "advice")) < chance(start())


def test_each_needless_copy_adds_to_leaks_up_to_a_limit() -> None:
    assert chance(with_levels(start(), needless=10)) > chance(start())
    assert chance(with_levels(start(), needless=9999)) == CASE.numbers["leak_most"]


def test_a_leak_stirs_him_and_costs_the_victims_trust() -> None:
    many = start(3000)
    leaky = with_levels(many, needless=9999)
    assert weeks(leaky).trigger.mean() > weeks(many).trigger.mean() + 0.02
    assert weeks(leaky).trust.mean() < weeks(many).trust.mean()


def test_a_shelter_whose_place_is_known_gives_no_cover() -> None:
    hidden = weeks(running(with_levels(start(2000), needless=9999), "refuge"), 4)
    found = ~hidden.took[:, M["refuge"]]
    assert 0.2 < found.mean() < 0.7
    steady = hidden.active & (hidden.variant == 0)
    assert hidden.rate[steady & found].mean() > hidden.rate[steady & ~found].mean()


def test_work_that_waits_is_read_away_week_by_week() -> None:
    full = np.full_like(start().overload, 4.0)
    state = changed(start(), overload=full)
    left = [float(weeks(state, count).overload[0, R["police"]]) for count in (1, 2, 9)]
    assert left[0] > left[1] > left[2] == 0
