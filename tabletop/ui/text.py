"""Text in runs of one style: how it breaks into lines, and the surfaces it becomes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import pygame

from tabletop.ui.cache import SurfaceCache
from tabletop.ui.fonts import FontBook, Weight
from tabletop.ui.theme import TextStyle, Tone

_BREAKS = re.compile(r"(\n| +)")
_PARTS = re.compile(r"[^-/]*[-/]+|[^-/]+")
UNBOUND = 1_000_000
PER_PIXEL = 2.2
"""About how many letters stand in a square of the letters' size, for a first guess at where a line ends."""


@dataclass(frozen=True)
class Run:
    """A piece of text in one weight and tone; None takes the style's own."""

    text: str
    weight: Weight | None = None
    tone: Tone | None = None


def plain(text: str) -> Run:
    """A run as the style has it."""
    return Run(text)


def bold(text: str, tone: Tone | None = None) -> Run:
    """A bold run."""
    return Run(text, "bold", tone)


def muted(text: str) -> Run:
    """A quiet run."""
    return Run(text, None, "muted")


def rich(text: str) -> tuple[Run, ...]:
    """Runs from a text with `**bold**` and `~~muted~~` parts.

    >>> rich("in **2 groepen** kwam het samen")[1]
    Run(text='2 groepen', weight='bold', tone=None)
    """
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    for at, part in enumerate(text.split("**")):
        if at % 2:
            yield Run(part, "bold")
            continue
        for inner, piece in enumerate(part.split("~~")):
            if piece:
                yield Run(piece, None, "muted" if inner % 2 else None)


def as_runs(text: str | Sequence[Run]) -> tuple[Run, ...]:
    """A plain text as one run, runs as they are."""
    return (Run(text),) if isinstance(text, str) else tuple(text)


