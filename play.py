"""Play, or check, on a machine that has nothing but Python 3.11 or newer.

    python play.py                      the title screen
    python play.py start                a scenario, by its name
    python play.py demo start --seats 4 any other word goes to the command `tabletop`
    python play.py test [--long] [...]  every check of the project; further words go to pytest
    python play.py bench [...]          the benchmarks, and their figures into docs/figures.md

The first run makes a private environment (`.venv` beside this file, or in the user's own folder where this one is
read-only) and installs what pyproject.toml asks for; it does so again when that file changes. The game itself is not
installed but runs on the sources of this folder, through PYTHONPATH: pip's editable mode writes the folder's name
where Python before 3.13 cannot read it on Windows once it holds an accent.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is exactly who has to read this
    sys.exit(
        "Dit spel heeft Python 3.11 of nieuwer nodig; dit is {0}.{1}. Zie https://www.python.org/downloads/\n"
        "This game needs Python 3.11 or newer; this is {0}.{1}. See https://www.python.org/downloads/".format(
            *sys.version_info
        )
    )

import hashlib
import importlib.util
import io
import json
import os
import re
import subprocess
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from subprocess import PIPE, STDOUT

ROOT = Path(__file__).resolve().parent
NAME = "de-professional-aan-zet"
SCRIPTS = {"test": "tests/check_all.py", "bench": "benchmarks/figures.py"}  # run with the tools
PIP = ("-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--prefer-binary")
OUTPUT_KEPT = 15  # lines of pip shown when it fails
OFFLINE = ("ConnectionError", "NameResolution", "Could not fetch URL", "Timeout", "ProxyError", "from versions: none")

# Spoken before the message catalogues can be read, so these few stand here, Dutch first.
SAYS = {
    "make": (
        "Eenmalig klaarzetten in {folder} (ongeveer een halve minuut; hiervoor is internet nodig).",
        "Setting up once in {folder} (about half a minute; this needs the internet).",
    ),
    "install": ("Onderdelen ophalen:", "Fetching the parts:"),
    "unpack": ("Onderdelen uitpakken.", "Unpacking the parts."),
    "venv": (
        "Python mist de module venv. Op Debian en Ubuntu: sudo apt install python3-venv. Start daarna opnieuw.",
        "Python lacks the module venv. On Debian and Ubuntu: sudo apt install python3-venv. Then start again.",
    ),
    "make-failed": ("De map {folder} kon niet worden gemaakt: {why}", "The folder {folder} could not be made: {why}"),
    "offline": (
        "De onderdelen zijn niet op te halen: pip kan de pakketindex niet bereiken. Controleer internet of de proxy.",
        "The parts cannot be fetched: pip cannot reach the package index. Check the network or the proxy.",
    ),
    "pip-failed": ("Het ophalen van de onderdelen is mislukt: {why}", "Fetching the parts failed: {why}"),
}


def language(words: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return `nl` or `en`: what `--lang` asks; else English for developers and for English systems; else Dutch."""
    if "--lang" in words[:-1]:
        return "en" if words[words.index("--lang") + 1] == "en" else "nl"
    system = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "en" if (words and words[0] in SCRIPTS) or system.startswith("en") else "nl"


def say(key: str, **values: object) -> str:
    """Return one of the sentences of `SAYS` in the language of this run."""
    return SAYS[key][language(sys.argv[1:], os.environ) == "en"].format(**values)


