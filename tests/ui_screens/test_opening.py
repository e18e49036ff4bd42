"""What the program opens on: title, a scenario's set-up, or a session behind its cover."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.store.faults import StoreFault
from tabletop.store.live import LiveSession
from tabletop.ui.main import open_table
from tabletop.ui.screens.arranging import Arrangement, Person
from tabletop.ui.screens.flow import TableGuide
from tabletop.ui.settings import Settings, keep_settings
from tests.ui_screens.all_screens import start_pack


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[TableGuide]]:
    """Guides whose windows close after the test."""
    monkeypatch.setenv("TABLETOP_HOME", str(tmp_path / "home"))
    keep_settings(Settings(has_read_guide=True))
    guides: list[TableGuide] = []
    yield guides
    for guide in guides:
        guide.put_away()
        guide.app.window.destroy()


def screen_of(guides: list[TableGuide], target: str | None, language: str | None = None) -> str:
    guides.append(open_table(target, language))
    guides[-1].app.step()
    return type(guides[-1].app.screen).__name__


def session(folder: Path) -> Path:
    arrangement = Arrangement(start_pack(), 7, [Person("", "other")] * 4)
    with LiveSession.new(folder / "one.tafel", arrangement.pack, arrangement.set_up("nl")) as live:
        return live.path


def test_without_a_target_the_title_opens(opened: list[TableGuide]) -> None:
    assert screen_of(opened, None) == "TitleScreen"


def test_the_title_says_where_to_begin_while_no_session_is_kept(opened: list[TableGuide]) -> None:
    screen_of(opened, None)
    assert "Nog geen sessies" in opened[0].app.tree.as_text()


def test_a_scenario_opens_its_set_up(opened: list[TableGuide]) -> None:
    assert screen_of(opened, "start", "en") == "SetUpScreen"
    assert "Who is taking part?" in opened[0].app.tree.as_text()


def test_a_session_file_opens_behind_its_cover(opened: list[TableGuide], tmp_path: Path) -> None:
    assert screen_of(opened, str(session(tmp_path))) == "CoverScreen"


def test_a_broken_session_file_is_a_fault_with_a_sentence(tmp_path: Path, opened: list[TableGuide]) -> None:
    broken = tmp_path / "broken.tafel"
    broken.write_bytes(b"no session")
    with pytest.raises(StoreFault):
        open_table(str(broken))


def test_a_broken_session_is_listed_with_its_reason(opened: list[TableGuide], tmp_path: Path) -> None:
    sessions = tmp_path / "home" / "sessions"
    sessions.mkdir(parents=True)
    (sessions / "broken.tafel").write_bytes(b"no session")
    assert screen_of(opened, None) == "TitleScreen"
    assert "broken" in opened[0].app.tree.as_text()
    assert not [node for node in opened[0].app.tree.focus_order() if "broken" in node.key]


def test_settings_that_were_changed_are_kept(opened: list[TableGuide]) -> None:
    screen_of(opened, None)
    opened[0].app.change(text_percent=150, language="en")
    screen_of(opened, None)
    assert (opened[1].app.settings.text_percent, opened[1].app.settings.language) == (150, "en")
