import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.case.case import Case
from tabletop.case.verbs import FREE_IN_TURN, IN_TURN, Task, Verb
from tabletop.policy import POLICIES
from tabletop.policy.base import Policy, best, luck_of, pick
from tabletop.policy.law import ground_for, lawful_at_table, lawful_for
from tabletop.policy.table import lay_ready, meet, play_on, play_round, reply, take_turn, turn_order
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.rules.hashing import state_hash
from tabletop.rules.judging import NO, judge_share
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State, changed
from tabletop.view.options import possible, stance_rows, table_rows
from tabletop.view.seat import see_seat, some_worlds
from tests.session.group import the_case

NAMES = sorted(POLICIES)
ACTS = 2


def worlds(count: int, seed: int = 3) -> State:
    return opening(the_case(), seed, np.arange(count, dtype=np.uint64))


def played(name: str, count: int, rounds: int = 1) -> State:
    state = worlds(count)
    for _round in range(rounds):
        state = play_round(the_case(), state, table_of(name), ACTS)
    return state


def table_of(name: str) -> list[Policy]:
    return [POLICIES[name]] * len(the_case().roles)


def turns(name: str, state: State) -> list[tuple[int, State, Choice]]:
    """Role, state and choice of every decision of the turns of one round."""
    case, found = the_case(), []
    state = begin_round(case, state, ACTS)
    for role in range(len(case.roles)):
        for place in range(ACTS):
            choice = POLICIES[name].turn(case, see_seat(case, state, role), luck_of(case, state, name, role, place))
            found.append((role, state, choice))
            state = apply(case, state, choice)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_policy_decides_only_what_is_possible(name: str) -> None:
    case = the_case()
    for role, state, choice in turns(name, played(name, 6)):
        view = see_seat(case, state, role)
        for world, row in enumerate(choice.row.tolist()):
            assert row < 0 or row in possible(case, some_worlds(view, np.array([world])))


@pytest.mark.parametrize("name", NAMES)
def test_a_world_is_played_the_same_alone_and_among_many(name: str) -> None:
    case = the_case()
    many = play_on(case, worlds(12), table_of(name), ACTS)
    alone = play_on(case, opening(case, 3, np.array([7], np.uint64)), table_of(name), ACTS)
    assert state_hash(many, 7) == state_hash(alone)


def test_nothing_decides_nothing() -> None:
    assert all((choice.row < 0).all() for _role, _state, choice in turns("nothing", worlds(8)))


def test_an_island_takes_own_measures_and_does_nothing_else() -> None:
    case = the_case()
    rows = np.concatenate([choice.row for _role, _state, choice in turns("island", worlds(50))])
    assert set(case.decisions.verb[rows[rows >= 0]].tolist()) == {Verb.MEASURE}
    assert not played("island", 50, 3).meetings.any()


def test_chance_picks_a_kind_first() -> None:
    case = the_case()
    rows = np.concatenate([choice.row for _role, _state, choice in turns("random", worlds(400))])
    counts = np.bincount(case.decisions.verb[rows[rows >= 0]], minlength=len(Verb))
    kinds = [verb for verb in (*IN_TURN, *FREE_IN_TURN) if counts[verb]]
    assert {Verb.SHARE, Verb.ASK, Verb.MEASURE, Verb.CALL, Verb.PASS} <= set(kinds)
    assert counts[Verb.SHARE] < counts.sum() / 3


def test_joint_partners_meet_each_round_give_a_lead_and_agree() -> None:
    state = played("joint", 30, 2)
    assert (state.meetings == 2).all()
    assert (state.tasks[:, Task.PROCESS_LEAD] >= 0).all()
    assert (state.agreement_owner >= 0).any(axis=1).all()
    assert (state.joint != 0).all()


@pytest.mark.parametrize("name", ["joint", "partner"])
def test_no_share_of_a_careful_policy_is_clearly_unlawful(name: str) -> None:
    case = the_case()
    state = played(name, 40)
    for role, before, choice in turns(name, state):
        telling = (choice.row >= 0) & np.isin(case.decisions.verb[np.maximum(choice.row, 0)], (Verb.SHARE, Verb.ANSWER))
        row = np.maximum(choice.row, 0)
        found = judge_share(
            case, before, role, case.decisions.target[row], case.decisions.object[row], choice.ground, choice.extent
        )
        assert not (telling & (found.lawful == NO)).any()


