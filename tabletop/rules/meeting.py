"""The meeting: who comes, what lies on the table together, and the plan that is left when it closes."""

import numpy as np

from tabletop.case.arrays import Bits, Bools, Real
from tabletop.case.case import Case
from tabletop.case.verbs import Task
from tabletop.rules.draws import draw
from tabletop.rules.levels import settled
from tabletop.rules.picture import weight
from tabletop.rules.plan import plan_worth
from tabletop.rules.standing import as_bits, as_bytes
from tabletop.rules.state import State, changed

_QUARTERS = 4
_TELLS_VICTIM = int(Task.TELLS_VICTIM)
COMMITS, OBJECTS = 1, 2
"""Stance of a role: 0 nothing said, 1 commits, 2 objects."""


def attendance(case: Case, state: State, played: Bools) -> Bools:
    """Say who comes, `[N, R]`: played roles and who called do, others by how well they can be reached.

    Trust in who calls makes it more likely, and so does scaling up (thesis_2018).
    """
    present = np.zeros(state.acts.shape, np.bool_, order="F")
    pressed = np.where(state.scaled > 0, case.numbers["scale_up_attendance"], 0.0)
    calls = np.maximum(state.caller, 0)
    each = np.arange(len(calls))
    for role in range(len(case.roles)):
        if played[role]:
            present[:, role] = True
            continue
        luck = draw(state.seed, state.worlds, state.week, case.engine.salts.attendance[role])
        warmer = state.role_trust[each, role, calls] - case.network.trust[role, calls]
        comes = luck < case.network.answers[role] + pressed + case.numbers["attendance_trust"] * warmer
        present[:, role] = comes | (state.caller == role)
    return present


def open_meeting(case: Case, state: State, present: Bools) -> State:
    """Open the meeting where one was called: what was picked becomes the joint picture of all who sit there.

    Meeting in person builds trust (thesis_2018).
    """
    held = state.caller >= 0
    sits = np.asfortranarray(present & held[:, None])
    joint = state.joint.copy()
    for role in range(len(case.roles)):
        joint |= np.where(sits[:, role], state.brought[:, role], np.uint64(0))
    knows = state.knows.copy(order="K")
    for role in range(len(case.roles)):
        knows[:, role] |= np.where(sits[:, role], joint, np.uint64(0))
    both = np.asfortranarray(sits[:, :, None] & sits[:, None, :])
    gain = case.numbers["trust_meeting"] * (1.0 - state.role_trust)
    hours = state.hours - np.int16(round(_QUARTERS * case.numbers["hours_meeting"])) * sits
    return changed(
        state,
        table=np.where(held, sits.T, state.table.T).T,
        joint=joint,
        knows=knows,
        talked=state.talked | both,
        role_trust=settled(state.role_trust + gain * both),
        hours=np.asfortranarray(hours.astype(np.int16)),
        stance=(state.stance.T * ~held).T,
        measures_shown=state.measures_shown | _decided_at_table(case, state, sits),
    )


def _decided_at_table(case: Case, state: State, sits: Bools) -> Bits:
    """Each tells which measures it decided, and which run in its own work though nobody decided them."""
    mine = np.zeros(state.status.shape, np.bool_, order="F")
    for role in range(len(case.roles)):
        mine |= (state.decided_by == role) & sits[:, role, None]
    shown = as_bits(as_bytes(mine & (state.status > 0)))
    by_script = as_bits(as_bytes((state.decided_by < 0) & (state.status > 0)))
    for role in np.flatnonzero(by_script.any() & sits.any(axis=0)).tolist():
        shown |= np.where(sits[:, role], by_script & case.measures.deciders[role], np.uint64(0))
    return shown


def close_meeting(case: Case, state: State) -> State:
    """Close the meeting: the plan gets its force anew, and complaints that were joined show a pattern."""
    held = state.caller >= 0
    objections = ((state.stance == OBJECTS) & state.table).sum(axis=1)
    turnout = (state.table.sum(axis=1) - case.numbers["plan_objection"] * objections) / len(case.roles)
    force = np.where(held, 1.0, state.force)
    state = changed(
        state,
        meetings=np.minimum(state.meetings + held, 100).astype(np.int8),
        turnout=np.where(held, turnout, state.turnout),
        force=force,
        pattern=settled(np.where(held, np.maximum(state.pattern, _joined_pattern(case, state)), state.pattern)),
        let_go=np.where(held, np.int8(0), state.let_go),
        trust=settled(np.where(held, state.trust + _word_to_victim(case, state), state.trust)),
    )
    return changed(state, plan=settled(np.where(held, plan_worth(case, state, force), state.plan)))


def _word_to_victim(case: Case, state: State) -> Real:
    """A victim who is told what was decided trusts the chain more; one who is not, less (thesis_2018)."""
    n = case.numbers
    return np.where(state.tasks[:, _TELLS_VICTIM] >= 0, n["trust_told"], -n["trust_untold"])


def _joined_pattern(case: Case, state: State) -> Real:
    """Complaints laid side by side show a pattern that none of them shows alone (thesis_2018)."""
    pieces = (state.appeared | state.joint) & case.facts.pattern[0]
    share = weight(case, state.joint & pieces) / np.maximum(weight(case, pieces), 1.0)
    return case.numbers["pattern_joint"] * share
