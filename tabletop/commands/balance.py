"""`tabletop balance`: does a scenario show what it should, and by how much."""

import time
from collections.abc import Mapping
from concurrent.futures import as_completed
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tabletop.commands.frame import MOST_SEED, Spoken, argument, flag, option, output_option, whole
from tabletop.commands.planned import format_of, setting_of, stored_plans
from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from tabletop.analysis.balance import Finding
    from tabletop.analysis.comparing import Setting
    from tabletop.case.case import Case
    from tabletop.content.library import Pack
    from tabletop.content.specs.plan import PlanSpec, PlansSpec
    from tabletop.content.specs.relations import RelationSpec, WeightingSpec

_FAULTS: Final = 1
_MOST_GAMES: Final = 1_000_000


def command(words: Messages) -> click.Command:
    """Make the command."""

    def balance(
        scenario: str, games: int, seed: int, workers: int | None, long: bool, again: bool, as_row: bool,
        output: Path | None,
    ) -> int:  # fmt: skip
        from tabletop.commands.output import as_json, write
        from tabletop.commands.targets import scenario_of
        from tabletop.content.library import load_pack

        named = scenario_of(scenario, words)
        started = time.perf_counter()
        pack = load_pack(named)
        if again:
            _search_anew(named, pack, long, workers, words)
        setting = setting_of(named, pack, long, words)
        found, weightings = _found(setting, games, seed, workers, words)
        head = {
            "scenario": pack.scenario.id, "format": format_of(long), "games": games, "seed": seed,
            "seconds": round(time.perf_counter() - started, 1), "content_hash": pack.hash,
        }  # fmt: skip
        text = as_json(_row(head, found)) if as_row else _table(words, pack, head, found, weightings)
        write(text, output, words)
        return 0 if all(each.holds for each in found["relations"] + found["profile"]) else _FAULTS

    return Spoken(
        words,
        "balance",
        name="balance",
        callback=balance,
        params=[
            argument(words, "scenario", "scenario"),
            option(words, "games", "--games", metavar="n", callback=whole(words, 100, _MOST_GAMES), default="10000"),
            option(words, "seed", "--seed", metavar="n", callback=whole(words, 0, MOST_SEED), default="1"),
            option(words, "workers", "--workers", metavar="n", callback=whole(words, 1, 64)),
            flag(words, "long", "--long"),
            flag(words, "search", "--search", "again"),
            flag(words, "json", "--json", "as_row"),
            output_option(words),
        ],
    )


def _search_anew(named: str, pack: "Pack", long: bool, workers: int | None, words: Messages) -> None:
    """Search all plans, and store the best there are beside the scenario."""
    from tabletop.case.compiling import compile_case
    from tabletop.content.balance import plans_file, plans_text

    file = plans_file(named, format_of(long))
    file.parent.mkdir(exist_ok=True)
    case = compile_case(pack, long=long)
    found = plans_text(_searched(case, stored_plans(named, case), workers, words))
    file.write_text(found, encoding="utf-8", newline="\n")


def _searched(case: "Case", stored: "Mapping[str, PlanSpec]", workers: int | None, words: Messages) -> "PlansSpec":
    from tabletop.analysis.comparing import acts_of
    from tabletop.analysis.search import quests_of, search_for
    from tabletop.commands.output import progress
    from tabletop.commands.processes import processes
    from tabletop.content.specs.plan import PlansSpec

    quests, acts = quests_of(case), acts_of(case)
    with processes(workers) as pool, progress(words.say("analysis.search.progress")) as advance:
        if pool is None:
            plans = {quest.id: search_for(case, quest, acts, stored=stored.get(quest.id)) for quest in quests}
        else:
            running = {
                pool.submit(search_for, case, quest, acts, stored=stored.get(quest.id)): quest.id for quest in quests
            }
            plans = {}
            for future in as_completed(running):
                plans[running[future]] = future.result()
                advance(len(plans), len(quests))
    ordered = tuple(plans[quest.id] for quest in quests)
    return PlansSpec(format=1, scenario=case.pack.scenario.id, rounds=format_of(case.long), plans=ordered)


