"""The demo: a whole session through the real screens."""

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from tabletop.store.reading import read_session
from tabletop.ui.demo import run_demo

KINDS = {
    "title", "keys", "settings", "setup", "note", "cover", "pause", "break", "dossier", "board-1", "desk", "desk-share",
    "desk-rule", "desk-measure", "desk-ask", "answering", "meeting", "weeks", "aloud", "debrief-course",
    "debrief-knowledge", "debrief-network", "care",
}  # fmt: skip
PROGRAM = """
import sys
from pathlib import Path
from tabletop.ui.demo import run_demo

run_demo("start", 4, 7, Path(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The session file of a demo with four seats, with its pictures beside it."""
    return run_demo("start", 4, 7, tmp_path_factory.mktemp("demo"))


def test_the_demo_goes_from_the_title_to_the_care_card(played: Path) -> None:
    play = read_session(played).play
    assert play.moment.kind == "closed"
    assert {"said_aloud", "meeting_closed", "week_passed", "turn_ended", "debrief_opened"} <= {
        e.kind for e in play.entries
    }


def test_the_demo_takes_a_picture_of_each_kind_of_screen(played: Path) -> None:
    taken = {path.stem.split("-", 1)[1] for path in played.parent.glob("*.png")}
    assert KINDS - taken == set()
    assert pygame.image.load(next(played.parent.glob("01-*.png"))).get_size() == (1280, 720)


def test_the_same_seed_plays_the_same_session_in_another_process(played: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "SDL_VIDEODRIVER": "dummy"}
    subprocess.run([sys.executable, "-c", PROGRAM, str(tmp_path)], env=environment, check=True)
    assert read_session(tmp_path / played.name).session_hash == read_session(played).session_hash


def test_six_seats_in_english_on_a_large_screen(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = run_demo("start", 6, 3, tmp_path, (1920, 1080), language="en", progress=lambda *at: told.append(at))
    assert read_session(path).play.setup.language == "en"
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_whole_session_can_be_played_by_keyboard_alone_with_large_text(tmp_path: Path) -> None:
    assert read_session(run_demo("start", 4, 5, tmp_path, text=200, mode="keys")).play.moment.kind == "closed"
