"""`tabletop replay`: verify a session file, and play all of it again."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tabletop.commands.frame import Spoken, argument, flag, output_option
from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from tabletop.debrief.outcome import SessionOutcome
    from tabletop.store.faults import OtherRules, StoreFault
    from tabletop.store.reading import ReadLog, ReadSession
    from tabletop.store.snapshots import Snapshot


def command(words: Messages) -> click.Command:
    """Make the command."""

    def replay(session: str, as_row: bool, output: Path | None) -> int:
        from tabletop.commands.output import as_json, write
        from tabletop.commands.targets import session_of
        from tabletop.debrief.outcome import outcome_of
        from tabletop.store.faults import OtherRules, StoreFault
        from tabletop.store.reading import read_log, read_session

        path = session_of(session, words)
        try:
            read = read_session(path)
        except OtherRules as fault:
            log = read_log(path)
            write(as_json(_log_row(log)) if as_row else _log_lines(log, fault, words), output, words)
            return 0
        except StoreFault as fault:
            if as_row:
                write(as_json(_fault_row(fault, words)), output, words)
            raise
        outcome = outcome_of(read.play)
        write(as_json(_row(read, outcome)) if as_row else _lines(read, outcome, words), output, words)
        return 0

    params = [argument(words, "session", "session"), flag(words, "json", "--json", "as_row"), output_option(words)]
    return Spoken(words, "replay", name="replay", callback=replay, params=params)


def _fault_row(fault: "StoreFault", words: Messages) -> dict[str, object]:
    return {"fault": fault.code, **fault.values, "message": fault.sentence(words.language)}


def _row(read: "ReadSession", outcome: "SessionOutcome") -> dict[str, object]:
    play = read.play
    return {
        "state_hash": outcome.state_hash,
        "session_hash": read.session_hash,
        "replayed": True,
        "scenario": play.setup.scenario,
        "seed": play.setup.seed,
        "entries": len(play.entries),
        "round": play.moment.round + 1,
        "week": play.state.week,
        "finished": outcome.finished,
        "outcome": {"ending": outcome.ending, "variant": outcome.variant},
        "scores": dict(outcome.scores),
        "rounds": _rounds(read.snapshots),
    }


def _rounds(snapshots: "tuple[Snapshot, ...]") -> list[dict[str, object]]:
    return [{"round": each.round + 1, "state_hash": each.state_hash} for each in snapshots]


def _log_row(log: "ReadLog") -> dict[str, object]:
    """What can be said of a session that was played with other rules: it is verified, and not played again."""
    return {
        "state_hash": log.snapshots[-1].state_hash if log.snapshots else None,
        "session_hash": log.session_hash,
        "replayed": False,
        "rules_version": log.head.rules_version,
        "scenario": log.setup.scenario,
        "seed": log.setup.seed,
        "entries": len(log.records),
        "rounds": _rounds(log.snapshots),
    }


def _log_lines(log: "ReadLog", fault: "OtherRules", words: Messages) -> str:
    title = log.head.title.in_language(words.language)
    told = words.say("cli.replay.log", title=title, entries=len(log.records), session=log.session_hash[:12])
    return f"{fault.sentence(words.language)}\n{told}"


def _lines(read: "ReadSession", outcome: "SessionOutcome", words: Messages) -> str:
    play = read.play
    title = play.case.pack.scenario.title.in_language(words.language)
    lines = [words.say("cli.replay.head", title=title, entries=len(play.entries), weeks=play.state.week)]
    if outcome.finished:
        ending = words.say(f"debrief.ending.{outcome.ending}")
        lines.append(words.say("cli.replay.outcome", ending=ending))
    else:
        lines.append(words.say("cli.replay.unfinished", round=play.moment.round + 1))
    lines += [
        words.say(
            "cli.replay.score", name=words.say(f"debrief.score.{name}"), value=words.number(value, _digits(value))
        )
        for name, value in outcome.scores.items()
    ]
    hashes = {"session": read.session_hash[:12], "state": outcome.state_hash[:12]}
    return "\n".join([*lines, words.say("cli.replay.hashes", **hashes)])


def _digits(value: float) -> int:
    return 0 if float(value).is_integer() else 2
