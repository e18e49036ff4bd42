"""World k is the same to the bit on another Python, where one is found that has numpy or can get it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tabletop.case.compiling import compile_case
from tabletop.content.library import list_scenarios, load_pack
from tabletop.rules.hashing import state_hash
from tests.rules.random_play import play

WORLDS = 50
NEEDED = ("numpy", "pydantic", "yaml", "babel")
PACKAGES = ("numpy>=2.0", "pydantic>=2.9", "PyYAML>=6.0.2", "Babel>=2.16")
MINUTES = 5 * 60

PROGRAM = f"""
import json, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
import numpy as np
from random_play import play
from tabletop.case.compiling import compile_case
from tabletop.content.library import load_pack
from tabletop.rules.hashing import state_hash
found = {{}}
for id_ in sys.argv[3:]:
    state = play(compile_case(load_pack(id_), long=True), 7, np.arange({WORLDS}, dtype=np.uint64))
    found[id_] = [state_hash(state, world) for world in range({WORLDS})]
print(json.dumps(found))
"""


def others() -> list[str]:
    """Other versions of Python on this machine, the newest first."""
    minors = [minor for minor in range(20, 10, -1) if minor != sys.version_info.minor]
    on_path = [shutil.which(f"python3.{minor}") for minor in minors]
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    own = [found for minor in minors for found in sorted(kept.glob(f"3.{minor}.*/bin/python"))]
    return [str(each) for each in (*own, *on_path) if each]


def answers(python: str, *words: str, seconds: int = 60) -> bool:
    """Whether a Python starts and does this."""
    try:
        done = subprocess.run([python, *words], capture_output=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def ready(folder: Path) -> str:
    """A Python of another version that can run the engine; an environment of its own is made where it has to be."""
    imports = ("-c", f"import {', '.join(NEEDED)}")
    found = [each for each in others() if answers(each, "-c", "pass")]
    if not found:
        pytest.skip("no other Python of 3.11 or later on this machine")
    for python in found:
        if answers(python, *imports):
            return python
    for python in found:
        home = folder / Path(python).parent.parent.name
        own = str(home / ("Scripts" if os.name == "nt" else "bin") / "python")
        if answers(python, "-m", "venv", str(home), seconds=MINUTES) and answers(
            own, "-m", "pip", "install", "-q", *PACKAGES, seconds=MINUTES
        ):
            return own
    pytest.skip("no other Python here has numpy, and pip could not fetch it")


@pytest.mark.long
def test_every_world_is_the_same_on_another_python(tmp_path: Path) -> None:
    ids = [path.stem for path in list_scenarios()]
    here = {}
    for id_ in ids:
        state = play(compile_case(load_pack(id_), long=True), 7, np.arange(WORLDS, dtype=np.uint64))
        here[id_] = [state_hash(state, world) for world in range(WORLDS)]
    folder = Path(__file__).parent
    done = subprocess.run(
        [ready(tmp_path), "-B", "-c", PROGRAM, str(folder.parents[1]), str(folder), *ids],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == here
