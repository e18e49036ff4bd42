import numpy as np
import pytest

from tabletop.case.verbs import Extent, Ground
from tabletop.rules.judging import DEFENSIBLE, MEETING, NO, YES, judge_share
from tabletop.rules.state import State, changed
from tests.rules.table import CASE, F, R, decide, start, with_levels

DANGER = 0.5


def lawful(state: State, giver: str, receiver: str, fact: str, ground: Ground, in_meeting: bool = False) -> int:
    to = MEETING if receiver == "meeting" else R[receiver]
    found = judge_share(CASE, state, R[giver], to, F[fact], ground, Extent.MINIMUM, in_meeting)
    return int(found.lawful[0])


def at_table(*roles: str, caller: str) -> State:
    table = np.zeros((1, len(R)), np.bool_, order="F")
    table[0, [R[role] for role in roles]] = True
    return changed(start(), table=table, caller=np.array([R[caller]], np.int8))


@pytest.mark.parametrize(
    ("giver", "receiver", "fact", "ground", "expected"),
    [
        ("police", "prosecution", "old_reports", Ground.LEGAL_TASK, YES),  # J, sure
        ("police", "veilig_thuis", "old_reports", Ground.LEGAL_TASK, YES),  # A, sure
        ("police", "veilig_thuis", "old_reports", Ground.CONSENT, DEFENSIBLE),  # allowed, but not on that ground
        ("police", "veilig_thuis", "old_reports", Ground.UNSURE, YES),  # unsure: the cell decides
        ("police", "wijkteam", "old_reports", Ground.LEGAL_TASK, NO),  # V/D: neither consult nor danger
        ("wijkteam", "police", "her_story", Ground.CONSENT, NO),  # C/D: nobody asked her
        ("veilig_thuis", "wijkteam", "her_story", Ground.LEGAL_TASK, DEFENSIBLE),  # a/C: weighed case by case
    ],
)
def test_a_cell_decides_with_the_ground_that_is_given(
    giver: str, receiver: str, fact: str, ground: Ground, expected: int
) -> None:
    assert lawful(start(), giver, receiver, fact, ground) == expected


def test_a_participant_may_bring_a_case_to_the_care_and_safety_house_and_has_to_weigh_it() -> None:
    house = "veiligheidshuis"
    assert lawful(start(), "police", house, "old_reports", Ground.LEGAL_TASK) == DEFENSIBLE
    assert lawful(start(), "wijkteam", house, "her_story", Ground.UNSURE) == DEFENSIBLE
    assert lawful(start(), "wijkteam", house, "diagnosis", Ground.LEGAL_TASK) == NO  # its own secrecy stays
    assert lawful(start(), "police", house, "case_file", Ground.LEGAL_TASK) == NO  # nor does an investigation come in


def test_what_lies_on_the_table_of_the_house_is_judged_as_before() -> None:
    consult = at_table("police", "veiligheidshuis", "wijkteam", caller="veiligheidshuis")
    assert lawful(consult, "police", "meeting", "old_reports", Ground.CONSULT, in_meeting=True) == YES


def test_consent_of_the_victim_covers_facts_about_the_victim_only() -> None:
    consented = with_levels(start(), consents=1)
    assert lawful(consented, "wijkteam", "police", "her_story", Ground.CONSENT) == YES
    assert lawful(consented, "wijkteam", "police", "diagnosis", Ground.CONSENT) == NO


def test_acute_danger_makes_a_share_defensible() -> None:
    danger = with_levels(start(), danger=DANGER)
    assert lawful(start(), "wijkteam", "police", "her_story", Ground.ACUTE_DANGER) == NO
    assert lawful(danger, "wijkteam", "police", "her_story", Ground.ACUTE_DANGER) == DEFENSIBLE


def test_medical_facts_have_a_second_lock_that_the_law_opens_for_veilig_thuis() -> None:
    assert lawful(start(), "police", "prosecution", "diagnosis", Ground.LEGAL_TASK) == NO
    assert lawful(start(), "police", "veilig_thuis", "diagnosis", Ground.LEGAL_TASK) == YES
    danger = with_levels(start(), danger=DANGER)
    assert lawful(danger, "police", "prosecution", "diagnosis", Ground.LEGAL_TASK) != NO


