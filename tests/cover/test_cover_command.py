"""`tabletop cover`: exit codes, reasons from the file, and the JSON that programs read."""

import json
from pathlib import Path

import pytest

from tabletop.cli import run
from tabletop.content.home import content_home
from tabletop.content.library import list_scenarios

FEW = ["--games", "800", "--seed", "4"]


@pytest.fixture
def with_reasons(tmp_path: Path) -> Path:
    text = (content_home() / "scenarios" / "start.yaml").read_text(encoding="utf-8")
    path = tmp_path / "start.yaml"
    path.write_text(
        text + "\nuncovered:\n  - {id: measure/remand, reason: Too rare for a short run.}\n"
        "  - {id: inject/no_shows, reason: It always happens.}\n  - {id: inject/leter, reason: Misspelt.}\n",
        encoding="utf-8",
    )
    return path


def test_misses_by_kind_as_json_end_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cover", "start", "--json", *FEW]) == 1
    row = json.loads(capsys.readouterr().out)
    assert row["seed"] == 4
    assert row["games"] == 800
    assert "measure/remand" in row["missed"]
    assert row["kinds"]["measure"]["items"] == row["kinds"]["measure"]["hit"] + row["kinds"]["measure"]["missed"]
    assert row["hits"]["inject"]["inject/no_shows"]["hits"] == 800


def test_a_reason_explains_a_miss_and_an_unknown_one_is_told(
    with_reasons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["cover", str(with_reasons), "--json", *FEW]) == 1
    row = json.loads(capsys.readouterr().out)
    assert row["explained"] == [{"id": "measure/remand", "reason": "Too rare for a short run."}]
    assert row["met_after_all"] == ["inject/no_shows"]
    assert row["unknown"] == ["inject/leter"]
    assert "measure/remand" not in row["missed"]


def test_the_way_to_an_item_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cover", "start", "--show", "inject/released", "--games", "4000", "--lang", "en"]) == 0
    assert "police/measure/arrest" in capsys.readouterr().out
    assert run(["cover", "start", "--show", "inject/releasd", "--lang", "en", *FEW]) == 1
    assert "Did you mean 'inject/released'?" in capsys.readouterr().out


@pytest.mark.long
@pytest.mark.parametrize("scenario", [path.stem for path in list_scenarios()])
def test_everything_shipped_is_met_or_has_a_reason(scenario: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cover", scenario, "--json"]) == 0, json.loads(capsys.readouterr().out)["missed"]
