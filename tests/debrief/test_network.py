"""Who talked with whom, and who was left out."""

from tabletop.case.case import Case
from tabletop.debrief.network import network_page
from tests.debrief.by_rules import Table, own_facts


def test_who_spoke_with_nobody_is_left_out(case: Case, table: Table) -> None:
    fact = own_facts(case, table.state, "police")[0]
    table.decide(f"police/share/{fact}/probation")
    page = network_page(table.watched(), "nl")
    assert {badge.id for badge in page.left_out} == set(case.roles) - {"police", "probation"}
    assert [(edge.a, edge.b, edge.rounds) for edge in page.edges] == [("police", "probation", 1)]
    assert any("1 van de 15" in line for line in page.lines)


def test_who_stands_between_others_is_named(case: Case, table: Table) -> None:
    facts = own_facts(case, table.state, "police")
    table.decide(f"police/share/{facts[0]}/probation")
    table.decide(f"police/share/{facts[0]}/prosecution")
    short = case.pack.roles["police"].short.en
    assert f"Most in between: {short}." in network_page(table.watched(), "en").lines


def test_without_talk_there_is_nobody_in_between(table: Table) -> None:
    page = network_page(table.watched(), "nl")
    assert len(page.left_out) == len(table.case.roles)
    assert len(page.lines) == 2


def test_to_sit_at_one_meeting_is_not_to_have_spoken(case: Case, table: Table) -> None:
    table.decide(f"police/share/{own_facts(case, table.state, 'police')[0]}/probation")
    table.decide("police/call")
    table.meet("police/commit")
    page = network_page(table.watched(), "nl")
    assert [(edge.a, edge.b) for edge in page.edges] == [("police", "probation")]
