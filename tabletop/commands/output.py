"""Results on the screen or in a file, and a progress bar beside them."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from rich.progress import Progress

Advance = Callable[[int, int], None]
_PATIENCE_SECONDS: Final = 0.4
"""A bar that comes and goes at once only makes restless."""


def write(text: str, to: Path | None, words: Messages) -> None:
    """Write a result to the screen, or to a file and say so."""
    if to is None:
        click.echo(text)
        return
    to.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    click.echo(words.say("cli.written", file=to), err=True)


def as_json(value: object) -> str:
    """Write a result for programs."""
    return json.dumps(value, ensure_ascii=False, indent=2)


@contextmanager
def progress(title: str) -> Iterator[Advance]:
    """Give a function that takes (done, total). A bar shows on a terminal, and only when it takes a while."""
    bar = _Bar(title)
    try:
        yield bar.advance if sys.stderr.isatty() else _nothing
    finally:
        bar.close()


class _Bar:
    def __init__(self, title: str) -> None:
        self._title, self._started = title, time.monotonic()
        self._bar: Progress | None = None

    def advance(self, done: int, total: int) -> None:
        if self._bar is None:
            if time.monotonic() - self._started < _PATIENCE_SECONDS:
                return
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(self._title)
            self._bar.start()
        self._bar.update(self._task, completed=done, total=total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()


def _nothing(done: int, total: int) -> None:
    """Nobody watches."""
