"""The files of a pack on disk, and whether one of them was saved since one last looked."""

from pathlib import Path

from tabletop.content.files import Folders, pack_root
from tabletop.content.home import content_home
from tabletop.content.library import find_scenario

Stamp = tuple[tuple[str, int, int], ...]
"""Path, moment of change and size of each file that is there."""


class Watch:
    """Looks at every file that a game of one scenario needs."""

    def __init__(self, scenario: str | Path, home: Path | None = None) -> None:
        """Begin to watch. Raises `ContentError` when there is no such scenario."""
        self._home = home or content_home()
        self.file = find_scenario(scenario, self._home)
        self._seen = self._stamp()

    def has_changed(self) -> bool:
        """Say whether something was saved, made or removed since this was last asked."""
        before, self._seen = self._seen, self._stamp()
        return before != self._seen

    def _stamp(self) -> Stamp:
        found = []
        for path in self._paths():
            try:
                about = path.stat()
            except OSError:
                continue
            found.append((str(path), about.st_mtime_ns, about.st_size))
        return tuple(sorted(found))

    def _paths(self) -> set[Path]:
        root, path = pack_root(self.file)
        folders = Folders.of(root, self._home, {path: self.file})
        text, _ = folders.read([path])
        needed = folders.needed_by(path, text.get(path, ""))
        return {self.file, *(folders.files[each] for each in needed if each in folders.files)}
