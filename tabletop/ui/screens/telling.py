"""How something is told: ground, extent and channel, chosen after what and to whom; for sharing and for answering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabletop.ui.screens.game import Telling
from tabletop.ui.widgets import Chips, Choice, Column, ListBox, ListRow, TextBlock, Widget
from tabletop.view.pages import Chip, Modes

if TYPE_CHECKING:
    from tabletop.ui.screens.base import PrivateScreen


@dataclass
class Choosing:
    """What was chosen so far. Extent and channel have defaults, a ground has none: it is the giver's own reason."""

    ground: str | None = None
    extent: str | None = None
    way: str | None = None

    def telling(self, modes: Modes) -> Telling | None:
        """The choice with its defaults, once there is a ground."""
        if self.ground is None:
            return None
        return Telling(self.ground, self.extent or modes.default_extent, self.way or modes.default_way)


def ground_list(screen: PrivateScreen, modes: Modes, choosing: Choosing, next_key: str) -> list[Widget]:
    """The grounds as a radio list, with what the giver knows of consent; choosing one leads on to `next_key`."""

    def choose(ground: str) -> None:
        choosing.ground = ground
        screen.app.focus(next_key)

    label = screen.app.say("share.ground")
    chosen = choosing.ground
    rows = [ListRow(c.id, c.label, hint=c.hint) for c in modes.grounds]
    said = next((c.note or c.hint for c in modes.grounds if c.id == chosen), "") or " ".join(
        c.note for c in modes.grounds if c.note
    )
    return [
        TextBlock(label, "caption"),
        ListBox(rows, choose, chosen, label=label, marks=True, columns=2, key="ground"),
        *([TextBlock(said, "small")] if said else []),
    ]


def manner_chips(screen: PrivateScreen, modes: Modes, choosing: Choosing) -> list[Widget]:
    """Channel and extent, with their defaults chosen. They stand above the grounds, which lead on to telling it."""

    def set_way(way: str) -> None:
        choosing.way = way

    def set_extent(extent: str) -> None:
        choosing.extent = extent

    how, much = screen.app.say("share.way"), screen.app.say("share.extent")
    ways = Chips(choices(modes.ways), set_way, choosing.way or modes.default_way, label=how, key="way")
    extents = Chips(
        choices(modes.extents), set_extent, choosing.extent or modes.default_extent, label=much, key="extent"
    )
    return [ways, extents]


def choices(chips: Sequence[Chip]) -> list[Choice]:
    """Chips of a page as chips of the toolkit."""
    return [Choice(chip.id, chip.label, hint=chip.hint) for chip in chips]


def told(heading: str, text: str) -> Widget:
    """A text under a small heading."""
    return Column([TextBlock(heading, "caption"), TextBlock(text)], gap=2)
