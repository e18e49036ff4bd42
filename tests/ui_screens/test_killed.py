"""A session that is killed goes on at the last acknowledged decision, covered."""

import subprocess
import sys
from pathlib import Path

import pytest

from tabletop.content.library import load_pack
from tabletop.store.live import LiveSession
from tabletop.ui.app import App, Settings
from tabletop.ui.clock import FakeClock
from tabletop.ui.pilot import Pilot
from tabletop.ui.screens.flow import Beginning, TableGuide

PROGRAM = """
import sys
from pathlib import Path
from tabletop.ui.demo import Album, run_demo
from tabletop.ui.screens.live_game import LiveGame

act = LiveGame._act

def told(game, entry):
    refusal = act(game, entry)
    print(len(game.live.play.entries), game.live.session_hash, flush=True)
    return refusal

LiveGame._act = told
Album.take = lambda album, kind: None
run_demo("start", 4, 7, Path(sys.argv[1]))
"""
"""The demo, telling each time that an entry was acknowledged: how many there are, and the hash over all."""


def play_until_killed(folder: Path, acts: int) -> tuple[int, str]:
    """Kill the demo after so many acts; the last that it acknowledged."""
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(folder)], stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout
        lines = [demo.stdout.readline() for _ in range(acts)]
        demo.kill()
        lines += demo.stdout.readlines()
    count, link = next(line for line in reversed(lines) if line.endswith("\n")).split()
    return int(count), link


def private_words() -> set[str]:
    """Texts of dossiers, goals and facts of the case."""
    scenario = load_pack("start").scenario
    texts = [text for partner in scenario.partners for text in (partner.dossier, partner.goal)]
    texts += [text for fact in scenario.facts for text in (fact.title, fact.text)]
    return {text.in_language(language) for text in texts for language in ("nl", "en")}


@pytest.mark.parametrize("acts", [1, 3, 8, 10, 13, 17, 22, 28, 35, 42])
def test_a_killed_session_resumes_covered_at_the_last_acknowledged_decision(tmp_path: Path, acts: int) -> None:
    count, link = play_until_killed(tmp_path, acts)
    with LiveSession.resume(next(tmp_path.glob("*.tafel"))) as live:
        assert len(live.play.entries) >= count
        assert live.session_hash == link or len(live.play.entries) > count
    guide = TableGuide(Beginning(folder=tmp_path))
    guide.app = App(guide.title_screen(), settings=Settings(), clock=FakeClock(), raise_errors=True)
    pilot = Pilot(guide.app)
    try:
        assert not any(words in pilot.app.tree.as_text() for words in private_words())
        pilot.click(key=f"sessions/{next(tmp_path.glob('*.tafel'))}")
        assert type(pilot.app.screen).__name__ == "CoverScreen"
        assert len(guide.table.board("nl").header.place) > 0
        assert not any(words in pilot.app.tree.as_text() for words in private_words())
    finally:
        guide.table.put_away()
        pilot.stop()
