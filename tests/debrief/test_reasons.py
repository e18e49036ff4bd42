"""Why somebody declined to answer, or objected, stands where the debrief tells of it."""

import pytest

from tabletop.analysis.points import Alternative, TurningPoint
from tabletop.analysis.tally import Interval
from tabletop.analysis.turning import Turning
from tabletop.case.case import Case
from tabletop.content.specs.common import Language
from tabletop.debrief.course import course_page
from tabletop.debrief.turning import turning_page
from tabletop.debrief.watching import Watched, watch
from tabletop.session import acts, pages
from tabletop.view.sentences import REASONS
from tests.debrief.by_rules import Table
from tests.debrief.test_course import lines
from tests.session.group import did, start, until

REFUSAL, OBJECTION = "police/refuse/stalker/probation", "police/object"


def told(table: Table, language: Language) -> str:
    return lines(course_page(table.watched(), language))[-1].text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("kind", "decision"), [("refuse", REFUSAL), ("object", OBJECTION)])
def test_each_reason_stands_in_the_line_of_its_decision(
    case: Case, kind: str, decision: str, language: Language
) -> None:
    seen = set()
    for reason in (None, *REASONS[kind]):
        table = Table(case)
        table.decide(decision, reason=reason)
        seen.add(told(table, language))
    bare = min(seen, key=len).rstrip(".")
    assert len(seen) == len(REASONS[kind]) + 1
    assert all(line.startswith(bare) and line.endswith(".") for line in seen)
    assert not any("{" in line for line in seen)


def test_a_reason_that_this_version_does_not_know_is_left_out(table: Table) -> None:
    table.decide(OBJECTION, reason="tired")
    assert told(table, "nl").endswith("bezwaar tegen het plan.")


def test_the_reason_of_an_objection_comes_from_the_log_of_the_session() -> None:
    play = until(start(), "meeting")
    seat = next(each for each in pages.meeting(play, "nl").seats if each.objection is not None)
    assert seat.objection is not None
    watched = watch(did(play, acts.decided(play, seat.objection.id, reason="risk")))
    assert "het kan Daan prikkelen" in lines(course_page(watched, "nl"))[-1].text


def reason_of(watched: Watched) -> str:
    """What the detail of the last decision says of its reason, as if it had mattered most."""
    step = watched.steps[-1]
    sure = Interval(-2.0, -2.5, -1.5)
    instead = Alternative("police/commit", sure, 1.0, sure, ((0.1, 0.1, 0.1),))
    point = TurningPoint(
        step.number, 0, 0, "police", step.entry.decision, (instead,), "refined", 10, 500.0, ((0.1, 0.1, 0.1),)
    )
    detail = turning_page(watched, Turning((point,), 1, 1), "nl").detail
    assert detail is not None
    return detail.reason


def test_the_detail_of_a_turning_point_tells_the_reason(table: Table) -> None:
    table.decide(OBJECTION, reason="no_time")
    assert reason_of(table.watched()).startswith("De reden die toen werd genoemd: ")
    assert "wij hebben geen tijd" in reason_of(table.watched())


def test_the_detail_of_a_turning_point_without_a_reason_is_silent_about_it(table: Table) -> None:
    table.decide(OBJECTION)
    assert reason_of(table.watched()) == ""
