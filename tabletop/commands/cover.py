"""`tabletop cover`: play a scenario until all that it holds was met, and name what was not."""

import time
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict

import click

from tabletop.commands.frame import MOST_SEED, Spoken, argument, flag, option, output_option, whole
from tabletop.content.messages import Messages
from tabletop.content.suggestion import suggest

if TYPE_CHECKING:
    from tabletop.analysis.cover import Coverage
    from tabletop.case.case import Case
    from tabletop.content.library import Pack

_GOOD: Final = 0
_FAULTS: Final = 1
_MOST_GAMES: Final = 1_000_000


class Counted(TypedDict):
    """Items of one kind."""

    items: int
    hit: int
    missed: int


class CoverRow(TypedDict):
    """What `cover --json` writes."""

    scenario: str
    seed: int
    games: int
    seconds: float
    content_hash: str
    kinds: dict[str, Counted]
    hits: dict[str, dict[str, dict[str, object]]]
    missed: list[str]
    explained: list[dict[str, str]]
    met_after_all: list[str]
    unknown: list[str]


def command(words: Messages) -> click.Command:
    """Make the command."""

    def cover(scenario: str, games: int, seed: int, show: str | None, as_row: bool, output: Path | None) -> int:
        from tabletop.commands.output import as_json, write
        from tabletop.commands.targets import scenario_of
        from tabletop.content.library import load_pack

        pack = load_pack(scenario_of(scenario, words))
        started = time.perf_counter()
        found = _played(pack, games, seed, show or "", words)
        row = row_of(pack, found, time.perf_counter() - started)
        if show:
            write(as_json(_first(found, show)) if as_row else _path(words, found, show), output, words)
            return _GOOD if show in found.met else _FAULTS
        write(as_json(row) if as_row else "\n".join(_lines(words, pack, row)), output, words)
        return _FAULTS if row["missed"] or row["unknown"] else _GOOD

    return Spoken(
        words,
        "cover",
        name="cover",
        callback=cover,
        params=[
            argument(words, "scenario", "scenario"),
            option(
                words, "cover_games", "--games", metavar="n", callback=whole(words, 1, _MOST_GAMES), default="40000"
            ),
            option(words, "seed", "--seed", metavar="n", callback=whole(words, 0, MOST_SEED), default="1"),
            option(words, "show", "--show", metavar="item"),
            flag(words, "json", "--json", "as_row"),
            output_option(words),
        ],
    )


def cases_of(pack: "Pack") -> "dict[str, Case]":
    """Compile a scenario for each format it has."""
    from tabletop.case.compiling import compile_case

    cases = {"core": compile_case(pack)}
    if not all(each.core for each in pack.scenario.rounds):
        cases["long"] = compile_case(pack, long=True)
    return cases


def _played(pack: "Pack", games: int, seed: int, show: str, words: Messages) -> "Coverage":
    from tabletop.analysis.cover import cover
    from tabletop.commands.output import progress

    with progress(words.say("authoring.cover.progress")) as advance:
        return cover(cases_of(pack), games, seed, show, advance)


def row_of(pack: "Pack", found: "Coverage", seconds: float) -> CoverRow:
    """Give hits and misses by kind, with the reasons that the scenario gives."""
    from tabletop.analysis.cover_items import KINDS

    reasons = {each.id: each.reason for each in pack.scenario.uncovered}
    missed = [id_ for id_ in found.missed() if id_ not in reasons]
    by_kind = {kind: [id_ for id_ in found.items if id_.split("/")[0] == kind] for kind in KINDS}
    return {
        "scenario": pack.scenario.id,
        "seed": found.seed,
        "games": found.games,
        "seconds": round(seconds, 1),
        "content_hash": pack.hash,
        "kinds": {kind: _of_kind(found, ids, missed) for kind, ids in by_kind.items()},
        "hits": {kind: {id_: _hit(found, id_) for id_ in ids if id_ in found.met} for kind, ids in by_kind.items()},
        "missed": missed,
        "explained": [
            {"id": id_, "reason": reasons[id_]} for id_ in found.items if id_ in reasons and id_ not in found.met
        ],
        "met_after_all": [id_ for id_ in reasons if id_ in found.met],
        "unknown": [id_ for id_ in reasons if id_ not in found.items],
    }


def _of_kind(found: "Coverage", ids: list[str], missed: list[str]) -> Counted:
    return {
        "items": len(ids),
        "hit": sum(id_ in found.met for id_ in ids),
        "missed": sum(id_ in missed for id_ in ids),
    }


def _hit(found: "Coverage", id_: str) -> dict[str, object]:
    met = found.met[id_]
    return {"hits": met.hits, "first": {"format": met.rounds, "world": met.world}}


def _first(found: "Coverage", id_: str) -> dict[str, object]:
    met = found.met.get(id_)
    return {"id": id_, "path": list(met.path), **_hit(found, id_)} if met else {"id": id_, "hits": 0}


def _lines(words: Messages, pack: "Pack", row: CoverRow) -> list[str]:
    """Write the table that a person reads: each kind, then what was missed and why."""
    games, seconds = words.number(row["games"]), words.number(row["seconds"], 1)
    title = pack.scenario.title.in_language(words.language)
    lines = [words.say("authoring.cover.head", title=title, games=games, seconds=seconds, seed=row["seed"])]
    for kind, counted in row["kinds"].items():
        name = words.say(f"authoring.cover.kind.{kind}")
        lines.append(f"  {name:<24} {counted['hit']:>5} / {counted['items']}")
    missed = row["missed"]
    lines += [words.say("authoring.cover.missed", id=id_) for id_ in missed]
    lines += [words.say("authoring.cover.explained", id=each["id"], reason=each["reason"]) for each in row["explained"]]
    lines += [words.say("authoring.cover.after_all", id=id_) for id_ in row["met_after_all"]]
    lines += [words.say("authoring.cover.unknown", id=id_) + _meant(words, id_, missed) for id_ in row["unknown"]]
    verdict = words.count("authoring.cover.some", len(missed)) if missed else words.say("authoring.cover.all")
    return [*lines, verdict]


def _meant(words: Messages, id_: str, choices: Collection[str]) -> str:
    near = "" if id_ in choices else suggest(id_, choices)
    return f" {words.say('cli.wrong.meant', word=near)}" if near else ""


def _path(words: Messages, found: "Coverage", id_: str) -> str:
    met = found.met.get(id_)
    if met is None:
        return words.say("authoring.cover.never", id=id_) + _meant(words, id_, found.items)
    rounds = words.say(f"analysis.format.{met.rounds}")
    head = words.count("authoring.cover.first", met.hits, id=id_, world=words.number(met.world), rounds=rounds)
    return "\n".join([head, *(f"  {step}" for step in met.path)])
