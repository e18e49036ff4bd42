"""One decision in each world, applied: the only way that seats change a case."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np

from tabletop.case.arrays import Int
from tabletop.case.case import Case
from tabletop.case.verbs import Status, Verb
from tabletop.rules.acts import Acts, trust_more
from tabletop.rules.choice import Choice
from tabletop.rules.draft import Draft, flat, place_of
from tabletop.rules.measures import note_past, stop_at
from tabletop.rules.meeting import COMMITS, OBJECTS
from tabletop.rules.picture import picture
from tabletop.rules.sharing import answer, ask, refuse, share
from tabletop.rules.state import State, changed

_MOST = 100
"""Counts that fit in eight bits stop here."""

_Rule: TypeAlias = Callable[[Case, Draft, Acts], None]


def apply(case: Case, state: State, choice: Choice) -> State:
    """Apply one decision in each world; worlds may choose different rows, and -1 for nothing.

    The row is trusted: what a seat may choose depends on its view alone. What turns out to be impossible changes
    nothing but hours.
    """
    draft = Draft(state)
    decide(case, draft, choice)
    return draft.state


def decide(case: Case, draft: Draft, choice: Choice) -> None:
    """Apply one decision in each world to a draft, which makes many decisions in a row cheap in a large batch.

    Arrays are copied at the first decision that writes in them, not at each; what was read from the draft before is
    not to be kept. `draft.state` is a new object after each decision.
    """
    deciding = np.flatnonzero(choice.row >= 0)
    if not len(deciding):
        return
    draft.state = changed(draft.state)
    row = choice.row[deciding].astype(np.int64)
    verbs = case.decisions.verb[row]
    _charge(case, draft, choice, deciding, row)
    for verb in np.flatnonzero(np.bincount(verbs, minlength=len(Verb))).tolist():
        chosen = np.flatnonzero(verbs == verb)
        _RULES[verb](case, draft, Acts(case, choice, deciding[chosen], row[chosen]))


def _charge(case: Case, draft: Draft, choice: Choice, deciding: Int, row: Int) -> None:
    """Take hours and one act of the turn from who decides; the table pays nothing."""
    decisions, tables = case.decisions, case.engine.charges
    role = decisions.role[row]
    seated = np.flatnonzero(role >= 0)
    if not len(seated):
        return
    if len(seated) < len(row):
        deciding, row, role = deciding[seated], row[seated], role[seated]
    at = place_of(len(choice.row), deciding, role.astype(np.int64))
    hours, acts = draft.flat("hours"), draft.flat("acts")
    hours[at] -= tables.hours[row, choice.way[deciding]]
    acts[at] -= tables.acts[row]


def _measure(case: Case, draft: Draft, acts: Acts) -> None:
    """Decide a measure: its lead time begins. What another has taken stays as it is, and the role learns of it.

    An own assessment of the stalker may be made anew while it runs: it tells nothing more once he changed (srp_2016).
    """
    at = acts.at(acts.object)
    now, attempts = draft.flat("status"), draft.flat("attempts")
    mine = case.engine.effects.redone[acts.object] & (draft.flat("decided_by")[at] == acts.role)
    free = (now[at] != Status.REQUESTED) & ((now[at] != Status.RUNNING) | mine)
    free &= attempts[at] < case.measures.supply[acts.object]
    if not free.all():
        taken = acts.only(~free)
        draft.flat("came_upon")[taken.at(taken.role)] |= taken.bit
        acts, at = acts.only(free), at[free]
    tried = acts.at(acts.role, acts.object)
    if flat(draft.state.past)[tried].any():
        draft.flat("past")[tried] = 0
    note_past(draft, acts.world, acts.object, acts.role)
    now[at] = Status.REQUESTED
    draft.flat("decided_by")[at] = acts.role
    draft.flat("starts")[at] = draft.state.week + case.measures.lead[acts.object]
    attempts[at] += 1
    draft.flat("lacked")[at] = 0


def _call(case: Case, draft: Draft, acts: Acts) -> None:
    """Call a round table; who calls first, calls."""
    del case
    caller = draft.own("caller")
    first = caller[acts.world] < 0
    caller[acts.world[first]] = acts.role[first]


def _scale(case: Case, draft: Draft, acts: Acts) -> None:
    up = acts.object == 1
    if up.any():
        _scale_up(case, draft, acts.world[up], acts.role[up])
    if not up.all():
        _scale_down(case, draft, acts.world[~up], acts.role[~up])


def _scale_up(case: Case, draft: Draft, world: Int, role: Int) -> None:
    """Scale up: what waits starts sooner, and it strains working relations (thesis_2018)."""
    state = draft.state
    starts, scaled = draft.flat("starts"), draft.own("scaled")
    at = place_of(len(state.worlds), world, np.arange(len(case.measures.ids))[:, None])
    at = at[flat(state.status)[at] == Status.REQUESTED]
    sooner = np.maximum(starts[at] - int(case.numbers["scale_up_weeks"]), state.week)
    starts[at] = np.minimum(sooner, starts[at])
    scaled[world] = np.minimum(scaled[world] + 1, _MOST)
    draft.own("let_go")[world] = 0
    others = np.arange(len(case.roles))[:, None]
    strained = place_of(len(state.worlds), world, others, role, len(case.roles))[others != role]
    trust_more(draft, strained, np.full(len(strained), -case.numbers["trust_scaled_over"]))


def _scale_down(case: Case, draft: Draft, world: Int, role: Int) -> None:
    """Scale down: alarms, cameras and priority end. The reason counts as checked when the role knows his side."""
    state, effects = draft.state, case.engine.effects
    stalker = state.appeared[world] & case.engine.facts.stalker
    known = picture(case, state.knows[world, role], state.signals[world, role], stalker)
    draft.own("let_go")[world] = np.where(known >= case.numbers["checked_picture"], 2, 1)
    calm = np.flatnonzero(effects.ends_at_calm)
    at = place_of(len(state.worlds), world, calm[:, None])
    at = at[flat(state.status)[at] == Status.RUNNING]
    if len(at):
        draft.state = stop_at(case, state, at)


def _wait(case: Case, draft: Draft, acts: Acts) -> None:
    """Wait in a controlled way: lines, scenarios and interventions are ready."""
    del case
    draft.flat("waiting")[acts.at(acts.role)] = True


def _pass(case: Case, draft: Draft, acts: Acts) -> None:
    """Let the rest of the turn go by."""
    del case
    draft.flat("acts")[acts.at(acts.role)] = 0


def _bring(case: Case, draft: Draft, acts: Acts) -> None:
    """Pick a fact for the meeting."""
    del case
    at = acts.at(acts.role)
    draft.flat("brought")[at] |= acts.bit & flat(draft.state.knows)[at]


def _lead(case: Case, draft: Draft, acts: Acts) -> None:
    """Give a task of the meeting to one role."""
    del case
    draft.flat("tasks")[acts.at(acts.object)] = acts.target


def _agree(case: Case, draft: Draft, acts: Acts) -> None:
    """Agree that a role takes a measure by a week; everybody at the table knows it."""
    del case
    at = acts.at(acts.object)
    draft.flat("agreement_owner")[at] = acts.target
    draft.flat("agreement_since")[at] = draft.state.week
    draft.flat("agreement_due")[at] = draft.state.week + acts.due
    draft.own("measures_shown")[acts.world] |= acts.bit


def _commit(case: Case, draft: Draft, acts: Acts) -> None:
    """Stand for the plan."""
    del case
    draft.flat("stance")[acts.at(acts.role)] = COMMITS


def _object(case: Case, draft: Draft, acts: Acts) -> None:
    """Object to the plan."""
    del case
    draft.flat("stance")[acts.at(acts.role)] = OBJECTS


_RULES: Mapping[int, _Rule] = {
    Verb.SHARE: share,
    Verb.ASK: ask,
    Verb.ANSWER: answer,
    Verb.REFUSE: refuse,
    Verb.MEASURE: _measure,
    Verb.CALL: _call,
    Verb.SCALE: _scale,
    Verb.WAIT: _wait,
    Verb.PASS: _pass,
    Verb.BRING: _bring,
    Verb.LEAD: _lead,
    Verb.AGREE: _agree,
    Verb.COMMIT: _commit,
    Verb.OBJECT: _object,
}
