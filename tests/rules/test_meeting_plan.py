import numpy as np
import pytest

from tabletop.case.verbs import Task
from tabletop.rules.meeting import attendance, close_meeting, open_meeting
from tabletop.rules.plan import is_kept
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State, changed
from tests.rules.table import CASE, F, M, R, decide, knows, running, start, weeks

ALL = np.ones((1, len(R)), np.bool_)


def without(*roles: str) -> np.ndarray:
    present = ALL.copy()
    present[0, [R[role] for role in roles]] = False
    return present


def called(*brought: str) -> State:
    state = decide(start(), "veiligheidshuis/call")
    for id_ in brought:
        state = decide(state, id_)
    return state


def held(present: np.ndarray = ALL, *table: str, brought: tuple[str, ...] = ("police/bring/old_reports",)) -> State:
    state = open_meeting(CASE, called(*brought), present)
    for id_ in table:
        state = decide(state, id_)
    return close_meeting(CASE, state)


def ran(state: State, who: str, since: int) -> State:
    """The ban, as this role started it in that week."""
    decided, starts = state.decided_by.copy(), state.starts.copy()
    decided[0, M["ban"]], starts[0, M["ban"]] = R[who], since
    return changed(running(state, "ban"), decided_by=decided, starts=starts)


def agreed_in_week(week: int) -> State:
    """A meeting in which the prosecution agrees on a ban, due in four weeks."""
    return decide(open_meeting(CASE, changed(called(), week=week), ALL), "table/agree/ban/prosecution", due=4)


AGREED = ("table/lead/process_lead/veiligheidshuis", "table/agree/ban/prosecution")


def test_facts_that_were_picked_become_the_joint_picture_of_who_sits_there() -> None:
    state = open_meeting(CASE, called("police/bring/old_reports"), without("wijkteam"))
    assert state.joint[0] == 1 << F["old_reports"]
    assert knows(state, "probation", "old_reports")
    assert not knows(state, "wijkteam", "old_reports")


def test_what_an_absent_role_picked_stays_at_home() -> None:
    state = open_meeting(CASE, called("wijkteam/bring/her_story"), without("wijkteam"))
    assert state.joint[0] == 0


def test_nobody_can_bring_what_it_does_not_know() -> None:
    assert open_meeting(CASE, called("probation/bring/old_reports"), ALL).joint[0] == 0


def test_no_meeting_is_held_where_none_was_called() -> None:
    state = close_meeting(CASE, open_meeting(CASE, decide(start(), "police/bring/old_reports"), ALL))
    assert state.meetings[0] == 0
    assert state.joint[0] == 0
    assert state.plan[0] == 0


def test_a_meeting_builds_trust_between_those_who_sit_there_only() -> None:
    before, after = start(), open_meeting(CASE, called(), without("wijkteam"))
    gained = after.role_trust[0] > before.role_trust[0]
    assert gained[R["police"], R["prosecution"]]
    assert not gained[R["wijkteam"]].any()


def test_each_at_the_table_tells_which_measures_it_decided() -> None:
    state = decide(decide(called(), "prosecution/measure/ban"), "wijkteam/measure/advice")
    shown = open_meeting(CASE, state, without("wijkteam")).measures_shown[0]
    assert shown == 1 << M["ban"]


def test_played_roles_come_and_so_does_who_called() -> None:
    played = np.array([role == "police" for role in CASE.roles])
    state = decide(start(300), "probation/call")
    present = attendance(CASE, state, played)
    assert present[:, R["police"]].all()
    assert present[:, R["probation"]].all()
    others = present[:, R["veilig_thuis"]].mean()
    assert others == pytest.approx(CASE.network.answers[R["veilig_thuis"]], abs=0.1)


def test_who_trusts_the_caller_comes_more_often() -> None:
    nobody = np.zeros(len(R), np.bool_)
    plain = decide(start(500), "probation/call")
    warm = changed(plain, role_trust=np.minimum(plain.role_trust + 0.3, 1.0))
    assert attendance(CASE, warm, nobody).mean() > attendance(CASE, plain, nobody).mean()


def test_a_victim_who_is_told_what_was_decided_trusts_more_than_one_who_is_not() -> None:
    assert held(ALL, "table/lead/tells_victim/wijkteam").trust[0] > start().trust[0] > held(ALL).trust[0]