def test_a_joint_share_goes_to_somebody_who_needs_it_and_was_not_told() -> None:
    case, shared = the_case(), 0
    for role, before, choice in turns("joint", worlds(40)):
        row = np.maximum(choice.row, 0)
        for world in np.flatnonzero((choice.row >= 0) & (case.decisions.verb[row] == Verb.SHARE)):
            fact, target = int(case.decisions.object[row[world]]), int(case.decisions.target[row[world]])
            assert int(case.facts.needed_by[target]) >> fact & 1
            assert not int(before.told[world, role, target]) >> fact & 1
            shared += 1
    assert shared


def test_a_partner_brings_facts_only_to_a_meeting_that_was_called() -> None:
    case, partner = the_case(), POLICIES["partner"]
    state = begin_round(case, worlds(1), ACTS)
    assert not lay_ready(case, state, partner, 0).brought.any()
    assert lay_ready(case, changed(state, caller=np.array([1], np.int8)), partner, 0).brought.any()


def test_a_partner_answers_or_refuses_in_time_as_often_as_its_role_says() -> None:
    case, count = the_case(), 600
    for role in range(len(case.roles)):
        state = begin_round(case, worlds(count), ACTS)
        questions = state.questions.copy()
        questions[:, role, (role + 1) % len(case.roles)] = 2
        after = reply(case, changed(state, questions=questions), POLICIES["partner"], role)
        replied = (after.questions[:, role] == 0).all(axis=1).mean()
        assert abs(replied - case.network.answers[role]) < 0.07


def test_a_partner_commits_once_somebody_has_the_process_lead() -> None:
    case = the_case()
    state = changed(begin_round(case, worlds(1), ACTS), caller=np.array([4], np.int8))
    without = meet(case, state, table_of("partner"), np.ones(len(case.roles), np.bool_))
    led = changed(state, tasks=np.array([[4, -1, -1, -1]], np.int8))
    with_lead = meet(case, led, table_of("partner"), np.ones(len(case.roles), np.bool_))
    assert not without.stance.any()
    assert (with_lead.stance == 1).all()


def test_the_order_of_turns_starts_with_another_role_each_round() -> None:
    assert [turn_order(3, number)[0] for number in range(4)] == [0, 1, 2, 0]


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=5), st.floats(0, 0.999))
@settings(max_examples=50)
def test_a_pick_is_a_true_column(mask: list[list[bool]], luck: float) -> None:
    columns = pick(np.array(mask), np.full(len(mask), luck))
    for row, column in zip(mask, columns.tolist(), strict=True):
        assert row[column] if column >= 0 else not any(row)


def test_a_pick_takes_each_true_column_as_often() -> None:
    columns = pick(np.tile([True, False, True, True], (300, 1)), np.arange(300) / 300)
    assert np.bincount(columns, minlength=4).tolist() == [100, 0, 100, 100]


def test_the_best_is_the_first_of_equals() -> None:
    assert best(np.array([[False, True, True]]), np.array([[9.0, 1.0, 1.0]])).tolist() == [1]


def test_an_address_is_never_told() -> None:
    case: Case = the_case()
    guarded = int(case.facts.address[0])
    for role in range(len(case.roles)):
        view = see_seat(case, worlds(1), role)
        for target in range(len(case.roles)):
            assert not int(lawful_for(case, view, target)[0]) & guarded
        assert not int(lawful_at_table(case, view)[0]) & guarded


def test_consent_once_heard_is_the_ground_for_what_is_about_the_victim() -> None:
    case = the_case()
    role = case.roles.index("wijkteam")
    heard = np.ones((1, len(case.roles)), np.int8)
    view = see_seat(case, changed(worlds(1), consent_heard=heard), role)
    row = next(
        row
        for row in range(len(case.decisions.ids))
        if case.decisions.ids[row].startswith("wijkteam/share/")
        and case.decisions.ids[row].endswith("/police")
        and case.facts.subject[case.decisions.object[row]] == 0
    )
    assert ground_for(case, view, np.array([row], np.int32)).tolist() == [0]


def test_what_stands_on_the_table_is_decided_from_the_public_view() -> None:
    case = the_case()
    state = begin_round(case, worlds(1), ACTS)
    view = see_seat(case, state, 0)
    assert not table_rows(case, view.public, Verb.LEAD).any()
    assert not stance_rows(case, view.public, 0, Verb.COMMIT).any()


def test_a_turn_of_a_policy_uses_no_more_decisions_than_it_has() -> None:
    case = the_case()
    state = take_turn(case, begin_round(case, worlds(50), ACTS), POLICIES["joint"], 2, ACTS)
    assert (state.acts >= 0).all()
