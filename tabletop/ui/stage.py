"""The screen of the moment as a text tree: built, laid out and focused, without a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tabletop.ui import focus
from tabletop.ui.context import Context, Kit, Metrics, Pointing
from tabletop.ui.geometry import Rect
from tabletop.ui.screen import Screen
from tabletop.ui.settings import Settings
from tabletop.ui.theme import theme_of
from tabletop.ui.tree import Node, focused_at
from tabletop.ui.widgets.base import Widget, flatten
from tabletop.ui.widgets.dialog import Dialog

MOST_LAYOUTS = 5
"""A focus inside scroll areas inside scroll areas needs a layout for each; more means that two pull at each other."""
HINT_AFTER_MS = 700
"""How long the keyboard rests before what has the focus shows its hint."""
REVEAL = 10
"""Design pixels kept free around what is scrolled into sight."""


@dataclass
class _Opened:
    make: Callable[[], Dialog]
    dialog: Dialog
    came_from: str


class Stage:
    """Holds a screen, its dialogs, the focus and what lasts over builds. Widgets see it as their `Host`."""

    def __init__(self, settings: Settings, say: Callable[..., str], size: tuple[int, int]) -> None:
        self.kit = Kit()
        self.settings = settings
        self.say = say
        self.size = size
        self.pointing = Pointing()
        self.memory: dict[str, Any] = {}
        self.scrolls: dict[str, int] = {}
        self.clipboard: Callable[[], str] = lambda: ""
        self.to_clipboard: Callable[[str], None] = lambda _: None
        self.show_keys: Callable[[], None] = lambda: None
        self.hint_for: Callable[[str], str] = lambda _: ""
        self.tree = Node("window")
        self.needs_build = self.needs_layout = self.needs_paint = True
        self._screen = Screen()
        self._opened: list[_Opened] = []
        self._widgets: list[Widget] = []
        self._measured: dict[tuple[str, int, int], int] = {}
        self._remembered: dict[str, str] = {}
        self.wanted = ""
        self._stays = False
        self._reveals = True
        self._needs_settling = False
        self._place = 0
        self._walked = False
        self._ctx: Context | None = None

    @property
    def screen(self) -> Screen:
        """The screen of the moment."""
        return self._screen

    @property
    def dialog(self) -> Dialog | None:
        """The topmost dialog."""
        return self._opened[-1].dialog if self._opened else None

    @property
    def layer(self) -> Node:
        """What keys and mouse can reach."""
        return focus.layer_of(self.tree)

    def show(self, screen: Screen) -> None:
        """Take another screen; nothing of the one before stays."""
        self._screen = screen
        self._opened.clear()
        self.memory.clear()
        self.scrolls.clear()
        self._remembered.clear()
        self.pointing.focus = self.pointing.hover = self.pointing.pressed = ""
        self.heard()
        self._place, self._walked = 0, False
        self.focus(screen.first_focus)
        self._reveals = bool(screen.first_focus)
        self.invalidate()

    def open(self, dialog: Dialog | Callable[[], Dialog]) -> None:
        """Put a dialog on top."""
        make = _always(dialog) if isinstance(dialog, Dialog) else dialog
        self._opened.append(_Opened(make, make(), self.pointing.focus))
        self.scrolls.pop("dialog", None)
        self.wanted, self._place = "", 0
        self.pointing.focus = ""
        self._reveals = True
        self.invalidate()

    def close(self) -> None:
        """Take the topmost dialog away."""
        if self._opened:
            self.focus(self._opened.pop().came_from)
            self.invalidate()

    def invalidate(self) -> None:
        """Everything must be made again."""
        self.pointing.tip = None
        self.needs_build = self.needs_layout = self.needs_paint = True

    def refresh(self) -> None:
        """Lay out and draw again, without building."""
        self.needs_layout = self.needs_paint = True

    def repaint(self) -> None:
        """Only draw again."""
        self.needs_paint = True

    def focus(self, key: str, *, reveals: bool = True) -> None:
        """Give the focus to a key or a group, at the next layout. Without `reveals` nothing scrolls: under the mouse,
        what was pressed has to stay where it is."""
        self.wanted = key
        self._reveals, self._stays = reveals, not reveals
        self._needs_settling = self.needs_paint = True

    def heard(self) -> None:
        """A key or a click came: what was shown until then goes."""
        if self.pointing.hinted or self.pointing.notice:
            self.repaint()
        self.pointing.hinted, self.pointing.notice = False, ""

    def walked(self) -> None:
        """The focus was moved by keyboard: who does that sees the hint of what has it."""
        self._walked = True

    def announce(self, text: str) -> None:
        """Show a message until the next key or click."""
        self.pointing.notice = text
        self.repaint()

    def hint_in(self, idle_ms: int) -> int | None:
        """In how many milliseconds the hint of what has the focus shows; None when it need not."""
        if not self._walked or self.pointing.hinted or not self.pointing.ring:
            return None
        return max(0, HINT_AFTER_MS - idle_ms)

    def hint(self) -> None:
        """Show the hint of what has the focus."""
        self.pointing.hinted = True
        self.repaint()

    def tab(self, step: int) -> None:
        """Move the focus to the next Tab stop, or to the one before."""
        self.walked()
        self.focus(focus.after_tab(self.layer, self.pointing.focus, step, self._remembered))

    def pixels(self, design: float) -> int:
        """Design pixels as pixels of the window."""
        return Metrics.of(self.size, self.settings.text_percent).gap(design)

    def context(self) -> Context:
        """Measures and fonts of the last layout."""
        return self._ctx or self._context()

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""
        self.to_clipboard(text)

    def pasted(self) -> str:
        """The text on the clipboard."""
        return self.clipboard()

    def focused_node(self) -> Node | None:
        """What has the focus."""
        return self.layer.find_key(self.pointing.focus) if self.pointing.focus else None

    def update(self) -> Node:
        """Build and lay out as far as needed; the tree of the moment."""
        if self.needs_build:
            self._build()
        if self.needs_layout:
            self._lay_out()
        elif self._needs_settling:
            self._settle(self.tree)
        return self.tree

    def _build(self) -> None:
        for opened in self._opened:
            opened.dialog = opened.make()
        self._widgets = [self._screen.build(), *(opened.dialog for opened in self._opened)]
        self._measured.clear()
        self.needs_build, self.needs_layout = False, True

    def _lay_out(self) -> None:
        self._settle(self._arranged())
        self.needs_layout, self.needs_paint = False, True

    def _settle(self, tree: Node) -> None:
        """Give the focus to what should have it, and bring that into sight; places stay where nothing scrolls."""
        key = focus.settled(focus.layer_of(tree), self.pointing.focus, self.wanted, self._place)
        self.wanted = ""
        if key != self.pointing.focus:
            self._reveals = self._reveals or bool(self.pointing.focus and not self._stays)
            self.pointing.focus = key
            tree = focused_at(tree, key)
        for _ in range(MOST_LAYOUTS):
            if not (self._reveals and self._scroll_to_focus(tree)):
                break
            tree = self._arranged()
        self.tree, self._reveals, self._stays, self._needs_settling = tree, False, False, False
        self._remember()

    def _remember(self) -> None:
        order = self.layer.focus_order()
        for place, node in enumerate(order):
            if node.key == self.pointing.focus:
                self._place = place
                self._remembered[node.group] = node.key

    def _context(self) -> Context:
        theme = theme_of(self.settings.theme, self._screen.tone)
        room = Rect(0, 0, *self.size)
        metrics = Metrics.of(self.size, self.settings.text_percent)
        return Context(self.kit, theme, metrics, self.pointing, self.say, room, theme.paper, self.scrolls, self.memory,
                       self._measured, hint_for=self.hint_for)  # fmt: skip

    def _arranged(self) -> Node:
        ctx = self._ctx = self._context()
        room = ctx.clip
        nodes = flatten([widget.arrange(ctx, room) for widget in self._widgets])
        return Node("window", self._screen.title, rect=room, visible=room, children=nodes)

    def _scroll_to_focus(self, tree: Node) -> bool:
        path = tree.path_to(self.pointing.focus)
        moved = False
        for area in (node for node in path[:-1] if node.role == "scroll"):
            moved = self._reveal(area, path[-1]) or moved
        return moved

    def _reveal(self, area: Node, node: Node) -> bool:
        spare = self.pixels(REVEAL)
        above = area.rect.y + spare - min(part.rect.y for part in node.walk())
        below = max(part.rect.bottom for part in node.walk()) + spare - area.rect.bottom
        shift = -above if above > 0 else max(0, min(below, -above))
        before = self.scrolls.get(area.key, 0)
        self.scrolls[area.key] = max(0, before + shift)
        if shift:
            return self._clamped(area) != before
        return False

    def _clamped(self, area: Node) -> int:
        long = int(area.part.partition("/")[2])
        self.scrolls[area.key] = min(self.scrolls[area.key], max(0, long - area.rect.h))
        return self.scrolls[area.key]


def _always(dialog: Dialog) -> Callable[[], Dialog]:
    return lambda: dialog
