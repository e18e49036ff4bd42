import pytest

from tabletop.content.specs.common import Text
from tabletop.content.specs.role import DisciplineSpec, DisciplinesSpec
from tabletop.session.deal import deal

ROLES = ("police", "prosecution", "veilig_thuis", "wijkteam")


def discipline(name: str, role: str | None = None, near: tuple[str, ...] = ()) -> DisciplineSpec:
    return DisciplineSpec(id=name, name=Text(nl=name, en=name), role=role, near=near)


DISCIPLINES = DisciplinesSpec(
    format=1,
    disciplines=(
        discipline("officer", "police", ("prosecution",)),
        discipline("prosecutor", "prosecution", ("police",)),
        discipline("assessor", "veilig_thuis"),
        discipline("generalist", "wijkteam"),
        discipline("student"),
    ),
)


@pytest.mark.parametrize("seed", range(20))
def test_nobody_plays_the_own_or_a_near_role_when_that_can_be_avoided(seed: int) -> None:
    dealt = deal(ROLES, [["officer"], ["prosecutor"], ["assessor"], ["generalist"]], DISCIPLINES, seed)
    assert set(dealt.roles[:2]) == {"veilig_thuis", "wijkteam"}
    assert dealt.notes == ()


def test_the_deal_says_which_role_could_not_be_avoided() -> None:
    dealt = deal(("police", "prosecution"), [["officer"], ["student"]], DISCIPLINES, 1)
    assert dealt.roles == ("prosecution", "police")
    assert [(note.seat, note.reason) for note in dealt.notes] == [(0, "near")]


def test_a_role_played_before_is_avoided() -> None:
    roles = {
        deal(ROLES[2:], [["student"], ["student"]], DISCIPLINES, seed, {0: ["wijkteam"]}).roles for seed in range(9)
    }
    assert roles == {("veilig_thuis", "wijkteam")}


def test_a_seat_of_two_avoids_both_disciplines() -> None:
    dealt = deal(ROLES, [["officer", "assessor"]], DISCIPLINES, 3)
    assert dealt.roles == ("wijkteam",)


def test_the_same_seed_deals_the_same_and_seeds_differ() -> None:
    students = [["student"]] * 4
    deals = [deal(ROLES, students, DISCIPLINES, seed).roles for seed in range(20)]
    assert deals[3] == deal(ROLES, students, DISCIPLINES, 3).roles
    assert len(set(deals)) > 5


def test_fewer_roles_than_seats_are_refused() -> None:
    with pytest.raises(ValueError, match="fewer roles"):
        deal(("police",), [["student"], ["student"]], DISCIPLINES, 1)
