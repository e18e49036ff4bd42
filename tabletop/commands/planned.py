"""A scenario with the best plans that were found for it."""

from typing import TYPE_CHECKING

import click

from tabletop.commands.frame import WrongUse
from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from tabletop.analysis.comparing import Setting
    from tabletop.content.library import Pack
    from tabletop.content.specs.plan import Format


def setting_of(named: str, pack: "Pack", long: bool, words: Messages) -> "Setting":
    """Compile a case and read its plans. Raises `WrongUse` when none are stored or they do not fit."""
    from tabletop.analysis.comparing import Setting, acts_of
    from tabletop.analysis.plans import PlanError, read_plans
    from tabletop.case.compiling import compile_case
    from tabletop.content.balance import load_plans, plans_file

    case, rounds = compile_case(pack, long=long), format_of(long)
    if not plans_file(named, rounds).is_file():
        told = words.say(f"analysis.format.{rounds}")
        sentence = words.say("analysis.balance.no_plans", scenario=named, rounds=told)
        raise WrongUse(sentence, click.get_current_context(silent=True))
    try:
        return Setting(case, read_plans(case, load_plans(named, rounds), acts_of(case)))
    except PlanError as error:
        sentence = words.say("analysis.balance.stale_plan", plan=error.plan, word=error.word, scenario=named)
        raise WrongUse(sentence, click.get_current_context(silent=True)) from error


def format_of(long: bool) -> "Format":
    """Give the name of the format."""
    return "long" if long else "core"
