"""A scenario with the best plans that were found for it."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from tabletop.commands.frame import WrongUse
from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from tabletop.analysis.comparing import Setting
    from tabletop.case.case import Case
    from tabletop.content.library import Pack
    from tabletop.content.specs.plan import Format, PlanSpec


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


def stored_plans(named: str, case: "Case") -> "Mapping[str, PlanSpec]":
    """Give the plans that stand beside a scenario and still fit it, by id; a new search betters them or leaves them."""
    from tabletop.analysis.comparing import acts_of
    from tabletop.analysis.plans import PlanError, read_plan
    from tabletop.content.balance import load_plans
    from tabletop.content.faults import ContentError

    fitting: dict[str, PlanSpec] = {}
    with suppress(ContentError):
        for plan in load_plans(named, format_of(case.long)).plans:
            with suppress(PlanError):
                read_plan(case, plan, acts_of(case))
                fitting[plan.id] = plan
    return fitting


def format_of(long: bool) -> "Format":
    """Give the name of the format."""
    return "long" if long else "core"
