"""Set-up: people, disciplines, the deal, and what must be said first."""

import pytest

from tabletop.content.library import load_pack
from tabletop.ui.screens.arranging import Arrangement, Person
from tabletop.ui.screens.setup import SetUpScreen
from tests.ui_screens.all_screens import WORK, start_pack
from tests.ui_screens.conftest import Look


@pytest.fixture
def empty() -> Arrangement:
    return Arrangement(start_pack(), 7)


def test_roles_are_dealt_once_everybody_has_said_a_discipline(empty: Arrangement) -> None:
    for seat in range(3):
        empty.work(seat, WORK[seat])
    assert empty.deal is None
    empty.work(3, WORK[3])
    assert empty.deal is not None


def test_dealing_again_with_the_same_seed_gives_the_same(empty: Arrangement) -> None:
    empty.people = [Person("", "other")] * 4
    first = empty.deal
    empty.deal_again()
    assert Arrangement(empty.pack, 7, list(empty.people)).deal == first


def test_a_seat_more_keeps_who_was_there(empty: Arrangement) -> None:
    empty.name(0, "Samira")
    empty.seat(6)
    empty.seat(4)
    assert [person.name for person in empty.people] == ["Samira", "", "", ""]


def test_names_are_optional_and_trimmed(empty: Arrangement) -> None:
    empty.people = [Person(" Samira ", "other"), *[Person("", "other")] * 3]
    assert [seat.participants[0].name for seat in empty.set_up("nl").seats] == ["Samira", "", "", ""]


def test_one_cannot_go_on_before_the_room_question_is_answered(look: Look, empty: Arrangement) -> None:
    empty.people = [Person("", "other")] * 4
    went: list[bool] = []
    seen = look(lambda guide: SetUpScreen(guide, empty, lambda: went.append(True)))
    assert not seen.pilot.get(key="setup/begin").enabled
    seen.pilot.click(key="setup/room/no")
    seen.pilot.click(key="setup/begin")
    assert went == [True]


def test_a_discipline_is_chosen_from_the_list_by_keys(look: Look, empty: Arrangement) -> None:
    seen = look(lambda guide: SetUpScreen(guide, empty, lambda: None))
    seen.pilot.mode = "keys"
    seen.pilot.click(key="setup/work0")
    seen.pilot.click(key="works/probation")
    assert empty.people[0].discipline == "probation"


def test_the_headings_of_a_seat_stand_on_one_line_whoever_sits_there(look: Look, empty: Arrangement) -> None:
    empty.people = [Person("", "student")] * 4
    seen = look(lambda guide: SetUpScreen(guide, empty, lambda: None))
    heads = [seen.pilot.get("text", label) for label in ("In het echt", "Speelt")]
    assert heads[0].rect.y == heads[1].rect.y


def test_a_role_that_could_not_be_avoided_is_told(look: Look, empty: Arrangement) -> None:
    empty.people = [Person("Joost", "police")] * 4
    empty.pack = empty.pack
    notes = empty.deal.notes if empty.deal else ()
    seen = look(lambda guide: SetUpScreen(guide, empty, lambda: None))
    assert len(notes) == sum("speelt" in line for line in seen.text.splitlines() if "Met deze groep" in line)
    assert notes


def test_a_pair_on_one_seat_plays_no_role_of_either_discipline(empty: Arrangement) -> None:
    empty.people = [Person("", "police"), *[Person("", "other")] * 3]
    empty.pair(0)
    assert empty.deal is None
    empty.work(0, "probation", is_mate=True)
    seat = empty.set_up("nl").seats[0]
    assert [each.discipline for each in seat.participants] == ["police", "probation"]
    assert seat.role not in ("police", "probation")


def test_a_student_names_a_placement_and_any_role_can_be_dealt(look: Look, empty: Arrangement) -> None:
    seen = look(lambda guide: SetUpScreen(guide, empty, lambda: None))
    seen.pilot.click(key="setup/work0")
    seen.pilot.click(key="works/student")
    seen.pilot.click(key="setup/workplace0")
    seen.pilot.click(key="places/police")
    assert empty.discipline_name(0, "nl") == "student, stage: politie"
    empty.people = [empty.people[0]] * 4
    assert empty.deal is not None
    assert empty.deal.notes == ()


def test_work_that_is_not_in_the_list_is_typed(look: Look, empty: Arrangement) -> None:
    seen = look(lambda guide: SetUpScreen(guide, empty, lambda: None))
    seen.pilot.click(key="setup/work0")
    seen.pilot.click(key="works/other")
    seen.pilot.click(key="setup/workwhich0")
    seen.pilot.fill(text="studentenpastor", key="setup/typed")
    seen.pilot.click(key="setup/typed_done")
    assert empty.discipline_name(0, "nl") == "studentenpastor"


def test_an_observer_and_a_timekeeper_have_no_seat(look: Look, empty: Arrangement) -> None:
    empty.people = [Person("", "other")] * 4
    seen = look(lambda guide: SetUpScreen(guide, empty, lambda: None))
    seen.pilot.click(key="setup/add_observer")
    focused = seen.pilot.focused()
    assert focused is not None
    assert focused.key == "setup/visitor0"
    seen.pilot.click(key="setup/add_timekeeper")
    seen.pilot.fill(text="Fatima", key="setup/visitor0")
    seen.pilot.click(key="setup/away1")
    made = empty.set_up("nl")
    assert [(each.task, each.name) for each in made.onlookers] == [("observer", "Fatima")]
    assert len(made.seats) == 4


@pytest.mark.parametrize("seats", [4, 5, 6, 7, 8])
def test_the_minutes_of_the_programme_add_up_for_every_number_of_seats(seats: int) -> None:
    here = Arrangement(load_pack("drempel"), 7)
    here.seat(seats)
    assert here.set_up_minutes + here.play_minutes + here.format.debrief + here.format.close == 60
    assert here.fits


def test_a_length_that_does_not_fit_is_told_with_the_nearest_that_does(look: Look) -> None:
    here = Arrangement(load_pack("drempel"), 7)
    here.seat(7)
    here.format_id = "minutes_45"
    seen = look(lambda guide: SetUpScreen(guide, here, lambda: None))
    assert "past dit niet" in seen.text
    seen.pilot.click(key="setup/nearest")
    assert (here.format.id, here.reading) == ("minutes_60", "short")
    assert "past dit niet" not in seen.text


def test_whole_dossiers_at_the_laptop_do_not_fit_eight_seats_in_an_hour(look: Look) -> None:
    here = Arrangement(load_pack("drempel"), 7)
    here.seat(8)
    seen = look(lambda guide: SetUpScreen(guide, here, lambda: None))
    assert here.reading == "short"
    seen.pilot.click(key="setup/reading/laptop")
    assert "past dit niet" in seen.text
