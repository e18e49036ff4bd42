"""What somebody says aloud: shared with each who hears it, and in a meeting laid on the table."""

from collections.abc import Sequence

import numpy as np

from tabletop.case.arrays import Bools
from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Ground, Way
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.rules.state import State, changed


def say_aloud(case: Case, state: State, rows: Sequence[int], held: Bools | None = None) -> State:
    """Share by these rows, one for each hearer: ground unsure, no hours, no decision of a turn.

    `held` says in which worlds a meeting is going on, `[N]`; None when it is said outside one.
    """
    after = state
    for row in rows:
        choice = Choice.alike(len(state.worlds), row, Ground.UNSURE, Extent.MINIMUM, Way.CALL)
        after = apply(case, after, choice)
    after = changed(after, hours=state.hours, acts=state.acts)
    if held is None or not rows:
        return after
    speaker, fact = int(case.decisions.role[rows[0]]), int(case.decisions.object[rows[0]])
    return _lay_on_table(case, after, speaker, np.uint64(1 << fact), held)


def _lay_on_table(case: Case, state: State, speaker: int, bit: np.uint64, held: Bools) -> State:
    """It joins the picture, and all who sit at the table know it: partners without a player, too."""
    laid = np.where(held & ((state.knows[:, speaker] & bit) != 0), bit, np.uint64(0))
    knows = state.knows.copy(order="K")
    for role in range(len(case.roles)):
        knows[:, role] |= np.where(state.table[:, role], laid, np.uint64(0))
    return changed(state, knows=knows, joint=state.joint | laid)
