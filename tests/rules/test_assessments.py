"""An assessment of the stalker is fallible, holds until a change, and can be made anew."""

import numpy as np

from tabletop.case.verbs import Status
from tabletop.rules.measures import decider_picture
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State, changed
from tabletop.view.options import is_open
from tabletop.view.seat import see_seat
from tests.case.small_pack import measure
from tests.rules.other_cases import case_with, run, stands, without_luck
from tests.rules.table import R, decide, start, weeks

PROFILE = measure("profile", "assessment", "police", duration_weeks=26, supply=2, hinges_on=["mind"])
HOME_LIST = measure("home_list", "assessment", "police", "victim", duration_weeks=26, supply=2)
CASE = case_with(PROFILE, HOME_LIST, injects=[])
ROW = CASE.decisions.row["police/measure/profile"]


def assessed(worlds: int = 1) -> State:
    return changed(
        run(CASE, start(worlds, case=CASE), "profile", until=26, by=R["police"]), assessed=np.zeros(worlds, np.int8)
    )


def picture(state: State) -> float:
    """What the prosecution knows of the facts a ban hinges on."""
    worlds = np.arange(len(state.worlds))
    which = np.full(len(worlds), CASE.measures.ids.index("ban"))
    return float(decider_picture(CASE, state, worlds, which, np.full(len(worlds), R["prosecution"], np.int8)).mean())


def test_an_assessment_sharpens_the_picture_until_he_changes() -> None:
    current, blind = assessed(), start(1, case=CASE)
    assert picture(current) > picture(blind)
    assert picture(without_luck(current, stage_changes=1)) == picture(blind)


def test_an_assessment_that_was_made_after_the_change_counts() -> None:
    changed_man = without_luck(start(400, case=CASE), stage_changes=3)
    again = weeks(decide(changed_man, "police/measure/profile", CASE), 2, CASE)
    took = again.took[:, CASE.measures.ids.index("profile")]
    same = took & (again.stage_changes == 3)
    assert same.any()
    assert (again.assessed[same] == 3).all()


def test_an_assessment_fails_now_and_then() -> None:
    state = weeks(decide(start(3000, case=CASE), "police/measure/profile", CASE), 2, CASE)
    took = float(state.took[:, CASE.measures.ids.index("profile")].mean())
    assert 0.3 < took < 0.7  # the police know nothing of his mind here


def can_redo(state: State, role: str = "police", row: int = ROW) -> bool:
    return bool(is_open(CASE, see_seat(CASE, begin_round(CASE, state, 2), R[role]), row)[0])


def test_an_own_assessment_can_be_made_anew_after_some_weeks_and_no_sooner() -> None:
    patience = int(CASE.numbers["reassess_weeks"])
    assert not can_redo(weeks(assessed(), patience - 1, CASE))
    assert can_redo(weeks(assessed(), patience, CASE))


def test_what_is_no_assessment_of_the_stalker_is_not_made_anew_while_it_runs() -> None:
    state = weeks(run(CASE, start(1, case=CASE), "home_list", until=26, by=R["police"]), 9, CASE)
    assert not can_redo(state, row=CASE.decisions.row["police/measure/home_list"])


def test_making_it_anew_waits_for_its_lead_time_and_uses_the_supply() -> None:
    state = decide(begin_round(CASE, weeks(assessed(), 9, CASE), 2), "police/measure/profile", CASE)
    assert stands(CASE, state, "profile") is Status.REQUESTED
    assert state.attempts[0, CASE.measures.ids.index("profile")] == 2
    assert not can_redo(weeks(state, 12, CASE))


def test_whether_he_changed_does_not_show_in_what_can_be_done() -> None:
    state = weeks(assessed(), 9, CASE)
    assert can_redo(without_luck(state, stage_changes=5)) == can_redo(state)
