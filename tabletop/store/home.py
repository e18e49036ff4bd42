"""Where sessions, settings and the log of this user stand. `TABLETOP_HOME` overrides the place of the platform."""

import os
from pathlib import Path
from typing import Final

HOME_VARIABLE: Final = "TABLETOP_HOME"
_APPLICATION: Final = "de-professional-aan-zet"


def user_home() -> Path:
    """Give the folder of this user's own files; it need not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False))


def sessions_folder() -> Path:
    """Give the folder of session files; it need not exist yet."""
    return user_home() / "sessions"


def log_path() -> Path:
    """Give the file where faults of the program are written down."""
    return user_home() / "tabletop.log"
