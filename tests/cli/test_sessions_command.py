"""`tabletop sessions`: list, export, wipe."""

import json
from pathlib import Path

import pytest

from tabletop.cli import run
from tabletop.store.file import SessionFile
from tabletop.store.head import Stand
from tests.store.sample_file import small_pack, small_setup


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TABLETOP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home" / "sessions"


@pytest.fixture
def session(home: Path) -> Path:
    path = home / "small-1.tafel"
    with SessionFile.create(path, small_pack(), small_setup()) as file:
        file.append([], Stand(1, 3, finished=False))
    return path


def test_an_empty_folder_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sessions"]) == 0
    assert str(home) in capsys.readouterr().out


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("words", [["sessions"], ["sessions", "list"]])
def test_the_list_shows_how_far_a_session_is_and_no_names(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 0
    shown = capsys.readouterr().out
    assert "small-1" in shown
    assert "ronde 2 van 2" in shown
    assert "2 plaatsen" in shown
    assert "Quirijn" not in shown


@pytest.mark.usefixtures("session")
def test_the_list_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["sessions", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["round"], row["week"], row["seats"], row["finished"], row["fault"]) == (2, 3, 2, False, None)
    assert run(["sessions", "list", "--json", "-o", str(tmp_path / "list.json")]) == 0
    assert json.loads((tmp_path / "list.json").read_text(encoding="utf-8")) == [row]


@pytest.mark.usefixtures("session")
def test_a_session_is_exported_by_its_name_and_without_names(tmp_path: Path) -> None:
    assert run(["sessions", "export", "small-1", "-o", str(tmp_path / "kopie.tafel")]) == 0
    assert b"Quirijn" not in (tmp_path / "kopie.tafel").read_bytes()
    assert run(["sessions", "export", "small-1", "--with-names", "-o", str(tmp_path)]) == 0
    assert b"Quirijn" in (tmp_path / "small-1.tafel").read_bytes()


def test_a_session_is_not_exported_over_itself(session: Path) -> None:
    assert run(["sessions", "export", "small-1", "-o", str(session)]) == 2


def test_wiping_needs_a_yes(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sessions", "wipe", "small-1"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert session.exists()
    assert run(["sessions", "wipe", "small-1", "--yes"]) == 0
    assert not session.exists()


def test_names_alone_can_be_wiped(session: Path) -> None:
    assert run(["sessions", "wipe", "small-1", "--names", "--yes"]) == 0
    assert b"Quirijn" not in session.read_bytes()


def test_an_open_session_is_not_wiped(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with SessionFile.open(session):
        assert run(["sessions", "wipe", str(session), "--yes"]) == 1
    assert "al geopend" in capsys.readouterr().err
