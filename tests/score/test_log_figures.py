"""Each figure counts what its name says, on the account of who did it, with the entries behind it."""

import pytest

from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Way
from tabletop.debrief.score_figures import LOG_FIGURES
from tabletop.debrief.score_log import ScoreLog
from tabletop.debrief.score_parts import TABLE, WHOLE, Figure
from tabletop.rules.weeks import advance_week, end_round
from tabletop.session.entries import Entry
from tests.debrief.by_rules import Table, own_facts


def figure(table: Table, id_: str) -> Figure:
    return LOG_FIGURES[id_](ScoreLog(table.watched()))


@pytest.fixture
def fact(case: Case, table: Table) -> str:
    return own_facts(case, table.state, "police")[0]


def test_a_rubric_declares_every_figure_and_no_other(case: Case) -> None:
    declared = {spec.id for spec in case.pack.rubric.figures if spec.read_from == "log"}
    assert declared == set(LOG_FIGURES)


def test_units_fit_how_a_figure_is_made(case: Case, table: Table) -> None:
    units = {spec.id: spec.unit for spec in case.pack.rubric.figures}
    for id_ in LOG_FIGURES:
        together = {"week": "first", "ending": "last"}.get(units[id_], "sum")
        assert figure(table, id_).together == together, id_


def test_a_share_is_on_the_account_of_who_told(case: Case, table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/prosecution")
    made = figure(table, "shares_made")
    assert (made.value(), made.value(case.roles.index("police")), made.entries) == (1, 1, (2,))
    assert figure(table, "shares_lawful").value() == 1


def test_everything_is_too_much(table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/prosecution", Extent.EVERYTHING)
    assert figure(table, "shares_too_much").value() == 1


def test_a_fact_laid_on_the_table_is_a_share_too(table: Table, fact: str) -> None:
    table.decide(f"police/bring/{fact}")
    table.decide("police/call")
    table.meet()
    log = ScoreLog(table.watched())
    assert [(each.giver, each.receiver) for each in log.told] == [(table.case.roles.index("police"), -1)]
    assert figure(table, "shares_made").value() == 0
    joined = figure(table, "facts_joined")
    assert joined.value() == 1
    assert joined.whole() == int(table.state.appeared[0]).bit_count()


def test_a_lawful_and_needed_fact_that_stays_is_a_silence_until_it_is_told(case: Case, table: Table) -> None:
    police, prosecution = case.roles.index("police"), case.roles.index("prosecution")
    table.pass_weeks(1)
    kept = [part for part in figure(table, "silences").parts if part.role == police and prosecution in part.others]
    assert kept
    other = Table(case)
    other.decide(f"police/share/{case.facts.ids[kept[0].fact]}/prosecution")
    other.pass_weeks(1)
    left = [part for part in figure(other, "silences").parts if part.role == police and part.fact == kept[0].fact]
    assert all(prosecution not in part.others for part in left)


def test_a_question_that_lapses_is_on_the_account_of_who_was_asked(case: Case, table: Table) -> None:
    table.decide("police/ask/stalker/probation")
    table.keep(Entry("week_passed"), end_round(case, advance_week(case, table.state)))
    probation = case.roles.index("probation")
    assert figure(table, "questions_asked").value(case.roles.index("police")) == 1
    assert figure(table, "questions_ignored").value(probation) == 1
    answered = figure(table, "questions_answered")
    assert (answered.value(), answered.whole(probation)) == (0, 1)


def test_an_answer_counts_for_who_gave_it(case: Case, table: Table) -> None:
    probation = case.roles.index("probation")
    about = case.pack.scenario.facts
    held = next(
        place
        for place, id_ in enumerate(case.facts.ids)
        if int(table.state.knows[0, probation]) >> place & 1 and about[place].subject == "stalker"
    )
    table.decide("police/ask/stalker/probation")
    table.decide(f"probation/answer/{case.facts.ids[held]}/police", way=Way.VISIT)
    answered = figure(table, "questions_answered")
    assert (answered.value(probation), answered.whole()) == (1, 1)
    assert figure(table, "visits_made").value() == 1


def test_who_stays_unheard_is_left_out(case: Case, table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/prosecution")
    assert figure(table, "left_out").value() == len(case.roles) - 2


def test_a_lead_counts_the_weeks_it_was_held(case: Case, table: Table) -> None:
    table.decide("police/call")
    table.meet("table/lead/process_lead/probation")
    table.pass_weeks(3)
    lead, probation = figure(table, "process_lead_weeks"), case.roles.index("probation")
    assert (lead.value(), lead.value(probation)) == (3, 3)
    assert figure(table, "process_lead_week").value() == 0
    assert figure(table, "case_lead_week").value() is None


def test_attendance_counts_places_taken_of_all_places(case: Case, table: Table) -> None:
    table.decide("police/call")
    table.meet()
    attendance = figure(table, "attendance")
    assert attendance.value() == attendance.whole() == len(case.roles)
    assert figure(table, "meetings_held").value(case.roles.index("police")) == 1


def test_an_agreement_is_kept_when_its_measure_starts_in_time(case: Case, table: Table) -> None:
    table.decide("police/call")
    table.meet("table/agree/log/veilig_thuis")
    table.pass_weeks(5)
    owner = case.roles.index("veilig_thuis")
    assert figure(table, "agreements_late").value(owner) == 1
    other = Table(case)
    other.decide("police/call")
    other.meet("table/agree/log/veilig_thuis")
    other.decide("veilig_thuis/measure/log")
    other.pass_weeks(5)
    assert figure(other, "agreements_kept").value(owner) == figure(other, "agreements_kept").whole(owner) == 1
    assert figure(other, "measures_in_plan").value() == 1


def test_one_fixed_contact_counts_the_weeks_it_runs(table: Table) -> None:
    table.decide("veilig_thuis/measure/single_contact")
    table.pass_weeks(3)
    assert figure(table, "single_contact_weeks").value() == 3
    assert figure(table, "victim_measures_started").value() == 1


def test_scaling_down_unasked_is_unchecked(table: Table) -> None:
    table.decide("police/scale/down")
    assert figure(table, "scaled_down_unchecked").value() == 1
    assert figure(table, "scaled_down_checked").value() == 0


def test_hours_spent_and_left_over_are_all_hours(case: Case, table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/prosecution")
    table.pass_weeks(1)
    spent, left = figure(table, "hours_spent").value() or 0, figure(table, "hours_unused").value() or 0
    assert spent > 0
    assert spent + left == int(case.hours.sum())


def test_trust_between_partners_is_told_of_who_is_trusted(case: Case, table: Table, fact: str) -> None:
    table.decide(f"police/share/{fact}/prosecution", way=Way.VISIT)
    change = figure(table, "partner_trust_change")
    assert (change.value(case.roles.index("police")) or 0) > 0
    assert change.whole() == WHOLE * len(case.roles) * (len(case.roles) - 1)


def test_both_sides_meet_when_the_table_knows_of_victim_and_stalker(case: Case, table: Table) -> None:
    table.decide("police/call")
    for subject in ("victim", "stalker"):
        role, fact = holder_of(table, subject)
        table.decide(f"{role}/bring/{fact}")
    table.meet()
    assert figure(table, "halves_met_week").value() == 0


def holder_of(table: Table, subject: str) -> tuple[str, str]:
    for place, spec in enumerate(table.case.pack.scenario.facts):
        for role, name in enumerate(table.case.roles):
            if spec.subject == subject and int(table.state.knows[0, role]) >> place & 1:
                return name, spec.id
    raise LookupError(subject)


def test_what_happened_to_the_victim_is_nobodys_account(table: Table) -> None:
    table.pass_weeks(6)
    contact = figure(table, "weeks_contact")
    assert contact.accounts in ((), (TABLE,))
    assert 0 < (contact.value() or 0) <= 6
