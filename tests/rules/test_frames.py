"""What rests on a legal frame, and what its end sets off."""

import pytest

from tabletop.case.case import Case
from tabletop.case.verbs import Status
from tests.case.small_pack import measure
from tests.rules.other_cases import case_with, run, stands
from tests.rules.table import start, weeks

WATCH = measure("watch", "supervision", "probation", needs={"running": ["ban"], "throughout": True}, duration_weeks=30)
BAND = measure("band", "alarm", "probation", needs={"running": ["watch"], "throughout": True}, duration_weeks=30)
HELP = measure("help", "support", "wijkteam", needs={"running": ["ban"]}, duration_weeks=30)
CASE = case_with(WATCH, BAND, HELP, injects=[])


def after(count: int, *carried: str, by: int = 0, case: Case = CASE, ban: int = 3) -> tuple[Status, ...]:
    state = run(case, start(1, case=case), "ban", until=ban)
    state = weeks(run(case, state, *carried, until=30, by=by), count, case)
    return tuple(stands(case, state, each) for each in carried)


def test_supervision_ends_with_the_frame_that_carries_it() -> None:
    assert after(3, "watch") == (Status.RUNNING,)
    assert after(4, "watch") == (Status.ENDED,)


def test_what_rests_on_what_rests_on_a_frame_ends_too() -> None:
    assert after(4, "watch", "band") == (Status.ENDED, Status.ENDED)


def test_help_that_only_began_under_a_frame_goes_on() -> None:
    assert after(10, "help") == (Status.RUNNING,)


def test_what_the_script_began_the_script_ends() -> None:
    assert after(10, "watch", by=-1) == (Status.RUNNING,)


@pytest.mark.parametrize("frame", ["ban", "supervision", "remand"])
def test_the_end_of_a_legal_frame_stirs(frame: str) -> None:
    ended, goes_on = (weeks(run(CASE, start(40, case=CASE), frame, until=until), 3, CASE) for until in (2, 30))
    assert ended.trigger.mean() > goes_on.trigger.mean() + 0.05


def test_the_end_of_help_or_an_alarm_stirs_nobody() -> None:
    ended, goes_on = (weeks(run(CASE, start(40, case=CASE), "alarm", until=until), 3, CASE) for until in (2, 30))
    assert (ended.trigger == goes_on.trigger).all()
