import numpy as np
import pytest

from tabletop.case.verbs import Task
from tabletop.rules.contact import report_chance
from tabletop.rules.state import State, changed
from tests.rules.table import CASE, R, decide, running, start, weeks, with_levels

MANY = 4000


def reported_share(trust: float) -> float:
    state = weeks(with_levels(start(MANY), trust=trust))
    return float(state.reports.sum() / state.noticed.sum())


def test_what_a_victim_who_trusts_nobody_suffers_is_hardly_reported() -> None:
    low, middle, high = (reported_share(trust) for trust in (0.25, 0.55, 0.8))
    assert low < middle < high
    assert low < 0.25
    assert high > 0.4


def test_reporting_depends_on_trust_and_strength() -> None:
    weak = report_chance(CASE, with_levels(start(), strength=0.1))
    assert weak < report_chance(CASE, with_levels(start(), strength=0.9))


def test_the_police_hear_what_is_reported_and_a_partner_at_her_side_hears_more() -> None:
    state = weeks(start(MANY), 4)
    assert np.array_equal(state.heard[:, R["police"]], state.reported)
    assert np.array_equal(state.heard[:, R["wijkteam"]], state.contacts)
    assert not state.heard[:, R["probation"]].any()


def test_trust_grows_when_a_report_is_followed_by_something_and_falls_when_not() -> None:
    plain = with_levels(start(MANY), fixation=1.0)
    tasks = plain.tasks.copy(order="K")
    tasks[:, Task.CASE_LEAD] = R["wijkteam"]
    heard = weeks(changed(plain, tasks=tasks))
    ignored = weeks(plain)
    reported = ignored.reports > 0
    assert heard.trust[reported].mean() > plain.trust[0] > ignored.trust[reported].mean()


def test_burden_wears_the_victim_out_and_quiet_lets_her_recover() -> None:
    loud = weeks(with_levels(start(200), drive=1.0, burden=1.0, fixation=1.0), 6).strength.mean()
    quiet = weeks(with_levels(start(200), quiet_until=20), 6).strength.mean()
    assert loud < start().strength[0] < quiet


def test_no_contact_advice_lowers_contact_by_the_victim() -> None:
    assert weeks(running(start(), "advice"), 6).contact[0] < weeks(start(), 6).contact[0]


def test_contact_by_the_victim_feeds_him() -> None:
    answers, silent = (weeks(with_levels(start(), contact=level)) for level in (0.8, 0.0))
    assert answers.rate[0] > silent.rate[0]
    assert answers.drive[0] > silent.drive[0]


def test_being_aware_she_notices_more() -> None:
    blind, aware = (weeks(with_levels(start(MANY), awareness=level)).noticed.mean() for level in (0.0, 1.0))
    assert aware > 1.5 * blind


def stopped(state: State, count: int) -> float:
    return float((weeks(state, count).episode > 0).mean())


def test_almost_half_stop_unaided_in_the_first_month_and_few_with_a_fixed_pattern() -> None:
    # 45 % stop within two weeks, range .35 to .55 (mullen_2009); mean 22 months with a fixed pattern (spitzberg)
    assert 0.35 < stopped(with_levels(start(MANY), fixation=0.0), 4) < 0.55
    assert stopped(with_levels(start(MANY), fixation=1.0), 4) < 0.06


def test_belief_in_consequence_speeds_up_stopping() -> None:
    assert stopped(with_levels(start(MANY), belief=0.9), 8) > stopped(with_levels(start(MANY), belief=0.1), 8)


def test_who_stopped_comes_back_more_often_when_the_case_was_let_go_without_a_reason() -> None:
    quiet = with_levels(start(MANY), active=False, clock=start(MANY).clock)
    quiet = changed(quiet, clock=weeks(start(MANY)).clock)

    def came_back(let_go: int) -> float:
        return float(weeks(with_levels(quiet, let_go=let_go), 12).active.mean())

    assert came_back(1) > came_back(0) * 1.2
    assert came_back(2) == came_back(0)


def test_scaling_down_counts_as_checked_when_the_role_knows_his_side() -> None:
    blind = decide(start(), "veiligheidshuis/scale/down")
    assert blind.let_go[0] == 1
    assert decide(start(), "police/scale/down").let_go[0] == 2


def test_scaling_down_ends_alarms() -> None:
    state = decide(running(start(), "alarm", "ban"), "veiligheidshuis/scale/down")
    assert (state.status[0] == 3).sum() == 1


def test_the_pattern_becomes_fixed_with_time() -> None:
    state = start(50)
    assert (weeks(state, 4).fixation[state.active] > state.fixation[state.active]).any()


def test_a_trigger_fades() -> None:
    assert weeks(with_levels(start(), trigger=1.0)).trigger[0] == pytest.approx(CASE.numbers["trigger_fade"], abs=0.2)


def test_a_trigger_makes_contact_and_violence_likelier() -> None:
    calm, stirred = weeks(start()), weeks(with_levels(start(), trigger=1.0))
    assert stirred.rate[0] > 1.5 * calm.rate[0]
    assert stirred.violence[0] > 1.3 * calm.violence[0]


def test_held_in_custody_he_reaches_nobody_but_by_phone() -> None:
    held, free = weeks(running(start(), "remand")), weeks(start())
    assert 0 < held.rate[0] < 0.2 * free.rate[0]
    assert held.danger[0] == pytest.approx(0, abs=1e-5)


def test_custody_that_was_suspended_holds_nobody() -> None:
    assert weeks(running(start(), "remand", took=False)).rate[0] == pytest.approx(weeks(start()).rate[0], rel=0.05)


def test_no_set_of_measures_makes_danger_vanish() -> None:
    everything = running(with_levels(start(), belief=1.0, plan=1.0), "ban", "alarm", "supervision")
    assert weeks(everything).danger[0] > 0.2 * weeks(start()).danger[0]
