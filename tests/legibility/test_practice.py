"""The practice case: from the title and back, with a lesson at each screen, as often as one likes."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.content.home import content_home
from tabletop.content.library import check_paths
from tabletop.ui.app import Settings
from tabletop.ui.demo import demo_app
from tabletop.ui.pilot import Pilot
from tabletop.ui.playing import Player
from tabletop.ui.practice import CASE, LESSONS
from tabletop.ui.screens.flow import Beginning, TableGuide
from tests.legibility.walk import NORMAL, Inspector

MOST_STEPS = 200
SPOKEN_OF_FREELY = ("stalk", "geweld", "dreig", "violen", "threat")
"""What a practice has nothing to do with."""


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[TableGuide]:
    """A title screen, and no session yet."""
    made = TableGuide(Beginning(folder=tmp_path))
    demo_app(made, (1280, 720), Settings(motion=False))
    yield made
    made.put_away()
    made.app.window.destroy()


def lesson(pilot: Pilot) -> bool:
    """True while a lesson stands over the screen."""
    dialog = pilot.app.stage.dialog
    return dialog is not None and dialog.key == "lesson"


def through(pilot: Pilot, guide: TableGuide) -> Inspector:
    """Practise from the title to the title."""
    inspector = Inspector(pilot, NORMAL)
    player = Player(pilot, guide, inspector, 4, random.Random(2))  # noqa: S311 - no secret
    player.spoken = True
    pilot.click(key="title/practice")
    for _ in range(MOST_STEPS):
        pilot.step()
        if type(pilot.app.screen).__name__ == "TitleScreen":
            return inspector
        told = pilot.tree().as_text().lower()
        assert [word for word in SPOKEN_OF_FREELY if word in told] == []
        if lesson(pilot):
            inspector.take(pilot.tree().label)
            pilot.click(key="practice/on" if pilot.find(key="practice/on") else "practice/done")
        else:
            player.on(type(pilot.app.screen).__name__)
    raise AssertionError("the practice does not end")


def test_the_practice_leads_from_the_title_through_its_lessons_and_back(guide: TableGuide) -> None:
    seen = through(Pilot(guide.app), guide)
    assert {fault: min(where) for fault, where in seen.faults.items()} == {}
    assert {"De laptop gaat rond", "Dit weet alleen jouw rol", "Het bord is voor iedereen", "Jouw beurt",
            "De weken gaan voorbij", "Dat was één ronde", "Dat was de oefening"} <= set(seen.seen)  # fmt: skip


def test_the_practice_can_be_played_again_and_leaves_no_session_behind(guide: TableGuide, tmp_path: Path) -> None:
    pilot = Pilot(guide.app)
    for _ in range(2):
        pilot.click(key="title/practice")
        pilot.step()
        assert lesson(pilot)
        pilot.click(key="practice/stop")
        pilot.step()
        assert type(pilot.app.screen).__name__ == "TitleScreen"
    assert list(tmp_path.rglob("*.tafel")) == []
    assert guide.game is None


def test_every_screen_of_the_practice_has_its_words() -> None:
    assert len(set(LESSONS.values())) == len(LESSONS)


def test_the_practice_case_holds_no_fault_and_no_violence() -> None:
    path = content_home() / CASE
    assert [fault for fault in check_paths([str(path)]) if fault.severity == "error"] == []
    told = [
        line for line in path.read_text(encoding="utf-8").lower().splitlines() if " nl: " in line or " en: " in line
    ]
    assert [line for line in told if any(word in line for word in SPOKEN_OF_FREELY)] == []
