"""The one command that checks all: every check runs, and the summary says which failed."""

import runpy

import pytest

import play

CHECK_ALL = runpy.run_path(str(play.ROOT / "tests" / "check_all.py"))
GOOD, BAD, WORSE = (["-c", f"raise SystemExit({code})"] for code in (0, 3, 4))


def test_all_checks_run_and_the_first_failure_gives_the_exit_code(capfd: pytest.CaptureFixture[str]) -> None:
    assert CHECK_ALL["run_all"]({"one": GOOD, "two": BAD, "three": WORSE, "four": GOOD}) == 3
    told = capfd.readouterr().out
    assert "== four" in told
    assert told.endswith("Failed: two, three.\n")


def test_all_passed_is_said_and_gives_zero(capfd: pytest.CaptureFixture[str]) -> None:
    assert CHECK_ALL["run_all"]({"one": GOOD}) == 0
    assert capfd.readouterr().out.endswith("All checks passed.\n")


def test_the_long_tests_run_only_when_asked() -> None:
    assert "not long" in CHECK_ALL["checks"]([])["pytest"]
    assert "not long" not in CHECK_ALL["checks"](["--long"])["pytest"]


def test_further_words_go_to_pytest() -> None:
    words = CHECK_ALL["checks"](["--long", "tests/view", "-k", "undo"])["pytest"]
    assert words[-3:] == ["tests/view", "-k", "undo"]
    assert "--long" not in words
