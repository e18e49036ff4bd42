"""*Wie wist wat*: facts against roles, with the week in which each came to know."""

import pytest

from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Way
from tabletop.debrief.knowledge import KnowledgePage, KnowledgeRow, knowledge_page
from tests.debrief.by_rules import Table, own_facts


def row_of(page: KnowledgePage, table: Table, fact: str) -> KnowledgeRow:
    spec = table.case.pack.scenario.facts[table.case.facts.ids.index(fact)]
    return next(row for row in page.rows if row.title == spec.title.nl)


def states(row: KnowledgeRow, case: Case) -> dict[str, str]:
    return {role: cell.state for role, cell in zip(case.roles, row.cells, strict=True)}


@pytest.fixture
def fact(case: Case, table: Table) -> str:
    return own_facts(case, table.state, "police")[0]


def test_a_fact_that_nobody_told_stayed_with_its_holder(case: Case, table: Table, fact: str) -> None:
    page = knowledge_page(table.watched(), "nl")
    found = row_of(page, table, fact)
    assert found.stayed
    assert found.title in page.stayed
    assert states(found, case)["police"] == "holds"
    assert set(states(found, case).values()) == {"holds", "unknown"}


def test_a_told_fact_is_known_from_the_week_it_was_told(case: Case, table: Table, fact: str) -> None:
    table.pass_weeks(2)
    table.decide(f"police/share/{fact}/probation")
    table.pass_weeks(1)
    found = row_of(knowledge_page(table.watched(), "nl"), table, fact)
    cell = found.cells[case.roles.index("probation")]
    assert (cell.state, cell.since, cell.label) == ("knows", 2, "week 2")
    assert not found.stayed


def test_a_signal_is_not_knowing(case: Case, table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/probation", Extent.SIGNAL)
    found = row_of(knowledge_page(table.watched(), "nl"), table, fact)
    assert states(found, case)["probation"] == "signal"


def test_what_is_written_arrives_later(case: Case, table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/probation", way=Way.WRITTEN)
    found = row_of(knowledge_page(table.watched(), "nl"), table, fact)
    assert states(found, case)["probation"] == "unknown"


def test_the_matrix_can_be_turned_back_to_any_week(case: Case, table: Table, fact: str) -> None:
    table.pass_weeks(2)
    table.decide(f"police/share/{fact}/probation")
    table.pass_weeks(1)
    then, now = (knowledge_page(table.watched(), "nl", week) for week in (1, 3))
    assert states(row_of(then, table, fact), case)["probation"] == "unknown"
    assert states(row_of(now, table, fact), case)["probation"] == "knows"
    assert (then.week, then.weeks, knowledge_page(table.watched(), "nl", 99).week) == (1, 3, 3)


def test_what_lay_on_the_table_is_counted(table: Table, fact: str) -> None:
    table.decide(f"police/bring/{fact}")
    table.decide("police/call")
    table.meet()
    page = knowledge_page(table.watched(), "en")
    assert row_of(knowledge_page(table.watched(), "nl"), table, fact).joint_since == 0
    assert page.joint_count == 1
    assert page.joint_label.startswith("Joined on the table: 1 of the ")
