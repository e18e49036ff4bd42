"""Decisions of one kind in some of the worlds, as the rules of that kind read them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Real
from tabletop.case.case import Case
from tabletop.rules.choice import Choice
from tabletop.rules.draft import Draft, place_of
from tabletop.rules.judging import bit_of
from tabletop.rules.levels import settled


@dataclass(frozen=True, eq=False)
class Acts:
    """One element for each world that decides this; `world` is its place in the batch, each world once."""

    case: Case
    choice: Choice
    world: Int
    row: Int

    @classmethod
    def of(cls, case: Case, choice: Choice, world: Int) -> "Acts":
        """Read what is decided in these worlds."""
        return cls(case, choice, world, choice.row[world].astype(np.int64))

    def only(self, chosen: Bools) -> "Acts":
        """Keep those chosen."""
        kept = np.flatnonzero(chosen)
        return Acts(self.case, self.choice, self.world[kept], self.row[kept])

    @cached_property
    def role(self) -> Int:
        """Who decides, -1 for the table."""
        return self.case.decisions.role[self.row].astype(np.int64)

    @cached_property
    def object(self) -> Int:
        """Fact, topic, measure or task."""
        return self.case.decisions.object[self.row]

    @cached_property
    def target(self) -> Int:
        """Another role, or the victim."""
        return self.case.decisions.target[self.row].astype(np.int64)

    @cached_property
    def ground(self) -> Int:
        """`case.verbs.Ground`."""
        return self.choice.ground[self.world].astype(np.int64)

    @cached_property
    def extent(self) -> Int:
        """`case.verbs.Extent`."""
        return self.choice.extent[self.world].astype(np.int64)

    @cached_property
    def way(self) -> Int:
        """`case.verbs.Way`."""
        return self.choice.way[self.world].astype(np.int64)

    @cached_property
    def due(self) -> Int:
        """Weeks from now."""
        return self.choice.due[self.world].astype(np.int64)

    @cached_property
    def bit(self) -> Bits:
        """Bit of the fact or measure that is decided on."""
        return bit_of(self.object)

    def at(self, column: Int, deeper: Int | int = 0) -> Int:
        """Where an element of each of these worlds stands in a flat array, by role (and other role) or measure."""
        return place_of(len(self.choice.row), self.world, column, deeper, len(self.case.roles))


def trust_more(draft: Draft, places: Int, by: Real) -> None:
    """Change how much one role trusts another, at these places of the flat array; no place may stand twice."""
    trust = draft.flat("role_trust")
    trust[places] = settled(trust[places] + by)
