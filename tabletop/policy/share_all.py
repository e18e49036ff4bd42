"""Everything new to everybody, each round: a flood, before partners do what they planned (`analysis.comparing`)."""

from collections.abc import Iterator

import numpy as np

from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Ground, Verb, Way
from tabletop.policy.steps import block
from tabletop.rules.choice import NOTHING, Choice
from tabletop.view.options import has_bit
from tabletop.view.seat import SeatView


def flood(case: Case, view: SeatView) -> Iterator[Choice]:
    """Give all own facts that were not sent before to every partner: one choice for each row, in each world."""
    first, facts, targets = block(case, view.role, Verb.SHARE)
    own = (case.facts.holders[view.role] >> facts.astype(np.uint64) & np.uint64(1)) != 0
    told = (view.told[:, targets] >> facts.astype(np.uint64) & np.uint64(1)) != 0
    sends = has_bit(view.knows, facts) & own & ~told
    for place in np.flatnonzero(sends.any(axis=0)):
        row = np.where(sends[:, place], first + place, NOTHING).astype(np.int32)
        yield Choice.rows(row, Ground.UNSURE, Extent.EVERYTHING, Way.CALL)
