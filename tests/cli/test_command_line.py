"""The command line as a user meets it: exit codes, sentences in two languages, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tabletop import cli
from tabletop.cli import COMMANDS, run
from tabletop.store.home import log_path

ALL_HELP = [[], *([name] for name in COMMANDS), *(["sessions", name] for name in ("list", "export", "wipe"))]


@pytest.fixture(autouse=True)
def _dutch_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")


@pytest.mark.parametrize("words", ALL_HELP, ids=" ".join)
def test_every_command_explains_itself_in_two_languages(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "--help"]) == 0
    dutch = capsys.readouterr().out
    assert run([*words, "--help", "--lang", "en"]) == 0
    english = capsys.readouterr().out
    assert dutch.startswith("Gebruik: tabletop")
    assert english.startswith("Usage: tabletop")
    for shown in (dutch, english):
        assert "--lang nl|en" in shown
        assert "cli." not in shown
    for foreign in ("Options", "Usage", "Commands", "Show this", "required"):
        assert foreign not in dutch


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name}  " in shown for name in COMMANDS)


def test_help_is_english_on_an_english_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert run(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage")
    assert run(["--lang", "nl", "--help"]) == 0
    assert capsys.readouterr().out.startswith("Gebruik")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["chek"], "Bedoel je 'check'?"),
        (["check", "--jsn"], "Bedoel je '--json'?"),
        (["check", "nergens.yaml"], "'nergens.yaml' is er niet"),
        (["play", "strat"], "Bedoel je 'start'?"),
        (["demo"], "SCENARIO ontbreekt"),
        (["demo", "start"], "--out ontbreekt"),
        (["demo", "start", "--seats"], "Achter --seats ontbreekt iets"),
        (["demo", "start", "--seats", "veel", "-o", "x"], "--seats vraagt een heel getal van 2 tot en met 8"),
        (["demo", "start", "--window", "groot", "-o", "x"], "1280x720"),
        (["demo", "start", "--window", "10x10", "-o", "x"], "1280x720"),
        (["demo", "start", "te", "veel", "-o", "x"], "Te veel woorden: te veel"),
        (["replay", "weg.tafel"], "'weg.tafel' is er niet"),
        (["simulate", "start", "--policy", "jiont"], "Bedoel je 'joint'?"),
        (["simulate", "strat", "--policy", "joint"], "Bedoel je 'start'?"),
        (["sessions", "wipe", "weg"], "'weg' is er niet"),
        (["check", "--lang", "fr"], "--lang kent 'fr' niet"),
    ],
)
def test_wrong_use_ends_with_2_and_a_hint(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(words) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert "--help" in shown.err
    assert shown.out == ""


def test_a_fault_of_the_program_is_one_sentence_and_a_place_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("what only one seat may read")

    monkeypatch.setattr(cli, "tabletop", broken)
    assert run(["check"]) == 1
    shown = capsys.readouterr().err
    assert "Traceback" not in shown
    assert str(log_path()) in shown
    log = log_path().read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "broken" in log
    assert "only one seat" not in log


def test_an_interrupt_is_one_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "tabletop", interrupted)
    assert run(["check"]) == 130
    assert capsys.readouterr().err == "Afgebroken.\n"


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; from tabletop.cli import run; run(['--help']);"
        "print(sorted({'numpy', 'pydantic', 'pygame', 'rich', 'networkx', 'sqlite3'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def test_it_runs_as_a_module_with_a_reader_that_leaves_early() -> None:
    command = [sys.executable, "-m", "tabletop", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
