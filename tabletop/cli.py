"""The command `tabletop`: its language, its commands, and what a user reads when something is wrong.

Exit codes: 0 good, 1 faults found, 2 wrong use. A traceback is never shown; it goes to the log.
"""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from typing import NoReturn, cast

import click

from tabletop import __version__
from tabletop.commands.complaints import complain
from tabletop.commands.frame import SpokenGroup
from tabletop.content.languages import LANGUAGES, Language
from tabletop.content.messages import Messages, messages

COMMANDS = (
    "play",
    "demo",
    "new",
    "check",
    "cover",
    "schema",
    "simulate",
    "balance",
    "sensitivity",
    "replay",
    "sessions",
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack a letter that a title holds
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command and give its exit code."""
    words = messages(language_of(arguments, os.environ))
    try:
        code = tabletop(words).main(list(arguments), prog_name="tabletop", standalone_mode=False)
        sys.stdout.flush()
    except BaseException as error:
        return complain(error, words)
    return code if isinstance(code, int) else 0


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """Give the language asked for with `--lang`, else that of an English system, else Dutch.

    >>> language_of(["check", "--lang", "en"], {}), language_of([], {"LANG": "C.UTF-8"})
    ('en', 'nl')
    """
    asked = [after for word, after in pairwise(arguments) if word == "--lang"]
    asked += [word.partition("=")[2] for word in arguments if word.startswith("--lang=")]
    for each in LANGUAGES:
        if each in asked:
            return each
    system = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "en" if system.startswith("en") else "nl"


def tabletop(words: Messages) -> SpokenGroup:
    """Make the command in one language; the commands below it are imported when they are asked for."""
    group = SpokenGroup(words, "tabletop", {name: _maker(name) for name in COMMANDS})
    version = click.version_option(__version__, message="%(version)s", help=words.say("cli.option.version"))
    return version(group)


class _Maker:
    """Makes one command, and imports it only then."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, words: Messages) -> click.Command:
        module = import_module(f"tabletop.commands.{self._name}")
        return cast("click.Command", module.command(words))


def _maker(name: str) -> _Maker:
    return _Maker(name)
