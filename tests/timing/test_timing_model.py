"""Sessions of 60 minutes keep their promise for slow readers with the real texts; `sitting` says what is assumed."""

import random
from functools import cache

import pytest

from tests.timing.courses import case_of, course
from tests.timing.sitting import Sitting

SESSIONS = 1_000
COURSES = 4
TABLES = (("start", 4), ("drempel", 4), ("start", 6), ("drempel", 6), ("drempel", 8))
SEATS = (4, 6, 8)


@cache
def sittings(on_paper: bool = True) -> tuple[Sitting, ...]:
    """A thousand sessions, a third of them with each number of seats, in turn with each case that has it."""
    return tuple(sitting(number, on_paper) for number in range(SESSIONS))


def sitting(number: int, on_paper: bool) -> Sitting:
    seats = SEATS[number % len(SEATS)]
    cases = [scenario for scenario, count in TABLES if count == seats]
    scenario = cases[number // len(SEATS) % len(cases)]
    pace = case_of(scenario).pack.formats.pace
    return Sitting(course(scenario, seats, number % COURSES), pace, lucky(f"sitting {number}"), on_paper).play()


def lucky(word: str) -> random.Random:
    return random.Random(word)  # noqa: S311 - times of an imagined group, no secret


def with_seats(seats: int) -> list[Sitting]:
    return [each for each in sittings() if each.course.seats == seats]


@pytest.mark.parametrize("seats", SEATS)
def test_in_95_of_100_sessions_three_rounds_are_played_and_nobody_loses_a_turn(seats: int) -> None:
    played = with_seats(seats)
    assert sum(each.is_whole for each in played) >= 0.95 * len(played)


def test_in_all_sessions_twenty_minutes_of_debrief_remain() -> None:
    assert min(each.debrief_minutes for each in sittings()) >= 20


def test_a_late_end_of_play_comes_off_the_closing_and_leaves_a_minute_of_it() -> None:
    assert min(each.closing_minutes for each in sittings()) >= 1


def test_nearly_every_meeting_gets_two_minutes_and_most_get_nearly_three() -> None:
    meetings = sorted(minutes for each in sittings() for minutes in each.meetings)
    assert meetings[len(meetings) // 50] >= 2
    assert meetings[len(meetings) // 2] >= 2.75


@pytest.mark.parametrize("seats", SEATS)
def test_reading_on_paper_the_set_up_keeps_to_its_eight_minutes_on_average(seats: int) -> None:
    plan = with_seats(seats)[0].course.plan
    groups = [Sitting(each.course, each.pace, lucky(f"set-up {n}")) for n, each in enumerate(with_seats(seats)[:100])]
    for group in groups:
        group.set_up()
    assert sum(group.spent for group in groups) / len(groups) <= plan.set_up


def test_a_meeting_is_held_in_two_of_three_rounds() -> None:
    assert {sum(step.at.kind == "meeting" for step in each.course.steps) for each in sittings()} == {2}


def test_the_news_of_a_turn_never_has_more_than_forty_words() -> None:
    assert max(step.news for each in sittings() for step in each.course.steps) <= 40
