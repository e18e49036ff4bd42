"""The key map: what can be done here and by which key, as a dialog (F1, or the menu in the corner)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tabletop.ui.text import bold, plain
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.button import Button
from tabletop.ui.widgets.dialog import Dialog
from tabletop.ui.widgets.layout import Column
from tabletop.ui.widgets.list_box import ListBox, ListRow
from tabletop.ui.widgets.words import TextBlock

ANYWHERE = (
    ("escape", "keys.back"),
    ("f9", "keys.pause"),
    ("f3", "keys.read"),
    ("f6", "keys.copy"),
    ("f7", "keys.text"),
    ("f2", "keys.language"),
    ("ctrl++", "keys.larger"),
    ("ctrl+-", "keys.smaller"),
    ("f11", "keys.fullscreen"),
)
"""Keys that work on every screen, with the message that says what they do."""
MOVES = (("tab", "keys.next"), ("arrows", "keys.within"), ("return", "keys.press"), ("f1", "keys.map"))
"""Keys that lead to what can be pressed; they are told, not listed."""
NAMED = ("tab", "arrows", "return", "escape", "space", "enter", "ctrl", "shift", "alt")
WIDE = 800


@dataclass(frozen=True)
class Command:
    """Something that a key does on this screen."""

    key: str
    label: str
    action: Callable[[], object]


def key_map(
    commands: Sequence[Command], focused: Node | None, say: Callable[..., str], close: Callable[[], None]
) -> Dialog:
    """The dialog: what has the focus and what it says of itself, then what can be done, each a row to press."""

    def run(key: str) -> None:
        close()
        next(command for command in commands if command.key == key).action()

    rows = [ListRow(command.key, _begins(command.label), badge=key_name(command.key, say)) for command in commands]
    moves = " · ".join(f"{key_name(key, say)}: {say(f'widgets.{message}')}" for key, message in MOVES)
    parts: list[Widget] = [
        ListBox(rows, run, label=say("widgets.keys.title"), columns=2, key="keys"),
        TextBlock(moves, "small"),
    ]
    if focused and focused.hint:
        parts.insert(0, TextBlock([bold(focused.label), plain(f": {focused.hint}")]))
    button = Button(say("widgets.close"), close, kind="primary", hint=say("widgets.close_hint"), key="keys-close")
    return Dialog(say("widgets.keys.title"), Column(parts), (button,), key="keys", width=WIDE)


def key_name(key: str, say: Callable[..., str]) -> str:
    """A key as it is printed on the keyboard, in this language."""
    parts = ["ctrl", "enter" if key == "ctrl+return" else key[5:]] if key.startswith("ctrl+") else [key]
    return " + ".join(say(f"widgets.key.{part}") if part in NAMED else part.upper() for part in parts)


def _begins(label: str) -> str:
    return label[:1].upper() + label[1:]
