"""Colours and sizes by name, so that a dark or a high-contrast theme is another row of values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

Tone = Literal["ink", "muted", "justice", "care", "administration", "danger"]
TONES: tuple[Tone, ...] = ("ink", "muted", "justice", "care", "administration", "danger")


@dataclass(frozen=True)
class Theme:
    """Named colours, each `#RRGGBB`.

    `paper` lies under everything, `card` under panels, `raised` under rows and fields, `shade` under what is off or
    quiet. `line` parts, `edge` outlines what can be pressed (3:1). Each tone has a `_soft` background on which `ink` is
    readable; `on_tone` is the text upon a filled tone. `focus` is the ring, `focus_halo` the light around it.
    """

    name: str
    paper: str
    card: str
    raised: str
    shade: str
    line: str
    edge: str
    ink: str
    on_ink: str
    muted: str
    justice: str
    justice_soft: str
    care: str
    care_soft: str
    administration: str
    administration_soft: str
    danger: str
    danger_soft: str
    on_tone: str
    focus: str
    focus_halo: str

    def tone(self, tone: Tone) -> str:
        """The colour of a tone."""
        return str(getattr(self, tone))

    def soft(self, tone: Tone) -> str:
        """The quiet background that belongs to a tone."""
        return self.shade if tone in ("ink", "muted") else str(getattr(self, f"{tone}_soft"))

    def on(self, tone: Tone) -> str:
        """The text colour upon a surface filled with a tone."""
        return self.on_ink if tone == "ink" else self.on_tone


PAPER = Theme(
    name="paper",
    paper="#F6F1EA",
    card="#FFFEF9",
    raised="#FFFFFF",
    shade="#ECE5DA",
    line="#D9D1C3",
    edge="#857C6E",
    ink="#1E2733",
    on_ink="#FFFFFF",
    muted="#565E6B",
    justice="#1F5CA8",
    justice_soft="#E4ECF6",
    care="#14735C",
    care_soft="#E3EFEB",
    administration="#9A5608",
    administration_soft="#F5E8D5",
    danger="#B3301C",
    danger_soft="#F8E2DE",
    on_tone="#FFFFFF",
    focus="#1E2733",
    focus_halo="#FFFFFF",
)

COVER = Theme(
    name="cover",
    paper="#1E2733",
    card="#27323F",
    raised="#2F3B4A",
    shade="#3A4757",
    line="#46536A",
    edge="#93A0B2",
    ink="#FFFFFF",
    on_ink="#1E2733",
    muted="#C4CBD5",
    justice="#8DBBF2",
    justice_soft="#26405F",
    care="#6FCDB0",
    care_soft="#1F473D",
    administration="#EBB163",
    administration_soft="#52401F",
    danger="#F79A8B",
    danger_soft="#5B2A24",
    on_tone="#1E2733",
    focus="#FFFFFF",
    focus_halo="#1E2733",
)

DARK = replace(
    COVER,
    name="dark",
    paper="#14171B",
    card="#1D2127",
    raised="#262B33",
    shade="#323842",
    line="#444C58",
    edge="#949DAA",
    ink="#F4F0E9",
    on_ink="#14171B",
    muted="#BFC5CE",
    justice_soft="#1E3450",
    care_soft="#173A32",
    administration_soft="#47371A",
    danger_soft="#4E2520",
    on_tone="#14171B",
    focus_halo="#14171B",
)

CONTRAST = replace(
    PAPER,
    name="contrast",
    paper="#FFFFFF",
    card="#FFFFFF",
    shade="#EDEDED",
    line="#4A4A4A",
    edge="#000000",
    ink="#000000",
    muted="#2E2E2E",
    justice="#0A3A78",
    justice_soft="#E8F0FB",
    care="#064B39",
    care_soft="#E4F4EF",
    administration="#653500",
    administration_soft="#FBEFDD",
    danger="#8C1606",
    danger_soft="#FBE7E3",
    focus="#000000",
)

CONTRAST_COVER = replace(
    COVER,
    name="contrast_cover",
    paper="#000000",
    card="#000000",
    raised="#0D0D0D",
    shade="#262626",
    line="#BDBDBD",
    edge="#FFFFFF",
    on_ink="#000000",
    muted="#E3E3E3",
    justice="#B3D6FF",
    justice_soft="#0C2440",
    care="#93EBD0",
    care_soft="#0A2F26",
    administration="#FFD083",
    administration_soft="#362505",
    danger="#FFBCB1",
    danger_soft="#43140D",
    on_tone="#000000",
    focus_halo="#000000",
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (PAPER, DARK, CONTRAST)}
COVERS: dict[str, Theme] = {"paper": COVER, "dark": COVER, "contrast": CONTRAST_COVER}


def theme_of(name: str, tone: Literal["paper", "cover"] = "paper") -> Theme:
    """The theme that a user chose, for an ordinary screen or for a cover; an unknown name gives paper."""
    themes = COVERS if tone == "cover" else THEMES
    return themes.get(name, themes["paper"])


@dataclass(frozen=True, eq=False)
class TextStyle:
    """A kind of text: `size` in pixels at 1280x720 and 100 %, weight, line height and whether it is a heading."""

    size: int
    weight: Literal["regular", "semibold", "bold", "italic"] = "regular"
    leading: float = 1.3
    tone: Tone = "ink"
    heading: bool = False


StyleName = Literal["body", "strong", "small", "caption", "italic", "heading", "title", "display"]

STYLES: dict[str, TextStyle] = {
    "body": TextStyle(17),
    "strong": TextStyle(17, "bold"),
    "small": TextStyle(15, tone="muted"),
    "caption": TextStyle(15, "bold", tone="muted", heading=True),
    "italic": TextStyle(17, "italic"),
    "heading": TextStyle(20, "bold", 1.2, heading=True),
    "title": TextStyle(28, "bold", 1.2, heading=True),
    "display": TextStyle(60, "bold", 1.26, heading=True),
}


@cache
def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two `#RRGGBB` colours, 1 to 21.

    >>> contrast("#FFFFFF", "#000000")
    21.0
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return round((high + 0.05) / (low + 0.05), 2)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - sRGB curve
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
