"""Children as a way in and as victims, and professionals as a target."""

from tabletop.rules.state import State
from tests.case.small_pack import measure, number, variant
from tests.rules.other_cases import case_with, run, without_luck
from tests.rules.table import start, weeks

HANDOVER = measure("handover", "child", "wijkteam", "child", effects={"access": {"child": number(0.3)}})
OUTREACH = measure("outreach", "outreach", "veiligheidshuis", duration_weeks=30)
FATHER = variant("father", "rejected")
FATHER["access"] = {"home": 0.2, "child": 0.4, "online": 0.2}
CASE = case_with(HANDOVER, OUTREACH, injects=[], variants=[FATHER])
OTHERS = 4


def hurt(state: State) -> float:
    """Harm to children, network and professionals after some weeks."""
    return float(weeks(state, 4, CASE).harm[:, OTHERS].mean())


def test_contact_through_the_child_harms_the_child() -> None:
    assert hurt(start(20, case=CASE)) > 0


def test_a_handover_without_meeting_takes_away_that_way_in_and_spares_the_child() -> None:
    plain = start(20, case=CASE)
    safe = run(CASE, plain, "handover")
    assert weeks(safe, 1, CASE).rate.mean() < weeks(plain, 1, CASE).rate.mean()
    assert hurt(safe) < 0.7 * hurt(plain)


def test_who_sees_him_may_become_a_target_the_more_the_higher_he_climbed() -> None:
    calm, climbed = (without_luck(start(20, case=CASE), ladder=rung) for rung in (0.2, 0.8))
    added = [hurt(run(CASE, state, "outreach")) - hurt(state) for state in (calm, climbed)]
    assert 0 < added[0] < added[1]