def test_one_voice_to_the_stalker_makes_him_believe() -> None:
    told = weeks(held(ALL, *AGREED, "table/lead/tells_stalker/probation"), 4)
    assert told.belief[0] > weeks(held(ALL, *AGREED), 4).belief[0]


def test_scaling_up_brings_more_partners_to_the_table() -> None:
    nobody = np.zeros(len(R), np.bool_)
    plain = decide(start(500), "probation/call")
    assert attendance(CASE, decide(plain, "police/scale/up"), nobody).mean() > attendance(CASE, plain, nobody).mean()


def test_scaling_up_strains_relations_and_hastens_what_waits() -> None:
    waits = decide(start(), "police/measure/join_complaints")
    state = decide(waits, "veiligheidshuis/scale/up")
    who = (0, R["police"], R["veiligheidshuis"])
    assert state.role_trust[who] < waits.role_trust[who]
    assert state.starts[0, M["join_complaints"]] < waits.starts[0, M["join_complaints"]]


def test_a_plan_is_worth_more_when_everybody_came() -> None:
    assert held(ALL, *AGREED).plan[0] > held(without("police", "probation", "wijkteam"), *AGREED).plan[0]


def test_a_plan_is_worth_more_with_a_joint_picture() -> None:
    assert held(ALL, *AGREED).plan[0] > held(ALL, *AGREED, brought=()).plan[0]


def test_a_plan_is_worth_more_with_agreements() -> None:
    assert held(ALL, *AGREED).plan[0] > held(ALL).plan[0]


def test_an_objection_takes_from_the_plan() -> None:
    assert held(ALL, *AGREED, "police/object").plan[0] < held(ALL, *AGREED, "police/commit").plan[0]


def test_a_plan_without_a_lead_loses_most_of_its_force_in_eight_weeks() -> None:
    def left(*table: str) -> float:
        return float(weeks(held(ALL, *table), 8).force[0])

    assert left("table/lead/process_lead/veiligheidshuis") == pytest.approx(0.97**8, abs=0.001)
    assert left() == pytest.approx(0.85**8, abs=0.001)


def test_a_new_meeting_gives_the_plan_its_force_again() -> None:
    tired = weeks(held(ALL, *AGREED), 8)
    again = decide(begin_round(CASE, tired, 2), "veiligheidshuis/call")
    assert close_meeting(CASE, open_meeting(CASE, again, ALL)).force[0] == 1.0


def test_an_agreement_is_kept_when_its_owner_has_started_the_measure_by_its_due_week() -> None:
    due = agreed_in_week(3)
    for who, since, kept in (
        ("prosecution", 3, True), ("prosecution", 7, True), ("prosecution", 8, False), ("prosecution", 2, False),
        ("police", 4, False),
    ):  # fmt: skip
        assert is_kept(ran(due, who, since))[0, M["ban"]] == kept, (who, since)


def test_an_agreement_that_its_owner_does_not_keep_weakens_the_plan() -> None:
    agreed = held(ALL, *AGREED)
    kept, broken = ran(agreed, "prosecution", agreed.week), agreed
    due = int(agreed.agreement_due[0, M["ban"]])
    assert weeks(kept, due).plan[0] == pytest.approx(weeks(broken, due).plan[0], abs=0.02)
    assert weeks(kept, due + 2).plan[0] > weeks(broken, due + 2).plan[0]


def test_the_table_gives_tasks_and_agreements_with_owner_and_week() -> None:
    state = decide(open_meeting(CASE, called(), ALL), "table/lead/case_lead/wijkteam")
    state = decide(state, "table/agree/ban/prosecution", due=3)
    assert state.tasks[0, Task.CASE_LEAD] == R["wijkteam"]
    assert state.agreement_owner[0, M["ban"]] == R["prosecution"]
    assert state.agreement_due[0, M["ban"]] == 3


def test_complaints_that_are_joined_show_a_pattern() -> None:
    assert held(ALL).pattern[0] > start().pattern[0]


def test_a_plan_holds_him_back() -> None:
    state = changed(start(), plan=np.array([1.0]))
    assert weeks(state).rate[0] < weeks(start()).rate[0]


def test_sitting_at_the_table_costs_hours() -> None:
    state = open_meeting(CASE, called(), without("wijkteam"))
    assert state.hours[0, R["probation"]] < start().hours[0, R["probation"]]
    assert state.hours[0, R["wijkteam"]] == start().hours[0, R["wijkteam"]]
