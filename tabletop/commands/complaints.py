"""What a user reads when a command cannot do what was asked: a sentence, never a traceback."""

import contextlib
import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

import click

from tabletop.commands.frame import WrongUse, name_of
from tabletop.content.messages import Messages

GOOD, FAULTS, WRONG_USE, STOPPED = 0, 1, 2, 130


def complain(error: BaseException, words: Messages) -> int:
    """Say what is wrong and give the exit code."""
    if isinstance(error, click.exceptions.Exit | SystemExit):
        code = error.exit_code if isinstance(error, click.exceptions.Exit) else error.code
        return code if isinstance(code, int) else FAULTS
    if isinstance(error, click.UsageError):
        return _wrong_use(error, words)
    if isinstance(error, KeyboardInterrupt | click.Abort):
        tell(words.say("cli.stopped"))
        return STOPPED
    if isinstance(error, BrokenPipeError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTS
    return _fault(error, words)


def tell(line: str) -> None:
    """Write a line for the user beside the result."""
    click.echo(line, err=True)


def _wrong_use(error: click.UsageError, words: Messages) -> int:
    tell(_usage_sentence(error, words))
    command = error.ctx.command_path if error.ctx else "tabletop"
    tell(words.say("cli.wrong.see_help", command=command))
    return WRONG_USE


def _usage_sentence(error: click.UsageError, words: Messages) -> str:
    if isinstance(error, WrongUse):
        return error.message
    if isinstance(error, click.NoSuchOption):
        hint = words.say("cli.wrong.meant", word=error.possibilities[0]) if error.possibilities else ""
        return f"{words.say('cli.wrong.option', value=error.option_name)} {hint}".rstrip()
    if isinstance(error, click.MissingParameter):
        return words.say("cli.wrong.missing", what=name_of(error.param))
    if isinstance(error, click.BadOptionUsage):
        return words.say("cli.wrong.no_value", option=error.option_name)
    if isinstance(error, click.BadParameter):
        return words.say("cli.wrong.value", option=name_of(error.param))
    return error.message


def _fault(error: BaseException, words: Messages) -> int:
    from tabletop.content.faults import ContentError
    from tabletop.store.faults import NotFound, StoreFault

    if isinstance(error, ContentError):
        for each in error.faults:
            tell(each.line_in(words.language))
        return FAULTS
    if isinstance(error, StoreFault):
        tell(error.sentence(words.language))
        return WRONG_USE if isinstance(error, NotFound) else FAULTS
    if isinstance(error, OSError):
        tell(words.say("cli.cannot_write", file=error.filename or "", why=error.strerror or type(error).__name__))
        return FAULTS
    tell(words.say("cli.broken", log=_written_down(error)))
    return FAULTS


def _written_down(error: BaseException) -> str:
    """Add the place of a fault to the log. Its message is left out: that may quote what only one seat may read."""
    from tabletop.store.home import log_path

    frames = [f"  {Path(at.filename).name}:{at.lineno} {at.name}" for at in traceback.extract_tb(error.__traceback__)]
    lines = [f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__name__}", *frames, ""]
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        with log_path().open("a", encoding="utf-8") as log:
            log.write("\n".join(lines))
    except OSError:
        tell("\n".join(lines))
    return str(log_path())
