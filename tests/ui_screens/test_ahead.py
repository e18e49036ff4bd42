"""What a table needs soon is loaded before somebody asks for it, and read again only when it was saved."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tabletop.ui.ahead import Ahead, of_a_session
from tabletop.ui.screens import packs


def test_a_piece_that_fails_is_left_to_who_needs_it() -> None:
    done: list[int] = []

    def fail() -> None:
        raise OSError

    def pieces() -> Iterator[Callable[[], object]]:
        yield lambda: done.append(1)
        yield fail
        yield lambda: done.append(2)

    ahead = Ahead(pieces, lambda: done.append(3))
    ahead.start()
    ahead.wait()
    assert done == [1, 2, 3]
    assert ahead.done == 3


def test_nothing_more_is_loaded_after_stop() -> None:
    done: list[int] = []

    def piece() -> None:
        done.append(0)
        ahead.stop_after()

    def pieces() -> Iterator[Callable[[], object]]:
        yield from [piece] * 9

    ahead = Ahead(pieces)
    ahead.start()
    ahead.wait()
    assert done == [0]


def test_the_case_to_be_played_comes_before_all_but_its_set_up() -> None:
    first = [piece.args[0] for piece in list(of_a_session("wachten"))[:3]]  # type: ignore[attr-defined]
    assert first == ["tabletop.ui.screens.setup", "tabletop.ui.screens.packs", "wachten"]


def test_a_case_is_read_once_until_one_of_its_files_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[object] = []
    stamps = [("a", 1, 1)]
    monkeypatch.setattr(packs, "_KEPT", {})
    monkeypatch.setattr(packs, "_stamp", lambda _home: tuple(stamps))
    monkeypatch.setattr(packs, "load_pack", reads.append)
    packs.pack_of("start")
    packs.pack_of("start")
    assert len(reads) == 1
    stamps.append(("b", 1, 1))
    packs.pack_of("start")
    assert len(reads) == 2


def test_a_case_of_somebody_else_is_always_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reads: list[object] = []
    monkeypatch.setattr(packs, "load_pack", reads.append)
    own = tmp_path / "own.yaml"
    own.touch()
    packs.pack_of(own)
    packs.pack_of(own)
    assert reads == [own, own]
