"""A session that is played: what was acknowledged is on the disk, and nothing else is."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.content.faults import ContentError, fault
from tabletop.rules import version
from tabletop.rules.hashing import state_hash
from tabletop.session import acts
from tabletop.session.entries import Participant, Seat, SetUp
from tabletop.session.moment import Refusal
from tabletop.session.play import Play
from tabletop.store import playing
from tabletop.store.faults import (
    AlteredContent,
    AlteredEntry,
    AlteredState,
    CannotWrite,
    Locked,
    OtherContent,
    OtherRules,
)
from tabletop.store.file import SessionFile
from tabletop.store.live import LiveSession
from tabletop.store.reading import read_session
from tabletop.store.sessions import list_sessions
from tabletop.store.snapshots import state_of
from tests.session.group import Group, the_case


def setup() -> SetUp:
    roles = the_case().pack.scenario.seats[4]
    return SetUp("start", 7, tuple(Seat(role, (Participant("student", f"Naam van {role}"),)) for role in roles))


def play_until(live: LiveSession, kind: str, people: Group | None = None) -> None:
    people = people or Group(3)
    while live.moment.kind != kind:
        assert live.act(people.next_entry(live.play)) is None


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("finished") / "whole.tafel"
    with LiveSession.new(path, the_case().pack, setup()) as live:
        play_until(live, "closed")
    return path


@pytest.fixture
def whole(finished: Path, tmp_path: Path) -> Path:
    """A copy that a test may alter."""
    return Path(shutil.copy(finished, tmp_path))


def alter(path: Path, statement: str, *values: int) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(statement, values).rowcount == 1


def same(a: Play, b: Play) -> bool:
    return a.entries == b.entries and state_hash(a.state) == state_hash(b.state)


def test_a_resumed_session_is_the_one_that_was_left(tmp_path: Path) -> None:
    path = tmp_path / "left.tafel"
    with LiveSession.new(path, the_case().pack, setup()) as live:
        play_until(live, "weeks")
        left, link = live.play, live.session_hash
    with LiveSession.resume(path) as live:
        assert same(live.play, left)
        assert live.moment == left.moment
        assert live.session_hash == link
        play_until(live, "closed")
    assert read_session(path).play.moment.kind == "closed"


def test_a_session_is_resumed_covered(tmp_path: Path) -> None:
    path = tmp_path / "open.tafel"
    with LiveSession.new(path, the_case().pack, setup()) as live:
        live.act(acts.opened(live.play))
        assert live.moment.is_open
        left = live.moment
    with LiveSession.resume(path) as live:
        assert live.moment == replace(left, is_open=False)
        assert live.act(acts.opened(live.play)) is None
        assert live.moment == left
    assert read_session(path).play.moment == left


def test_a_refusal_writes_nothing(tmp_path: Path) -> None:
    with LiveSession.new(tmp_path / "a.tafel", the_case().pack, setup()) as live:
        before = live.play
        assert isinstance(live.act(acts.week_passed()), Refusal)
        assert live.play is before
        link = live.session_hash
    with SessionFile.read(tmp_path / "a.tafel") as file:
        assert file.last_link == link


def test_what_cannot_be_written_did_not_happen(tmp_path: Path) -> None:
    with LiveSession.new(tmp_path / "a.tafel", the_case().pack, setup()) as live:
        before = live.play
        live._file._connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(CannotWrite):
            live.act(acts.facilitated("note", "x" * 200_000))
        assert live.play is before
        assert live.act(acts.facilitated("note", "short")) is None


def test_a_session_is_played_in_one_place_at_a_time(tmp_path: Path) -> None:
    with LiveSession.new(tmp_path / "a.tafel", the_case().pack, setup()), pytest.raises(Locked):
        LiveSession.resume(tmp_path / "a.tafel")


def test_a_new_session_stands_in_the_list(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TABLETOP_HOME", str(tmp_path))
    with LiveSession.new(None, the_case().pack, setup()) as live:
        play_until(live, "board")
    (summary,) = list_sessions()
    assert (summary.scenario, summary.seats, summary.round, summary.rounds) == ("start", 4, 1, 3)
    assert not summary.finished


def test_a_finished_session_says_so(finished: Path) -> None:
    (summary,) = list_sessions(finished.parent)
    assert summary.finished
    assert (summary.round, summary.week) == (3, the_case().weeks)


def test_each_round_leaves_its_state(finished: Path) -> None:
    read = read_session(finished)
    assert [snapshot.round for snapshot in read.snapshots] == [0, 1, 2]
    last = state_of(read.snapshots[-1].read())
    assert state_hash(last) == read.snapshots[-1].state_hash == state_hash(read.play.state)


@pytest.mark.parametrize("number", [1, 40, 90])
def test_an_altered_entry_is_named(whole: Path, number: int) -> None:
    alter(whole, "UPDATE entry SET body = json_set(body, '$.reason', 'otherwise') WHERE number = ?", number)
    with pytest.raises(AlteredEntry) as found:
        read_session(whole)
    assert found.value.number == number
    with pytest.raises(AlteredEntry):
        LiveSession.resume(whole)
    SessionFile.open(whole).close()  # a refused resume holds nothing


def test_an_altered_embedded_text_is_found(whole: Path) -> None:
    alter(whole, "UPDATE content SET packed = substr(packed, 1, 40) WHERE path = 'scoring/model.yaml'")
    with pytest.raises(AlteredContent) as found:
        read_session(whole)
    assert found.value.values["part"] == "scoring/model.yaml"


def test_a_removed_embedded_text_is_found(whole: Path) -> None:
    alter(whole, "DELETE FROM content WHERE path = 'roles/police.yaml'")
    with pytest.raises(AlteredContent):
        read_session(whole)


def test_an_altered_state_hash_is_found(whole: Path) -> None:
    alter(whole, "UPDATE snapshot SET state_hash = 'abc' WHERE round = 1")
    with pytest.raises(AlteredState) as found:
        read_session(whole)
    assert found.value.values["round"] == 2


def test_other_rules_are_told_and_the_rounds_can_still_be_read(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "RULES_VERSION", version.RULES_VERSION + 1)
    with pytest.raises(OtherRules):
        read_session(finished)
    with SessionFile.read(finished) as file:
        assert len(file.records()) > 0
        assert "knows" in file.snapshots()[0].read()


def test_content_that_no_longer_fits_is_not_called_altered(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ContentError([fault("scoring/model.yaml", (1, 1), "TT101", key="newer")])

    monkeypatch.setattr(playing, "parse_pack", refuse)
    with pytest.raises(OtherContent) as found:
        read_session(finished)
    assert found.value.values["part"] == "scoring/model.yaml"


def test_the_file_is_played_by_what_it_embeds(finished: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tabletop.content.home._PACKAGE", tmp_path)
    assert read_session(finished).play.moment.kind == "closed"


def test_names_are_neither_in_the_hash_nor_needed(whole: Path) -> None:
    with SessionFile.open(whole) as file:
        link = file.last_link
        file.wipe_names()
    read = read_session(whole)
    assert read.session_hash == link
    assert all(not person.name for seat in read.play.setup.seats for person in seat.participants)
