"""`tabletop sessions`: list, wipe and export the sessions on this computer."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tabletop.commands.frame import Spoken, SpokenGroup, WrongUse, argument, flag, option, output_option
from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from tabletop.store.sessions import SessionSummary


def command(words: Messages) -> click.Command:
    """Make the command; without a further word it lists."""

    def sessions(as_rows: bool, output: Path | None) -> int:
        if click.get_current_context().invoked_subcommand is None:
            return _list(words, as_rows, output)
        return 0

    makers = {"list": _list_command, "export": _export_command, "wipe": _wipe_command}
    return SpokenGroup(words, "sessions", makers, name="sessions", callback=sessions, params=_list_options(words))


def _list_options(words: Messages) -> list[click.Parameter]:
    return [flag(words, "json", "--json", "as_rows"), output_option(words)]


def _list_command(words: Messages) -> click.Command:
    def show(as_rows: bool, output: Path | None) -> int:
        return _list(words, as_rows, output)

    return Spoken(words, "sessions.list", name="list", callback=show, params=_list_options(words))


def _list(words: Messages, as_rows: bool, output: Path | None) -> int:
    from tabletop.commands.output import as_json, write
    from tabletop.store.home import sessions_folder
    from tabletop.store.sessions import list_sessions

    found = list_sessions()
    if as_rows:
        write(as_json([_row(each, words) for each in found]), output, words)
    elif found:
        write("\n".join(_line(each, words) for each in found), output, words)
    else:
        write(words.say("cli.sessions.none", folder=sessions_folder()), output, words)
    return 0


def _row(summary: "SessionSummary", words: Messages) -> dict[str, object]:
    return {
        "path": str(summary.path),
        "scenario": summary.scenario,
        "title": summary.title.in_language(words.language),
        "started": summary.started.isoformat(),
        "touched": summary.touched.isoformat(),
        "round": summary.round,
        "rounds": summary.rounds,
        "week": summary.week,
        "seats": summary.seats,
        "finished": summary.finished,
        "fault": summary.fault and summary.fault.code,
    }


def _line(summary: "SessionSummary", words: Messages) -> str:
    if summary.fault is not None:
        return words.say("cli.sessions.faulty", name=summary.path.stem, fault=summary.fault.sentence(words.language))
    where = (
        words.say("cli.sessions.finished")
        if summary.finished
        else words.say("cli.sessions.round", round=summary.round, rounds=summary.rounds)
    )
    return words.say(
        "cli.sessions.line",
        name=summary.path.stem,
        title=summary.title.in_language(words.language),
        when=_when(summary.touched, words),
        where=where,
        seats=words.count("cli.sessions.seats", summary.seats),
    )


def _when(moment: datetime, words: Messages) -> str:
    here = moment.astimezone()
    return f"{words.date(here.date())}, {words.time(here)}"


def _export_command(words: Messages) -> click.Command:
    def export(session: str, output: Path | None, with_names: bool) -> int:
        from tabletop.commands.targets import session_of
        from tabletop.store.exporting import export_session

        path = session_of(session, words)
        to = output or Path.cwd() / path.name
        if to.is_dir():
            to = to / path.name
        if not to.absolute().parent.is_dir() or (to.exists() and to.samefile(path)):
            raise WrongUse(words.say("cli.wrong.output", file=to), click.get_current_context())
        export_session(path, to, with_names)
        click.echo(words.say("cli.sessions.with_names" if with_names else "cli.sessions.without_names", file=to))
        return 0

    to_file = option(words, "output", "-o", "--output", metavar="file", type=click.Path(path_type=Path))
    params = [argument(words, "session", "session"), to_file, flag(words, "with_names", "--with-names")]
    return Spoken(words, "sessions.export", name="export", callback=export, params=params)


def _wipe_command(words: Messages) -> click.Command:
    def wipe(session: str, names: bool, yes: bool) -> int:
        from tabletop.commands.targets import session_of
        from tabletop.store.wiping import wipe_file, wipe_names

        path = session_of(session, words)
        if not yes:
            _ask(words, "cli.sessions.ask_names" if names else "cli.sessions.ask_file", path)
        if names:
            wipe_names(path)
        else:
            wipe_file(path)
        click.echo(words.say("cli.sessions.names_wiped" if names else "cli.sessions.wiped", name=path.stem))
        return 0

    params = [argument(words, "session", "session"), flag(words, "names", "--names"), flag(words, "yes", "--yes")]
    return Spoken(words, "sessions.wipe", name="wipe", callback=wipe, params=params)


def _ask(words: Messages, key: str, path: Path) -> None:
    """Ask first; where nobody can answer, `--yes` is needed."""
    context = click.get_current_context()
    if not sys.stdin.isatty():
        raise WrongUse(words.say("cli.sessions.needs_yes"), context)
    click.echo(words.say(key, name=path.stem))
    answer = input(words.say("cli.sessions.confirm") + " ").strip().lower()
    if answer != words.say("cli.sessions.yes_word"):
        click.echo(words.say("cli.sessions.kept"))
        context.exit(0)
