"""Keyboard and mouse: what a key or a click does on the stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tabletop.ui import focus
from tabletop.ui.geometry import Rect
from tabletop.ui.host import KeyPress
from tabletop.ui.stage import Stage
from tabletop.ui.tree import Node, Role
from tabletop.ui.widgets.scroll import scroll_by, scroll_to

ARROWS = {"left": -1, "up": -1, "right": 1, "down": 1}
ENDS = {"home": 0, "end": -1}
ACTS = ("return", "space")
WORDLESS: tuple[Role, ...] = ("mark", "image")
WHEEL = 64


@dataclass
class Hold:
    """A press that must last: on which node, since when, by which key ("mouse" for the mouse)."""

    key: str
    since_ms: int
    lasts_ms: int
    by: str


class Hands:
    """Turns key presses, typed text and the mouse into actions.

    `now_ms` is the app's clock; `anywhere` are the keys that work on every screen.
    """

    def __init__(self, stage: Stage, now_ms: Callable[[], int], anywhere: Mapping[str, Callable[[], object]]) -> None:
        self.stage = stage
        self.now_ms = now_ms
        self.anywhere = anywhere
        self.hold: Hold | None = None
        self._down: set[str] = set()
        self._swallows = False
        self._mouse = (0, 0)
        self._pressed: Node | None = None

    def key_down(self, press: KeyPress) -> None:
        """A key goes down, or repeats."""
        self.stage.heard()
        repeats = press.name in self._down
        self._down.add(press.name)
        self.stage.update()
        self._show_ring()
        node = self.stage.focused_node()
        typing = node is not None and node.owner is not None and node.owner.takes_text(node)
        before = self._state()
        used = self._dispatch(press, node, typing=typing, repeats=repeats)
        if used and before != self._state():
            self._swallows = True  # the text of this key is not meant for what it led to

    def key_up(self, name: str) -> None:
        """A key comes up."""
        self._down.discard(name)
        self._swallows = False
        if self.hold and self.hold.by == name:
            self._let_go()

    def text(self, text: str) -> None:
        """Text was typed."""
        self.stage.update()
        node = self.stage.focused_node()
        if not self._swallows and node and node.owner and node.owner.on_text(node, text, self.stage):
            self.stage.invalidate()

    def editing(self, text: str) -> None:
        """Text is being composed."""
        self.stage.update()
        node = self.stage.focused_node()
        if node and node.owner and node.owner.takes_text(node):
            node.owner.on_editing(node, text, self.stage)
            self.stage.refresh()

    def mouse_moved(self, point: tuple[int, int]) -> None:
        """The mouse moves."""
        self._mouse = point
        self.stage.update()
        pressed = self._pressed
        if pressed and pressed.owner:
            pressed.owner.on_mouse_drag(pressed, point, self.stage)
        node = self.under(point)
        pointing = self.stage.pointing
        hover = node.key if node and node.focusable else ""
        tip = self._tip(point)
        if (hover, tip) != (pointing.hover, pointing.tip):
            pointing.hover, pointing.tip = hover, tip
            self.stage.repaint()

    def mouse_down(self, point: tuple[int, int]) -> None:
        """The left button goes down."""
        self.stage.heard()
        self.mouse_moved(point)
        node = self.under(point)
        self.stage.pointing.ring = False
        self.stage.repaint()
        if not node or not node.owner:
            self._hold_anywhere()
            return
        self._pressed = node
        self.stage.pointing.pressed = node.key
        if node.focusable:
            self.stage.focus(node.key, reveals=False)
        node.owner.on_mouse_down(node, point, self.stage)
        self._begin_hold(node, "mouse")

    def _hold_anywhere(self) -> None:
        """A press on nothing holds what the screen says, if that must be held."""
        node = None if self.stage.dialog else self.stage.layer.find_key(self.stage.screen.held_anywhere)
        if node and node.enabled:
            self._begin_hold(node, "mouse")

    def mouse_up(self, point: tuple[int, int]) -> None:
        """The left button comes up: a click when it is still on the same node."""
        pressed, self._pressed = self._pressed, None
        self.stage.pointing.pressed = ""
        if self.hold and self.hold.by == "mouse":
            self._let_go()
        self.stage.update()
        self.stage.repaint()
        node = self.under(point)
        if not (pressed and node and node.key == pressed.key and node.owner and node.focusable):
            return
        if not node.owner.takes_text(node) and not node.owner.hold_ms(node):
            self._activate(node)

    def wheel(self, turns: float) -> None:
        """The wheel turned over the mouse's place; positive is up."""
        self.stage.update()
        path = self._path(self._mouse)
        for area in reversed([node for node in path if node.role == "scroll"]):
            if scroll_by(area, round(-turns * self.stage.pixels(WHEEL)), self.stage):
                self.mouse_moved(self._mouse)
                return

    def passed(self) -> None:
        """Time passed: a held press may be done."""
        hold = self.hold
        if not hold:
            return
        gone = self.now_ms() - hold.since_ms
        self.stage.pointing.held = min(1.0, gone / hold.lasts_ms)
        self.stage.refresh()
        if gone >= hold.lasts_ms:
            node = self.stage.update().find_key(hold.key)
            self._let_go()
            if node:
                self._activate(node)

    def release_all(self) -> None:
        """The window lost the keyboard: nothing is down any more."""
        self._down.clear()
        self.change_screen()

    def change_screen(self) -> None:
        """Another screen comes: holds end. A key that is still down stays so, and its repeats do nothing there."""
        self._pressed = None
        self._let_go()

    def under(self, point: tuple[int, int]) -> Node | None:
        """The node at a point that can be used there."""
        path = self._path(point)
        usable = [node for node in path if (node.focusable and node.enabled) or node.role == "scroll"]
        return usable[-1] if usable else None

    def _dispatch(self, press: KeyPress, node: Node | None, *, typing: bool, repeats: bool) -> bool:
        if press.combined in self.anywhere:
            if not repeats:
                self.anywhere[press.combined]()
                self.stage.invalidate()
            return True
        if press.name == "tab":
            self.stage.tab(-1 if press.shift else 1)
            return True
        if node and node.owner and node.owner.on_key(node, press, self.stage):
            self.stage.invalidate()
            return True
        if press.name in ACTS and node and not (press.ctrl or press.alt):
            if not repeats:
                self._act(node, press.name)
            return True
        if press.name == "escape":
            if not repeats:
                self.back()
            return True
        return self._move(press, node) or (not repeats and self._of_screen(press, typing=typing))

    def _act(self, node: Node, name: str) -> None:
        if node.owner and node.owner.hold_ms(node):
            self.stage.pointing.pressed = node.key
            self._begin_hold(node, name)
        else:
            self._activate(node)

    def _activate(self, node: Node) -> None:
        if node.owner:
            node.owner.activate(node, self.stage)
            self.stage.invalidate()

    def _begin_hold(self, node: Node, by: str) -> None:
        lasts = node.owner.hold_ms(node) if node.owner else 0
        if lasts:
            self.hold = Hold(node.key, self.now_ms(), lasts, by)
            self.stage.refresh()

    def _let_go(self) -> None:
        self.hold = None
        self.stage.pointing.held = 0.0
        self.stage.pointing.pressed = ""
        self.stage.refresh()

    def back(self) -> None:
        """Close the dialog, or leave the screen: Escape."""
        dialog = self.stage.dialog
        if dialog is None:
            self.stage.screen.on_back()
        elif dialog.closable:
            self.stage.close()
            if dialog.on_close:
                dialog.on_close()
        self.stage.invalidate()

    def _move(self, press: KeyPress, node: Node | None) -> bool:
        if press.name in (*ARROWS, *ENDS) and node and node.group and not (press.ctrl or press.alt):
            key = self._within_group(press.name, node)
            self.stage.walked()
            self.stage.focus(key)
            there = self.stage.update().find_key(key)
            if there and there.owner:
                there.owner.focused(there, self.stage)
                self.stage.invalidate()
            return True
        return self._scroll(press, node)

    def _within_group(self, name: str, node: Node) -> str:
        if name in ENDS:
            return focus.at_end(self.stage.layer, node.key, ENDS[name])
        return focus.after_arrow(self.stage.layer, node.key, ARROWS[name])

    def _scroll(self, press: KeyPress, node: Node | None) -> bool:
        area = self._area(node)
        if area is None:
            return False
        page = area.rect.h * 9 // 10
        line = self.stage.pixels(WHEEL)
        steps = {"page down": page, "page up": -page, "down": line, "up": -line}
        if press.name in steps:
            return scroll_by(area, steps[press.name], self.stage)
        ends = {"home": 0, "end": 1_000_000}
        return press.name in ends and scroll_to(area, ends[press.name], self.stage)

    def _area(self, node: Node | None) -> Node | None:
        path = self.stage.layer.path_to(node.key) if node else ()
        around = [other for other in path if other.role == "scroll"]
        if around:
            return around[-1]
        areas = [other for other in self.stage.layer.walk() if other.role == "scroll"]
        return max(areas, key=lambda area: area.rect.w * area.rect.h, default=None)

    def _of_screen(self, press: KeyPress, *, typing: bool) -> bool:
        if typing and len(press.name) == 1 and not press.ctrl:
            return False
        screen, is_under = self.stage.screen, self.stage.dialog is not None
        if not is_under and screen.on_key(press):
            self.stage.invalidate()
            return True
        for shortcut in screen.shortcuts():
            if shortcut.key == press.combined and (shortcut.always or not is_under):
                shortcut.action()
                self.stage.invalidate()
                return True
        if not is_under and press.combined == "p" and "f9" in self.anywhere:
            self.anywhere["f9"]()
            self.stage.invalidate()
            return True
        return False

    def _show_ring(self) -> None:
        if not self.stage.pointing.ring:
            self.stage.pointing.ring = True
            self.stage.repaint()

    def _state(self) -> tuple[object, ...]:
        stage = self.stage
        return (stage.screen, stage.dialog, stage.pointing.focus, stage.wanted)

    def _tip(self, point: tuple[int, int]) -> tuple[str, Rect] | None:
        """What the thing at a point says that is not written on it: its hint, or the label of a sign without words."""
        for node in reversed(self._path(point)):
            text = node.hint or (node.label if node.role in WORDLESS else "")
            if text and node.role != "entry":
                return text, node.rect
        return None

    def _path(self, point: tuple[int, int]) -> tuple[Node, ...]:
        return _hit(self.stage.layer, point)


def _hit(node: Node, point: tuple[int, int]) -> tuple[Node, ...]:
    for child in reversed(node.children):
        below = _hit(child, point)
        if below:
            return (node, *below)
    return (node,) if node.visible.contains(point) else ()