def _found(
    setting: "Setting", games: int, seed: int, workers: int | None, words: Messages
) -> "tuple[dict[str, list[Finding]], tuple[WeightingSpec, ...]]":
    from tabletop.analysis.balance import asked_of, games_of, judge, play_games
    from tabletop.commands.output import progress
    from tabletop.commands.processes import processes
    from tabletop.content.balance import load_relations, load_weightings

    relations, weightings = load_relations(), load_weightings().weightings
    asked = {
        "relations": asked_of(relations.relations, setting),
        "profile": asked_of(relations.profile, setting),
    }
    names = games_of(asked["relations"] + asked["profile"])
    with processes(workers) as pool, progress(words.say("analysis.balance.progress")) as advance:
        samples = play_games(setting, names, games, seed, pool, advance)
    return {part: judge(setting.case, each, samples, weightings) for part, each in asked.items()}, weightings


def _row(head: Mapping[str, object], found: "Mapping[str, list[Finding]]") -> dict[str, object]:
    return {
        **head,
        "relations": [_fields(each) for each in found["relations"]],
        "profile": {each.id: _fields(each) for each in found["profile"]},
    }


def _fields(finding: "Finding") -> dict[str, object]:
    relation, effect = finding.relation, finding.effect
    bounds = {"at_least": relation.at_least, "at_most": relation.at_most}
    return {
        "id": finding.id,
        "effect": effect.mean, "low": effect.low, "high": effect.high, "unit": relation.unit,
        "limit": {name: bound for name, bound in bounds.items() if bound is not None},
        "strength": relation.strength, "source": relation.source, "holds": finding.holds,
        "weightings": {
            id_: {"effect": each.mean, "low": each.low, "high": each.high} for id_, each in finding.weighted.items()
        },
    }  # fmt: skip


def _table(
    words: Messages, pack: "Pack", head: Mapping[str, Any], found: "Mapping[str, list[Finding]]",
    weightings: "tuple[WeightingSpec, ...]",
) -> str:  # fmt: skip
    lines = [
        words.say(
            "analysis.balance.head",
            title=pack.scenario.title.in_language(words.language),
            rounds=words.say(f"analysis.format.{head['format']}"),
            games=words.number(head["games"]),
            seconds=words.number(head["seconds"]),
        )
    ]
    for part, each in found.items():
        lines += ["", words.say(f"analysis.balance.{part}")]
        lines += [_line(words, finding) for finding in each]
    lines += ["", words.say("analysis.balance.weightings")]
    for finding in found["relations"] + found["profile"]:
        lines.append(_weighted_line(words, finding, weightings))
    missed = [finding.id for finding in found["relations"] + found["profile"] if not finding.holds]
    told = words.count("analysis.balance.missed", len(missed), all=", ".join(missed)) if missed else None
    return "\n".join([*lines, "", told or words.say("analysis.balance.all_hold")])


def _line(words: Messages, finding: "Finding") -> str:
    effect, relation = finding.effect, finding.relation
    digits = 2 if relation.unit == "share" else 1
    mean, low, high = (words.number(each, digits) for each in (effect.mean, effect.low, effect.high))
    verdict = words.say(f"analysis.balance.{'holds' if finding.holds else 'fails'}")
    figures = f"{mean:>7} [{low:>6}; {high:>6}]  {_limit(words, relation):<14}"
    strength = words.say(f"analysis.strength.{relation.strength}")
    claim = relation.claim.in_language(words.language)
    return f"  {verdict:<9} {finding.id:<26} {figures} {strength:<10} {claim}"


def _limit(words: Messages, relation: "RelationSpec") -> str:
    bounds = []
    for sign, bound in (("≥", relation.at_least), ("≤", relation.at_most)):
        if bound is not None:
            bounds.append(f"{sign} {words.number(bound, 0 if float(bound).is_integer() else 2)}")
    return " ".join(bounds)


def _weighted_line(words: Messages, finding: "Finding", weightings: "tuple[WeightingSpec, ...]") -> str:
    digits = 2 if finding.relation.unit == "share" else 1
    shown = [
        f"{each.name.in_language(words.language)} {words.number(finding.weighted[each.id].mean, digits)}"
        for each in weightings
    ]
    return f"  {finding.id:<26} {'; '.join(shown)}"
