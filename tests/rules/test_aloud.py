"""What is said aloud: heard by all, free, and in a meeting laid on the table."""

import numpy as np

from tabletop.rules.aloud import say_aloud
from tabletop.rules.meeting import open_meeting
from tests.rules.table import CASE, F, R, decide, knows, start

ROWS = [CASE.decisions.row[f"police/share/old_reports/{role}"] for role in ("prosecution", "probation")]
BIT = 1 << F["old_reports"]


def test_what_is_said_aloud_reaches_its_hearers_and_costs_nothing() -> None:
    before = start()
    after = say_aloud(CASE, before, ROWS)
    assert knows(after, "prosecution", "old_reports")
    assert not knows(after, "wijkteam", "old_reports")
    assert after.hours.tolist() == before.hours.tolist()
    assert after.acts.tolist() == before.acts.tolist()
    assert after.joint[0] == 0


def test_said_in_a_meeting_it_joins_the_picture_and_all_at_the_table_know_it() -> None:
    state = open_meeting(CASE, decide(start(2), "police/call"), np.ones((2, len(R)), np.bool_))
    after = say_aloud(CASE, state, ROWS, np.array([True, False]))
    assert after.joint.tolist() == [BIT, 0]
    assert knows(after, "wijkteam", "old_reports")
    assert not int(after.knows[1, R["wijkteam"]]) & BIT
