"""The victim: burden, strength, trust in the chain, contact, awareness."""

import numpy as np

from tabletop.case.arrays import Bools, Real
from tabletop.case.case import Case
from tabletop.case.verbs import Task
from tabletop.rules.contact import Exposure
from tabletop.rules.running import Running
from tabletop.rules.standing import Man, Standing
from tabletop.rules.state import State, changed

_CASE_LEAD = int(Task.CASE_LEAD)


def is_heard(case: Case, state: State) -> Bools:
    """Say where a report is followed by something: a contact person, or a measure decided in the last weeks."""
    recent = Standing.of(case, state).latest >= state.week - int(case.numbers["report_answer_weeks"])
    heard: Bools = recent | (state.tasks[:, _CASE_LEAD] >= 0)
    return heard


def move_victim(case: Case, state: State, running: Running, exposure: Exposure) -> State:
    """Let the week work on the victim.

    Strength and trust fall with each unanswered report and each promise that is not kept (inspection_2019,
    thesis_2018), trust grows with one contact person (inspection_2024). Stalking that goes on wears out (purcell_2005),
    most of all by being followed and by violence (denmark_2023). The size of each step is our assumption.
    """
    n = case.numbers
    weeks_full = np.minimum(state.noticed / n["burden_full"], 1.0)
    burden = state.burden + n["burden_rate"] * (weeks_full - state.burden)
    reported = state.reports > 0
    reply = np.where(is_heard(case, state), n["trust_answered"], -n["trust_ignored"])
    person = np.where(state.tasks[:, _CASE_LEAD] >= 0, n["trust_contact_person"], 0.0)
    strength = state.strength + n["strength_gain"] * (1.0 - burden) * (1.0 - state.strength)
    strength -= n["strength_loss"] * burden * state.strength
    strength -= n["strength_violence"] * exposure.violence
    strength += running.strength
    lean = Man.of(case, state).dependence * (1.0 - state.strength)
    contact = state.contact + n["dependence_rate"] * (lean - state.contact)
    contact -= running.no_contact * state.contact
    seen = np.minimum(state.noticed, n["awareness_most"])
    return changed(
        state,
        burden=burden,
        strength=strength,
        trust=state.trust + np.where(reported, reply, 0.0) + (person + running.trust) * (1.0 - state.trust),
        contact=contact,
        awareness=state.awareness + n["awareness_contact"] * seen * (1.0 - state.awareness),
        proof=state.proof + _gathered(state, running) * (1.0 - state.proof),
    )


def _gathered(state: State, running: Running) -> Real:
    """Log, cameras and detectives find something only in a week in which something happened."""
    return np.where(state.noticed > 0, running.proof, 0.0)
