"""`tabletop check` and `tabletop simulate`: exit codes, and the JSON that programs read."""

import json
from pathlib import Path

import pytest

from tabletop.cli import run
from tabletop.content.home import content_home


@pytest.fixture(autouse=True)
def _dutch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    text = (content_home() / "scenarios" / "start.yaml").read_text(encoding="utf-8")
    path = tmp_path / "start.yaml"
    path.write_text(text.replace("- role: prosecution", "- role: prosecutoin"), encoding="utf-8")
    return path


def test_what_is_shipped_has_no_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Geen fouten gevonden")
    assert run(["check", "--json"]) == 0
    assert {row["severity"] for row in json.loads(capsys.readouterr().out)} <= {"warning"}


def test_faults_end_with_1_and_name_their_place(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(faulty), "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert all(set(row) == {"path", "line", "column", "code", "severity", "message"} for row in rows)
    assert rows[0]["path"] == str(faulty)
    assert "prosecution" in rows[0]["message"]
    assert run(["check", str(faulty), "--lang", "en"]) == 1
    assert f"{faulty}:{rows[0]['line']}:{rows[0]['column']} {rows[0]['code']} " in capsys.readouterr().out


def test_faults_can_be_written_to_a_file(faulty: Path, tmp_path: Path) -> None:
    assert run(["check", str(faulty), "--json", "-o", str(tmp_path / "faults.json")]) == 1
    assert json.loads((tmp_path / "faults.json").read_text(encoding="utf-8"))
    assert run(["check", "-o", str(tmp_path / "no folder" / "faults.json")]) == 2


def test_a_faulty_scenario_is_not_simulated(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", str(faulty), "--policy", "joint", "--games", "10"]) == 1
    shown = capsys.readouterr()
    assert "prosecutoin" in shown.err
    assert shown.out == ""


def test_a_simulation_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["simulate", "start", "--policy", "joint", "--games", "200", "--seed", "3", "--json"]
    assert run(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["games"] == 200
    assert found["seconds"] > 0
    harm = found["expected_harm"]
    assert 0 < harm["low"] < harm["mean"] < harm["high"] < 100
    assert run(words) == 0
    again = json.loads(capsys.readouterr().out)
    assert {**again, "seconds": 0} == {**found, "seconds": 0}


def test_a_simulation_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["simulate", "start", "--policy", "nothing", "--games", "50"]) == 0
    assert "Verwachte schade: 100,0" in capsys.readouterr().out
    assert run(["simulate", "start", "--policy", "nothing", "--games", "50", "-o", str(tmp_path / "uit.txt")]) == 0
    assert "Verwachte schade" in (tmp_path / "uit.txt").read_text(encoding="utf-8")


def test_more_processes_give_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    found = []
    for workers in ("1", "2"):
        assert (
            run(["simulate", "start", "--games", "20000", "--workers", workers, "--policy", "nothing", "--json"]) == 0
        )
        found.append({**json.loads(capsys.readouterr().out), "seconds": 0})
    assert found[0] == found[1]
