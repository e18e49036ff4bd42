"""One session, walked through by a pilot; at each screen it is laid out in every size and looked at."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pygame

from tabletop.ui.app import Settings
from tabletop.ui.context import Metrics
from tabletop.ui.demo import Counter as Steps
from tabletop.ui.demo import demo_app, play
from tabletop.ui.fault import FaultScreen, fault_dialog
from tabletop.ui.paint import paint_tree
from tabletop.ui.pilot import Pilot
from tabletop.ui.playing import Player
from tabletop.ui.screens.flow import Beginning, TableGuide
from tests.legibility import rules

LONGEST_NAME = "Anne-Fleur van Voorthuizen-Bos"
"""Thirty characters."""
MOST_OF_A_KIND = 2
"""How often a kind of screen is looked at: it fills up as the session goes on, but not much after that."""
WORK = ("probation", "wijkteam", "police", "student", "veilig_thuis", "amw", "mental_health", "education")


@dataclass(frozen=True)
class Look:
    """A window, a size of text and a theme."""

    size: tuple[int, int]
    text_percent: int
    theme: str = "paper"

    def __str__(self) -> str:
        return f"{self.size[0]}x{self.size[1]} {self.text_percent} % {self.theme}"


NORMAL = tuple(Look(size, percent) for size in ((1280, 720), (1920, 1080)) for percent in (100, 200))
LONG = tuple(Look(size, 150, theme) for size in ((1366, 768), (3840, 2160)) for theme in ("paper", "dark", "contrast"))


@dataclass
class Inspector:
    """Takes no pictures: lays the screen of the moment out in every look, and notes what is not as it should be."""

    pilot: Pilot
    looks: Sequence[Look]
    faults: dict[str, set[str]] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    controls: set[str] = field(default_factory=set)

    @property
    def taken(self) -> list[str]:
        """The kinds looked at so far."""
        return list(self.seen)

    def take(self, kind: str) -> None:
        """Look at the screen of the moment."""
        self.seen[kind] += 1
        if self.seen[kind] > MOST_OF_A_KIND:
            return
        app, stage = self.pilot.app, self.pilot.app.stage
        settings, size, scrolls = app.settings, stage.size, dict(stage.scrolls)
        focus = stage.pointing.focus
        for look in self.looks:
            self._lay_out(replace(settings, text_percent=look.text_percent, theme=look.theme), look.size)
            for rule, fault in self._found(look, paints=self.seen[kind] == 1):
                self.faults.setdefault(f"{rule}: {fault}", set()).add(f"{kind} at {look}")
        stage.focus(focus)
        self._lay_out(settings, size)
        stage.scrolls.update(scrolls)

    def _lay_out(self, settings: Settings, size: tuple[int, int]) -> None:
        app, stage = self.pilot.app, self.pilot.app.stage
        app.settings = stage.settings = settings
        stage.size = size
        stage.scrolls.clear()
        stage.invalidate()
        self.controls |= {node.group or node.key for node in stage.update().focus_order()}

    def _found(self, look: Look, *, paints: bool) -> Iterator[tuple[str, str]]:
        stage, base = self.pilot.app.stage, Metrics.of(look.size, 100).base
        tree = stage.tree
        checks = {
            "overlap": rules.nothing_overlaps(tree),
            "cut": rules.no_text_is_cut(tree),
            "main action": rules.main_actions_are_in_sight(tree),
            "strips": rules.strips_are_in_sight(tree),
            "size": rules.text_is_large_enough(tree, base),
            "contrast": rules.text_stands_out(tree, base),
            "control": rules.every_control_says_what_it_is(tree),
        }
        for rule, faults in checks.items():
            yield from ((rule, fault) for fault in faults)
        if paints and look == self.looks[0]:
            yield from (("colour", fault) for fault in rules.colours_are_as_told(tree, self._painted(look.size)))
        if paints and look == self.looks[1]:
            yield from (("focus", fault) for fault in rules.tab_comes_everywhere(stage))

    def _painted(self, size: tuple[int, int]) -> pygame.Surface:
        surface = pygame.Surface(size)
        paint_tree(surface, self.pilot.app.stage.tree, self.pilot.app.stage.context())
        return surface


class LongNames(Player):
    """Everybody has a long name, and what a player passes by is looked at too."""

    def _look(self, kind: str, *keys: str) -> None:
        """Press keys that open something, look at it, and go back."""
        if kind in self.album.taken:  # type: ignore[attr-defined]  # the inspector has it
            return
        for key in keys:
            self.pilot.press(key)
        self.album.take(kind)
        self.pilot.press("escape")

    def _open(self, kind: str, key: str) -> None:
        """Press a control that opens a dialog, look at it, and go back."""
        if kind in self.album.taken or self.pilot.find(key=key) is None:  # type: ignore[attr-defined]
            return
        self.pilot.click(key=key)
        self.album.take(kind)
        self.pilot.press("escape")

    def _title(self) -> None:
        self._look("title-quit", "escape")
        self._look("text", "f7")
        self._open("guide", "title/guide")
        super()._title()

    def _set_up(self) -> None:
        self._open("setup-case", "setup/case")
        self.pilot.click(key=f"setup/seats/{self.seats}")
        self.pilot.click(key="setup/add_observer")
        self.pilot.fill(text=LONGEST_NAME, key="setup/visitor0")
        self.pilot.click(key="setup/format/minutes_45")
        self.album.take("setup-no-fit")
        self.pilot.click(key="setup/nearest")
        super()._set_up()

    def _take_seat(self, seat: int) -> None:
        self.pilot.fill(text=LONGEST_NAME, key=f"setup/name{seat}")
        self.pilot.click(key=f"setup/work{seat}")
        self.album.take("setup-work")
        self.pilot.click(key=f"works/{WORK[seat]}")
        if seat == 0:
            self.pilot.click(key="setup/pair0")
            self.pilot.fill(text=LONGEST_NAME, key="setup/mate0")
            self.pilot.click(key="setup/matework0")
            self.pilot.click(key="works/other")
            self._open("setup-own-words", "setup/mateworkwhich0")
        if WORK[seat] == "student":
            self._open("setup-placement", f"setup/workplace{seat}")

    def _board(self) -> None:
        self._look("menu", "escape")
        self._open("partner", "board/graph/police")
        self._look("facilitator", "f5")
        if "people" not in self.album.taken:  # type: ignore[attr-defined]
            self._look_at_people()
        super()._board()

    def _look_at_people(self) -> None:
        """Who sits at the table, and the question to a real professional."""
        self.guide.to_people()
        self.pilot.step()
        self.album.take("people-all")
        self.pilot.click(key="people/police")
        self.album.take("people")
        self._open("people-stop", "people/stop")
        self.pilot.click(key="people/back")
        self.pilot.press("f10")
        self.album.take("real")
        self.pilot.click(key="colleagues/police")
        self.pilot.click(key="real/ask")
        self.album.take("real-asked")
        self.pilot.click(key="real/done")

    def _desk(self) -> None:
        self._open("desk-dossier", "desk/dossier")
        self._look("private-copy", "f6")
        super()._desk()

    def _care(self) -> None:
        self._open("care-wipe", "care/wipe")
        super()._care()
        self.guide.to_title()
        self.album.take("title-saved")
        self.app.open(fault_dialog(None, self.app.say, self.app.close))
        self.album.take("fault-dialog")
        self.app.show(FaultScreen(None, self.guide.title_screen()))
        self.album.take("fault")


def walk(scenario: str, seats: int, language: str, folder: Path, looks: Sequence[Look]) -> Inspector:
    """Play a session from the title to the care card, and give what was seen."""
    guide = TableGuide(Beginning(scenario, 3, folder / "walk.tafel", folder=folder))
    pilot = Pilot(demo_app(guide, (1280, 720), Settings(language=language, motion=False)))
    inspector = Inspector(pilot, looks)
    play(LongNames(pilot, guide, inspector, seats, random.Random(4)), Steps(None, 1))  # noqa: S311 - no secret
    guide.put_away()
    pilot.stop()
    return inspector
