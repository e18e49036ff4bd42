"""`tabletop sensitivity`: what survives other values of the model's numbers, and which numbers drive harm."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tabletop.commands.frame import MOST_SEED, Spoken, WrongUse, argument, flag, option, output_option, whole
from tabletop.commands.planned import format_of, setting_of
from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from tabletop.analysis.comparing import Setting
    from tabletop.analysis.sensitivity import Driver, Sensitivity, Survival
    from tabletop.content.library import Pack

SHOWN: Final = 15
"""Drivers in the table and the plot."""


def command(words: Messages) -> click.Command:
    """Make the command."""

    def sensitivity(
        scenario: str, draws: int, games: int, seed: int, workers: int | None, long: bool, plot: Path | None,
        as_row: bool, output: Path | None,
    ) -> int:  # fmt: skip
        from tabletop.commands.output import as_json, write
        from tabletop.commands.targets import scenario_of
        from tabletop.content.library import load_pack

        if plot is not None and not plot.absolute().parent.is_dir():
            raise WrongUse(words.say("cli.wrong.output", file=plot), click.get_current_context(silent=True))
        named = scenario_of(scenario, words)
        started = time.perf_counter()
        pack = load_pack(named)
        found = _found(setting_of(named, pack, long, words), draws, games, seed, workers, words)
        head = {
            "scenario": pack.scenario.id, "format": format_of(long), "draws": draws, "games": games,
            "seed": seed, "seconds": round(time.perf_counter() - started, 1), "content_hash": pack.hash,
        }  # fmt: skip
        if plot is not None:
            _write_plot(words, pack, found, plot)
        write(as_json(_row(head, found)) if as_row else _table(words, pack, head, found), output, words)
        return 0

    return Spoken(
        words,
        "sensitivity",
        name="sensitivity",
        callback=sensitivity,
        params=[
            argument(words, "scenario", "scenario"),
            option(words, "draws", "--draws", metavar="n", callback=whole(words, 2, 100_000), default="200"),
            option(words, "games_a_draw", "--games", metavar="n", callback=whole(words, 10, 100_000), default="1000"),
            option(words, "seed", "--seed", metavar="n", callback=whole(words, 0, MOST_SEED), default="1"),
            option(words, "workers", "--workers", metavar="n", callback=whole(words, 1, 64)),
            flag(words, "long", "--long"),
            option(words, "plot", "--plot", metavar="file", type=click.Path(path_type=Path)),
            flag(words, "json", "--json", "as_row"),
            output_option(words),
        ],
    )


def _found(
    setting: "Setting", draws: int, games: int, seed: int, workers: int | None, words: Messages
) -> "Sensitivity":
    from tabletop.analysis.sensitivity import examine
    from tabletop.commands.output import progress
    from tabletop.commands.processes import processes
    from tabletop.content.balance import load_relations, load_weightings

    asked, weighting = load_relations(), load_weightings().weightings[0]
    relations = (*asked.relations, *asked.profile)
    with processes(workers) as pool, progress(words.say("analysis.sensitivity.progress")) as advance:
        return examine(setting, relations, weighting, draws, games, seed, pool, advance)


def _row(head: Mapping[str, object], found: "Sensitivity") -> dict[str, object]:
    return {
        **head,
        "measure": "Spearman rank correlation with harm under the best plan",
        "noise": found.noise,
        "relations": [_survival_fields(each) for each in found.survivals],
        "drivers": [
            {
                "id": each.number.id, "correlation": each.correlation, "strength": each.number.strength,
                "low": each.number.low, "high": each.number.high, "value": each.number.value,
            }
            for each in found.drivers
        ],
    }  # fmt: skip


def _survival_fields(each: "Survival") -> dict[str, object]:
    bounds = {"at_least": each.relation.at_least, "at_most": each.relation.at_most}
    return {
        "id": each.id, "share": each.share, "fragile": each.is_fragile,
        "low": each.low, "median": each.median, "high": each.high, "unit": each.relation.unit,
        "limit": {name: bound for name, bound in bounds.items() if bound is not None},
        "strength": each.relation.strength,
    }  # fmt: skip


def _table(words: Messages, pack: "Pack", head: Mapping[str, Any], found: "Sensitivity") -> str:
    numbers = {name: words.number(head[name]) for name in ("draws", "games", "seconds")}
    title = pack.scenario.title.in_language(words.language)
    lines = [words.say("analysis.sensitivity.head", title=title, count=words.number(len(found.drivers)), **numbers), ""]
    lines += [words.say("analysis.sensitivity.relations"), *(_survival_line(words, each) for each in found.survivals)]
    lines += ["", words.say("analysis.sensitivity.drivers", noise=words.number(found.noise, 2))]
    lines += [_driver_line(words, each) for each in found.drivers[:SHOWN]]
    fragile = [each.id for each in found.survivals if each.is_fragile]
    told = words.say("analysis.sensitivity.fragile", all=", ".join(fragile))
    return "\n".join([*lines, "", told if fragile else words.say("analysis.sensitivity.none_fragile")])


def _survival_line(words: Messages, each: "Survival") -> str:
    digits = 2 if each.relation.unit == "share" else 1
    low, median, high = (words.number(value, digits) for value in (each.low, each.median, each.high))
    mark = words.say("analysis.sensitivity.is_fragile") if each.is_fragile else ""
    claim = each.relation.claim.in_language(words.language)
    return f"  {words.percent(each.share):>5} {mark:<8} {each.id:<26} {median:>7} [{low:>6}; {high:>6}]  {claim}"


def _driver_line(words: Messages, each: "Driver") -> str:
    strength = words.say(f"analysis.strength.{each.number.strength}")
    return f"  {words.number(each.correlation, 2):>6}  {each.number.id:<44} {strength}"


def _write_plot(words: Messages, pack: "Pack", found: "Sensitivity", to: Path) -> None:
    from tabletop.commands.sensitivity_plot import plot_text

    to.write_text(
        plot_text(words, pack.scenario.title.in_language(words.language), found), encoding="utf-8", newline="\n"
    )