def test_a_consult_opens_what_is_closed_between_two() -> None:
    consult = at_table("police", "veiligheidshuis", "wijkteam", caller="veiligheidshuis")
    assert lawful(consult, "police", "meeting", "old_reports", Ground.CONSULT, in_meeting=True) == YES
    assert lawful(consult, "police", "wijkteam", "old_reports", Ground.CONSULT, in_meeting=True) == DEFENSIBLE


def test_facts_of_an_investigation_stay_out_of_the_consult() -> None:
    consult = at_table("police", "veiligheidshuis", "wijkteam", caller="veiligheidshuis")
    assert lawful(consult, "police", "meeting", "case_file", Ground.CONSULT, in_meeting=True) == NO
    assert lawful(start(), "police", "prosecution", "case_file", Ground.LEGAL_TASK) == YES


def test_without_the_care_and_safety_house_each_who_hears_it_is_judged() -> None:
    own = at_table("police", "veilig_thuis", "prosecution", caller="veilig_thuis")
    assert lawful(own, "police", "meeting", "old_reports", Ground.LEGAL_TASK, in_meeting=True) == YES
    with_wijkteam = at_table("police", "veilig_thuis", "wijkteam", caller="veilig_thuis")
    assert lawful(with_wijkteam, "police", "meeting", "old_reports", Ground.LEGAL_TASK, in_meeting=True) == NO


@pytest.mark.parametrize(("receiver", "expected"), [("probation", NO), ("prosecution", NO), ("meeting", NO)])
def test_an_address_is_for_those_who_guard_it(receiver: str, expected: int) -> None:
    consented = with_levels(start(), consents=1, danger=DANGER)
    assert lawful(consented, "wijkteam", receiver, "new_address", Ground.CONSENT) == expected
    assert lawful(consented, "wijkteam", "police", "new_address", Ground.CONSENT) == YES


def test_a_share_is_needed_when_the_receiver_acts_better_with_it_and_did_not_know() -> None:
    def needed(state: State, receiver: str) -> int:
        found = judge_share(CASE, state, R["police"], R[receiver], F["old_reports"], Ground.UNSURE, Extent.MINIMUM)
        return int(found.needed[0])

    assert needed(start(), "prosecution") == YES
    assert needed(start(), "probation") == NO
    assert needed(decide(start(), "police/share/old_reports/prosecution"), "prosecution") == NO


def test_at_the_table_one_who_needs_it_is_enough() -> None:
    state = at_table("police", "prosecution", "wijkteam", caller="prosecution")
    found = judge_share(CASE, state, R["police"], MEETING, F["old_reports"], Ground.UNSURE, Extent.MINIMUM, True)
    assert found.needed[0] == YES


@pytest.mark.parametrize(
    ("receiver", "extent", "in_meeting", "expected"),
    [
        ("prosecution", Extent.MINIMUM, False, YES),
        ("prosecution", Extent.SIGNAL, False, DEFENSIBLE),  # needed, so a signal tells too little
        ("probation", Extent.SIGNAL, False, YES),
        ("prosecution", Extent.EVERYTHING, False, NO),
        ("veilig_thuis", Extent.EVERYTHING, False, YES),
        ("prosecution", Extent.EVERYTHING, True, DEFENSIBLE),
    ],
)
def test_how_much_is_told_is_judged_apart(receiver: str, extent: Extent, in_meeting: bool, expected: int) -> None:
    found = judge_share(CASE, start(), R["police"], R[receiver], F["old_reports"], Ground.UNSURE, extent, in_meeting)
    assert found.minimal[0] == expected


def test_shares_are_judged_in_each_world_on_its_own() -> None:
    state = start(2)
    state = changed(state, consents=np.array([0, 1], np.int8))
    found = judge_share(CASE, state, R["wijkteam"], R["police"], F["her_story"], Ground.CONSENT, Extent.MINIMUM)
    assert found.lawful.tolist() == [NO, YES]
