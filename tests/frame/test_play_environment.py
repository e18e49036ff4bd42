"""When play.py makes its environment, when it installs, and when it leaves both alone."""

import shutil
from pathlib import Path

import pytest

import play


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the project's description, in a folder as people name them."""
    folder = tmp_path / "map één twee"
    folder.mkdir()
    shutil.copy(play.ROOT / "pyproject.toml", folder)
    return folder


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What play.py did: environments are made and parts installed in name only."""
    done: list[str] = []

    def make(folder: Path) -> None:
        python = play.python_of(folder)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        done.append("make")

    monkeypatch.setattr(play, "make", make)
    monkeypatch.setattr(play, "install", lambda folder, parts: done.append("install"))
    monkeypatch.setattr(play, "is_alive", lambda folder: play.python_of(folder).exists())
    return done


@pytest.fixture
def ready(root: Path, calls: list[str]) -> Path:
    """A project whose environment has been made for the game."""
    play.prepare(tools=False, root=root)
    calls.clear()
    return root


def test_the_first_run_makes_and_installs(root: Path, calls: list[str]) -> None:
    assert play.prepare(tools=False, root=root) == play.python_of(root / ".venv")
    assert calls == ["make", "install"]


def test_the_second_run_does_neither(ready: Path, calls: list[str]) -> None:
    play.prepare(tools=False, root=ready)
    assert calls == []


def test_a_changed_project_file_installs_again(ready: Path, calls: list[str]) -> None:
    with (ready / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# one more line\n")
    play.prepare(tools=False, root=ready)
    assert calls == ["install"]


def test_a_copied_folder_makes_its_environment_anew(ready: Path, calls: list[str], tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ready, tmp_path / "kopie"))
    play.prepare(tools=False, root=copy)
    assert calls == ["make", "install"]


def test_an_environment_whose_python_is_gone_is_made_anew(ready: Path, calls: list[str]) -> None:
    play.python_of(ready / ".venv").unlink()
    play.prepare(tools=False, root=ready)
    assert calls == ["make", "install"]


def test_an_environment_made_by_hand_is_kept_and_filled(root: Path, calls: list[str]) -> None:
    python = play.python_of(root / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    play.prepare(tools=False, root=root)
    assert calls == ["install"]


def test_the_tools_are_added_when_first_asked(ready: Path, calls: list[str]) -> None:
    play.prepare(tools=True, root=ready)
    play.prepare(tools=True, root=ready)
    assert calls == ["install"]


def test_a_game_after_a_test_run_installs_nothing(root: Path, calls: list[str]) -> None:
    play.prepare(tools=True, root=root)
    calls.clear()
    play.prepare(tools=False, root=root)
    assert calls == []


def test_the_tools_stay_when_the_project_file_changes(
    root: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play.prepare(tools=True, root=root)
    monkeypatch.setattr(play, "project_hash", lambda root: "another")
    play.prepare(tools=False, root=root)
    assert play.Stamp.read(root / ".venv") == play.Stamp(str(root / ".venv"), "another", tools=True)


def test_an_install_cut_short_is_taken_up_again(root: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_short(folder: Path, parts: list[str]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(play, "install", cut_short)
        play.prepare(tools=False, root=root)
    play.prepare(tools=False, root=root)
    assert calls == ["make", "install"]


def test_a_folder_that_cannot_be_written_gets_its_environment_elsewhere(
    root: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(play, "can_write", lambda folder: False)
    monkeypatch.setattr(play, "user_folder", lambda: tmp_path / "user")
    python = play.prepare(tools=False, root=root)
    assert python.is_relative_to(tmp_path / "user" / play.NAME)
    assert not (root / ".venv").exists()


def test_two_copies_that_cannot_be_written_do_not_share_an_environment(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(root, tmp_path / "kopie"))
    monkeypatch.setattr(play, "can_write", lambda folder: False)
    assert play.environment_folder(root, tools=False) != play.environment_folder(copy, tools=False)


def test_a_ready_environment_is_used_where_nothing_can_be_written(
    ready: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(play, "can_write", lambda folder: False)
    assert play.prepare(tools=False, root=ready) == play.python_of(ready / ".venv")
    assert calls == []


def test_a_folder_that_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    assert play.can_write(tmp_path)
    assert not list(tmp_path.iterdir())
    assert not play.can_write(tmp_path / "nowhere")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"colour": "red"}'])
def test_a_stamp_that_cannot_be_read_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "play.json").write_text(text, encoding="utf-8")
    assert play.Stamp.read(tmp_path) == play.Stamp()


def test_the_game_needs_no_tools() -> None:
    game, everything = (play.requirements(play.ROOT, tools) for tools in (False, True))
    assert set(game) < set(everything)
    assert not any(part.startswith(("pytest", "mypy", "ruff")) for part in game)
