"""A second window for the room: it shows what everybody may see, and never what one seat sees alone.

It only looks. Mouse and keys do nothing in it but what they would do at the table; closing it, or pulling its cable,
changes nothing for the group.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import pygame

from tabletop.content.messages import Messages
from tabletop.ui.fault import note_fault
from tabletop.ui.paint import paint_tree
from tabletop.ui.screen import Screen
from tabletop.ui.settings import Settings
from tabletop.ui.stage import Stage
from tabletop.ui.tree import Node
from tabletop.ui.widgets.page import Page

if TYPE_CHECKING:
    from tabletop.ui.app import App

SIZE: Final = (1280, 720)
TEXT: Final = 125
"""Text of a beamer is read from the back row, in percent: its smallest letters are 26 px at 1080p."""
CENTRED_ON: Final = 0x2FFF0000
"""SDL's word for the middle of a display, to which the number of the display is added."""
DEEPEST: Final = 2
"""Scroll areas inside each other that follow the table."""
KEYS: Final = (pygame.KEYDOWN, pygame.KEYUP, pygame.TEXTINPUT, pygame.TEXTEDITING)


class Onlooker:
    """The app as a screen sees it while it is drawn for the room: what would act does nothing."""

    def __init__(self, app: App, size: tuple[int, int]) -> None:
        self._app, self.size = app, size
        self.idle_ms = 0
        self.is_room = True

    @property
    def settings(self) -> Settings:
        """Those of the table, in letters for the back row."""
        return replace(self._app.settings, text_percent=TEXT)

    @property
    def words(self) -> Messages:
        """The texts of the moment."""
        return self._app.words

    def say(self, key: str, **values: Any) -> str:
        """A text in the language of the moment."""
        return self._app.say(key, **values)

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Whatever else a screen asks for: nothing happens."""
        return lambda *_, **__: None


class OnlookerStage(Stage):
    """Lays a screen out for the room, also when the same screen stands on the table."""

    onlooker: Onlooker
    places: Mapping[str, float] = MappingProxyType({})
    """How far the table has scrolled, from 0 to 1, by the key of what scrolls: nobody can scroll here."""

    def show(self, screen: Screen) -> None:
        """Take another screen, and stay at its top until the table scrolls."""
        super().show(screen)
        self._reveals = False

    def _build(self) -> None:
        table = getattr(self.screen, "app", None)
        self.screen.app = self.onlooker  # type: ignore[assignment]  # it has what a screen reads, and ignores the rest
        try:
            super()._build()
        finally:
            if table is not None:
                self.screen.app = table
        for widget in self._widgets:
            if isinstance(widget, Page):
                widget.has_menu = False

    def _arranged(self) -> Node:
        """Lay out where the table has scrolled to; what scrolls inside what scrolls needs one layout more."""
        tree = super()._arranged()
        for _ in range(DEEPEST):
            wanted = {area.key: round(self.places.get(area.key, 0.0) * spare) for area, spare in scrolling(tree)}
            if all(self.scrolls.get(key, 0) == offset for key, offset in wanted.items()):
                break
            self.scrolls.update(wanted)
            tree = super()._arranged()
        return tree


class Beamer:
    """The second window. `picture` says which screen the room sees now, `version` changes when it does."""

    def __init__(
        self, app: App, picture: Callable[[], Screen], version: Callable[[], Hashable], on_close: Callable[[], None]
    ) -> None:
        self.app, self.picture, self.version, self.on_close = app, picture, version, on_close
        self.displays = pygame.display.get_num_displays()
        self.window = _open_window(app.say("beamer.window"), self.displays)
        self.fills = self.displays > 1
        self.surface = self.window.get_surface()
        self.onlooker = Onlooker(app, self.surface.get_size())
        self.stage = OnlookerStage(self.onlooker.settings, app.say, self.surface.get_size())
        self.stage.onlooker = self.onlooker
        self.stage.pointing.ring = False
        self.frames = 0
        self._drawn: Hashable = None
        app.window.focus()

    @property
    def tree(self) -> Node:
        """What the room sees, as text; up to date."""
        self._look()
        return self.stage.update()

    def handle(self, event: pygame.Event) -> bool:
        """An event of this window: keys go to the table, closing closes it alone."""
        if getattr(event, "window", None) is not self.window:
            return False
        if event.type == pygame.WINDOWCLOSE:
            self.on_close()
        elif event.type == pygame.WINDOWSIZECHANGED:
            self._fit()
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self.stage.repaint()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self._fill()
        elif event.type in KEYS:
            self.app.handle(pygame.Event(event.type, {**event.dict, "window": self.app.window}))
        return True

    def draw(self) -> bool:
        """Draw when something changed; true when it did. A fault here closes this window and nothing else."""
        try:
            return self._draw()
        except Exception as error:
            if self.app.raise_errors:
                raise
            note_fault(error)
            self.on_close()
            return False

    def is_plugged_in(self) -> bool:
        """False once a display has gone since this window was opened."""
        return pygame.display.get_num_displays() >= self.displays

    def close(self) -> None:
        """Close the window; the table gets the keys, also where nothing else would give them back."""
        with suppress(pygame.error):
            self.window.destroy()
        self.app.window.focus()

    def _draw(self) -> bool:
        self._look()
        tree = self.stage.update()
        if not self.stage.needs_paint:
            return False
        self.window.title = self.app.say("beamer.window")
        paint_tree(self.surface, tree, self.stage.context())
        self.stage.needs_paint = False
        self.window.flip()
        self.frames += 1
        return True

    def _look(self) -> None:
        """Take over what the room may see now, when that has changed."""
        screen, version = self.picture(), self.version()
        if screen is not self.stage.screen:
            if not hasattr(screen, "app"):
                screen.app = self.app
            self.stage.show(screen)
        if version != self._drawn:
            self._drawn = version
            self.stage.places = places_of(self.app.stage.tree) if screen is self.app.screen else {}
            self.stage.settings = self.onlooker.settings
            self.stage.invalidate()

    def _fit(self) -> None:
        self.surface = self.window.get_surface()
        self.stage.size = self.onlooker.size = self.surface.get_size()
        self.stage.invalidate()

    def _fill(self) -> None:
        self.fills = not self.fills
        if self.fills:
            self.window.set_fullscreen(desktop=True)
        else:
            self.window.set_windowed()
            self.window.size = SIZE


def scrolling(tree: Node) -> Iterator[tuple[Node, int]]:
    """What scrolls, each with how far it can."""
    for node in tree.walk():
        if node.role == "scroll":
            yield node, max(0, int(node.part.partition("/")[2]) - node.rect.h)


def places_of(tree: Node) -> dict[str, float]:
    """How far each part of a window has been scrolled, from 0 to 1."""
    return {area.key: int(area.part.partition("/")[0]) / spare for area, spare in scrolling(tree) if spare}


def _open_window(title: str, displays: int) -> pygame.Window:
    """A window on the last display, over all of it; with one display a window like any other."""
    if displays <= 1:
        return pygame.Window(title, SIZE, resizable=True, allow_high_dpi=True)
    place, size = CENTRED_ON + displays - 1, pygame.display.get_desktop_sizes()[displays - 1]
    window = pygame.Window(title, size, position=(place, place), resizable=True, allow_high_dpi=True)
    with suppress(pygame.error):
        window.set_fullscreen(desktop=True)
    return window
