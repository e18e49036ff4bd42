"""Turning points: the past as it was, futures alike, and the log followed where it still makes sense."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np

from tabletop.analysis.branching import FIRST_FUTURE, Arm, play_branches, play_together
from tabletop.analysis.logs import read_log, rows_in
from tabletop.analysis.staging import whole_harm
from tabletop.analysis.turning import Pace, Turning, alternatives_of, turning_points
from tabletop.session.moment import Refusal
from tabletop.session.play import begin, step
from tests.analysis_step2.games import session, the_case

PACE = Pace(screening=4, widening=6, refining=20, points=3, nothing=50)


@cache
def found() -> tuple[Turning, ...]:
    return tuple(turning_points(session(), PACE))


def test_a_log_that_is_followed_without_a_change_ends_as_the_session_did() -> None:
    rounds = read_log(session())
    nowhere = Arm(move=-1, row=None)
    for number in range(len(rounds)):
        branches = play_branches(the_case(), rounds, number, [nowhere], 2)
        assert np.array_equal(branches.harm[0, 0], whole_harm(session().state)[0])


def test_every_decision_of_a_seat_is_in_the_rounds_of_the_log() -> None:
    taken = [each.decision for each in session().entries if each.kind == "decided" and each.seat is not None]
    moves = [move for logged in read_log(session()) for move in (*logged.moves, *logged.table) if move.role >= 0]
    rows = [the_case().decisions.ids[move.row] for move in moves if move.kind == "decided" and move.is_played]
    assert sorted(rows) == sorted(str(each) for each in taken)


def test_an_arm_as_it_was_and_one_with_the_same_decision_are_the_same() -> None:
    rounds = read_log(session())
    move = next(each for each in rounds[0].moves if each.kind == "decided" and each.row >= 0)
    branches = play_branches(the_case(), rounds, 0, [Arm(move.number, None), Arm(move.number, None)], 5)
    assert np.array_equal(branches.harm[0], branches.harm[1])


def test_arms_of_several_rounds_come_to_the_same_together_as_apart() -> None:
    rounds = read_log(session())
    moves = [next(each for each in logged.moves if each.kind == "decided") for logged in rounds]
    arms = {number: [Arm(move.number, None), Arm(move.number, -1)] for number, move in enumerate(moves)}
    together = play_together(the_case(), rounds, arms, 5)
    apart = [play_branches(the_case(), rounds, number, some, 5) for number, some in arms.items()]
    assert np.array_equal(together.harm, np.concatenate([each.harm for each in apart]))
    assert together.followed == tuple(share for each in apart for share in each.followed)
    assert [len(each) for each in together.danger] == [len(each) for some in apart for each in some.danger]


def test_futures_differ_and_the_past_does_not() -> None:
    rounds = read_log(session())
    last = rounds[-1]
    move = next(each for each in last.moves if each.kind == "decided")
    harm = play_branches(the_case(), rounds, len(rounds) - 1, [Arm(move.number, None)], 30).harm[0]
    assert len(np.unique(harm[:, 0])) > 1
    assert (harm >= whole_harm(last.start)[0]).all()


def test_worlds_of_futures_are_none_of_a_session() -> None:
    assert int(session().state.worlds[0]) < FIRST_FUTURE


def test_the_first_result_ranks_every_decision_and_later_ones_refine() -> None:
    stages = [{point.stage for point in each.points} for each in found()]
    assert stages[0] == {"screened"}
    assert [each.done for each in found()] == list(range(1, 5))
    refined = [point for point in found()[-1].points if point.stage == "refined"]
    assert len(refined) == PACE.points
    assert all(point.futures == PACE.refining for point in refined)


def test_what_stands_high_is_looked_at_again_before_it_is_refined() -> None:
    seen = [point for point in found()[1].points if point.futures >= PACE.widening]
    assert len(seen) > PACE.points
    assert {point.futures for point in found()[0].points} == {PACE.screening}


def test_the_first_ranking_leaves_out_what_would_be_told_twice() -> None:
    rounds, facts = read_log(session()), the_case().facts
    for point in found()[0].points:
        knows = rounds[point.round].start.knows[0]
        for other in point.alternatives:
            if other.decision is not None and "/share/" in other.decision:
                _giver, _share, fact, target = other.decision.split("/")
                known = int(knows[the_case().roles.index(target)])
                assert not known >> facts.ids.index(fact) & 1


def test_points_are_ranked_by_the_difference_they_make() -> None:
    weights = [point.weight for point in found()[-1].points]
    assert weights == sorted(weights, reverse=True)


def test_a_refined_point_has_its_best_alternatives_with_intervals() -> None:
    for point in (each for each in found()[-1].points if each.stage == "refined"):
        means = [each.difference.mean for each in point.alternatives]
        assert means == sorted(means)
        assert 1 <= len(means) <= PACE.alternatives + 1
        assert all(each.difference.low <= each.difference.mean <= each.difference.high for each in point.alternatives)
        assert all(0 <= each.followed <= 1 for each in point.alternatives)


def test_turning_points_are_the_same_twice() -> None:
    assert tuple(turning_points(session(), PACE)) == found()


def test_turning_points_are_the_same_with_help() -> None:
    with ThreadPoolExecutor(2) as workers:
        *_, last = turning_points(session(), PACE, workers)
    assert last == found()[-1]


def test_what_was_open_is_what_might_have_been_chosen() -> None:
    for move in read_log(session())[0].moves:
        if move.kind == "decided" and move.is_played:
            assert set(alternatives_of(the_case(), move, wide=True)) <= {-1, *move.options}


def test_a_session_that_stopped_early_has_turning_points_of_what_was_played() -> None:
    rounds = read_log(session())
    play = begin(session().case, session().setup)
    for entry in session().entries:
        if play.state.round == 1 and play.moment.kind == "board":
            break
        after = step(play, entry)
        assert not isinstance(after, Refusal)
        play = after
    early = read_log(play)
    assert [logged.weeks for logged in early][:1] == [rounds[0].weeks]
    assert next(iter(turning_points(play, PACE))).points


def test_a_set_of_rows_is_read_from_the_log() -> None:
    assert rows_in("") == ()
    assert rows_in("5") == (0, 2)
