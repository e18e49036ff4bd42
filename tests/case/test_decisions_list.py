import numpy as np

from tabletop.case.verbs import Verb
from tests.case.small_pack import MEASURES, ROLES, small_case


def test_rows_are_sorted_by_role_verb_object_target_with_the_table_last() -> None:
    rows = small_case().decisions
    roles = np.where(rows.role < 0, len(ROLES), rows.role)
    keys = list(zip(roles, rows.verb, rows.object, rows.target, strict=True))
    assert keys == sorted(keys)


def test_ids_are_unique_stable_words() -> None:
    rows = small_case().decisions
    assert len(set(rows.ids)) == len(rows.ids)
    for id_ in (
        "police/share/old_reports/probation", "wijkteam/ask/consent/victim", "police/ask/child/wijkteam",
        "police/answer/old_reports/wijkteam", "police/refuse/victim/wijkteam", "police/measure/stop_talk",
        "police/call", "police/scale/up", "police/scale/down", "police/wait", "police/pass", "police/bring/her_story",
        "table/lead/process_lead/veiligheidshuis", "table/agree/ban/prosecution", "police/commit", "police/object",
    ):  # fmt: skip
        assert rows.ids[rows.row[id_]] == id_


def test_first_and_count_give_the_block_of_a_role_and_verb() -> None:
    rows = small_case().decisions
    for role in range(-1, len(ROLES)):
        for verb in Verb:
            first, count = rows.first[role, verb], rows.count[role, verb]
            block = np.flatnonzero((rows.role == role) & (rows.verb == verb))
            assert list(block) == list(range(first, first + count))


def test_only_deciders_have_a_row_for_a_measure() -> None:
    rows = small_case().decisions
    having = {id_.split("/")[0] for id_ in rows.ids if "/measure/ban" in id_}
    assert having == {"prosecution"}
    assert {id_ for id_ in rows.ids if id_.startswith("table/agree/alarm")} == {"table/agree/alarm/veilig_thuis"}


def test_an_agreement_can_be_made_for_every_measure() -> None:
    rows = small_case().decisions
    assert all(any(id_.startswith(f"table/agree/{spec.id}/") for id_ in rows.ids) for spec in MEASURES)


def test_hours_of_a_measure_are_in_quarters() -> None:
    rows = small_case().decisions
    assert rows.hours[rows.row["police/measure/stop_talk"]] == 8
