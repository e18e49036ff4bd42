"""When each role came to know each fact: read from the states of a watched session."""

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.debrief.watching import Watched
from tabletop.rules.state import State

JOINT = -1
"""In place of a role: the joint picture."""


@dataclass(frozen=True, slots=True)
class Known:
    """First week of each (role, fact): known, or signalled only; `JOINT` for the joint picture."""

    knows: dict[tuple[int, int], int]
    signals: dict[tuple[int, int], int]
    appeared: dict[int, int]


def known_of(watched: Watched) -> Known:
    """Collect the first weeks, from the opening to the end."""
    known = Known({}, {}, {})
    for state in _states(watched):
        for role in range(len(watched.case.roles)):
            _note(known.knows, role, int(state.knows[0, role]), state.week)
            _note(known.signals, role, int(state.signals[0, role]), state.week)
        _note(known.knows, JOINT, int(state.joint[0]), state.week)
        for fact in bits(int(state.appeared[0])):
            known.appeared.setdefault(fact, state.week)
    return known


def bits(value: int) -> list[int]:
    """Give the places of the bits that are set.

    >>> bits(0b1010)
    [1, 3]
    """
    return [place for place in range(value.bit_length()) if value >> place & 1]


def _states(watched: Watched) -> Iterator[State]:
    if watched.steps:
        yield watched.steps[0].before
    for step in watched.steps:
        if step.after is not step.before:
            yield step.after


def _note(found: dict[tuple[int, int], int], role: int, value: int, week: int) -> None:
    for fact in bits(value):
        found.setdefault((role, fact), week)
