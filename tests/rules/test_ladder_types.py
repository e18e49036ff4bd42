"""Stepping stones, types of stalker, and the watershed of two weeks."""

import numpy as np
import pytest

from tabletop.case.case import Case
from tabletop.rules.contact import deterrence
from tabletop.rules.phases import show_stages
from tabletop.rules.state import State, changed
from tests.case.small_pack import fact, measure, number
from tests.rules.other_cases import case_with, run, without_luck
from tests.rules.table import CASE, start, weeks, with_levels
from tests.rules.test_worked_checks import hazard_of_stopping, men, monthly, passing

MANY = 3000


def rungs(state: State) -> set[float]:
    """Rungs of the worst incidents of a week."""
    kinds = CASE.pack.incidents.incidents
    return {kinds[place].rung for place in weeks(state).incident.tolist() if place >= 0}


def test_he_climbs_by_stepping_stones_and_nothing_above_his_rung_happens() -> None:
    low, high = (rungs(with_levels(start(MANY), ladder=rung)) for rung in (0.1, 0.9))
    assert max(low) <= 0.11
    assert max(high) > 0.6


def test_he_climbs_while_it_goes_on_slower_when_he_believes_and_comes_down_in_quiet() -> None:
    bold, wary = (with_levels(start(MANY), ladder=0.4, fixation=1.0, belief=level) for level in (0.1, 0.9))
    active = weeks(bold, 4).active & weeks(wary, 4).active
    climbed = [weeks(state, 4).ladder[active].mean() - 0.4 for state in (bold, wary)]
    assert climbed[0] > climbed[1] > 0
    quiet = with_levels(bold, active=False, clock=50.0)
    assert (weeks(quiet, 4).ladder < 0.4).all()


def test_one_climbs_faster_than_another_and_stays_so() -> None:
    state = start(MANY)
    assert state.pace.min() < 0.3
    assert state.pace.max() > 1.7
    assert state.pace.mean() == pytest.approx(1.0, abs=0.05)
    later = weeks(state, 5)
    assert np.array_equal(later.pace, state.pace)
    climbed, fast = later.ladder - state.ladder, state.pace > 1.5
    on = later.episode == 0
    assert climbed[on & fast].mean() > 2 * climbed[on & (state.pace < 0.5)].mean() > 0


def test_belief_in_consequence_holds_back_one_type_more_than_another() -> None:
    before, after = (deterrence(CASE, with_levels(start(200), belief=level)) for level in (0.3, 0.9))
    gained = before - after
    wronged = start(200).variant == 1
    assert gained[~wronged].min() > 1.3 * gained[wronged].max()


def test_who_has_not_stopped_after_two_weeks_usually_goes_on_for_months() -> None:
    """45 % early (mullen_2009), 0.08 to 0.14 a month from the third month on (purcell_2004, mullen_2009)."""
    fresh = men(fixation=0.0)
    *_, later = passing(fresh, 8)
    first = monthly(hazard_of_stopping(fresh, 2))
    then = monthly(hazard_of_stopping(changed(later, episode=np.where(later.active, 0, 1).astype(np.int8)), 16))
    assert 0.35 < first < 0.55
    assert 0.08 < then < 0.145


def test_nothing_sets_before_the_watershed() -> None:
    fresh = with_levels(start(MANY), fixation=0.0)
    one, four = weeks(fresh), weeks(fresh, 4)
    assert one.fixation.max() < 0.02
    assert four.fixation[four.episode == 0].min() > 0.1


def test_a_stage_does_not_flicker_at_its_bound() -> None:
    bound = CASE.numbers["stage_trigger"]
    before = start()
    entered = show_stages(CASE, with_levels(before, trigger=bound + 0.01), before)
    assert entered.stages[0] & 1
    assert show_stages(CASE, with_levels(entered, trigger=bound - 0.01), entered).stages[0] & 1
    assert not show_stages(CASE, with_levels(before, trigger=bound - 0.01), before).stages[0] & 1


PLANNING = 8
WEAPON = fact("weapon", "police", "means", appears={"week": 1})
ARMED = case_with(injects=[], facts=[WEAPON])
HELD = measure("held", "custody", "prosecution", effects={"access": {"home": number(0.0)}})
JAILED = case_with(HELD, injects=[])


def test_planning_needs_access_or_means() -> None:
    def plans(case: Case, *held: str) -> bool:
        state = without_luck(start(1, case=case), ladder=0.8, belief=0.1, drive=0.8, stage_weeks=5)
        state = run(case, state, *held)
        return bool(show_stages(case, state, state).stages[0] & PLANNING)

    assert plans(JAILED)
    assert not plans(JAILED, "held")
    armed = weeks(run(ARMED, start(1, case=ARMED), "remand"), 1, ARMED)
    armed = without_luck(armed, ladder=0.8, belief=0.1, drive=0.8, stage_weeks=5)
    assert show_stages(ARMED, armed, armed).stages[0] & PLANNING
