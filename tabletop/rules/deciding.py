"""One decision in each world, applied: the only way that seats change a case."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np

from tabletop.case.arrays import Int
from tabletop.case.case import Case
from tabletop.case.verbs import IN_TURN, Status, Verb
from tabletop.rules.acts import Acts, trust_more
from tabletop.rules.choice import Choice
from tabletop.rules.draft import Draft
from tabletop.rules.measures import note_past, stop_measures
from tabletop.rules.meeting import COMMITS, OBJECTS
from tabletop.rules.picture import picture
from tabletop.rules.sharing import answer, ask, refuse, share
from tabletop.rules.state import State, changed

_COSTS_ACT = np.array([verb in IN_TURN for verb in Verb], np.int8)
_BY_CHANNEL = np.array([verb in (Verb.SHARE, Verb.ANSWER) for verb in Verb], np.bool_)
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
    verbs = case.decisions.verb[choice.row[deciding]]
    _charge(case, draft, choice, deciding)
    for verb in np.flatnonzero(np.bincount(verbs, minlength=len(Verb))):
        chosen = deciding if len(deciding) == 1 else deciding[verbs == verb]
        _RULES[Verb(int(verb))](case, draft, Acts.of(case, choice, chosen))


def _charge(case: Case, draft: Draft, choice: Choice, deciding: Int) -> None:
    """Take hours and one act of the turn from who decides; the table pays nothing."""
    decisions = case.decisions
    row = choice.row[deciding]
    seated = decisions.role[row] >= 0
    if not seated.all():
        deciding, row = deciding[seated], row[seated]
    if not len(row):
        return
    role, verb = decisions.role[row], decisions.verb[row]
    cost = decisions.hours[row] + np.where(_BY_CHANNEL[verb], case.engine.ways.hours[choice.way[deciding]], 0)
    draft.own("hours")[deciding, role] -= cost.astype(np.int16)
    draft.own("acts")[deciding, role] -= _COSTS_ACT[verb]


def _measure(case: Case, draft: Draft, acts: Acts) -> None:
    """Decide a measure: its lead time begins. What another has taken stays as it is, and the role learns of it."""
    state = draft.state
    now = state.status[acts.world, acts.object]
    free = (now != Status.REQUESTED) & (now != Status.RUNNING)
    free &= state.attempts[acts.world, acts.object] < case.measures.supply[acts.object]
    if not free.all():
        draft.own("came_upon")[acts.world[~free], acts.role[~free]] |= acts.bit[~free]
    world, measure, role = acts.world[free], acts.object[free], acts.role[free]
    if state.past[world, role, measure].any():
        draft.own("past")[world, role, measure] = 0
    note_past(draft, world, measure, role)
    draft.own("status")[world, measure] = Status.REQUESTED
    draft.own("decided_by")[world, measure] = role
    draft.own("starts")[world, measure] = state.week + case.measures.lead[measure]
    draft.own("attempts")[world, measure] += 1
    draft.own("lacked")[world, measure] = 0


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
    starts, scaled = draft.own("starts"), draft.own("scaled")
    sooner = np.maximum(starts[world] - int(case.numbers["scale_up_weeks"]), state.week)
    starts[world] = np.where(state.status[world] == Status.REQUESTED, np.minimum(sooner, starts[world]), starts[world])
    scaled[world] = np.minimum(scaled[world] + 1, _MOST)
    draft.own("let_go")[world] = 0
    for other in range(len(case.roles)):
        strained = role != other
        loss = np.full(int(strained.sum()), -case.numbers["trust_scaled_over"])
        trust_more(draft, world[strained], np.full(len(loss), other), role[strained], loss)


def _scale_down(case: Case, draft: Draft, world: Int, role: Int) -> None:
    """Scale down: alarms, cameras and priority end. The reason counts as checked when the role knows his side."""
    state, effects = draft.state, case.engine.effects
    stalker = state.appeared[world] & case.engine.facts.stalker
    known = picture(case, state.knows[world, role], state.signals[world, role], stalker)
    draft.own("let_go")[world] = np.where(known >= case.numbers["checked_picture"], 2, 1)
    over = np.zeros(state.status.shape, np.bool_, order="F")
    over[world] = (state.status[world] == Status.RUNNING) & effects.ends_at_calm
    if over.any():
        draft.state = stop_measures(case, state, over)


def _wait(case: Case, draft: Draft, acts: Acts) -> None:
    """Wait in a controlled way: lines, scenarios and interventions are ready."""
    del case
    draft.own("waiting")[acts.world, acts.role] = True


def _pass(case: Case, draft: Draft, acts: Acts) -> None:
    """Let the rest of the turn go by."""
    del case
    draft.own("acts")[acts.world, acts.role] = 0


def _bring(case: Case, draft: Draft, acts: Acts) -> None:
    """Pick a fact for the meeting."""
    del case
    draft.own("brought")[acts.world, acts.role] |= acts.bit & draft.state.knows[acts.world, acts.role]


def _lead(case: Case, draft: Draft, acts: Acts) -> None:
    """Give a task of the meeting to one role."""
    del case
    draft.own("tasks")[acts.world, acts.object] = acts.target


def _agree(case: Case, draft: Draft, acts: Acts) -> None:
    """Agree that a role takes a measure by a week; everybody at the table knows it."""
    del case
    draft.own("agreement_owner")[acts.world, acts.object] = acts.target
    draft.own("agreement_since")[acts.world, acts.object] = draft.state.week
    draft.own("agreement_due")[acts.world, acts.object] = draft.state.week + acts.due
    draft.own("measures_shown")[acts.world] |= acts.bit


def _commit(case: Case, draft: Draft, acts: Acts) -> None:
    """Stand for the plan."""
    del case
    draft.own("stance")[acts.world, acts.role] = COMMITS


def _object(case: Case, draft: Draft, acts: Acts) -> None:
    """Object to the plan."""
    del case
    draft.own("stance")[acts.world, acts.role] = OBJECTS


_RULES: Mapping[Verb, _Rule] = {
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
