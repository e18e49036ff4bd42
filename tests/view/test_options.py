from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tabletop.case.verbs import Status, Topic, Verb
from tabletop.rules.state import changed
from tabletop.session.play import Play
from tabletop.view.options import TURN_VERBS, is_possible, kinds, possible, rows
from tabletop.view.seat import SeatView, facts_in, see_seat, some_worlds
from tests.session.group import moments, start, the_case

POLICE = 0


def turn(role: int = POLICE) -> SeatView:
    """A view in a turn with all hours and two decisions."""
    play = start()
    state = changed(play.state, hours=play.state.hours + np.int16(40), acts=play.state.acts + np.int8(2))
    return see_seat(play.case, state, role)


def ids(view: SeatView, verb: Verb) -> set[str]:
    case = the_case()
    return {case.decisions.ids[row] for row in possible(case, view, (verb,))}


def with_state(role: int, **changes: NDArray[Any]) -> SeatView:
    play = start()
    full = {"hours": play.state.hours + np.int16(40), "acts": play.state.acts + np.int8(2)}
    return see_seat(play.case, changed(play.state, **{**full, **changes}), role)


def test_a_role_shares_what_it_knows_with_every_other_role() -> None:
    case, view = the_case(), turn()
    known = [case.facts.ids[fact] for fact in facts_in(int(view.knows[0]))]
    assert ids(view, Verb.SHARE) == {f"police/share/{f}/{r}" for f in known for r in case.roles if r != "police"}


def test_a_fact_can_be_told_to_somebody_who_knows_it_already() -> None:
    case, before = the_case(), ids(turn(), Verb.SHARE)
    everybody = np.full((1, len(case.roles)), np.iinfo(np.uint64).max, np.uint64)
    everybody[:, POLICE] = turn().knows
    assert ids(with_state(POLICE, knows=everybody), Verb.SHARE) == before


def test_a_signal_alone_cannot_be_passed_on() -> None:
    case = the_case()
    signals = np.full((1, len(case.roles)), np.iinfo(np.uint64).max, np.uint64)
    assert ids(with_state(POLICE, signals=signals), Verb.SHARE) == ids(turn(), Verb.SHARE)


def test_a_question_is_not_asked_twice_while_it_is_open() -> None:
    case = the_case()
    questions = np.zeros((1, len(case.roles), len(case.roles)), np.int8)
    questions[0, 3, POLICE] = 1 << Topic.STALKER
    view = with_state(POLICE, questions=questions)
    assert ids(turn(), Verb.ASK) - ids(view, Verb.ASK) == {"police/ask/stalker/veilig_thuis"}


def test_a_question_is_about_a_subject_of_this_case() -> None:
    assert not any("/ask/child/" in decision for decision in ids(turn(), Verb.ASK))


def test_consent_is_asked_until_the_victim_agrees() -> None:
    said = {answer: np.full((1, len(the_case().roles)), answer, np.int8) for answer in (-1, 0, 1)}
    asked = {answer: ids(with_state(POLICE, consent_heard=heard), Verb.ASK) for answer, heard in said.items()}
    assert "police/ask/consent/victim" in asked[-1] & asked[0]
    assert "police/ask/consent/victim" not in asked[1]


def test_only_an_open_question_can_be_answered_with_a_known_fact_on_its_topic() -> None:
    case = the_case()
    assert ids(turn(), Verb.ANSWER) == ids(turn(), Verb.REFUSE) == set()
    questions = np.zeros((1, len(case.roles), len(case.roles)), np.int8)
    questions[0, POLICE, 3] = 1 << Topic.VICTIM
    view = with_state(POLICE, questions=questions)
    about = [f for f in facts_in(int(view.knows[0])) if case.facts.subject[f] == Topic.VICTIM]
    assert ids(view, Verb.ANSWER) == {f"police/answer/{case.facts.ids[fact]}/veilig_thuis" for fact in about}
    assert ids(view, Verb.REFUSE) == {"police/refuse/victim/veilig_thuis"}


