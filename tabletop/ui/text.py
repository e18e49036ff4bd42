"""Text in runs of one style, and how it breaks into lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tabletop.ui.theme import Tone


@dataclass(frozen=True)
class Run:
    """A piece of text in one weight and tone; None takes the style's own."""

    text: str
    weight: Literal["regular", "semibold", "bold", "italic"] | None = None
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
