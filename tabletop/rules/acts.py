"""Decisions of one kind in some of the worlds, as the rules of that kind read them."""

from dataclasses import dataclass

import numpy as np

from tabletop.case.arrays import Bits, Bools, Int, Real
from tabletop.case.case import Case
from tabletop.rules.choice import Choice
from tabletop.rules.draft import Draft
from tabletop.rules.judging import bit_of
from tabletop.rules.levels import settled


@dataclass(frozen=True, slots=True, eq=False)
class Acts:
    """One element for each world that decides this; `world` is its place in the batch, each world once."""

    world: Int
    row: Int
    role: Int
    object: Int
    target: Int
    ground: Int
    extent: Int
    way: Int
    due: Int

    @classmethod
    def of(cls, case: Case, choice: Choice, world: Int) -> "Acts":
        """Read what is decided in these worlds."""
        row = choice.row[world].astype(np.int64)
        decisions = case.decisions
        return cls(
            world=world,
            row=row,
            role=decisions.role[row].astype(np.int64),
            object=decisions.object[row],
            target=decisions.target[row].astype(np.int64),
            ground=choice.ground[world].astype(np.int64),
            extent=choice.extent[world].astype(np.int64),
            way=choice.way[world].astype(np.int64),
            due=choice.due[world].astype(np.int64),
        )

    def only(self, chosen: Bools) -> "Acts":
        """Keep those chosen."""
        return Acts(**{name: getattr(self, name)[chosen] for name in Acts.__slots__})

    @property
    def bit(self) -> Bits:
        """Bit of the fact or measure that is decided on."""
        return bit_of(self.object)


def trust_more(draft: Draft, world: Int, who: Int, whom: Int, by: Real) -> None:
    """Let one role trust another more (or less) in these worlds; no place may stand twice."""
    trust = draft.own("role_trust")
    trust[world, who, whom] = settled(trust[world, who, whom] + by)
