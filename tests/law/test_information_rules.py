"""The two sets of information rules: that of 2026 is the matrix we were given, that of 2018 follows from it."""

import csv
from functools import cache
from pathlib import Path

import pytest
import yaml

from tabletop.content.home import content_home
from tabletop.content.specs.scoring import CellSpec, InformationRulesSpec

HERE = Path(__file__).parent
MEETING = {"V", "Vc", "Vi"}
YEARS = ("2018", "2026")


@cache
def rules(year: str) -> InformationRulesSpec:
    text = (content_home() / "scoring" / "information_rules" / f"{year}.yaml").read_text(encoding="utf-8")
    return InformationRulesSpec.model_validate(yaml.safe_load(text))


def cells(year: str) -> dict[tuple[str, str], CellSpec]:
    return {(cell.giver, cell.receiver): cell for cell in rules(year).cells}


def matrix() -> list[dict[str, str]]:
    with (HERE / "matrix_2026.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_the_rules_of_2026_are_the_matrix_cell_by_cell() -> None:
    ours = cells("2026")
    assert len(matrix()) == 121
    for row in matrix():
        cell = ours[row["giver"], row["receiver"]]
        assert (row, set(cell.codes), cell.certainty) == (row, set(row["code"].split("/")), row["certainty"])


def test_what_the_matrix_lacks_is_never_sure() -> None:
    given = {(row["giver"], row["receiver"]) for row in matrix()}
    added = [cell for pair, cell in cells("2026").items() if pair not in given and cell.giver != cell.receiver]
    assert {cell.certainty for cell in added} == {"l"}
    assert {"DJI", "ZVH"} == {party for cell in added for party in (cell.giver, cell.receiver)} & {"DJI", "ZVH"}


def test_the_rules_of_2018_follow_from_those_of_2026() -> None:
    """No own basis for the Veiligheidshuis: data moved pair by pair, weighed (`a`), and never surer than `m`."""
    before, now = cells("2018"), cells("2026")
    assert before.keys() == now.keys()
    for pair, cell in now.items():
        moved = bool(MEETING & {*cell.codes})
        assert (pair, set(before[pair].codes)) == (pair, {"a" if code in MEETING else code for code in cell.codes})
        assert before[pair].certainty == ("m" if moved and cell.certainty == "h" else cell.certainty)
    assert not rules("2018").brings_cases


@pytest.mark.parametrize("year", YEARS)
def test_every_cell_has_ground_source_date_and_sureness(year: str) -> None:
    assert rules(year).read_on
    for cell in rules(year).cells:
        assert cell.article and cell.source and cell.certainty, cell
        assert cell.explanation is not None
        assert cell.explanation.nl.count(".") >= 2, cell
        assert cell.explanation.en.count(".") >= 2, cell


@pytest.mark.parametrize("year", YEARS)
def test_no_grey_cell_has_one_right_answer(year: str) -> None:
    known = {answer.id for answer in rules(year).answers}
    for cell in rules(year).cells:
        assert {*cell.answers} <= known
        assert len({*cell.answers}) >= 2 if cell.is_grey else not cell.answers, cell


def test_no_cell_of_2018_rests_on_the_act_of_2025() -> None:
    assert [
        cell for cell in rules("2018").cells if "WGS" in cell.article or cell.source in ("wgs", "besluit_wgs")
    ] == []
