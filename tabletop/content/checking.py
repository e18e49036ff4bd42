"""Check content files where they stand: one file, a pack in a folder, or everything that was shipped."""

from collections.abc import Iterable, Sequence, Set
from pathlib import Path

from tabletop.content.checks.messages import check_messages
from tabletop.content.faults import Fault, fault, in_order
from tabletop.content.files import Folders, pack_files, pack_root
from tabletop.content.home import content_home
from tabletop.content.lint import lint
from tabletop.content.shelf import SHARED, fits
from tabletop.content.survey import survey

Names = dict[str, str]
"""How each path of a pack is called in faults: as it was given."""


def check_paths(paths: Sequence[Path | str], home: Path | None = None) -> list[Fault]:
    """Give every fault in these files and folders, sorted by place; without paths, in everything shipped.

    A scenario is checked together with the roles and numbers it needs; these come from its own pack first, then from
    `home`. A fault names its file as it was given here.
    """
    home = home or content_home()
    if not paths:
        everything = Folders.of(home, home)
        names = {path: _shown(home / path) for path in (*everything.files, *SHARED)}
        return in_order(_check(everything, names, names.keys()), check_messages(home, _shown))
    faults: list[Fault] = []
    for given in paths:
        faults += _check_given(Path(given), str(given), home)
    return in_order(faults)


def _check_given(path: Path, name: str, home: Path) -> list[Fault]:
    if path.is_dir():
        return _check_folder(path, home)
    if not path.is_file():
        return [fault(name, (1, 1), "TT009")]
    if path.suffix != ".yaml":
        return [fault(name, (1, 1), "TT014")]
    root, inner = pack_root(path)
    return _check_named(root, {inner: path}, {inner: name}, home)


def _check_folder(folder: Path, home: Path) -> list[Fault]:
    """Check a pack, or one folder of a pack, or the scenarios that lie loose in a folder."""
    whole = pack_files(folder)
    if whole:
        return _check_named(folder, {}, {path: str(file) for path, file in whole.items()}, home)
    found = [(file, *pack_root(file)) for file in sorted(folder.glob("**/*.yaml"))]
    if not found:
        return [fault(str(folder), (1, 1), "TT009")]
    files = {inner: file for file, _, inner in found}
    return _check_named(found[0][1], files, {inner: str(file) for inner, file in files.items()}, home)


def _check_named(root: Path, given: dict[str, Path], names: Names, home: Path) -> list[Fault]:
    folders = Folders.of(root, home, given)
    scenarios, _ = folders.read(path for path in names if fits(path, "scenarios/*.yaml"))
    needed = {path for scenario, text in scenarios.items() for path in folders.needed_by(scenario, text)}
    others = {path: _shown(folders.files.get(path, home / path)) for path in needed}
    return _check(folders, {**others, **names}, names.keys())


def _check(folders: Folders, names: Names, own: Set[str]) -> list[Fault]:
    """Check a whole pack, and keep the faults in the files that were named.

    Lint looks only at the author's own files, and only at those that hold: faults come first.
    """
    wanted: Iterable[str] = dict.fromkeys((*folders.files, *names))
    sources, unread = folders.read(wanted)
    found = survey(sources, folders.role_ids(), whole=True, unread=unread)
    broken = {each.path for each in found.faults if each.severity == "error"}
    told = in_order(found.faults, lint(found, own - broken))
    return [each.at_path(names[each.path]) for each in told if each.path in names]


def _shown(file: Path) -> str:
    """Name a file as one would type it from here."""
    here = Path.cwd()
    absolute = file.absolute()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else str(file)
