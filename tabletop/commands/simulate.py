"""`tabletop simulate`: one way of working, thousands of times."""

import os
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click

from tabletop.commands.frame import (
    MOST_SEED,
    Check,
    Spoken,
    WrongUse,
    argument,
    flag,
    one_of,
    option,
    output_option,
    unknown,
    whole,
)  # fmt: skip
from tabletop.commands.planned import setting_of
from tabletop.content.messages import Messages
from tabletop.policy import POLICIES

if TYPE_CHECKING:
    from tabletop.analysis.rollout import Outcome
    from tabletop.content.library import Pack
    from tabletop.policy.pooled import Plans

PLANNED: Final = ("pooled", "share_all", "share_nothing")
"""Ways of working that follow a plan found for the scenario."""
SINGLE: Final = "single:"
_CHUNK: Final = 10_000
"""Worlds at once: fewer waste numpy's calls, more do not fit the cache."""
_WORTH_A_PROCESS: Final = 4 * _CHUNK
"""Games below which starting another process takes longer than it saves."""


def command(words: Messages) -> click.Command:
    """Make the command."""

    def simulate(
        scenario: str, policy: str, games: int, seed: int, workers: int | None, long: bool, as_row: bool,
        output: Path | None,
    ) -> int:  # fmt: skip
        from tabletop.commands.output import as_json, write
        from tabletop.commands.targets import scenario_of
        from tabletop.content.library import load_pack

        named = scenario_of(scenario, words)
        pack = load_pack(named)
        plans = _plans(named, pack, policy, long, words)
        outcome, seconds = _timed(pack, policy, games, seed, workers or _sensible(games), long, words, plans)
        text = as_json(_row(pack, outcome, seed, seconds)) if as_row else _lines(words, pack, outcome, seed, seconds)
        write(text, output, words)
        return 0

    most_games = 10_000_000
    return Spoken(
        words,
        "simulate",
        name="simulate",
        callback=simulate,
        params=[
            argument(words, "scenario", "scenario"),
            _policy_option(words),
            option(words, "games", "--games", metavar="n", callback=whole(words, 1, most_games), default="10000"),
            option(words, "seed", "--seed", metavar="n", callback=whole(words, 0, MOST_SEED), default="1"),
            option(words, "workers", "--workers", metavar="n", callback=whole(words, 1, 64)),
            flag(words, "long", "--long"),
            flag(words, "json", "--json", "as_row"),
            output_option(words),
        ],
    )


def _policy_option(words: Messages) -> click.Option:
    names = [*POLICIES, *PLANNED]
    told = words.say("cli.option.policy", all=", ".join([*names, f"{SINGLE}police"]))
    shown = words.say("cli.metavar.policy")
    return click.Option(["--policy"], metavar=shown, callback=_way(words, names), default="joint", help=told)


def _way(words: Messages, names: list[str]) -> Check:
    """Give a check for the name of a way of working; which roles there are, the scenario says later."""
    known = one_of(words, names)

    def check(context: click.Context, param: click.Parameter, value: Any) -> str | None:
        single: bool = str(value).startswith(SINGLE)
        return str(value) if single else cast("str | None", known(context, param, value))

    return check


def _plans(named: str, pack: "Pack", policy: str, long: bool, words: Messages) -> "Mapping[str, Plans]":
    """Read the best plans when this way of working follows one."""
    roles = [each.role for each in pack.scenario.partners]
    if policy.startswith(SINGLE) and policy.removeprefix(SINGLE) not in roles:
        context = click.get_current_context(silent=True)
        names = [f"{SINGLE}{role}" for role in roles]
        raise WrongUse(unknown(words, "cli.wrong.choice", policy, names, option="--policy"), context)
    if policy in POLICIES:
        return {}
    return setting_of(named, pack, long, words).plans


def _sensible(games: int) -> int:
    return max(1, min(os.cpu_count() or 1, games // _WORTH_A_PROCESS))


def _timed(
    pack: "Pack",
    policy: str,
    games: int,
    seed: int,
    workers: int,
    long: bool,
    words: Messages,
    plans: "Mapping[str, Plans]",
) -> "tuple[Outcome, float]":
    from tabletop.analysis.rollout import simulate
    from tabletop.case.compiling import compile_case
    from tabletop.commands.output import progress

    with ExitStack() as stack:
        pool = None
        if workers > 1:  # a fresh process inherits nothing that a fork could tear
            pool = stack.enter_context(ProcessPoolExecutor(workers, mp_context=get_context("spawn")))
        advance = stack.enter_context(progress(words.say("cli.simulate.progress")))
        start = time.perf_counter()
        outcome = simulate(compile_case(pack, long=long), policy, games, seed, _CHUNK, pool, advance, plans)
        return outcome, time.perf_counter() - start


def _row(pack: "Pack", outcome: "Outcome", seed: int, seconds: float) -> dict[str, object]:
    harm = outcome.expected_harm
    return {
        "scenario": pack.scenario.id,
        "policy": outcome.policy,
        "games": outcome.games,
        "seed": seed,
        "seconds": round(seconds, 3),
        "content_hash": pack.hash,
        "expected_harm": {"mean": harm.mean, "low": harm.low, "high": harm.high},
        "endings": dict(outcome.endings),
        "means": dict(outcome.means),
    }


def _lines(words: Messages, pack: "Pack", outcome: "Outcome", seed: int, seconds: float) -> str:
    harm = outcome.expected_harm
    shares = [words.say(f"cli.simulate.ending.{end}", share=words.percent(s)) for end, s in outcome.endings.items()]
    return "\n".join(
        [
            words.say(
                "cli.simulate.head",
                title=pack.scenario.title.in_language(words.language),
                policy=outcome.policy,
                games=words.number(outcome.games),
                seed=seed,
                seconds=words.number(seconds, 1),
            ),
            words.say(
                "cli.simulate.harm",
                mean=words.number(harm.mean, 1),
                low=words.number(harm.low, 1),
                high=words.number(harm.high, 1),
            ),
            words.say("cli.simulate.endings", all=words.listing(shares)),
            words.say("cli.simulate.figures", **{name: words.number(m, 1) for name, m in outcome.means.items()}),
        ]
    )
