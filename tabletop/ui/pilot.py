"""Plays an app by posting real events: keys, typed text and clicks; for tests and demonstrations."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from tabletop.ui.app import App
from tabletop.ui.clock import FakeClock
from tabletop.ui.focus import layer_of
from tabletop.ui.screen import Screen
from tabletop.ui.settings import Settings
from tabletop.ui.tree import Node, Role
from tabletop.ui.widgets.page import MENU

__all__ = ["FakeClock", "NotReachedError", "Pilot"]

STEP_MS = 50
REPEAT_MS = 400
"""A key that is held this long begins to repeat, as the app asks of SDL."""
MOST_STEPS = 400
KEY_CODES = {"ctrl": pygame.KMOD_CTRL, "shift": pygame.KMOD_SHIFT, "alt": pygame.KMOD_ALT}


class NotReachedError(LookupError):
    """A control that the pilot was sent to is not there, or cannot be reached in this mode."""


class Pilot:
    """Drives `app` (made with a `FakeClock`).

    `mode` "keys" only presses keys, "mouse" only uses the mouse: a key or typed text then raises NotReachedError.
    """

    def __init__(self, app: App, mode: Literal["mixed", "keys", "mouse"] = "mixed") -> None:
        self.app = app
        self.mode = mode
        pygame.event.clear()
        self.step()

    @classmethod
    def start(
        cls,
        screen: Screen,
        *,
        size: tuple[int, int] = (1280, 720),
        text_percent: int = 100,
        language: str = "nl",
        mode: Literal["mixed", "keys", "mouse"] = "mixed",
        **parts: Any,
    ) -> Pilot:
        """An app on a display that does not exist, with a clock that stands still, and faults that raise."""
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        settings = Settings(text_percent=text_percent, language=language, motion=False)
        return cls(App(screen, size=size, settings=settings, clock=FakeClock(), raise_errors=True, **parts), mode)

    def stop(self) -> None:
        """Close the window."""
        self.app.window.destroy()
        pygame.event.clear()

    def tree(self) -> Node:
        """The text tree of the moment (of the dialog when one is open)."""
        return layer_of(self.app.tree)

    def find(self, role: Role | None = None, label: str = "", key: str = "") -> Node | None:
        """The node with this key, or the first of this role and label (else one whose label begins with it).

        One that can be used goes before one that cannot.
        """
        nodes = [node for node in self.tree().walk() if role is None or node.role == role]
        if key:
            return next((node for node in nodes if node.key == key), None)
        exact = [node for node in nodes if node.label == label]
        named = exact if label and exact else [node for node in nodes if node.label.startswith(label)]
        usable = [node for node in named if node.focusable]
        return next(iter(usable or named), None)

    def get(self, role: Role | None = None, label: str = "", key: str = "") -> Node:
        """As `find`, and it must be there."""
        node = self.find(role, label, key)
        if node is None:
            raise NotReachedError(f"no {role or 'node'} {label or key!r} in:\n{self.tree().as_text()}")
        return node

    def focused(self) -> Node | None:
        """What has the focus."""
        self.app.stage.update()
        return self.app.stage.focused_node()

    def press(self, *keys: str) -> None:
        """Press and release keys: "tab", "shift+tab", "return", "space", "escape", "down", "ctrl+a", "f1", "d", "?"."""
        self._needs_keys(" ".join(keys))
        for key in keys:
            self._key(key, pygame.KEYDOWN)
            self._key(key, pygame.KEYUP)
            self.step()

    def type_text(self, text: str) -> None:
        """Type into what has the focus, letter by letter."""
        self._needs_keys(text)
        for letter in text:
            self._post(pygame.TEXTINPUT, text=letter)
        self.step()

    def command(self, key: str) -> None:
        """Do what a key does: press it, or by mouse choose its row in the menu."""
        if self.mode != "mouse":
            self.press(key)
            return
        self.click(key=MENU)
        if key != "f1":
            self.click(key=f"keys/{key}")

    def back(self) -> None:
        """Close the dialog or leave the screen: Escape, or by mouse the dialog's last button, or the menu."""
        closing = [node for node in self.tree().walk() if node.role == "button" and node.focusable]
        if self.mode == "mouse" and self.app.stage.dialog and closing:
            self.click(key=closing[-1].key)
        else:
            self.command("escape")

    def click(self, label: str = "", role: Role | None = None, key: str = "") -> None:
        """Activate a control: by mouse at its place, or by Tab, arrows and Enter. Raises NotReachedError."""
        node = self.get(role, label, key)
        if self.mode == "keys":
            self.walk_to(node)
            self.press("return")
        else:
            point = self._bring_into_sight(node)
            self._mouse(pygame.MOUSEBUTTONDOWN, point)
            self._mouse(pygame.MOUSEBUTTONUP, point)
            self.step()

    def hold(self, label: str = "", ms: int = 600, key: str = "") -> None:
        """Hold a HoldButton down while `ms` pass on the fake clock."""
        node = self.get("button", label, key)
        if self.mode == "keys":
            self.walk_to(node)
            self._key("space", pygame.KEYDOWN)
            self.advance(min(ms, REPEAT_MS))
            for _ in range((ms - REPEAT_MS) // STEP_MS):  # a real keyboard repeats a key that is held
                self._key("space", pygame.KEYDOWN)
                self.advance(STEP_MS)
            self._key("space", pygame.KEYUP)
        else:
            point = self._bring_into_sight(node)
            self._mouse(pygame.MOUSEBUTTONDOWN, point)
            self.advance(ms)
            self._mouse(pygame.MOUSEBUTTONUP, point)
        self.step()

    def fill(self, label: str = "", text: str = "", key: str = "") -> None:
        """Go to an Entry, clear it and type."""
        node = self.get("entry", label, key)
        if self.mode == "keys":
            self.walk_to(node)
        else:
            point = self._bring_into_sight(node)
            self._mouse(pygame.MOUSEBUTTONDOWN, point)
            self._mouse(pygame.MOUSEBUTTONUP, point)
        self.press("ctrl+a", "delete")
        self.type_text(text)

    def walk_to(self, node: Node) -> None:
        """Bring the focus to a control by Tab and arrows alone."""
        for press in (*["tab"] * MOST_STEPS, None):
            at = self.focused()
            if at and (at.key == node.key or (node.group and at.group == node.group)):
                break
            if press is None:
                raise NotReachedError(f"Tab never came to {node.role} {node.label!r}")
            self.press(press)
        for key in (*["down"] * MOST_STEPS, None):
            at = self.focused()
            if at and at.key == node.key:
                return
            if key is None:
                raise NotReachedError(f"arrows never came to {node.role} {node.label!r}")
            self.press(key)

    def advance(self, ms: int) -> None:
        """Let time pass on the fake clock, in steps of 50 ms."""
        clock = self.app.clock
        if not isinstance(clock, FakeClock):
            raise TypeError("the pilot needs a clock that it can turn")
        left = ms
        while left > 0:
            self.step()
            clock.advance(min(left, STEP_MS))
            left -= STEP_MS
        self.step()

    def screenshot(self, path: Path) -> None:
        """Draw and save the window as PNG."""
        self.step()
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(self.app.surface, str(path))

    def step(self) -> None:
        """Let the app handle what was posted, until nothing is left to do."""
        self.app.step()

    def until(self, done: Callable[[], bool], most_ms: int = 60_000) -> None:
        """Let time pass until something holds. Raises TimeoutError."""
        for _ in range(0, most_ms, STEP_MS):
            if done():
                return
            self.advance(STEP_MS)
        raise TimeoutError(self.tree().as_text())

    def _needs_keys(self, keys: str) -> None:
        if self.mode == "mouse":
            raise NotReachedError(f"{keys!r} asks for a keyboard")

    def _bring_into_sight(self, node: Node) -> tuple[int, int]:
        for turn in self._turns(node):
            self._mouse(pygame.MOUSEMOTION, turn[0], rel=(0, 0), buttons=(0, 0, 0))
            self._post(pygame.MOUSEWHEEL, x=0, y=turn[1], flipped=False)
            self.step()
        seen = self.get(key=node.key) if node.key else node
        if not seen.visible.contains(seen.rect.centre):
            raise NotReachedError(f"no wheel brings {node.role} {node.label!r} into sight")
        return seen.rect.centre

    def _turns(self, node: Node) -> Iterator[tuple[tuple[int, int], int]]:
        """Turns of the wheel, over which place, until the middle of the node shows."""
        for _ in range(MOST_STEPS):
            path = self.app.tree.path_to(node.key) if node.key else ()
            areas = [part for part in path[:-1] if part.role == "scroll"]
            if not path or path[-1].visible.contains(path[-1].rect.centre):
                return
            middle = path[-1].rect.centre[1]
            hidden = [area for area in areas if not area.rect.y <= middle < area.rect.bottom]
            if not hidden:
                return
            area = next((a for a in hidden if not a.visible.is_empty), hidden[0])
            yield _edge(area), 1 if middle < area.rect.y else -1

    def _mouse(self, kind: int, point: tuple[int, int], **parts: Any) -> None:
        if kind != pygame.MOUSEMOTION:
            parts["button"] = 1
        self._post(kind, pos=point, touch=False, **parts)

    def _key(self, key: str, kind: int) -> None:
        *held, name = key.split("+") if key not in ("+", "ctrl++") else [*key[:-1].strip("+").split("+"), "+"]
        mods = 0
        for modifier in filter(None, held):
            mods |= KEY_CODES[modifier]
        code = pygame.key.key_code({"return": "return"}.get(name, name)) if name != "?" else pygame.K_SLASH
        typed = name if len(name) == 1 and not mods else ""
        self._post(kind, key=code, mod=mods, unicode=typed, scancode=0)

    def _post(self, kind: int, **parts: Any) -> None:
        pygame.event.post(pygame.Event(kind, window=self.app.window, **parts))


def _edge(area: Node) -> tuple[int, int]:
    """A place in a scroll area with no other scroll area under it: its right edge, where the bar is."""
    return area.visible.right - 2, area.visible.centre[1]
