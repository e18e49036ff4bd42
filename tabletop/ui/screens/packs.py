"""Packs of the shipped cases, read once for as long as their files stay as they are."""

from pathlib import Path
from typing import Final

from tabletop.content.home import content_home
from tabletop.content.library import Pack, find_scenario, list_scenarios, load_pack

Stamp = tuple[tuple[str, int, int], ...]
"""Path, moment of change and size of every file of the content."""
FOLDERS: Final = ("scenarios", "roles", "scoring", "docs")
_KEPT: Final[dict[Path, tuple[Stamp, Pack]]] = {}


def pack_of(scenario: str | Path) -> Pack:
    """Give a pack; one that was shipped is read again only when a file was saved. Raises `ContentError`."""
    file = find_scenario(scenario)
    if file not in list_scenarios():
        return load_pack(scenario)
    stamp = _stamp(content_home())
    kept = _KEPT.get(file)
    if kept is None or kept[0] != stamp:
        kept = _KEPT[file] = stamp, load_pack(file)
    return kept[1]


def _stamp(home: Path) -> Stamp:
    files = (file for folder in FOLDERS for file in (home / folder).rglob("*.yaml"))
    about = ((str(file), file.stat()) for file in sorted(files))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in about)
