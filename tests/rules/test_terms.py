"""Terms, waiting times and supply of the measures of the game, as law and practice have them."""

from pathlib import Path

import pytest
import yaml

from tabletop.content.home import content_home
from tabletop.content.specs.measure import MeasureSpec, MeasuresSpec
from tests.rules.other_cases import case_with, run, stands
from tests.rules.table import decide, start, weeks

TEXT = Path(content_home(), "scoring", "measures.yaml").read_text(encoding="utf-8")
SPECS: dict[str, MeasureSpec] = {spec.id: spec for spec in MeasuresSpec.model_validate(yaml.safe_load(TEXT)).measures}
IDS = {
    "log", "report_police", "stop_talk", "no_contact_advice", "aware", "aol", "cameras", "safety_plan",
    "exclusion_order", "conduct_order", "civil_ban", "arrest", "remand", "conditions", "supervision", "treatment",
    "outreach", "psych_report", "offender_profile", "rihg", "victim_at_table", "stalker_at_table", "priority",
    "zsm_advice", "letter", "shelter_move", "child_order", "aftercare",
}  # fmt: skip


def test_every_measure_of_the_field_is_there() -> None:
    assert set(SPECS) >= IDS


@pytest.mark.parametrize(
    ("measure", "lead", "duration"),
    [
        ("vt_triage", (0, 1), (1, 26)),  # triage within 5 days (uitvoeringsbesluit_wmo)
        ("vt_inquiry", (0, 1), (10, 10)),  # ten weeks (uitvoeringsbesluit_wmo)
        ("conduct_order", (0, 1), (13, 13)),  # 90 days (sv)
        ("exclusion_order", (0, 0), (2, 2)),  # ten days, in whole weeks (wth)
        ("treatment", (4, 26), (26, 104)),  # waiting list (mcewan_2020)
        ("psych_report", (6, 12), (13, 104)),  # six to twelve weeks (practice)
        ("civil_ban", (3, 6), (26, 104)),  # hearing in two to four weeks, verdict a week later (civil_ban_practice)
        ("crisis_measure", (0, 0), (1, 1)),  # three days (practice)
        ("arrest", (0, 0), (13, 13)),  # an effect of some three months (maxwell_2001)
    ],
)
def test_a_measure_has_the_term_of_its_source(measure: str, lead: tuple[int, int], duration: tuple[int, int]) -> None:
    spec = SPECS[measure]
    assert lead[0] <= spec.lead_weeks <= lead[1]
    assert spec.duration_weeks is not None
    assert duration[0] <= spec.duration_weeks <= duration[1]


def test_an_exclusion_order_with_its_extension_stays_within_four_weeks() -> None:
    order = SPECS["exclusion_order"]
    assert order.duration_weeks is not None
    assert order.duration_weeks * order.supply <= 4


def test_what_is_scarce_has_a_supply() -> None:
    assert all(SPECS[id_].supply == 1 for id_ in ("remand", "treatment", "supervision", "aware", "shelter_move"))


def test_help_from_a_waiting_list_does_nothing_until_its_turn_comes() -> None:
    case = case_with(SPECS["recovery"].model_copy(update={"deciders": ("wijkteam",)}), injects=[])
    waits = decide(run(case, start(1, case=case), "advice"), "wijkteam/measure/recovery", case)
    lead = SPECS["recovery"].lead_weeks
    assert stands(case, weeks(waits, lead, case), "recovery").name == "REQUESTED"
    assert stands(case, weeks(waits, lead + 1, case), "recovery").name in ("RUNNING", "REFUSED")
