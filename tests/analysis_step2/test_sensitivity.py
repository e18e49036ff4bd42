"""Numbers drawn together: within their ranges, evenly, and only those that are not well known."""

import json
from pathlib import Path

import pytest

from tabletop.analysis.drawing import hypercube, uncertain_numbers, with_values
from tabletop.analysis.sensitivity import Sensitivity, examine
from tabletop.case.compiling import compile_case
from tabletop.cli import run
from tabletop.content.balance import load_relations, load_weightings
from tabletop.content.messages import messages
from tests.analysis_step2.games import setting, the_case


def test_every_number_that_is_not_well_known_is_drawn() -> None:
    ids = {each.id for each in uncertain_numbers(the_case().pack)}
    assert {"deterrence", "stop_talk.effects.stop", "variant.cannot_let_go.violent", "conduct_order.needs.proof"} <= ids
    assert all(each.low < each.high and each.strength != "high" for each in uncertain_numbers(the_case().pack))


def test_each_part_of_a_range_is_drawn_from_once() -> None:
    numbers = uncertain_numbers(the_case().pack)[:5]
    drawn = hypercube(numbers, 10, seed=4)
    for number in numbers:
        width = (number.high - number.low) / 10
        parts = sorted(int((values[number.id] - number.low) / width) for values in drawn)
        assert parts == list(range(10))


def test_a_draw_is_the_same_twice() -> None:
    numbers = uncertain_numbers(the_case().pack)
    assert hypercube(numbers, 3, seed=4) == hypercube(numbers, 3, seed=4)


def test_a_drawn_number_reaches_the_case_and_no_other_changes() -> None:
    pack = the_case().pack
    other = compile_case(with_values(pack, {"deterrence": 0.33, "conduct_order.needs.proof": 0.41}))
    place = other.measures.ids.index("conduct_order")
    assert other.numbers["deterrence"] == pytest.approx(0.33)
    assert other.engine.effects.needs_proof[place] == pytest.approx(0.41)
    assert {id_ for id_, value in other.numbers.items() if value != the_case().numbers[id_]} == {"deterrence"}
    assert with_values(pack, {}).measures == pack.measures


@pytest.fixture(scope="module")
def found() -> Sensitivity:
    relations = [each for each in load_relations().relations if each.id in ("islands", "led")]
    return examine(setting(), relations, load_weightings().weightings[0], draws=12, games=40, seed=1)


def test_the_share_of_draws_in_which_a_relation_holds_is_told(found: Sensitivity) -> None:
    assert [each.id for each in found.survivals] == ["islands", "led"]
    assert all(0 <= each.share <= 1 and each.low <= each.median <= each.high for each in found.survivals)
    assert all(each.is_fragile == (each.share < 0.9) for each in found.survivals)


def test_drivers_are_ranked_by_how_they_go_together_with_harm(found: Sensitivity) -> None:
    sizes = [abs(each.correlation) for each in found.drivers]
    assert sizes == sorted(sizes, reverse=True)
    assert all(size <= 1 for size in sizes)
    assert len(found.drivers) == len(uncertain_numbers(the_case().pack))


def test_the_command_tells_and_draws_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plot = tmp_path / "plot.svg"
    words = ["sensitivity", "start", "--draws", "2", "--games", "10", "--workers", "1", "--plot", str(plot), "--json"]
    assert run(words) == 0
    row = json.loads(capsys.readouterr().out)
    assert {"id", "share", "fragile"} <= set(row["relations"][0])
    assert plot.read_text("utf-8").startswith("<svg")


def test_the_table_names_what_is_fragile(found: Sensitivity) -> None:
    from tabletop.commands.sensitivity import _table  # the only part of the command that needs no games

    head = {"draws": 12, "games": 40, "seconds": 1.0}
    shown = _table(messages("en"), the_case().pack, head, found)
    assert all(each.id in shown for each in found.survivals)
