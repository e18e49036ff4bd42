"""Processes of the chain that can be decided: who looks, who takes it up, who stays, and what goes wrong with each."""

from functools import cache

import numpy as np
import pytest

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.case.verbs import Need, Status
from tabletop.content.library import load_pack
from tabletop.content.specs.common import StalkerType
from tabletop.rules.script import fire_injects
from tabletop.rules.state import State, changed
from tests.rules.other_cases import run, stands, without_luck
from tests.rules.table import decide, start, weeks

DECIDED = [
    ("opvang", "mda", "veilig_thuis"),
    ("opvang", "quarterly_review", "veiligheidshuis"),
    ("opvang", "administrative_approach", "municipality"),
    ("opvang", "sash", "police"),
    ("omgang", "screening", "veiligheidshuis"),
    ("omgang", "quick_win", "veiligheidshuis"),
    ("omgang", "quarterly_review", "veilig_thuis"),
    ("omgang", "year_handover", "veilig_thuis"),
    ("omgang", "police_note", "wijkteam"),
]


@cache
def case_of(scenario: str) -> Case:
    return compile_case(load_pack(scenario), long=True)


def at(case: Case, week: int) -> State:
    """A world in which so many weeks have gone by without a script."""
    return changed(start(1, case=case), week=week)


def knowing(case: Case, state: State, role: str, *facts: str) -> State:
    knows = state.knows.copy(order="K")
    for fact in facts or case.facts.ids:
        knows[:, case.roles.index(role)] |= np.uint64(1 << case.facts.ids.index(fact))
    return changed(state, knows=knows)


def has_fired(case: Case, state: State, inject: str) -> bool:
    place = [spec.id for spec in case.pack.scenario.injects].index(inject)
    return bool(int(state.fired[0]) >> place & 1)


def scripted(scenario: str, week: int, *measures: str, knows: tuple[str, str] | None = None) -> tuple[Case, State]:
    """What the script does in a week in which these measures run and a role knows a fact."""
    case = case_of(scenario)
    state = run(case, at(case, week), *measures)
    return case, fire_injects(case, knowing(case, state, *knows) if knows else state)


def sparks(scenario: str, measure: str, kind: StalkerType) -> float:
    spec = case_of(scenario).pack.measures[measure]
    return spec.backfire[kind].value if kind in spec.backfire else 0.0


@pytest.mark.parametrize(("scenario", "measure", "role"), DECIDED)
def test_each_process_can_be_decided_by_who_has_the_power(scenario: str, measure: str, role: str) -> None:
    case = case_of(scenario)
    state = decide(start(1, case=case), f"{role}/measure/{measure}", case)
    assert stands(case, state, measure) in (Status.REQUESTED, Status.RUNNING)


def test_the_specialist_team_takes_weeks_to_start() -> None:
    case = case_of("opvang")
    state = decide(start(1, case=case), "veilig_thuis/measure/mda", case)
    assert stands(case, weeks(state, 4, case), "mda") is Status.REQUESTED
    assert stands(case, weeks(state, 5, case), "mda") is Status.REFUSED
    assert case.pack.measures["mda"].duration_weeks == 52


def test_the_specialist_team_starts_only_on_a_picture_of_acute_and_lasting_danger() -> None:
    case = case_of("opvang")
    decided = decide(start(1, case=case), "veilig_thuis/measure/mda", case)
    blind = weeks(decided, 5, case)
    assert blind.lacked[0, case.measures.ids.index("mda")] == 1 << Need.PICTURE
    assert stands(case, weeks(knowing(case, decided, "veilig_thuis"), 5, case), "mda") is Status.RUNNING


def test_a_team_that_does_not_see_the_stalking_puts_both_at_one_table() -> None:
    case, blind = scripted("opvang", 8, "mda")
    assert has_fired(case, blind, "all_at_one_table")
    assert not has_fired(case, blind, "tables_apart")
    assert blind.trigger[0] > fire_injects(case, at(case, 8)).trigger[0]


def test_a_team_that_sees_the_control_meets_them_apart() -> None:
    case, seeing = scripted("opvang", 8, "mda", knows=("veilig_thuis", "moved_along"))
    assert has_fired(case, seeing, "tables_apart")
    assert not has_fired(case, seeing, "all_at_one_table")


@pytest.mark.parametrize("measure", ["mda", "administrative_approach"])
def test_who_feels_wronged_is_stirred_most_by_what_the_chain_aims_at_him(measure: str) -> None:
    assert sparks("opvang", measure, "resentful") > sparks("opvang", measure, "rejected") > 0


