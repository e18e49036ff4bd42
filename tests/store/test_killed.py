"""A program that is killed: what it acknowledged is there, to read and to go on, covered."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tabletop.store.file import SessionFile
from tabletop.store.live import LiveSession
from tests.session.group import Group

SCRIPTED = Path(__file__).with_name("scripted.py")
APPENDING = """
import os, signal, sys
from pathlib import Path
from tabletop.session.entries import Entry
from tabletop.store.file import SessionFile
from tabletop.store.head import Stand
file = SessionFile.open(Path(sys.argv[1]))
file.append([Entry("week_passed", body={"last": True})], Stand(1, 5, finished=False))
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


def test_what_was_appended_before_a_kill_is_read_and_played_on(played: Path) -> None:
    result = subprocess.run([sys.executable, "-c", APPENDING, str(played)], check=False)
    assert result.returncode != 0
    with SessionFile.read(played) as file:
        assert file.records()[-1].entry.body == {"last": True}
    with SessionFile.open(played) as file:
        assert file.last_number == 6


def killed_after(acknowledged: int, path: Path) -> tuple[int, str]:
    """Let a session be played, kill it at once after so many acts, and give what was acknowledged last."""
    with subprocess.Popen([sys.executable, str(SCRIPTED), str(path)], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        lines = [running.stdout.readline() for _ in range(acknowledged)]
        running.kill()
        lines += running.stdout.readlines()
    assert running.returncode == getattr(signal, "SIGKILL", 0) * -1 or sys.platform == "win32"
    number, link = [line for line in lines if line.endswith("\n")][-1].split()
    return int(number), link


@pytest.mark.parametrize("acts", [1, 5, 9, 14, 22, 31, 40, 52, 66, 80])
def test_a_killed_session_resumes_at_its_last_acknowledged_decision(acts: int, tmp_path: Path) -> None:
    path = tmp_path / "killed.tafel"
    number, link = killed_after(acts, path)
    with LiveSession.resume(path) as live:
        assert len(live.play.entries) >= number
        assert live._file.records()[number - 1].chain == link
        assert not live.moment.is_open
        people = Group(seed=3)
        while live.moment.kind != "closed":
            assert live.act(people.next_entry(live.play)) is None
