"""Find what the user names: a scenario or a session, by word or by path."""

from pathlib import Path

import click

from tabletop.commands.frame import WrongUse, unknown
from tabletop.content.library import list_scenarios, load_pack
from tabletop.content.messages import Messages
from tabletop.store.file import SUFFIX
from tabletop.store.home import sessions_folder


def scenario_of(given: str, words: Messages) -> str:
    """Give a scenario as its id or path, when it is there. Raises `WrongUse` with what was probably meant."""
    shipped = [path.stem for path in list_scenarios()]
    if given in shipped or Path(given).is_file():
        return given
    raise WrongUse(unknown(words, "cli.wrong.scenario", given, shipped), click.get_current_context(silent=True))


def session_of(given: str, words: Messages) -> Path:
    """Give a session file by its path, or by its name in the folder of sessions. Raises `WrongUse`."""
    folder = sessions_folder()
    for path in (Path(given), folder / given, folder / f"{given}{SUFFIX}"):
        if path.is_file():
            return path
    names = [path.stem for path in sorted(folder.glob(f"*{SUFFIX}"))]
    sentence = unknown(words, "cli.wrong.session", given, names) if names else words.say("cli.wrong.file", value=given)
    raise WrongUse(sentence, click.get_current_context(silent=True))


def target_of(given: str | None, words: Messages) -> str | None:
    """Give what `play` opens: a scenario, a session file, or nothing for the title screen. Raises `ContentError`."""
    if given is None:
        return None
    if given.endswith(SUFFIX):
        return str(session_of(given, words))
    found = scenario_of(given, words)
    if Path(found).is_file():
        load_pack(found)  # one of one's own may have faults, and they are better read here than in a window
    return found
