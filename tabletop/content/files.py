"""Find and read content files on disk, and never outside their pack."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Final

from tabletop.content.faults import Fault, fault
from tabletop.content.reading import MAX_BYTES, place_of, read_once
from tabletop.content.shelf import DISCIPLINES, SHARED, Node, spec_for


@dataclass(frozen=True)
class Folders:
    """The files of a pack: its own, and under them those that were shipped."""

    roots: tuple[Path, ...]
    files: Mapping[str, Path]
    """Where each path of the pack stands on disk."""

    @classmethod
    def of(cls, own: Path, home: Path, given: Mapping[str, Path] | None = None) -> "Folders":
        """Lay a pack's own folder, and files named one by one, over the folder with what was shipped."""
        shipped = pack_files(home)
        return cls((own, home), {**shipped, **(pack_files(own) if own != home else {}), **(given or {})})

    def role_ids(self) -> frozenset[str]:
        """Give the ids of all roles, by the names of their files."""
        roles = {Path(path).stem for path in self.files if fnmatch(path, "roles/*.yaml") and path != DISCIPLINES}
        return frozenset(roles)

    def needed_by(self, scenario: str, text: str) -> list[str]:
        """Give the paths of all files that a game of this scenario needs, whether they are there or not."""
        document, _ = read_once(scenario, text)
        partners = () if document is None else Node(scenario, document.content, document.mark).each("partners")
        named = (each.word("role") for each in partners)
        roles = [f"roles/{role.value}.yaml" for role in named if role is not None]
        return [scenario, *SHARED, *(path for path in roles if path in self.files)]

    def read(self, paths: Iterable[str]) -> tuple[dict[str, str], list[Fault]]:
        """Read these files; faults carry the path inside the pack."""
        sources: dict[str, str] = {}
        faults: list[Fault] = []
        for path in paths:
            text, fault_here = self._read(path)
            if text is not None:
                sources[path] = text
            if fault_here is not None:
                faults.append(fault_here)
        return sources, faults

    def _read(self, path: str) -> tuple[str | None, Fault | None]:
        file = self.files.get(path)
        if file is None:
            return None, fault(path, (1, 1), "TT009")
        if file.is_symlink() and not any(file.resolve().is_relative_to(root.resolve()) for root in self.roots):
            return None, fault(path, (1, 1), "TT013")
        return read_text(file, path)


def is_inside(path: str) -> bool:
    """Say whether a path stays inside its pack.

    >>> is_inside("roles/police.yaml"), is_inside("../police.yaml"), is_inside("/etc/hosts")
    (True, False, False)
    """
    parts = PurePosixPath(path).parts
    return "\\" not in path and ":" not in path and not path.startswith("/") and ".." not in parts and bool(parts)


def read_text(file: Path, path: str) -> tuple[str | None, Fault | None]:
    """Read a file as UTF-8, no more of it than is allowed."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
    except OSError:
        return None, fault(path, (1, 1), "TT009")
    if len(raw) > MAX_BYTES:
        return None, fault(path, (1, 1), "TT004", limit=MAX_BYTES // 1024)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        return None, fault(path, place_of(before, len(before)), "TT008", character=f"0x{raw[error.start]:02X}")


def pack_root(file: Path) -> tuple[Path, str]:
    """Give the folder of the pack that a file belongs to, and its path in there.

    A file that stands in no folder of a pack is taken for a scenario, with its own folder as the pack.

    >>> pack_root(Path("pack/roles/police.yaml"))[1], pack_root(Path("mine/storm.yaml"))[1]
    ('roles/police.yaml', 'scenarios/storm.yaml')
    """
    for depth in (3, 2):
        path = "/".join(file.parts[-depth:])
        if len(file.parts) >= depth and spec_for(path) is not None:
            return Path(*file.parts[:-depth]), path
    return file.parent, f"scenarios/{file.name}"


PATTERNS: Final = (
    "scenarios/*.yaml", "scenarios/plans/*.yaml", "roles/*.yaml", "scoring/*.yaml", "scoring/*/*.yaml",
    "docs/sources.yaml",
)  # fmt: skip


def pack_files(root: Path) -> dict[str, Path]:
    """Give everything in a folder that is content of a known kind, by its path in there."""
    found: dict[str, Path] = {}
    for pattern in PATTERNS:
        for file in sorted(root.glob(pattern)):
            found[file.relative_to(root).as_posix()] = file
    return found
