"""The session clock: what it says, what it offers, and what the group's choice does."""

from dataclasses import replace

import pytest

from tabletop.session import acts
from tabletop.session.clock import Standing, read, standing
from tabletop.session.play import Play, replay
from tabletop.session.timing import MINUTE, SECOND, Plan, plan_for, plan_of
from tests.session.group import Group, did, refused, start, the_case, until

AT_BOARD = Standing("board", 0, 6, None, is_called=False, held=0)


def plan(seats: int = 6, format_: str = "minutes_60", rounds: int = 3) -> Plan:
    formats = the_case().pack.formats
    return plan_for(formats.find(format_), formats.pace, seats, rounds)


def offer(at: Standing, left: float, seats: int = 6) -> str | None:
    """What is offered with so many minutes of play left."""
    return read(plan(seats), at, round(plan(seats).play_ends - left * MINUTE)).offer


def covered_turn(seats: int = 6) -> Play:
    """The second seat of round 1 is about to get the laptop."""
    play = did(start(seats), acts.all_dossiers_read())
    play = did(play, acts.opened(play))
    return did(play, acts.turn_ended(play))


def test_the_parts_of_each_format_add_up_and_a_third_of_it_is_debrief() -> None:
    for spec in the_case().pack.formats.formats:
        assert spec.minutes == {"minutes_45": 45, "minutes_60": 60, "minutes_90": 90, "half_day": 210}[spec.id]
        assert spec.debrief >= spec.minutes * 0.32


@pytest.mark.parametrize("seats", [4, 5, 6, 7, 8])
def test_what_is_planned_for_sixty_minutes_fits(seats: int) -> None:
    made = plan(seats)
    rounds = [made.round_needs(number, least=False, meeting=number < made.meetings) for number in range(made.rounds)]
    assert sum(rounds) <= made.play - made.reserve + SECOND


def test_a_session_that_begins_on_time_is_not_behind() -> None:
    assert read(plan(), AT_BOARD, plan().set_up).pace != "behind"


def test_the_clock_says_how_far_behind_the_group_is() -> None:
    on_time, late = (read(plan(), AT_BOARD, plan().set_up + minutes * MINUTE) for minutes in (0, 5))
    assert on_time.slack - late.slack == 5 * MINUTE
    assert late.pace == "behind"


def test_with_time_enough_nothing_is_offered() -> None:
    assert offer(AT_BOARD, 30) is None


def test_a_group_that_is_behind_is_first_offered_turns_of_one_decision() -> None:
    assert offer(replace(AT_BOARD, round=1), 19) == "brief"


def test_a_next_round_that_does_not_fit_is_offered_to_be_left_out() -> None:
    assert offer(replace(AT_BOARD, round=1), 9) == "debrief"


def test_a_turn_for_which_no_time_is_left_is_offered_to_be_let_go() -> None:
    assert offer(Standing("turn", 2, 4, None, is_called=False, held=2), 0.5) == "round"


def test_between_two_turns_the_debrief_is_offered_when_play_is_over() -> None:
    assert offer(Standing("turn", 2, 4, None, is_called=False, held=2), -0.8) == "now"


@pytest.mark.parametrize("left", [30, 5, 1, 0, -3])
def test_an_open_turn_is_never_offered_to_be_cut_off(left: float) -> None:
    at = Standing("turn", 2, 4, None, is_called=False, held=2, is_open=True)
    assert offer(at, left) in (None, "round", "debrief")


def test_a_meeting_is_given_less_time_when_the_group_is_behind_but_not_less_than_it_needs() -> None:
    at = Standing("meeting", 1, 0, 0, is_called=True, held=0)
    boxes = [read(plan(), at, plan().play_ends - left * MINUTE).box for left in (25, 12, 9)]
    assert boxes == sorted(boxes, reverse=True)
    assert boxes[0] == plan().meeting.full
    assert boxes[-1] == plan().meeting.least