def test_means_of_the_town_hall_on_top_of_a_ban_are_too_much_at_once() -> None:
    case, alone = scripted("opvang", 9, "administrative_approach")
    _, stacked = scripted("opvang", 9, "administrative_approach", "area_order")
    assert not has_fired(case, alone, "letters_all_at_once")
    assert has_fired(case, stacked, "letters_all_at_once")
    assert stacked.trigger[0] > alone.trigger[0]


def test_means_of_the_town_hall_work_better_on_what_partners_told() -> None:
    case = case_of("opvang")
    state = run(case, at(case, 9), "administrative_approach")
    state = knowing(case, knowing(case, state, "child_protection", "school_run"), "municipality", "brother_calls")
    after = fire_injects(case, state)
    assert has_fired(case, after, "route_for_another")
    assert after.belief[0] > state.belief[0]
    assert after.drive[0] < state.drive[0]


def test_a_stalking_screening_is_no_assessment_of_the_stalker_and_grows_old() -> None:
    case = case_of("opvang")
    assert not case.engine.effects.redone[case.measures.ids.index("sash")]
    ended = weeks(decide(start(1, case=case), "police/measure/sash", case), 14, case)
    assert stands(case, ended, "sash") is Status.ENDED
    assert has_fired(case, fire_injects(case, ended), "sash_of_then")


def test_a_screening_takes_up_what_partners_told_and_turns_down_a_thin_story() -> None:
    case, told = scripted("omgang", 2, "screening", knows=("veiligheidshuis", "one_timeline"))
    assert has_fired(case, told, "taken_up")
    thin = weeks(decide(start(1, case=case), "veiligheidshuis/measure/screening", case), 6, case)
    assert has_fired(case, thin, "turned_down_again")
    assert not has_fired(case, thin, "taken_up")


def test_a_quick_win_costs_eight_hours_and_can_be_done_twice() -> None:
    case = case_of("omgang")
    spec = case.pack.measures["quick_win"]
    assert (spec.hours, spec.supply) == (8, 2)
    before, after = start(1, case=case), decide(start(1, case=case), "veiligheidshuis/measure/quick_win", case)
    place = case.roles.index("veiligheidshuis")
    assert before.hours[0, place] - after.hours[0, place] == 4 * spec.hours


def test_after_a_quick_win_without_a_plan_nobody_holds_it() -> None:
    case = case_of("omgang")
    state = weeks(decide(start(1, case=case), "veiligheidshuis/measure/quick_win", case), 8, case)
    assert stands(case, state, "quick_win") is Status.ENDED
    assert has_fired(case, state, "nobody_holds_it")


def test_a_review_comes_back_every_three_months_as_often_as_a_year_has_quarters() -> None:
    spec = case_of("opvang").pack.measures["quarterly_review"]
    assert (spec.duration_weeks, spec.supply) == (13, 4)


def test_a_review_that_knows_why_it_is_quiet_keeps_the_file_open() -> None:
    case = case_of("opvang")
    calm = changed(run(case, at(case, 12), "quarterly_review"), weeks_quiet=np.array([3], np.int16))
    known = changed(calm, joint=calm.joint | np.uint64(1 << case.facts.ids.index("course_elsewhere")))
    assert not has_fired(case, fire_injects(case, calm), "reason_on_the_agenda")
    assert has_fired(case, fire_injects(case, known), "reason_on_the_agenda")


def test_a_hand_over_needs_a_review_that_runs() -> None:
    case = case_of("omgang")
    decided = decide(knowing(case, at(case, 30), "veilig_thuis"), "veilig_thuis/measure/year_handover", case)
    alone = weeks(decided, 9, case)
    assert alone.lacked[0, case.measures.ids.index("year_handover")] == 1 << Need.RUNNING
    reviewed = weeks(run(case, decided, "quarterly_review"), 9, case)
    assert stands(case, reviewed, "year_handover") is Status.RUNNING


@pytest.mark.parametrize("told", [False, True])
def test_a_hand_over_is_as_warm_as_what_the_social_team_was_told(told: bool) -> None:
    knows = ("wijkteam", "at_her_fathers") if told else None
    case, after = scripted("omgang", 40, "year_handover", knows=knows)
    assert has_fired(case, after, "handed_over_in_person") is told
    assert has_fired(case, after, "handed_over_by_mail") is not told


def test_a_report_without_a_complaint_needs_no_yes_and_adds_to_the_pattern() -> None:
    case = case_of("omgang")
    unwilling = without_luck(start(400, case=case), consents=0)
    after = weeks(decide(unwilling, "wijkteam/measure/police_note", case), 1, case)
    assert after.pattern.mean() > weeks(unwilling, 1, case).pattern.mean()
    assert not case.engine.effects.needs_consent[case.measures.ids.index("police_note")]
