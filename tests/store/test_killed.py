"""A file whose program was killed: what was acknowledged is there, to read and to go on."""

import subprocess
import sys
from pathlib import Path

from tabletop.store.file import SessionFile

PROGRAM = """
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
    result = subprocess.run([sys.executable, "-c", PROGRAM, str(played)], check=False)
    assert result.returncode != 0
    with SessionFile.read(played) as file:
        assert file.records()[-1].entry.body == {"last": True}
    with SessionFile.open(played) as file:
        assert file.last_number == 6