@pytest.mark.parametrize("status", [Status.REQUESTED, Status.RUNNING])
def test_an_own_measure_under_way_is_not_decided_again(status: Status) -> None:
    case = the_case()
    measures = len(case.measures.ids)
    view = with_state(
        POLICE, status=np.full((1, measures), status, np.int8), decided_by=np.full((1, measures), POLICE, np.int8)
    )
    assert ids(turn(), Verb.MEASURE)
    assert ids(view, Verb.MEASURE) == set()


def test_a_measure_of_another_that_nobody_told_of_stays_possible() -> None:
    case = the_case()
    measures = len(case.measures.ids)
    view = with_state(
        POLICE, status=np.full((1, measures), Status.REQUESTED, np.int8), decided_by=np.full((1, measures), 1, np.int8)
    )
    assert ids(view, Verb.MEASURE) == ids(turn(), Verb.MEASURE)


def test_a_measure_is_taken_as_often_as_its_supply_allows() -> None:
    case = the_case()
    used = case.measures.supply[None, :].copy()
    mine = np.full(used.shape, POLICE, np.int8)
    assert ids(with_state(POLICE, attempts=used, decided_by=mine), Verb.MEASURE) == set()


def test_without_decisions_or_hours_only_free_acts_are_left() -> None:
    case = the_case()
    nothing = np.zeros((1, len(case.roles)), np.int8)
    kinds_left = {Verb(int(case.decisions.verb[row])) for row in possible(case, with_state(POLICE, acts=nothing))}
    assert kinds_left == {Verb.PASS, Verb.BRING}
    no_hours = with_state(POLICE, hours=nothing.astype(np.int16))
    verbs = {Verb(int(case.decisions.verb[row])) for row in possible(case, no_hours)}
    assert Verb.SHARE not in verbs
    assert Verb.CALL not in verbs


def test_a_meeting_is_called_once_a_round() -> None:
    assert ids(turn(), Verb.CALL)
    assert not ids(with_state(POLICE, caller=np.array([2], np.int8)), Verb.CALL)


def test_a_fact_on_the_table_is_not_brought_again() -> None:
    case, view = the_case(), turn()
    fact = facts_in(int(view.knows[0]))[0]
    joint = np.array([1 << fact], np.uint64)
    gone = ids(view, Verb.BRING) - ids(with_state(POLICE, joint=joint), Verb.BRING)
    assert gone == {f"police/bring/{case.facts.ids[fact]}"}


@st.composite
def turns(draw: st.DrawFn) -> tuple[Play, SeatView]:
    session = moments(6, draw(st.integers(0, 4)))
    play = session[draw(st.integers(0, len(session) - 1))]
    return play, play.view_of(draw(st.integers(0, 5)))


@given(turns())
@settings(max_examples=60)
def test_a_kind_is_possible_exactly_when_one_of_its_rows_is(some: tuple[Play, SeatView]) -> None:
    play, view = some
    for verb in TURN_VERBS:
        assert bool(kinds(play.case, view)[0, verb]) == bool(rows(play.case, view, verb).any()), verb


@given(turns())
@settings(max_examples=40)
def test_possible_rows_are_sorted_unique_and_of_the_own_role(some: tuple[Play, SeatView]) -> None:
    play, view = some
    found = possible(play.case, view)
    assert found == sorted(set(found))
    assert set(play.case.decisions.role[found].tolist()) <= {view.role}
    assert all(is_possible(play.case, view, row) for row in found)


def test_a_view_of_some_worlds_is_the_view_of_these_worlds() -> None:
    view = turn()
    twice = some_worlds(view, np.array([0, 0]))
    assert len(twice.knows) == len(twice.public.joint) == 2
    assert twice.role == view.role


def test_an_answer_takes_hours_and_a_refusal_none() -> None:
    case, questions = the_case(), np.zeros((1, len(the_case().roles), len(the_case().roles)), np.int8)
    questions[0, POLICE, 3] = 1 << Topic.STALKER
    for hours, verbs in ((2, {Verb.ANSWER, Verb.REFUSE}), (1, {Verb.REFUSE})):
        view = with_state(POLICE, questions=questions, hours=np.full((1, len(case.roles)), hours, np.int16))
        assert {verb for verb in (Verb.ANSWER, Verb.REFUSE) if ids(view, verb)} == verbs
        assert {verb for verb in (Verb.ANSWER, Verb.REFUSE) if kinds(case, view)[0, verb]} == verbs
