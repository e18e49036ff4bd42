"""What a layout knows: measures, theme, what has the focus, and the tools that break text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from tabletop.ui.fonts import FontBook
from tabletop.ui.geometry import Rect
from tabletop.ui.icons import IconBook
from tabletop.ui.shapes import ShapeBook
from tabletop.ui.text import UNBOUND, Laid, Run, Typesetter
from tabletop.ui.theme import STYLES, TextStyle, Theme, Tone
from tabletop.ui.tree import Node, Role

if TYPE_CHECKING:
    from tabletop.ui.widgets.base import Widget

DESIGN = (1280, 720)
CONTROLS: frozenset[Role] = frozenset(("button", "option", "chip", "tab", "entry", "partner"))
ROOM_PER_TEXT = 0.35
"""How much white space grows as text does: at 200 % text it is 135 %, so that more of the screen is text."""


@dataclass(frozen=True)
class Metrics:
    """From design pixels to pixels: `base` for the window (1 at 1280x720), `text` for the size the user chose.

    >>> Metrics.of((1920, 1080), 200).px(10)
    30
    """

    base: float
    text: float

    @classmethod
    def of(cls, size: tuple[int, int], percent: int) -> Metrics:
        """Those of a window; smaller than 1280x720 does not make text smaller."""
        return cls(max(1.0, min(size[0] / DESIGN[0], size[1] / DESIGN[1])), percent / 100)

    def px(self, design: float) -> int:
        """Pixels for what goes with text."""
        return round(design * self.base * self.text)

    def gap(self, design: float) -> int:
        """Pixels for white space and lines."""
        return round(design * self.base * (1 + (self.text - 1) * ROOM_PER_TEXT))


class Kit:
    """The tools that remember what they made; one for an app."""

    def __init__(self) -> None:
        self.fonts = FontBook()
        self.type = Typesetter(self.fonts)
        self.icons = IconBook()
        self.shapes = ShapeBook()


@dataclass
class Pointing:
    """Where keyboard and mouse are: keys of nodes, empty for none.

    `held` is how far a held press has come (0..1). `tip` is what the thing under the mouse says, and its place;
    `hinted` shows the hint of what has the focus, and `notice` a message to the user, until the next key or click.
    """

    focus: str = ""
    ring: bool = True
    hover: str = ""
    pressed: str = ""
    held: float = 0.0
    tip: tuple[str, Rect] | None = None
    hinted: bool = False
    notice: str = ""


@dataclass
class Context:
    """One layout of one window. `ground` is the colour behind what is being laid out, `clip` what can be seen."""

    kit: Kit
    theme: Theme
    metrics: Metrics
    pointing: Pointing
    say: Callable[..., str]
    clip: Rect
    ground: str
    scrolls: dict[str, int] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict)
    measured: dict[tuple[str, int, int], int] = field(default_factory=dict)
    claimed: set[str] = field(default_factory=set)
    hint_for: Callable[[str], str] = lambda _: ""

    def px(self, design: float) -> int:
        """Pixels for what goes with text."""
        return self.metrics.px(design)

    def gap(self, design: float) -> int:
        """Pixels for white space."""
        return self.metrics.gap(design)

    def lay(self, text: str | Sequence[Run], style: str, width: int = UNBOUND, tone: Tone | None = None) -> Laid:
        """Break text of a named style; `tone` takes the place of the style's own."""
        look = _look(style, tone)
        return self.kit.type.lay(text, look, self.px(look.size), width)

    @contextmanager
    def upon(self, ground: str) -> Iterator[None]:
        """Lay out upon another background colour."""
        before, self.ground = self.ground, ground
        yield
        self.ground = before

    @contextmanager
    def seen_through(self, view: Rect) -> Iterator[None]:
        """Lay out behind a window of a scroll area."""
        before, self.clip = self.clip, self.clip.intersection(view)
        yield
        self.clip = before

    def colour(self, tone: Tone) -> str:
        """The colour of a tone in this theme."""
        return self.theme.tone(tone)

    def natural_width(self, widget: Widget) -> int:
        """The widget's natural width, measured once a build."""
        return self._once("natural", widget, 0, lambda: widget.natural_width(self))

    def min_width(self, widget: Widget) -> int:
        """The widget's least width, measured once a build."""
        return self._once("least", widget, 0, lambda: widget.min_width(self))

    def height(self, widget: Widget, width: int) -> int:
        """The widget's height at a width, measured once a build."""
        return self._once("height", widget, width, lambda: widget.height(self, width))

    def min_height(self, widget: Widget, width: int) -> int:
        """The widget's least height at a width, measured once a build."""
        return self._once("low", widget, width, lambda: widget.min_height(self, width))

    def _once(self, what: str, widget: Widget, width: int, measure: Callable[[], int]) -> int:
        key = (what, id(widget), width)
        found = self.measured.get(key)
        if found is None:
            found = self.measured[key] = measure()
        return found

    def claim(self, key: str) -> str:
        """A key nobody has yet in this layout: the one asked for, or with a number behind it."""
        name, count = key, 1
        while name in self.claimed:
            count += 1
            name = f"{key}#{count}"
        self.claimed.add(name)
        return name

    def node(
        self,
        owner: Widget,
        role: Role,
        rect: Rect,
        *,
        key: str = "",
        style: str = "",
        tone: Tone | None = None,
        **parts: Any,
    ) -> Node:
        """A node of a widget at a place; `style` and `tone` tell which text it shows.

        A control without a hint of its own has the one that belongs to its key.
        """
        text: dict[str, Any] = {}
        if key and role in CONTROLS and not parts.get("hint"):
            parts["hint"] = self.hint_for(key)
        if style:
            look = STYLES[style]
            text = {"text_px": self.px(look.size), "pair": (self.colour(tone or look.tone), self.ground)}
        return Node(
            role=role,
            rect=rect,
            visible=rect.intersection(self.clip),
            key=key,
            focused=bool(key) and key == self.pointing.focus and bool(parts.get("focusable")),
            owner=owner,
            **{**text, **parts},
        )


@cache
def _look(style: str, tone: Tone | None) -> TextStyle:
    """A named style, in another tone where one is given."""
    look = STYLES[style]
    return replace(look, tone=tone) if tone and tone != look.tone else look