@dataclass(frozen=True)
class Stamp:
    """What stands in an environment: where it was made, for which pyproject.toml, and whether with the tools."""

    place: str = ""
    project: str = ""
    tools: bool = False

    @classmethod
    def read(cls, folder: Path) -> "Stamp":
        """Return the stamp of an environment, or an empty one when it has none that can be read."""
        try:
            return cls(**json.loads((folder / "play.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return cls()

    def write(self, folder: Path) -> None:
        """Leave this stamp in an environment."""
        (folder / "play.json").write_text(json.dumps(asdict(self)), encoding="utf-8")

    def serves(self, wanted: "Stamp") -> bool:
        """Tell whether an environment with this stamp holds all that `wanted` asks."""
        return (self.place, self.project) == (wanted.place, wanted.project) and self.tools >= wanted.tools


def project_hash(root: Path = ROOT) -> str:
    """Return the hash that changes when pyproject.toml does."""
    return hashlib.sha256((root / "pyproject.toml").read_bytes()).hexdigest()


def requirements(root: Path, tools: bool) -> list[str]:
    """Return what pip has to install: what the game needs, and with `tools` the group `dev` too."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["project"]["dependencies"], *(project["dependency-groups"]["dev"] if tools else ())]


def can_write(folder: Path) -> bool:
    """Tell whether files can be made in a folder, by making one; permission bits say too little on Windows."""
    probe = folder / f".play-{os.getpid()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def user_folder() -> Path:
    """Return where this user's programs keep their own files on this platform."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def environment_folder(root: Path, tools: bool) -> Path:
    """Return where the environment stands or should come: beside the sources, unless nothing can be written there."""
    beside = root / ".venv"
    ready = Stamp.read(beside).serves(Stamp(str(beside), project_hash(root), tools))
    if ready or can_write(beside if beside.is_dir() else root):
        return beside
    return user_folder() / NAME / hashlib.sha256(str(root).encode()).hexdigest()[:12]


def python_of(folder: Path) -> Path:
    """Return the Python of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_alive(folder: Path) -> bool:
    """Tell whether the environment's Python starts, is new enough and has pip; one from another computer is not."""
    test = "import sys, importlib.util as u; sys.exit(sys.version_info < (3, 11) or not u.find_spec('pip'))"
    try:
        return subprocess.run([python_of(folder), "-c", test], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make(folder: Path) -> None:
    """Make an empty environment, in place of what stood there."""
    print(say("make", folder=folder), flush=True)
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit(say("venv"))
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    made = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if made.returncode:
        sys.exit(say("make-failed", folder=folder, why=(made.stderr or made.stdout).strip()))


def pip_progress(line: str) -> str:
    """Return what to show of a line of pip: the name of a part, or that it unpacks; mostly nothing."""
    part = re.match(r"Collecting ([\w.-]+)|Processing .*[/\\](\w+)-", line)  # from the index, or a folder of wheels
    if part:
        return f"  {part[1] or part[2]}\n"
    return say("unpack") + "\n" if line.startswith("Installing collected") else ""


def pip_complaint(lines: Sequence[str]) -> str:
    """Return in one sentence why pip failed."""
    if any(sign in line for line in lines for sign in OFFLINE):
        return say("offline")
    return say("pip-failed", why=next((line for line in reversed(lines) if line.startswith("ERROR")), "pip"))


def install(folder: Path, parts: Iterable[str]) -> None:
    """Let pip install the parts, showing their names as they come; leave with one sentence when it cannot."""
    print(say("install"), flush=True)
    lines: list[str] = []
    command = [str(python_of(folder)), *PIP, *parts]
    with subprocess.Popen(
        command, stdout=PIPE, stderr=STDOUT, encoding="utf-8", errors="replace", env=surroundings()
    ) as running:
        for line in running.stdout or ():
            lines.append(line.rstrip())
            print(pip_progress(line), end="", flush=True)
    if running.returncode:
        sys.exit("\n".join([*lines[-OUTPUT_KEPT:], "", pip_complaint(lines)]))


def prepare(tools: bool, root: Path = ROOT) -> Path:
    """Return the Python of an environment that holds what is needed, made or brought up to date where it is not.

    An environment that was made in another folder is made anew. One that works is never thrown away because another
    Python called: on the day there may be no network. One without a stamp, made by hand, is filled up and kept.
    """
    folder = environment_folder(root, tools)
    found = Stamp.read(folder)
    if found.place not in ("", str(folder)) or not is_alive(folder):
        make(folder)
        found = Stamp(str(folder))
        found.write(folder)
    wanted = Stamp(str(folder), project_hash(root), tools or found.tools)
    if not found.serves(wanted):
        install(folder, requirements(root, wanted.tools))
        wanted.write(folder)
    return python_of(folder)


def surroundings(root: Path = ROOT) -> dict[str, str]:
    """Return the environment variables for the project's programs: its sources first, and UTF-8 everywhere."""
    paths = [str(root), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}


def run(python: Path, arguments: Sequence[str], cwd: Path | None = None) -> int:
    """Run one program of the project and return its exit code."""
    return subprocess.run([python, *arguments], cwd=cwd, env=surroundings(), check=False).returncode


def command_words(words: Sequence[str], root: Path = ROOT) -> list[str]:
    """Return the words for `tabletop`: `play` is understood before a scenario, a file, an option, or nothing."""
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        return ["play", *words]
    is_game = words[0].endswith((".tafel", ".yaml")) or (root / "scenarios" / f"{words[0]}.yaml").is_file()
    return ["play", *words] if is_game else [*words]


def main(words: list[str]) -> int:
    """Do what the words ask and return the exit code."""
    if words and words[0] in SCRIPTS:
        return run(prepare(tools=True), [SCRIPTS[words[0]], *words[1:]], cwd=ROOT)
    return run(prepare(tools=False), ["-m", "tabletop", *command_words(words)])


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a folder's name may hold what this terminal cannot show
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
