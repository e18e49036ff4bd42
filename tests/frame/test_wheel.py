"""The wheel, built and installed as somebody else would, run from another folder."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import play

pytestmark = [pytest.mark.long, pytest.mark.xdist_group("wheel")]
LOOK = """
from pathlib import Path
import tabletop
from tabletop.content.home import content_home
home = content_home()
assert Path(tabletop.__file__).is_relative_to({site!r}), tabletop.__file__
assert home.is_relative_to({site!r}), home
for part in ("scenarios", "roles", "scoring", "assets/messages/nl", "assets/messages/en"):
    assert any((home / part).iterdir()), part
assert (home / "docs" / "sources.yaml").is_file()
"""


def run(*command: object, cwd: Path) -> str:
    """Run a program without the sources of this folder in reach, and return what it said."""
    environ = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environ, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, play.ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_content_and_nothing_beside_the_package(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].rpartition(".")[2] for name in names} == {"tabletop", "dist-info"}
    assert "tabletop/py.typed" in names
    assert "tabletop/_carried/docs/sources.yaml" in names
    assert not [name for name in names if "__pycache__" in name or "tests" in name]


def test_an_installed_wheel_runs_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "een andere map één"
    elsewhere.mkdir()
    venv.create(tmp_path / "environment", with_pip=True, symlinks=os.name != "nt")
    python = play.python_of(tmp_path / "environment")
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel, cwd=elsewhere)
    run(python, "-c", LOOK.format(site=str(tmp_path / "environment")), cwd=elsewhere)
    assert "play" in run(python.with_name("tabletop"), "--help", cwd=elsewhere)
