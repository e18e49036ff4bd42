"""What play.py makes of its words, and what it says when something is missing."""

import ast
import importlib.util
import os
import re
import runpy
import string
import sys
from pathlib import Path

import pytest

import play


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["play.py", "--lang", "en"])


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], ["play"]),
        (["--lang", "en"], ["play", "--lang", "en"]),
        (["mijn sessie.tafel"], ["play", "mijn sessie.tafel"]),
        (["eigen/zaak.yaml", "--lang", "nl"], ["play", "eigen/zaak.yaml", "--lang", "nl"]),
        (["zaak"], ["play", "zaak"]),
        (["demo", "zaak", "--seats", "4"], ["demo", "zaak", "--seats", "4"]),
        (["play", "zaak"], ["play", "zaak"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
    ],
)
def test_play_is_understood_unless_another_command_is_named(
    words: list[str], command: list[str], tmp_path: Path
) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "zaak.yaml").touch()
    assert play.command_words(words, tmp_path) == command


@pytest.mark.parametrize(
    ("words", "environ", "language"),
    [
        ([], {}, "nl"),
        ([], {"LANG": "nl_NL.UTF-8"}, "nl"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        (["--lang", "nl"], {"LANG": "en_GB.UTF-8"}, "nl"),
        (["demo", "--lang", "en"], {}, "en"),
        (["--lang"], {}, "nl"),
        (["test"], {}, "en"),
    ],
)
def test_dutch_is_met_first_and_english_is_one_word_away(
    words: list[str], environ: dict[str, str], language: str
) -> None:
    assert play.language(words, environ) == language


def test_each_sentence_stands_in_both_languages_with_the_same_blanks() -> None:
    for dutch, english in play.SAYS.values():
        blanks = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (dutch, english)]
        assert blanks[0] == blanks[1]
        assert dutch != english


def test_an_older_python_can_read_the_file_and_is_told_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    source = play.ROOT / "play.py"
    ast.parse(source.read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    with pytest.raises(SystemExit, match=r"3\.11 of nieuwer.*3\.8"):
        runpy.run_path(str(source))


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_says_which_package_brings_it(
    missing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        play.make(tmp_path / ".venv")


@pytest.mark.usefixtures("english")
def test_an_environment_that_cannot_be_made_says_where_and_why(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match="could not be made"):
        play.make(tmp_path / "file" / ".venv")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "WARNING: Retrying ... NewConnectionError('Failed to establish a new connection')",
            "cannot reach the package",
        ),
        ("WARNING: Retrying ... NameResolutionError('Failed to resolve')", "cannot reach the package"),
        ("ERROR: Could not find a version of numpy>=2.0 (from versions: none)", "cannot reach the package"),
        ("ERROR: No matching distribution found for numpy>=2.0", "failed: .*numpy"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "No space left"),
    ],
)
def test_a_pip_that_fails_is_explained_in_one_sentence(line: str, sentence: str) -> None:
    lines = ["Collecting numpy", line]
    assert re.search(sentence, play.pip_complaint(lines))
    assert "\n" not in play.pip_complaint(lines)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Collecting font-source-sans-pro>=0.0.1 (from x)", "  font-source-sans-pro\n"),
        ("Processing /media/stick één/wheels/pygame_ce-2.5.8-cp311-win_amd64.whl", "  pygame_ce\n"),
        (r"Processing d:\wheels\numpy-2.4.6-cp311-win_amd64.whl", "  numpy\n"),
        ("Installing collected packages: numpy, click", "Unpacking the parts.\n"),
        ("  Using cached numpy.whl.metadata", ""),
    ],
)
def test_the_names_of_the_parts_show_that_it_gets_on(line: str, shown: str) -> None:
    assert play.pip_progress(line) == shown


def test_the_sources_of_this_folder_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert play.surroundings()["PYTHONPATH"] == f"{play.ROOT}{os.pathsep}elsewhere"
    monkeypatch.delenv("PYTHONPATH")
    assert play.surroundings()["PYTHONPATH"] == str(play.ROOT)


def test_the_exit_code_of_the_program_is_handed_on() -> None:
    assert play.run(Path(sys.executable), ["-c", "raise SystemExit(2)"]) == 2


@pytest.mark.parametrize(
    ("words", "tools", "arguments"),
    [
        (["test", "--long", "-k", "undo"], True, ["tests/check_all.py", "--long", "-k", "undo"]),
        (["bench"], True, ["benchmarks/figures.py"]),
        ([], False, ["-m", "tabletop", "play"]),
        (["sessions"], False, ["-m", "tabletop", "sessions"]),
    ],
)
def test_only_those_who_check_get_the_tools(
    words: list[str], tools: bool, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(play, "prepare", lambda tools: Path("with-tools" if tools else "bare"))
    monkeypatch.setattr(play, "run", lambda python, arguments, cwd=None: ran.append((python.name, arguments)))
    play.main(words)
    assert ran == [("with-tools" if tools else "bare", arguments)]