def test_no_offer_takes_from_the_debrief() -> None:
    debrief = Standing("debrief", 2, 0, None, is_called=False, held=2)
    for late in (-4, 0, 1, 2):
        reading = read(plan(), debrief, plan().play_ends + late * MINUTE)
        assert reading.left >= plan().debrief
        assert reading.offer is None


def test_a_late_debrief_ends_with_the_session() -> None:
    debrief = Standing("debrief", 2, 0, None, is_called=False, held=2)
    assert read(plan(), debrief, plan().play_ends + 5 * MINUTE).left == plan().ends - plan().play_ends - 5 * MINUTE


def test_a_play_knows_where_it_stands() -> None:
    play = did(start(6), acts.all_dossiers_read())
    assert (standing(play).kind, standing(play).turns, standing(play).answers) == ("board", 6, None)
    assert standing(covered_turn()).turns == 5
    assert plan_of(play.case, play.setup, 6).rounds == 3


def test_closing_the_round_lets_the_present_turn_be_played_and_no_other() -> None:
    play = did(covered_turn(), acts.clock_cut("round"))
    seat = play.moment.seat
    play = did(play, acts.opened(play))
    play = did(play, acts.decided(play, f"{play.moment.role}/wait"))
    play = did(play, acts.turn_ended(play))
    assert play.moment.kind == "weeks"
    passed = [entry.seat for entry in play.entries if entry.kind == "turn_ended" and entry.seat not in (None, seat)]
    assert len(passed) >= 5


def test_a_closed_round_cuts_off_no_turn_that_is_covered_for_a_while() -> None:
    play = did(covered_turn(), acts.clock_cut("round"))
    play = did(play, acts.opened(play))
    kept = replace(play, moment=replace(play.moment, is_open=False))
    assert did(kept, acts.opened(kept)).moment.seat == play.moment.seat


def test_the_next_round_after_a_closed_one_is_whole_again() -> None:
    play = did(covered_turn(), acts.clock_cut("round"))
    play = did(did(play, acts.opened(play)), acts.turn_ended(play))
    play = until(play, "board")
    assert standing(play).turns == 6


def test_after_the_last_round_comes_the_debrief_whatever_the_number_of_rounds() -> None:
    play = did(covered_turn(), acts.clock_cut("debrief"))
    play = until(play, "debrief")
    assert play.state.round == 1


def test_a_brief_round_has_one_decision_a_turn_and_the_next_has_two() -> None:
    play = did(did(start(4), acts.all_dossiers_read()), acts.clock_cut("brief"))
    play = did(play, acts.opened(play))
    play = did(play, acts.decided(play, f"{play.moment.role}/wait"))
    assert refused(play, acts.decided(play, f"{play.moment.role}/scale/up")) == "no_decisions_left"
    play = until(play, "weeks")
    assert until(play, "board").decisions_a_turn == 2


def test_no_decision_is_taken_from_an_open_turn() -> None:
    play = covered_turn(4)
    assert refused(did(play, acts.opened(play)), acts.clock_cut("brief")) == "not_now"


def test_undoing_a_decision_leaves_the_round_closed() -> None:
    play = covered_turn()
    play = did(play, acts.opened(play))
    play = did(play, acts.decided(play, f"{play.moment.role}/wait"))
    play = did(did(play, acts.clock_cut("round")), acts.undone())
    assert play.finishing is not None


@pytest.mark.parametrize("cut", ["brief", "round", "debrief"])
def test_what_the_clock_closed_stands_in_the_log_and_replays(cut: str) -> None:
    play = Group(3).play(did(covered_turn(), acts.clock_cut(cut)))  # type: ignore[arg-type]
    again = replay(play.case, play.setup, play.entries)
    assert again.moment == play.moment
    assert any(entry.kind == "clock" and entry.body == {"act": cut} for entry in again.entries)


def test_nothing_can_be_closed_before_the_first_round() -> None:
    assert refused(start(4), acts.clock_cut("debrief")) == "not_now"
