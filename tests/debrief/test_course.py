"""*Verloop*: what happened and who knew, in both languages."""

import re

import numpy as np
import pytest

from tabletop.case.case import Case
from tabletop.case.verbs import Extent
from tabletop.content.specs.common import Language
from tabletop.debrief.course import CourseLine, CoursePage, course_page
from tabletop.rules.script import fire_now
from tabletop.rules.state import changed
from tabletop.rules.weeks import advance_week
from tabletop.session.entries import Entry
from tabletop.view.words import Words
from tests.debrief.by_rules import Table, own_facts


def lines(page: CoursePage) -> list[CourseLine]:
    return [line for part in page.rounds for week in part.weeks for line in week.lines]


def told(table: Table, language: Language = "nl") -> str:
    return "\n".join(line.text for line in lines(course_page(table.watched(), language)))


@pytest.fixture
def fact(case: Case, table: Table) -> str:
    return own_facts(case, table.state, "police")[0]


def test_a_share_names_who_knew_and_how_it_is_judged(table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/probation")
    (line,) = lines(course_page(table.watched(), "nl"))
    assert line.kind == "share"
    assert {badge.id for badge in line.known_to} == {"police", "probation"}
    assert line.note.startswith("rechtmatig: ")


def test_a_signal_is_told_as_a_signal(table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/probation", Extent.SIGNAL)
    assert "alleen een signaal" in told(table)


def test_a_meeting_tells_who_came_and_what_lay_on_the_table(table: Table, fact: str) -> None:
    table.decide(f"police/bring/{fact}")
    table.decide("police/call")
    table.meet("table/lead/process_lead/police", "police/commit")
    shown = told(table)
    for expected in ("riep een overleg bijeen", "Samen op tafel: ", "kreeg de procesregie", "deed mee", "Overleg met "):
        assert expected in shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_decision_of_the_case_has_a_sentence(case: Case, language: Language) -> None:
    """A missing text would be a warning, and warnings are errors here."""
    seen: set[tuple[int, int]] = set()
    for row, decision in enumerate(case.decisions.ids):
        kind = (int(case.decisions.verb[row]), int(case.decisions.object[row]) if row % 7 == 0 else -1)
        if kind in seen:
            continue
        seen.add(kind)
        table = Table(case)
        table.decide(decision)
        assert "{" not in told(table, language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_weeks_are_told_with_the_danger_of_each(table: Table, case: Case, language: Language) -> None:
    for decision in ("police/scale/up", "police/wait"):
        table.decide(decision)
    table.pass_weeks(case.round_weeks[0])
    page = course_page(table.watched(), language)
    weeks = [week for part in page.rounds for week in part.weeks if not week.is_turns]
    assert [week.week for week in weeks] == list(range(1, case.round_weeks[0] + 1))
    assert tuple(week.danger for week in weeks) == page.danger
    assert max(page.danger) == 1.0
    assert any(line.kind == "incident" and line.icon.startswith("incident/") for line in lines(page))
    assert all(week.danger_label for week in weeks)


def test_turns_come_before_the_weeks_of_their_round(table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/probation")
    table.pass_weeks(1)
    (part,) = course_page(table.watched(), "nl").rounds
    assert [week.is_turns for week in part.weeks] == [True, False]


def test_what_nobody_in_the_chain_knew_is_said(table: Table) -> None:
    table.pass_weeks(8)
    assert "Niemand van de keten wist dit." in {line.known_label for line in lines(course_page(table.watched(), "nl"))}


def test_something_said_aloud_is_told_with_its_hearers(table: Table, fact: str) -> None:
    before = table.state
    table.decide(f"police/share/{fact}/probation")
    table.steps.pop()
    after, table.state = table.state, before
    table.keep(Entry("said_aloud", "police", 0, body={"fact": fact}), after)
    (line,) = lines(course_page(table.watched(), "nl"))
    assert "zei hardop" in line.text
    assert {badge.id for badge in line.known_to} == {"police", "probation"}


def test_letting_a_turn_go_by_is_not_told(table: Table) -> None:
    table.decide("police/pass")
    assert told(table) == ""


def aloud(table: Table, role: str, fact: str, *hearers: str) -> CourseLine:
    """Say a fact aloud where these roles hear it."""
    before, kept = table.state, len(table.steps)
    for hearer in hearers:
        table.decide(f"{role}/share/{fact}/{hearer}")
    after, table.state = table.state, before
    del table.steps[kept:]
    table.keep(Entry("said_aloud", role, 0, body={"fact": fact}), after)
    return lines(course_page(table.watched(), "nl"))[-1]


def test_each_verdict_on_what_was_said_aloud_names_its_hearers(case: Case, table: Table) -> None:
    told = aloud(
        table, "wijkteam", own_facts(case, table.state, "wijkteam")[0], *(r for r in case.roles if r != "wijkteam")
    )
    verdicts = told.note.split("\n")
    assert len(verdicts) > 1
    assert all(verdict.startswith("voor ") for verdict in verdicts)
    named = [case.pack.roles[role].short.nl for role in case.roles if role != "wijkteam"]
    assert [sum(short in verdict.split(":")[0] for verdict in verdicts) for short in named] == [1] * len(named)


def test_a_share_that_was_not_lawful_says_why(case: Case) -> None:
    found = set()
    for row in case.decisions.ids:
        if "/share/" in row:
            table = Table(case)
            table.decide(row)
            note = lines(course_page(table.watched(), "nl"))[0].note
            found |= {note.split(", nodig")[0]} if note.startswith("rechtmatig: nee") else set()
    assert found
    assert all(note.startswith("rechtmatig: nee (") for note in found)


def test_a_measure_that_the_board_told_was_known_to_everybody(table: Table) -> None:
    table.decide("police/call")
    table.meet("table/agree/stop_talk/police")
    table.decide("police/measure/stop_talk")
    line = lines(course_page(table.watched(), "nl"))[-1]
    assert "zette in" in line.text
    assert line.known_label == "Iedereen wist dit."
    assert line.icon == "measure_talk/stop_talk"


def test_a_measure_that_comes_up_at_the_meeting_is_known_from_then_on(table: Table) -> None:
    table.decide("police/measure/stop_talk")
    table.decide("police/call")
    table.meet()
    line = next(line for line in lines(course_page(table.watched(), "nl")) if "zette in" in line.text)
    assert {badge.id for badge in line.known_to} == {"police"}
    assert line.note == "Vanaf het overleg wist iedereen het"


def test_stopping_is_told_with_what_counted(table: Table) -> None:
    table.keep(Entry("week_passed"), changed(advance_week(table.case, table.state), active=np.zeros(1, np.bool_)))
    line = next(line for line in lines(course_page(table.watched(), "nl")) if line.text == "Daan stopte.")
    assert line.note == "Niets van wat jullie deden verklaart dit. Soms stopt iemand uit zichzelf"
    table = Table(table.case)
    table.keep(Entry("round_begun"), changed(table.state, plan=np.ones(1)))
    table.keep(Entry("week_passed"), changed(advance_week(table.case, table.state), active=np.zeros(1, np.bool_)))
    line = next(line for line in lines(course_page(table.watched(), "nl")) if line.text == "Daan stopte.")
    assert "gezamenlijk plan" in line.note


@pytest.mark.parametrize("language", ["nl", "en"])
def test_danger_is_told_roundly_as_of_this_game_with_its_evidence(table: Table, language: Language) -> None:
    table.pass_weeks(4)
    page = course_page(table.watched(), language)
    (told,) = re.findall(r"1 (?:op de|in) ([0-9.,]+)", page.danger_label)
    assert re.fullmatch(r"[1-9]0*", re.sub("[.,]", "", told))
    assert {"nl": "in dit spel", "en": "in this game"}[language] in page.danger_label
    assert {"nl": "eigen aannames", "en": "assumptions"}[language] in page.danger_label
    assert not any("%" in figure for figure in page.figures)


def test_an_incident_that_the_script_tells_of_has_its_picture(table: Table, case: Case) -> None:
    number = [each.id for each in case.pack.scenario.injects].index("letter")
    after = fire_now(case, table.state, number)
    table.keep(Entry("week_passed"), changed(after, week=table.state.week + 1))
    line = next(line for line in lines(course_page(table.watched(), "nl")) if line.kind == "script")
    assert line.icon == "incident/messages"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_course_tells_how_the_maker_could_notice_that_a_measure_did_not_take(
    table: Table, language: Language
) -> None:
    table.decide("police/measure/stop_talk")
    for _ in range(3):
        after = advance_week(table.case, table.state)
        table.keep(Entry("week_passed"), changed(after, took=after.took & False))
    notes = [line.note for line in lines(course_page(table.watched(), language)) if line.icon.endswith("stop_talk")]
    assert Words(table.case, language).say("in_vain.talk") in " ".join(notes)
