"""Whole sessions for benchmarks, played by a group that decides by lot: how long is all that matters here."""

import sys
from functools import cache
from pathlib import Path

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.library import load_pack
from tabletop.session.entries import Participant, Seat, SetUp
from tabletop.session.play import Play, begin

sys.path.append(str(Path(__file__).parents[1] / "tests" / "session"))  # other packages install a `tests` of their own

from group import Group  # type: ignore[import-not-found]

SEED = 7


@cache
def compiled(scenario: str, *, long: bool) -> Case:
    """A case, compiled once."""
    return compile_case(load_pack(scenario), long=long)


@cache
def played(scenario: str, seats: int, length: str, *, long: bool) -> Play:
    """A session to its end; `length` is an id of `scoring/formats.yaml`."""
    case = compiled(scenario, long=long)
    roles = case.pack.scenario.seats[seats]
    places = tuple(Seat(role, (Participant("student", f"Speler {role}"),)) for role in roles)
    play: Play = Group(SEED).play(begin(case, SetUp(scenario, SEED, places, long=long, format=length)))
    return play
