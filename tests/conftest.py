"""What every test may count on: no window opens, and nothing touches the settings or sessions of the person testing."""

import os
from collections.abc import Iterator

import hypothesis
import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

# A busy machine makes an example slow, never wrong; a failing example has to come back in the next run.
hypothesis.settings.register_profile("tabletop", deadline=None, derandomize=True)
hypothesis.settings.load_profile("tabletop")


@pytest.fixture(autouse=True, scope="session")
def _own_user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the run its own folders for what a program keeps for its user, also in the processes that tests start."""
    home = str(tmp_path_factory.mktemp("user"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TABLETOP_HOME", home)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, home)
        yield
