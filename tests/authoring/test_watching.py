"""`play --watch`: a saved file is read again, the session keeps its place, and faults stand in a dialog."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tabletop.cli import run
from tabletop.content.home import content_home
from tabletop.content.library import load_pack
from tabletop.content.watching import Watch
from tabletop.session import acts
from tabletop.session.entries import Participant, Seat, SetUp
from tabletop.store.live import LiveSession
from tabletop.ui.app import App, Settings
from tabletop.ui.clock import FakeClock
from tabletop.ui.pilot import Pilot
from tabletop.ui.screens.cover import CoverScreen
from tabletop.ui.screens.flow import Beginning
from tabletop.ui.screens.live_game import LiveGame
from tabletop.ui.screens.setup import SetUpScreen
from tabletop.ui.watching import EVERY_MS, Watching, WatchingGuide


@dataclass
class Desk:
    """An author's window on a scenario of one's own."""

    file: Path
    pilot: Pilot
    guide: WatchingGuide

    def save(self, old: str, new: str) -> None:
        """Change the file as an editor does, with another moment of change, and let the app look."""
        text = self.file.read_text("utf-8")
        assert old in text
        before = self.file.stat().st_mtime_ns
        self.file.write_text(text.replace(old, new, 1), "utf-8")
        os.utime(self.file, ns=(before + 10**9, before + 10**9))
        self.pilot.advance(2 * EVERY_MS)

    @property
    def text(self) -> str:
        return self.pilot.app.tree.as_text()

    @property
    def live(self) -> LiveSession:
        game = self.guide.table
        assert isinstance(game, LiveGame)
        return game.live


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    file = tmp_path / "start.yaml"
    file.write_text((content_home() / "scenarios" / "start.yaml").read_text("utf-8"), "utf-8")
    guide = WatchingGuide(Beginning(scenario=str(file), path=tmp_path / "a.tafel", folder=tmp_path))
    settings = Settings(motion=False)
    app = App(guide.title_screen(), settings=settings, clock=FakeClock(), raise_errors=True)
    guide.app = app
    app.companion = Watching(guide, file, guide.facilitation)
    pilot = Pilot(app)
    yield Desk(file, pilot, guide)
    guide.put_away()
    pilot.stop()


def begin_session(desk: Desk) -> None:
    """Sit down and read the first two dossiers."""
    pack = load_pack(desk.file)
    seats = tuple(Seat(role, (Participant("student", ""),)) for role in pack.scenario.seats[4])
    live = LiveSession.new(desk.guide.beginning.path, pack, SetUp(pack.scenario.id, 7, seats))
    desk.guide.game = LiveGame(live, lambda: "nl", 0)
    desk.guide.facilitation.attach(live)
    for _ in range(2):
        assert live.act(acts.opened(live.play)) is None
        assert live.act(acts.dossier_read(live.play)) is None
    desk.guide.onward()


def test_an_unchanged_file_is_left_alone_and_a_saved_one_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "start.yaml"
    file.write_text((content_home() / "scenarios" / "start.yaml").read_text("utf-8"), "utf-8")
    watch = Watch(file)
    assert not watch.has_changed()
    file.write_text(file.read_text("utf-8") + "\n# a note\n", "utf-8")
    assert watch.has_changed()
    assert not watch.has_changed()


def test_a_role_laid_beside_the_scenario_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "scenarios" / "start.yaml"
    (tmp_path / "roles").mkdir()
    file.parent.mkdir()
    file.write_text((content_home() / "scenarios" / "start.yaml").read_text("utf-8"), "utf-8")
    watch = Watch(file)
    (tmp_path / "roles" / "police.yaml").write_text((content_home() / "roles" / "police.yaml").read_text("utf-8"))
    assert watch.has_changed()


def test_the_session_keeps_its_place_and_comes_back_covered(desk: Desk) -> None:
    begin_session(desk)
    before = desk.live.play
    desk.save("Noor kwam vier keer langs.", "Noor kwam vijf keer langs.")
    assert desk.live.play.entries == before.entries
    assert desk.live.play.moment == before.moment
    assert isinstance(desk.pilot.app.screen, CoverScreen)
    assert "vijf keer" in desk.live.play.case.pack.scenario.partners[0].dossier.nl


def test_an_open_desk_is_covered_when_the_file_is_saved(desk: Desk) -> None:
    begin_session(desk)
    assert desk.guide.table.open_cover() == ""
    desk.guide.to_private()
    desk.save("Noor kwam vier keer langs.", "Noor kwam vijf keer langs.")
    assert not desk.live.moment.is_open
    assert isinstance(desk.pilot.app.screen, CoverScreen)


def test_faults_stand_in_a_dialog_with_file_and_line_until_the_next_save(desk: Desk) -> None:
    begin_session(desk)
    desk.save("- role: prosecution\n", "- role: prosecutoin\n")
    line = desk.file.read_text("utf-8").splitlines().index("  - role: prosecutoin") + 1
    assert f"start.yaml:{line}:" in desk.text
    assert "prosecutoin" in desk.text
    desk.save("- role: prosecutoin\n", "- role: prosecution\n")
    assert desk.pilot.app.stage.dialog is None


def test_a_log_that_no_longer_fits_is_played_as_far_as_it_goes(desk: Desk) -> None:
    begin_session(desk)
    for _ in range(2):
        assert desk.live.act(acts.opened(desk.live.play)) is None
        assert desk.live.act(acts.dossier_read(desk.live.play)) is None
    assert desk.live.act(acts.opened(desk.live.play)) is None
    assert desk.live.act(acts.decided(desk.live.play, "police/measure/stop_talk")) is None
    kept = len(desk.live.play.entries) - 1
    desk.save("  - stop_talk\n", "")
    assert [each.kind for each in desk.live.play.entries].count("decided") == 0
    assert len(desk.live.play.entries) == kept
    assert f"De eerste {len(desk.live.play.entries)} stappen zijn opnieuw gespeeld." in desk.text


def test_other_seats_begin_again_at_the_set_up(desk: Desk) -> None:
    begin_session(desk)
    desk.save(
        "4: [police, probation, veiligheidshuis, wijkteam]", "4: [police, prosecution, veiligheidshuis, wijkteam]"
    )
    assert isinstance(desk.pilot.app.screen, SetUpScreen)
    assert desk.guide.game is None


def test_the_set_up_shows_the_new_title(desk: Desk) -> None:
    desk.guide.new_session()
    desk.save('nl: "Start: vier keer gemeld"', 'nl: "Start: vijf keer gemeld"')
    assert "vijf keer gemeld" in desk.text


def test_watching_needs_a_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["play", "--watch", "--lang", "en"]) == 2
    assert "Name a scenario with --watch" in capsys.readouterr().err
