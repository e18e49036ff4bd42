"""Set-up: people, disciplines, the deal, and what must be said first."""

import pytest

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


def test_a_role_that_could_not_be_avoided_is_told(look: Look, empty: Arrangement) -> None:
    empty.people = [Person("Joost", "police")] * 4
    empty.pack = empty.pack
    notes = empty.deal.notes if empty.deal else ()
    seen = look(lambda guide: SetUpScreen(guide, empty, lambda: None))
    assert len(notes) == sum("speelt" in line for line in seen.text.splitlines() if "Met deze groep" in line)
    assert notes