def as_plain(text: str | Sequence[Run]) -> str:
    """Runs without their looks."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


@dataclass(frozen=True)
class Piece:
    """Text of one look at a place in its line."""

    x: int
    text: str
    weight: Weight
    tone: Tone


@dataclass(frozen=True, eq=False)
class Laid:
    """Text broken into lines: `line_px` is the height of each, `size` that of the letters.

    The same text is broken once, so that what is drawn of it is found by which one it is, not by what it says.
    """

    lines: tuple[tuple[Piece, ...], ...]
    widths: tuple[int, ...]
    line_px: int
    size: int

    @cached_property
    def width(self) -> int:
        """The widest line."""
        return max(self.widths, default=0)

    @cached_property
    def tones(self) -> tuple[Tone, ...]:
        """The tones it is written in."""
        return tuple(sorted({piece.tone for line in self.lines for piece in line}))

    @property
    def height(self) -> int:
        """All lines together."""
        return self.line_px * len(self.lines)


@dataclass(frozen=True)
class _Word:
    glue: str
    text: str
    weight: Weight
    tone: Tone
    sticks: bool

    @property
    def look(self) -> tuple[Weight, Tone]:
        """What it is written in."""
        return self.weight, self.tone


class Typesetter:
    """Breaks and draws texts, and remembers both."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self._laid: dict[tuple[object, ...], Laid] = {}
        self._drawn = SurfaceCache()

    def lay(self, text: str | Sequence[Run], style: TextStyle, size: int, width: int = UNBOUND) -> Laid:
        """Break a text into lines of at most `width` pixels."""
        key = (text if isinstance(text, str) else tuple(text), style, size, width)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) > 4000:  # noqa: PLR2004 - far more than any screen has
                self._laid.clear()
            found = self._laid[key] = self._broken(list(_words(as_runs(text), style)), style, size, max(1, width))
        return found

    def _broken(self, words: list[_Word], style: TextStyle, size: int, width: int) -> Laid:
        line_px = round(size * style.leading)
        quick = plain_lines(self.fonts, words, size, width)
        if quick is not None:
            return Laid(*quick, line_px, size)
        breaker = _Breaker(self.fonts, size, width)
        for word in words:
            breaker.add(word)
        return breaker.finish(line_px)

    def surface(self, laid: Laid, palette: Mapping[Tone, str], align: str = "left", width: int = 0) -> pygame.Surface:
        """The text on a transparent surface; `width` (at least the text's) is what it is aligned in."""
        colours = tuple((tone, palette[tone]) for tone in laid.tones)
        room = max(width, laid.width) if align != "left" else laid.width
        return self._drawn.get((laid, colours, align, room), lambda: self._draw(laid, dict(colours), align, room))

    def _draw(self, laid: Laid, palette: Mapping[Tone, str], align: str, width: int) -> pygame.Surface:
        surface = pygame.Surface((max(1, width), max(1, laid.height)), pygame.SRCALPHA)
        for row, (line, taken) in enumerate(zip(laid.lines, laid.widths, strict=True)):
            shift = {"left": 0, "center": (width - taken) // 2, "right": width - taken}[align]
            for piece in line:
                font = self.fonts.font(piece.weight, laid.size)
                drawn = font.render(piece.text, True, palette[piece.tone])
                top = row * laid.line_px + (laid.line_px - drawn.get_height()) // 2
                surface.blit(drawn, (piece.x + shift, top), special_flags=pygame.BLEND_RGBA_MAX)
        return surface


def _words(runs: Sequence[Run], style: TextStyle) -> Iterator[_Word]:
    glue = ""
    for run in runs:
        weight, tone = run.weight or style.weight, run.tone or style.tone
        for part in _BREAKS.split(run.text):
            if not part:
                continue
            if part == "\n" or part.isspace():
                glue = "\n" if "\n" in (part, glue) else " "
                if part == "\n":
                    yield _Word("\n", "", weight, tone, False)
                    glue = ""
                continue
            for at, bit in enumerate(_PARTS.findall(part)):
                yield _Word(glue, bit, weight, tone, sticks=glue == "" and at == 0)
                glue = ""


Lines = tuple[tuple[tuple[Piece, ...], ...], tuple[int, ...]]


def plain_lines(fonts: FontBook, words: list[_Word], size: int, width: int) -> Lines | None:
    """Break words of one look as `_Breaker` does, with a few measures a line instead of two a word.

    None for what needs more care: several looks, line breaks in the text, a word that is wider than a line.
    """
    if not words or any(word.glue == "\n" or word.look != words[0].look for word in words):
        return None
    weight, tone = words[0].look
    lines, widths = [], []
    while words:
        text, taken, many = _longest(fonts, words, size, width)
        if taken > width:
            return None
        lines.append((Piece(0, text, weight, tone),))
        widths.append(taken)
        words = words[many:]
    return tuple(lines), tuple(widths)


def _longest(fonts: FontBook, words: list[_Word], size: int, width: int) -> tuple[str, int, int]:
    """The most words that fit one line, at least one: their text, how wide it is, and how many they are."""
    weight = words[0].weight
    ends = list(accumulate(len(word.text) + bool(word.glue) for word in words))
    line = words[0].text + "".join((" " if word.glue else "") + word.text for word in words[1:])
    short = ends[0] - len(words[0].text)  # the first word's own space is not in the line

    def wide(many: int) -> int:
        return fonts.width(line[: ends[many - 1] - short], weight, size)

    many = bisect_right(ends, int(width * PER_PIXEL / size)) or 1  # a first guess, then word by word
    many = min(many, len(words))
    taken = wide(many)
    while taken > width and many > 1:
        many -= 1
        taken = wide(many)
    while many < len(words) and (more := wide(many + 1)) <= width:
        many, taken = many + 1, more
    return line[: ends[many - 1] - short], taken, many


class _Breaker:
    """Fills lines word by word."""

    def __init__(self, fonts: FontBook, size: int, width: int) -> None:
        self.fonts, self.size, self.width = fonts, size, width
        self.lines: list[tuple[Piece, ...]] = []
        self.widths: list[int] = []
        self.line: list[Piece] = []
        self.taken = 0

    def add(self, word: _Word) -> None:
        """Put a word at the end, on a new line when it does not fit."""
        if word.glue == "\n":
            self._end()
            return
        if self.line and self._reach(word) > self.width:
            self._end()
        for part in self._broken(word):
            self._place(part, word)

    def finish(self, line_px: int) -> Laid:
        """The lines made."""
        if self.line or not self.lines:
            self._end()
        return Laid(tuple(self.lines), tuple(self.widths), line_px, self.size)

    def _broken(self, word: _Word) -> Iterator[str]:
        left = word.text
        while not self.line and len(left) > 1 and self._measure(left, word) > self.width:
            fit = max(1, next((n for n in range(len(left), 0, -1) if self._measure(left[:n], word) <= self.width), 1))
            yield left[:fit]
            self._end()
            left = left[fit:]
        yield left

    def _reach(self, word: _Word) -> int:
        """How far the line would come, measured as it is placed: joined text can be narrower than its words."""
        space = " " if word.glue else ""
        last = self.line[-1]
        if (last.weight, last.tone) == (word.weight, word.tone):
            return last.x + self._measure(last.text + space + word.text, word)
        return self.taken + (self._measure(" ", word) if space else 0) + self._measure(word.text, word)

    def _place(self, text: str, word: _Word) -> None:
        space = " " if word.glue and self.line else ""
        last = self.line[-1] if self.line else None
        if last and (last.weight, last.tone) == (word.weight, word.tone):
            joined = last.text + space + text
            self.line[-1] = Piece(last.x, joined, word.weight, word.tone)
            self.taken = last.x + self._measure(joined, word)
        else:
            x = self.taken + (self._measure(" ", word) if space else 0)
            self.line.append(Piece(x, text, word.weight, word.tone))
            self.taken = x + self._measure(text, word)

    def _measure(self, text: str, word: _Word) -> int:
        return self.fonts.width(text, word.weight, self.size)

    def _end(self) -> None:
        self.lines.append(tuple(self.line))
        self.widths.append(self.taken)
        self.line, self.taken = [], 0
