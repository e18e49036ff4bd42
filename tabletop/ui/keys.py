"""The key map: which keys do what here, as a dialog (F1)."""

from __future__ import annotations

from collections.abc import Callable

from tabletop.ui.screen import Screen
from tabletop.ui.text import bold, plain
from tabletop.ui.tree import Node
from tabletop.ui.widgets.button import Button
from tabletop.ui.widgets.dialog import Dialog
from tabletop.ui.widgets.layout import Column
from tabletop.ui.widgets.table import Table, TableColumn, TableRow
from tabletop.ui.widgets.words import TextBlock

ANYWHERE = (
    ("tab", "keys.next"),
    ("arrows", "keys.within"),
    ("return", "keys.press"),
    ("escape", "keys.back"),
    ("f9", "keys.pause"),
    ("f1", "keys.map"),
    ("f2", "keys.language"),
    ("ctrl++", "keys.larger"),
    ("ctrl+-", "keys.smaller"),
    ("f11", "keys.fullscreen"),
)
"""Keys that work on every screen, with the message that says what they do."""
NAMED = ("tab", "arrows", "return", "escape", "space", "ctrl", "shift", "alt")


def key_map(screen: Screen, focused: Node | None, say: Callable[..., str], close: Callable[[], None]) -> Dialog:
    """The dialog: what has the focus and what it says of itself, then the keys, those of this screen first."""
    own = [(shortcut.key, shortcut.label) for shortcut in screen.shortcuts()]
    rest = [(key, say(f"widgets.{message}")) for key, message in ANYWHERE]
    rows = [TableRow(key, (key_name(key, say), label)) for key, label in [*own, *rest]]
    columns = (
        TableColumn(say("widgets.keys.key"), share=1, least=110, bold=True),
        TableColumn(say("widgets.keys.does"), share=3, least=180),
    )
    table = Table(columns, rows, label=say("widgets.keys.title"))
    button = Button(say("widgets.close"), close, kind="primary")
    body = (
        [TextBlock([bold(focused.label), plain(f": {focused.hint}")]), table] if focused and focused.hint else [table]
    )
    return Dialog(say("widgets.keys.title"), Column(body), (button,), key="keys")


def key_name(key: str, say: Callable[..., str]) -> str:
    """A key as it is printed on the keyboard, in this language."""
    parts = ["ctrl", key[5:]] if key.startswith("ctrl+") else [key]
    return " + ".join(say(f"widgets.key.{part}") if part in NAMED else part.upper() for part in parts)
