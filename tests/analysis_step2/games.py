"""What tests of comparisons share: the first case, its plans, and a session somebody played."""

from functools import cache

from tabletop.analysis.balance import Asked, asked_of, games_of, play_games
from tabletop.analysis.comparing import CORE_ACTS, Setting
from tabletop.analysis.effects import Sample
from tabletop.analysis.plans import read_plans
from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.balance import load_plans, load_relations
from tabletop.content.library import load_pack
from tabletop.session.play import Play
from tests.session.group import Group, start

WORLDS = 1500


@cache
def the_case(scenario: str = "start") -> Case:
    return compile_case(load_pack(scenario))


@cache
def setting(scenario: str = "start") -> Setting:
    case = the_case(scenario)
    return Setting(case, read_plans(case, load_plans(scenario, "core"), CORE_ACTS))


@cache
def asked(scenario: str = "start") -> tuple[Asked, ...]:
    relations = load_relations()
    return tuple(asked_of((*relations.relations, *relations.profile), setting(scenario)))


@cache
def samples(scenario: str = "start") -> dict[str, Sample]:
    """Every game of every relation, in the same worlds."""
    return play_games(setting(scenario), games_of(asked(scenario)), WORLDS, seed=77)


@cache
def session() -> Play:
    """A whole session of four seats."""
    return Group(3).play(start(4, 7))
