"""`tabletop play` and `demo`: what they hand to the screens, and what they refuse before a window opens."""

from pathlib import Path
from typing import Any

import pytest

import tabletop.ui.demo
import tabletop.ui.main
from tabletop.cli import run
from tabletop.content.home import content_home
from tabletop.store.faults import AlteredEntry


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What `run_play` was called with."""
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr(tabletop.ui.main, "run_play", lambda *given: calls.append(given))
    return calls


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ([], (None, None, False, False)),
        (["start"], ("start", None, False, False)),
        (["start", "--lang", "en", "--full-screen"], ("start", "en", True, False)),
        (["start", "--watch"], ("start", None, False, True)),
    ],
)
def test_play_opens_what_was_asked(words: list[str], given: tuple[Any, ...], played: list[tuple[Any, ...]]) -> None:
    assert run(["play", *words]) == 0
    assert played == [given]


def test_the_language_before_the_command_counts_too(played: list[tuple[Any, ...]]) -> None:
    assert run(["--lang", "en", "play"]) == 0
    assert played == [(None, "en", False, False)]


def test_a_scenario_with_faults_opens_no_window(
    tmp_path: Path, played: list[tuple[Any, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    text = (content_home() / "scenarios" / "start.yaml").read_text(encoding="utf-8")
    path = tmp_path / "start.yaml"
    path.write_text(text.replace("- role: prosecution", "- role: prosecutoin"), encoding="utf-8")
    assert run(["play", str(path)]) == 1
    assert "prosecutoin" in capsys.readouterr().err
    assert played == []


def test_a_session_that_does_not_open_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(target: str, *_: object) -> None:
        raise AlteredEntry(Path(target), 12)

    (tmp_path / "a.tafel").touch()
    monkeypatch.setattr(tabletop.ui.main, "run_play", refuse)
    assert run(["play", str(tmp_path / "a.tafel"), "--lang", "nl"]) == 1
    assert "regel 12" in capsys.readouterr().err


def test_demo_hands_everything_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[tuple[Any, ...]] = []

    def demo(*given: Any) -> Path:
        calls.append((*given[:7], given[8]))
        given[7](1, 2)
        return tmp_path / "demo.tafel"

    monkeypatch.setattr(tabletop.ui.demo, "run_demo", demo)
    out = tmp_path / "een map" / "uit"
    words = [
        "demo",
        "start",
        "--seats",
        "6",
        "--seed",
        "9",
        "--out",
        str(out),
        "--window",
        "1920x1080",
        "--text",
        "150",
    ]
    assert run([*words, "--lang", "en"]) == 0
    assert calls == [("start", 6, 9, out, (1920, 1080), 150, "en", "mixed")]
    assert out.is_dir()
    assert str(tmp_path / "demo.tafel") in capsys.readouterr().out


@pytest.mark.parametrize("mode", ["keys", "mouse"])
def test_demo_plays_with_keys_or_mouse_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    modes: list[str] = []

    def demo(*given: Any) -> Path:
        modes.append(given[8])
        return tmp_path / "demo.tafel"

    monkeypatch.setattr(tabletop.ui.demo, "run_demo", demo)
    assert run(["demo", "start", "--out", str(tmp_path), f"--{mode}-only", "--lang", "en"]) == 0
    assert modes == [mode]


def test_demo_refuses_keys_alone_with_mouse_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "start", "-o", str(tmp_path), "--keys-only", "--mouse-only", "--lang", "en"]) == 2
    assert "--keys-only or --mouse-only" in capsys.readouterr().err


def test_a_number_of_seats_that_the_scenario_lacks_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo", "start", "--seats", "8", "--out", str(tmp_path), "--lang", "en"]) == 2
    assert "4, 5 and 6" in capsys.readouterr().err
