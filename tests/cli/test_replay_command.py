"""`tabletop replay`: verifies a session, and says the same in any process."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tabletop.cli import run
from tabletop.rules.version import RULES_VERSION
from tabletop.session.entries import Participant, Seat, SetUp
from tabletop.store import playing
from tabletop.store.live import LiveSession
from tests.session.group import Group, the_case


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("replay") / "whole.tafel"
    seats = tuple(Seat(role, (Participant("student", "Quirijn"),)) for role in the_case().pack.scenario.seats[4])
    people = Group(5)
    with LiveSession.new(path, the_case().pack, SetUp("start", 7, seats)) as live:
        while live.moment.kind != "closed":
            assert live.act(people.next_entry(live.play)) is None
    return path


@pytest.fixture
def altered(finished: Path, tmp_path: Path) -> Path:
    path = Path(shutil.copy(finished, tmp_path))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entry SET body = json_set(body, '$.reason', 'otherwise') WHERE number = 20")
    return path


def test_a_replay_as_json(finished: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["replay", str(finished), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["state_hash"]) == len(found["session_hash"]) == 64
    assert found["finished"] is True
    assert found["outcome"]["ending"] in ("stopped", "controlled", "escalated", "goes_on")
    assert found["scores"]["shares"] >= found["scores"]["lawful"]
    assert [each["round"] for each in found["rounds"]] == [1, 2, 3]
    assert found["rounds"][-1]["state_hash"] == found["state_hash"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_replay_in_words(finished: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["replay", str(finished), "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert {"nl": "Alles klopt", "en": "All is as it was"}[language] in shown
    assert "Quirijn" not in shown


def test_an_altered_entry_ends_with_1_and_its_number(altered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["replay", str(altered), "--lang", "nl"]) == 1
    assert "regel 20" in capsys.readouterr().err
    assert run(["replay", str(altered), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["fault"], found["number"]) == ("altered_entry", 20)


def test_something_else_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.tafel"
    path.write_text("a few words " * 100)
    assert run(["replay", str(path), "--lang", "en"]) == 1
    assert "not a session" in capsys.readouterr().err


def test_a_session_of_other_rules_is_read_and_not_played(
    finished: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["replay", str(finished), "--json"]) == 0
    ours = json.loads(capsys.readouterr().out)
    monkeypatch.setattr(playing, "RULES_VERSION", RULES_VERSION + 1)
    assert run(["replay", str(finished), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert not found["replayed"]
    assert (found["session_hash"], found["state_hash"]) == (ours["session_hash"], ours["state_hash"])
    assert run(["replay", str(finished), "--lang", "en"]) == 0
    assert "other rules" in capsys.readouterr().out


def test_another_process_with_another_hash_seed_says_the_same(finished: Path) -> None:
    said = set()
    for seed in ("0", "1", "4242"):
        command = [sys.executable, "-m", "tabletop", "replay", str(finished), "--json"]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        said.add(subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout)
    assert len(said) == 1


def test_a_session_is_found_by_its_name(
    finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TABLETOP_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sessions").mkdir()
    shutil.copy(finished, tmp_path / "sessions")
    assert run(["replay", "whole", "-o", "out.json", "--json"]) == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["finished"]
    assert run(["replay", "whoel", "--lang", "en"]) == 2
    assert "Did you mean 'whole'?" in capsys.readouterr().err


def test_the_same_people_and_seed_give_the_same_hash_on_any_hash_seed(tmp_path: Path) -> None:
    """Playing, not only replaying, is the same whatever Python's own hashes are."""
    scripted = Path(__file__).parents[1] / "store" / "scripted.py"
    last = set()
    for seed in ("0", "99"):
        command = [sys.executable, str(scripted), str(tmp_path / f"{seed}.tafel")]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as running:
            assert running.stdout
            last.add([running.stdout.readline() for _ in range(60)][-1])
            running.kill()
            running.stdout.read()
    assert len(last) == 1
