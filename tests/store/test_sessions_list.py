"""The list of sessions: the last first, without anything private, whatever state a file is in."""

from pathlib import Path
from typing import Any

import pytest

from tabletop.session.entries import SetUp
from tabletop.store.faults import OtherContent
from tabletop.store.file import SessionFile
from tabletop.store.head import Stand
from tabletop.store.home import sessions_folder
from tabletop.store.records import setup_as_json
from tabletop.store.sessions import list_sessions, new_path


def test_the_folder_of_the_user_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TABLETOP_HOME", str(tmp_path / "mijn spel"))
    assert sessions_folder() == tmp_path / "mijn spel" / "sessions"
    assert list_sessions() == []


def test_a_summary_holds_no_names(played: Path) -> None:
    (summary,) = list_sessions(played.parent)
    assert (summary.scenario, summary.title.nl, summary.seats) == ("small", "Klein", 2)
    assert (summary.round, summary.rounds, summary.week, summary.finished) == (2, 2, 4, False)
    assert "Quirijn" not in repr(summary)


def test_the_last_one_played_comes_first(played: Path, pack: Any, setup: SetUp) -> None:
    with SessionFile.create(played.with_name("later.tafel"), pack, setup) as file:
        file.append([], Stand(0, 0, finished=False))
    assert [each.path.name for each in list_sessions(played.parent)] == ["later.tafel", played.name]


def test_a_faulty_or_open_file_is_listed_with_its_fault(played: Path) -> None:
    played.with_name("bad.tafel").write_text("nothing of the kind" * 20)
    with SessionFile.open(played):
        found = {each.path.name: each.fault and each.fault.code for each in list_sessions(played.parent)}
    assert found == {"bad.tafel": "not_a_session", played.name: "locked"}


def test_two_sessions_in_one_minute_have_different_names(tmp_path: Path) -> None:
    assert len({new_path("start", tmp_path) for _ in range(20)}) > 15


def test_a_file_of_another_build_is_listed_with_its_fault_and_the_others_stay(
    played: Path, pack: Any, setup: SetUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def older(setup: SetUp) -> str:
        return setup_as_json(setup).replace("{", '{"decisions_a_turn":2,', 1)

    monkeypatch.setattr("tabletop.store.file.setup_as_json", older)
    SessionFile.create(played.with_name("older.tafel"), pack, setup).close()
    faults = {each.path.name: each.fault for each in list_sessions(played.parent)}
    assert isinstance(faults["older.tafel"], OtherContent)
    assert faults[played.name] is None
