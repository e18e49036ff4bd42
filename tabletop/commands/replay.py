"""`tabletop replay`: verify a session file, and play all of it again."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tabletop.commands.frame import Spoken, argument, flag, output_option
from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from tabletop.debrief.outcome import SessionOutcome
    from tabletop.store.faults import StoreFault
    from tabletop.store.reading import ReadSession


def command(words: Messages) -> click.Command:
    """Make the command."""

    def replay(session: str, as_row: bool, output: Path | None) -> int:
        from tabletop.commands.output import as_json, write
        from tabletop.commands.targets import session_of
        from tabletop.debrief.outcome import outcome_of
        from tabletop.store.faults import StoreFault
        from tabletop.store.reading import read_session

        path = session_of(session, words)
        try:
            read = read_session(path)
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
        "scenario": play.setup.scenario,
        "seed": play.setup.seed,
        "entries": len(play.entries),
        "round": play.moment.round + 1,
        "week": play.state.week,
        "finished": outcome.finished,
        "outcome": {"ending": outcome.ending, "variant": outcome.variant},
        "scores": dict(outcome.scores),
        "rounds": [{"round": each.round + 1, "state_hash": each.state_hash} for each in read.snapshots],
    }


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
