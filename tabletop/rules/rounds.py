"""A round begins: hours, acts, the post of the last round."""

import numpy as np

from tabletop.case.case import Case
from tabletop.rules.state import State, changed

_QUARTERS = 4.0


def begin_round(case: Case, state: State, acts: int) -> State:
    """Begin a round with so many decisions a turn: written shares and questions arrive, hours are new.

    From now on an open breach that was noticed in the last round waits for an answer: before, nobody had a turn.
    Hours that were overspent are taken from the new ones and leave work that waits.
    """
    short = np.minimum(state.hours, 0)
    return changed(
        state,
        knows=state.knows | state.post,
        signals=state.signals | state.post_signals,
        post=np.zeros_like(state.post),
        post_signals=np.zeros_like(state.post_signals),
        breach_weeks=np.where(state.breach_weeks == 0, np.int16(1), state.breach_weeks),
        questions=state.questions | state.post_questions,
        post_questions=np.zeros_like(state.post_questions),
        hours=np.asfortranarray(case.hours.astype(np.int16) + short),
        overload=state.overload - short / _QUARTERS,
        acts=np.full_like(state.acts, acts),
        talked=np.zeros_like(state.talked),
        waiting=np.zeros_like(state.waiting),
        caller=np.full_like(state.caller, -1),
        brought=np.zeros_like(state.brought),
    )
