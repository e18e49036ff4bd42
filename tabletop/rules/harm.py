"""Danger and expected harm: conditional expectations along the path, never drawn injuries.

With about two per cent serious violence in thirty weeks, drawn injuries could not tell two plans apart in a thousand
worlds; expectations can.
"""

import numpy as np

from tabletop.case.case import Case
from tabletop.rules.contact import Exposure
from tabletop.rules.running import Running
from tabletop.rules.state import State, changed

CONTACT, VIOLENCE, SERIOUS, STRENGTH, OTHERS = range(5)


def add_harm(case: Case, state: State, running: Running, exposure: Exposure) -> State:
    """Add what this week is expected to cost.

    Who sees him may become a target (thesis_2018), the more the higher he climbed.
    """
    n = case.numbers
    contact = case.engine.tables.any_contact.read(exposure.rate)
    others = n["others_child"] * exposure.through_child + n["others_network"] * exposure.through_others
    others += np.where(running.has(case.engine.effects.sees), n["others_professional"] * state.ladder, 0.0)
    harm = state.harm.copy(order="K")
    harm[:, CONTACT] += contact
    harm[:, VIOLENCE] += exposure.violence
    harm[:, SERIOUS] += exposure.serious
    harm[:, STRENGTH] += 1.0 - state.strength
    harm[:, OTHERS] += contact * others
    return changed(state, harm=harm, danger=exposure.serious, violence=exposure.violence, rate=exposure.rate)
