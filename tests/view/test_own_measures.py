"""What a role knows of measures it took, of those another took after it, and of those the script starts."""

from dataclasses import replace

import numpy as np

from tabletop.case.compiling import compile_case
from tabletop.case.verbs import Status
from tabletop.rules.meeting import open_meeting
from tabletop.rules.script import fire_now
from tabletop.rules.state import State, changed
from tabletop.view.public import see_public
from tabletop.view.seat import SeatView, see_seat
from tests.case.small_pack import small_pack
from tests.rules.table import CASE, M, R, decide, start, weeks

TALK, BAN, VERDICT = M["stop_talk"], M["ban"], 2


def with_hours(state: State) -> State:
    return changed(state, hours=state.hours + np.int16(80), acts=state.acts + np.int8(8))


def sees(state: State, role: str) -> SeatView:
    return see_seat(CASE, state, R[role])


def taken_by_both() -> State:
    """The police had a stop talk, it ended, and now probation plans one."""
    ended = weeks(decide(with_hours(start()), "police/measure/stop_talk"), 4)
    assert ended.status[0, TALK] == Status.ENDED
    return decide(ended, "probation/measure/stop_talk")


def test_a_role_remembers_that_its_measure_ended_when_another_takes_it_anew() -> None:
    state = taken_by_both()
    first, second = sees(state, "police"), sees(state, "probation")
    assert (first.status[0, TALK], first.decided_by[0, TALK], first.used[0, TALK]) == (Status.ENDED, R["police"], 1)
    assert first.mine[0, TALK]
    assert (second.status[0, TALK], second.decided_by[0, TALK]) == (Status.REQUESTED, R["probation"])


def test_a_role_remembers_why_its_measure_was_refused_when_another_takes_it_anew() -> None:
    state = decide(with_hours(start()), "police/measure/stop_talk")
    status, lacked = state.status.copy(), state.lacked.copy()
    status[0, TALK], lacked[0, TALK] = Status.REFUSED, 4
    state = decide(changed(state, status=status, lacked=lacked), "probation/measure/stop_talk")
    view = sees(state, "police")
    assert (view.status[0, TALK], view.lacked[0, TALK]) == (Status.REFUSED, 4)
    assert sees(state, "probation").lacked[0, TALK] == 0


def test_what_another_did_later_with_a_measure_does_not_reach_who_took_it_first() -> None:
    state = taken_by_both()
    assert plain(sees(weeks(state, 2), "police")) == plain(sees(state, "police"))


def plain(view: SeatView) -> list[object]:
    return [each[0, TALK].item() for each in (view.status, view.decided_by, view.starts, view.ends, view.lacked)]


def test_a_new_try_of_ones_own_takes_the_place_of_what_was_remembered() -> None:
    again = weeks(taken_by_both(), 4)
    attempts = np.zeros_like(again.attempts)
    view = sees(decide(changed(again, attempts=attempts), "police/measure/stop_talk"), "police")
    assert view.status[0, TALK] == Status.REQUESTED


def test_who_wants_to_take_what_another_has_taken_learns_of_it() -> None:
    taken = decide(with_hours(start()), "police/measure/stop_talk")
    assert sees(taken, "probation").status[0, TALK] == Status.NONE
    view = sees(decide(taken, "probation/measure/stop_talk"), "probation")
    assert (view.status[0, TALK], view.decided_by[0, TALK]) == (Status.REQUESTED, R["police"])


def test_a_measure_that_the_script_starts_with_news_is_on_the_board() -> None:
    injects = small_pack().scenario.injects
    news = injects[0].news
    told = (*injects[:VERDICT], injects[VERDICT].model_copy(update={"news": news}), *injects[VERDICT + 1 :])
    scenario = small_pack().scenario.model_copy(update={"injects": told})
    case = compile_case(replace(small_pack(), scenario=scenario))
    public = see_public(case, fire_now(case, start(case=case), VERDICT))
    assert public.status[0, BAN] == Status.RUNNING
    assert public.decided_by[0, BAN] == -1


def test_a_measure_that_the_script_starts_without_news_is_noticed_by_who_would_decide_it() -> None:
    state = fire_now(CASE, start(), VERDICT)
    assert see_public(CASE, state).status[0, BAN] == Status.NONE
    assert sees(state, "prosecution").status[0, BAN] == Status.RUNNING
    assert sees(state, "police").status[0, BAN] == Status.NONE


def test_who_noticed_what_the_script_started_tells_it_at_the_table() -> None:
    state = decide(fire_now(CASE, start(), VERDICT), "veiligheidshuis/call")
    for absent, shown in (("police", True), ("prosecution", False)):
        present = np.array([[role != absent for role in R]])
        assert bool(see_public(CASE, open_meeting(CASE, state, present)).shown[0, BAN]) == shown
