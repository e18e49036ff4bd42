"""The window and its loop: events in, a text tree and pixels out, only when something changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from tabletop.content.messages import Messages, messages
from tabletop.ui.clock import Clock, FakeClock, RealClock
from tabletop.ui.companion import Companion
from tabletop.ui.fault import FaultScreen, fault_dialog, note_fault
from tabletop.ui.geometry import Rect
from tabletop.ui.hands import Hands
from tabletop.ui.hints import hint_for
from tabletop.ui.host import KeyPress
from tabletop.ui.keys import ANYWHERE, Command, key_map
from tabletop.ui.narrator import Narrator
from tabletop.ui.paint import paint_tree
from tabletop.ui.screen import Screen
from tabletop.ui.settings import Settings, next_size
from tabletop.ui.stage import Stage
from tabletop.ui.sweeping import Sweeper
from tabletop.ui.tree import Node
from tabletop.ui.voice import Voice, find_voice
from tabletop.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["App", "Clock", "FakeClock", "RealClock", "Settings"]

FRAME_MS = 16
IDLE_MS = 1000
LEAST_WINDOW = (960, 600)


class WrongPygameError(RuntimeError):
    """The package `pygame` stands where `pygame-ce` should."""


class App:
    """One window with one screen at a time.

    `words` gives the texts of a language. `raise_errors` lets faults of a screen through (tests); otherwise the user
    gets a sentence and a note is saved. `on_pause` is what F9 and P do when the screen does nothing itself,
    `on_settings` hears every change of a setting, `on_first_frame` is called once when the loop has drawn, and
    `companion` lives in the same loop.
    """

    def __init__(
        self,
        first: Screen,
        *,
        size: tuple[int, int] = (1280, 720),
        settings: Settings | None = None,
        clock: Clock | None = None,
        words: Callable[[str], Messages] | None = None,
        voice: Callable[[], Voice | None] = find_voice,
        raise_errors: bool = False,
    ) -> None:
        _start_pygame()
        self.settings = settings or Settings()
        self.clock = clock or RealClock()
        self.raise_errors = raise_errors
        self.on_pause: Callable[[], None] | None = None
        self.on_settings: Callable[[Settings], None] | None = None
        self.on_first_frame: Callable[[], None] | None = None
        self.companion: Companion | None = None
        self.frames = 0
        self._words = words or _words
        self.words = self._words(self.settings.language)
        self._running = True
        self._last_input = self._last_tick = self.clock.now_ms()
        self.window = _open_window(size, fullscreen=self.settings.fullscreen)
        self.surface = self.window.get_surface()
        self.stage = Stage(self.settings, self.say, self.surface.get_size())
        self.stage.clipboard, self.stage.to_clipboard, self.stage.show_keys = _pasted, _copied, self.show_keys
        self.stage.hint_for = lambda key: hint_for(self.words, key)
        self.narrator = Narrator(self, voice)
        self.sweeper = Sweeper()
        self.hands = Hands(self.stage, self.clock.now_ms, self._keys_anywhere())
        self.show(first)

    @property
    def screen(self) -> Screen:
        """The screen of the moment."""
        return self.stage.screen

    @property
    def tree(self) -> Node:
        """The text tree of the moment, up to date."""
        return self.stage.update()

    @property
    def size(self) -> tuple[int, int]:
        """The window in pixels."""
        return self.stage.size

    @property
    def idle_ms(self) -> int:
        """How long ago the last key, click or move of the mouse was."""
        return self.clock.now_ms() - self._last_input

    def say(self, key: str, **values: Any) -> str:
        """A text in the language of the moment."""
        return self.words.say(key, **values)

    def show(self, screen: Screen) -> None:
        """Go to another screen; open dialogs close."""
        if self.stage.screen is not screen and hasattr(self.stage.screen, "app"):
            self.stage.screen.left()
            self.narrator.left(self.stage.screen)
        screen.app = self
        self._last_tick = self.clock.now_ms()
        self.hands.change_screen()
        self.stage.show(screen)
        screen.entered()

    def open(self, dialog: Dialog | Callable[[], Dialog]) -> None:
        """Put a dialog over the screen; give a function when its content changes while it is open."""
        self.stage.open(dialog)

    def close(self) -> None:
        """Close the topmost dialog; the focus goes back to where it was."""
        self.stage.close()

    def focus(self, key: str) -> None:
        """Give the focus to the widget (or group) with this key, now or after the next build."""
        self.stage.focus(key)

    def invalidate(self) -> None:
        """Build again before the next frame; done by itself after every key, click, shortcut and tick."""
        self.stage.invalidate()

    def change(self, **settings: Any) -> None:
        """Change settings by name; takes effect at once and is told to `on_settings`."""
        after = replace(self.settings, **settings)
        if after == self.settings:
            return
        if after.fullscreen != self.settings.fullscreen:
            _fill_screen(self.window, after.fullscreen)
        self.settings = self.stage.settings = after
        self.words = self._words(after.language)
        self._fit()
        if self.on_settings:
            self.on_settings(after)

    def show_keys(self) -> None:
        """The key map of the screen, as a dialog; closes it when it is open already."""
        if self.stage.dialog and self.stage.dialog.key == "keys":
            self.close()
        else:
            self.open(key_map(self._commands(), self.stage.focused_node(), self.say, self.close))

    def _commands(self) -> list[Command]:
        """What keys do here, those of the screen first; a dialog keeps those of the screen waiting."""
        actions = {**self.hands.anywhere, "escape": self.hands.back}
        is_under = self.stage.dialog is not None
        heard = (s for s in self.screen.shortcuts() if s.always or not is_under)
        own = [Command(s.key, s.label, s.action) for s in heard]
        taken = {command.key for command in own}
        rest = [(key, text) for key, text in ANYWHERE if not (key == "f9" and "p" in taken)]
        return [*own, *(Command(key, self.say(f"widgets.{text}"), actions[key]) for key, text in rest)]

    def run(self) -> None:
        """Until `quit`."""
        self.sweeper.begin()
        self.step()
        if self.on_first_frame:
            self.on_first_frame()
        while self._running:
            self.step(self._patience())
        if self.companion:
            self.companion.close()
        self.window.destroy()

    def quit(self) -> None:
        """Leave the loop after this event."""
        self._running = False

    def step(self, wait_ms: int = 0) -> None:
        """Handle what came in (waiting at most so long for it), let time pass, draw if something changed."""
        events = pygame.event.get()
        if not events and wait_ms:
            events = [pygame.event.wait(wait_ms)]
        for event in events:
            with self._guarded():
                self.handle(event)
        with self._guarded():
            self._pass_time()
        self.draw()
        with self._guarded():
            if self.companion:
                self.companion.draw()
            self.narrator.follow()

    def draw(self) -> bool:
        """Draw when something changed; true when it did."""
        with self._guarded():
            self.stage.update()
        if not self.stage.needs_paint:
            return False
        with self._guarded():
            tree = self.stage.update()
            self.window.title = self.screen.title
            paint_tree(self.surface, tree, self.stage.context())
            self._place_input()
        self.stage.needs_paint = False
        self.window.flip()
        self.frames += 1
        return True

    def _place_input(self) -> None:
        """Tell the platform where one types, so that what an input method offers stands beside it."""
        node = self.stage.focused_node()
        if node and node.owner and node.owner.takes_text(node):
            pygame.key.set_text_input_rect(pygame.Rect(self._place_in_window(node.visible)))

    def handle(self, event: pygame.Event) -> None:
        """One event of the window."""
        if self.companion and self.companion.handle(event):
            return
        if getattr(event, "window", self.window) not in (self.window, None):
            return
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self.quit()
        elif event.type == pygame.WINDOWSIZECHANGED:
            self._fit()
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self.stage.repaint()
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.hands.release_all()
        else:
            self._handle_input(event)

    def _handle_input(self, event: pygame.Event) -> None:
        handlers: dict[int, Callable[[pygame.Event], None]] = {
            pygame.KEYDOWN: self._on_key_down,
            pygame.KEYUP: lambda e: self.hands.key_up(_name(e.key)),
            pygame.TEXTINPUT: lambda e: self.hands.text(e.text),
            pygame.TEXTEDITING: lambda e: self.hands.editing(e.text),
            pygame.MOUSEMOTION: lambda e: self.hands.mouse_moved(self._point(e.pos)),
            pygame.MOUSEBUTTONDOWN: self._on_button,
            pygame.MOUSEBUTTONUP: self._on_button,
            pygame.MOUSEWHEEL: lambda e: self.hands.wheel(getattr(e, "precise_y", e.y)),
        }
        handler = handlers.get(event.type)
        if handler:
            self._last_input = self.clock.now_ms()
            handler(event)

    def _on_button(self, event: pygame.Event) -> None:
        if event.button == 1:
            act = self.hands.mouse_down if event.type == pygame.MOUSEBUTTONDOWN else self.hands.mouse_up
            act(self._point(event.pos))

    def _on_key_down(self, event: pygame.Event) -> None:
        shift, ctrl, alt = (
            bool(event.mod & keys) for keys in (pygame.KMOD_SHIFT, pygame.KMOD_CTRL | pygame.KMOD_META, pygame.KMOD_ALT)
        )
        name = _name(event.key)
        typed = getattr(event, "unicode", "")
        if len(typed) == 1 and typed.isprintable() and typed != " " and not ctrl:
            name = typed.lower()
        self.hands.key_down(KeyPress(name, shift, ctrl, alt))

    def _pass_time(self) -> None:
        self.hands.passed()
        if self.companion and self.companion.pass_time(self.clock.now_ms()):
            self.stage.invalidate()
        if self.stage.hint_in(self.idle_ms) == 0:
            self.stage.hint()
        self.sweeper.pass_time(self.idle_ms)
        every = self.screen.wants_tick
        gone = self.clock.now_ms() - self._last_tick
        if every and gone >= every:
            self._last_tick += gone
            if self.screen.tick(gone):
                self.stage.invalidate()

    def _patience(self) -> int:
        if self.stage.needs_paint or self.hands.hold:
            return FRAME_MS
        tick = self.screen.wants_tick - (self.clock.now_ms() - self._last_tick) if self.screen.wants_tick else IDLE_MS
        hint = self.stage.hint_in(self.idle_ms)
        return max(1, min(IDLE_MS, tick, IDLE_MS if hint is None else hint))

    def _keys_anywhere(self) -> dict[str, Callable[[], object]]:
        return {
            "f1": self.show_keys,
            "f3": self.narrator.read,
            "f6": self.narrator.copy,
            "f7": self.narrator.show_text,
            "f2": lambda: self.change(language="en" if self.settings.language == "nl" else "nl"),
            "f9": self._pause,
            "f11": lambda: self.change(fullscreen=not self.settings.fullscreen),
            "ctrl+=": lambda: self._resize_text(1),
            "ctrl++": lambda: self._resize_text(1),
            "ctrl+-": lambda: self._resize_text(-1),
            "ctrl+0": lambda: self.change(text_percent=100),
        }

    def _resize_text(self, step: int) -> None:
        self.change(text_percent=next_size(self.settings.text_percent, step))

    def _pause(self) -> None:
        if not self.screen.on_pause() and self.on_pause:
            self.on_pause()

    def _fit(self) -> None:
        self.surface = self.window.get_surface()
        self.stage.size = self.surface.get_size()
        self.stage.invalidate()

    def _point(self, place: tuple[int, int]) -> tuple[int, int]:
        """A place in the window as a pixel of the surface, which has more pixels on a dense display."""
        (wide, high), (across, down) = self.window.size, self.stage.size
        return place[0] * across // max(1, wide), place[1] * down // max(1, high)

    def _place_in_window(self, rect: Rect) -> tuple[int, int, int, int]:
        """A place on the surface in the measures of the window."""
        (wide, high), (across, down) = self.window.size, self.stage.size
        return rect.x * wide // across, rect.y * high // down, rect.w * wide // across, rect.h * high // down

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """A fault of a screen becomes a sentence and a note, never a traceback on the screen."""
        try:
            yield
        except Exception as error:
            if self.raise_errors:
                raise
            note = note_fault(error)
            if self.stage.needs_build or self.stage.needs_layout:
                self.show(FaultScreen(note, self.screen))
            else:
                self.open(fault_dialog(note, self.say, self.close))


def _words(language: str) -> Messages:
    return messages("en" if language == "en" else "nl")


def _start_pygame() -> None:
    if not getattr(pygame, "IS_CE", False):
        raise WrongPygameError(pygame.__version__)
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    pygame.display.init()
    pygame.font.init()
    pygame.key.set_repeat(400, 40)


def _open_window(size: tuple[int, int], *, fullscreen: bool) -> pygame.Window:
    window = pygame.Window("", size, resizable=True, allow_high_dpi=True)
    window.minimum_size = (min(size[0], LEAST_WINDOW[0]), min(size[1], LEAST_WINDOW[1]))
    if fullscreen:
        _fill_screen(window, True)
    return window


def _fill_screen(window: pygame.Window, fill: bool) -> None:
    if fill:
        window.set_fullscreen(desktop=True)
    else:
        window.set_windowed()


def _name(key: int) -> str:
    name = pygame.key.name(key)
    return {"enter": "return", "[+]": "+", "[-]": "-", "[0]": "0"}.get(name, name)


def _copied(text: str) -> None:
    with suppress(pygame.error):
        pygame.scrap.put_text(text)


def _pasted() -> str:
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""
