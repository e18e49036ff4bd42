"""A session that is being played: a play in memory and its file on the disk, never apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tabletop.case.compiling import compile_case
from tabletop.content.library import Pack
from tabletop.session.again import plays_again
from tabletop.session.entries import Entry, SetUp
from tabletop.session.moment import Moment, Refusal
from tabletop.session.play import Play, begin, due, step
from tabletop.store.file import SessionFile
from tabletop.store.playing import play_of, snapshot_after, stand_of
from tabletop.store.sessions import new_path


class LiveSession:
    """The one way in which screens change a game: `act`."""

    def __init__(self, file: SessionFile, play: Play) -> None:
        self._file: Final = file
        self._play = play

    @classmethod
    def new(cls, path: Path | None, pack: Pack, setup: SetUp) -> Self:
        """Begin a session in a new file; without a path in the user's folder of sessions."""
        play = begin(compile_case(pack, long=setup.long), setup)
        live = cls(SessionFile.create(path or new_path(pack.scenario.id), pack, setup), play)
        live._keep(list(_settled(play)))
        return live

    @classmethod
    def again(cls, path: Path | None, pack: Pack, setup: SetUp, entries: Sequence[Entry]) -> tuple[Self, int]:
        """Begin a session in a new file and play a log on it, as far as this content takes it; nothing lies open.

        Gives the session, and how many entries of the log it holds.
        """
        first, *rest = plays_again(compile_case(pack, long=setup.long), setup, entries)
        live = cls(SessionFile.create(path or new_path(pack.scenario.id), pack, setup), first)
        live._keep(rest)
        live._play = _covered(live._play)
        live._keep(list(_settled(live._play)))
        return live, len(rest)

    @classmethod
    def resume(cls, path: Path) -> Self:
        """Go on where a file stops, after a check of all of it. Who had the laptop open, opens it again."""
        file = SessionFile.open(path)
        try:
            live = cls(file, _covered(play_of(file)))
            live._keep(list(_settled(live.play)))
        except BaseException:
            file.close()
            raise
        return live

    @property
    def play(self) -> Play:
        """The session as it stands on the disk."""
        return self._play

    @property
    def moment(self) -> Moment:
        """What happens now, and who holds the laptop."""
        return self._play.moment

    @property
    def path(self) -> Path:
        """The session file."""
        return self._file.path

    @property
    def session_hash(self) -> str:
        """The hash of all entries so far."""
        return self._file.last_link

    @property
    def spent_ms(self) -> int:
        """How long the session has lasted, as far as the file knows: a clock goes on from here after a kill."""
        return self._file.spent_ms()

    def keep_time(self, spent_ms: int) -> None:
        """Note how long the session has lasted, pauses left out."""
        self._file.note_spent(spent_ms)

    def act(self, entry: Entry) -> Refusal | None:
        """Take one entry of people and all that falls due after it.

        When this returns None they are on the disk, whole. A refusal changes nothing; neither does a `StoreFault`.
        """
        after = step(self._play, entry)
        if isinstance(after, Refusal):
            return after
        self._keep([after, *_settled(after)])
        return None

    def export(self, to: Path, with_names: bool = False) -> None:
        """Write the session so far as one closed file elsewhere."""
        self._file.export(to, with_names)

    def wipe_names(self) -> None:
        """Take every name out of the file."""
        self._file.wipe_names()

    def close(self) -> None:
        """Bring everything into the one file and let it go."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _keep(self, plays: list[Play]) -> None:
        """Write what was added on the way to the last of these plays; only then is it the play."""
        if not plays:
            return
        last = plays[-1]
        steps = pairwise([self._play, *plays])
        snapshots = [each for before, after in steps if (each := snapshot_after(before, after)) is not None]
        self._file.append(last.entries[len(self._play.entries) :], stand_of(last), snapshots)
        self._play = last
        if snapshots:
            self._file.checkpoint()


def _covered(play: Play) -> Play:
    """The play as anybody may find it: no desk or dossier lies open."""
    if not play.moment.is_open or play.moment.kind not in ("dossiers", "turn", "answer"):
        return play
    return replace(play, moment=replace(play.moment, is_open=False))


def _settled(play: Play) -> Iterator[Play]:
    """Yield the play after each entry that falls due."""
    while (entry := due(play)) is not None:
        after = step(play, entry)
        if isinstance(after, Refusal):
            raise AssertionError(f"the table refuses its own entry: {after.code}")
        play = after
        yield play
