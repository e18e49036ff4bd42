"""A real session at a table, in a file that a test may lose: for what needs the clock and the facilitator."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tabletop.store.live import LiveSession
from tabletop.ui.demo import demo_app
from tabletop.ui.pilot import Pilot
from tabletop.ui.screens.arranging import Arrangement, Person
from tabletop.ui.screens.facilitation import Facilitation
from tabletop.ui.screens.flow import Beginning, TableGuide
from tabletop.ui.screens.live_game import LiveGame
from tabletop.ui.settings import Settings
from tests.session.group import Group
from tests.ui_screens.all_screens import start_pack

MINUTE = 60_000


@dataclass
class Table:
    """A pilot at a table with a session; `path` is its file."""

    pilot: Pilot
    guide: TableGuide
    live: LiveSession

    @property
    def side(self) -> Facilitation:
        return self.guide.facilitation

    @property
    def screen(self) -> str:
        return type(self.pilot.app.screen).__name__

    @property
    def text(self) -> str:
        return self.pilot.app.tree.as_text()

    def play_until(self, kind: str, *, is_open: bool = False, seed: int = 3) -> None:
        """Let people play to a moment, and show what it asks for."""
        people = Group(seed)
        while self.live.moment.kind != kind or (is_open and not self.live.moment.is_open):
            refusal = self.live.act(people.next_entry(self.live.play))
            assert refusal is None, refusal
        if is_open:
            self.guide.to_private()
        else:
            self.guide.onward()
        self.pilot.step()

    def spend(self, minutes: float) -> None:
        """Set the clock to so many minutes after the start."""
        self.side.time.spent = self.side.time.began = round(minutes * MINUTE)
        self.pilot.app.invalidate()
        self.pilot.step()


@contextmanager
def table(
    folder: Path,
    size: tuple[int, int] = (1280, 720),
    text_percent: int = 100,
    language: str = "nl",
    seats: int = 4,
    works: Sequence[str] = (),
) -> Iterator[Table]:
    """A table at which the dossiers are still to be read; `works` is what the first people do in real life."""
    names = ("Samira", "", "Joost", "Mei Lin", "Fatima", "Bas en Nora")[:seats]
    people = [Person(name, work) for name, work in zip_longest(names, works, fillvalue="other")]
    arrangement = Arrangement(start_pack(), 7, people)
    live = LiveSession.new(folder / "table.tafel", arrangement.pack, arrangement.set_up("nl"))
    guide = TableGuide(Beginning(folder=folder))
    app = demo_app(guide, size, Settings(text_percent=text_percent, language=language, motion=False))
    guide.game = LiveGame(live, lambda: guide.language)
    guide.facilitation.attach(live)
    guide.onward()
    pilot = Pilot(app)
    try:
        yield Table(pilot, guide, live)
    finally:
        guide.facilitation.close()
        guide.put_away()
        pilot.stop()
