"""One decision in each world, applied: the only way that seats change a case."""

from collections.abc import Callable, Mapping

import numpy as np

from tabletop.case.arrays import Int
from tabletop.case.case import Case
from tabletop.case.verbs import IN_TURN, Status, Verb
from tabletop.rules.acts import Acts, trust_more
from tabletop.rules.choice import Choice
from tabletop.rules.measures import stop_measures
from tabletop.rules.meeting import COMMITS, OBJECTS
from tabletop.rules.picture import picture
from tabletop.rules.sharing import answer, ask, refuse, share
from tabletop.rules.state import State, changed

_COSTS_ACT = np.array([verb in IN_TURN for verb in Verb], np.int8)
_BY_CHANNEL = np.array([verb in (Verb.SHARE, Verb.ANSWER) for verb in Verb], np.bool_)


def apply(case: Case, state: State, choice: Choice) -> State:
    """Apply one decision in each world; worlds may choose different rows, and -1 for nothing.

    The row is trusted: what a seat may choose depends on its view alone. What turns out to be impossible changes
    nothing but hours.
    """
    deciding = np.flatnonzero(choice.row >= 0)
    if not len(deciding):
        return state
    verbs = case.decisions.verb[choice.row[deciding]]
    state = _charge(case, state, choice, deciding)
    for verb in np.flatnonzero(np.bincount(verbs, minlength=len(Verb))):
        chosen = deciding if len(deciding) == 1 else deciding[verbs == verb]
        state = _RULES[Verb(int(verb))](case, state, Acts.of(case, choice, chosen))
    return state


def _charge(case: Case, state: State, choice: Choice, deciding: Int) -> State:
    """Take hours and one act of the turn from who decides; the table pays nothing."""
    decisions = case.decisions
    row = choice.row[deciding]
    seated = decisions.role[row] >= 0
    if not seated.all():
        deciding, row = deciding[seated], row[seated]
    role, verb = decisions.role[row], decisions.verb[row]
    hours, acts = state.hours.copy(order="K"), state.acts.copy(order="K")
    cost = decisions.hours[row] + np.where(_BY_CHANNEL[verb], case.engine.ways.hours[choice.way[deciding]], 0)
    hours[deciding, role] -= cost.astype(np.int16)
    acts[deciding, role] -= _COSTS_ACT[verb]
    return changed(state, hours=hours, acts=acts)


def _measure(case: Case, state: State, acts: Acts) -> State:
    """Decide a measure: its lead time begins. Decided again while it stands, nothing changes."""
    now = state.status[acts.world, acts.object]
    free = (now != Status.REQUESTED) & (now != Status.RUNNING)
    free &= state.attempts[acts.world, acts.object] < case.measures.supply[acts.object]
    world, measure = acts.world[free], acts.object[free]
    status, by = state.status.copy(order="K"), state.decided_by.copy(order="K")
    starts, attempts = state.starts.copy(order="K"), state.attempts.copy(order="K")
    lacked = state.lacked.copy(order="K")
    status[world, measure] = Status.REQUESTED
    by[world, measure] = acts.role[free]
    starts[world, measure] = state.week + case.measures.lead[measure]
    attempts[world, measure] += 1
    lacked[world, measure] = 0
    return changed(state, status=status, decided_by=by, starts=starts, attempts=attempts, lacked=lacked)


def _call(case: Case, state: State, acts: Acts) -> State:
    """Call a round table; who calls first, calls."""
    del case
    caller = state.caller.copy()
    first = caller[acts.world] < 0
    caller[acts.world[first]] = acts.role[first]
    return changed(state, caller=caller)


def _scale(case: Case, state: State, acts: Acts) -> State:
    up = acts.object == 1
    state = _scale_up(case, state, acts.world[up], acts.role[up]) if up.any() else state
    return _scale_down(case, state, acts.world[~up], acts.role[~up]) if not up.all() else state


def _scale_up(case: Case, state: State, world: Int, role: Int) -> State:
    """Scale up: what waits starts sooner, and it strains working relations (thesis_2018)."""
    starts, scaled, let_go = state.starts.copy(order="K"), state.scaled.copy(), state.let_go.copy()
    sooner = np.maximum(starts[world] - int(case.numbers["scale_up_weeks"]), state.week)
    starts[world] = np.where(state.status[world] == Status.REQUESTED, np.minimum(sooner, starts[world]), starts[world])
    scaled[world] = np.minimum(scaled[world] + 1, 100)
    let_go[world] = 0
    state = changed(state, starts=starts, scaled=scaled, let_go=let_go)
    loss = np.full(len(world), -case.numbers["trust_scaled_over"])
    for other in range(len(case.roles)):
        strained = role != other
        who = np.full(len(world), other)[strained]
        state = trust_more(state, world[strained], who, role[strained], loss[strained])
    return state


def _scale_down(case: Case, state: State, world: Int, role: Int) -> State:
    """Scale down: alarms, cameras and priority end. The reason counts as checked when the role knows his side."""
    stalker = np.full(len(world), case.engine.facts.stalker) & state.appeared[world]
    known = picture(case, state.knows[world, role], state.signals[world, role], stalker)
    let_go = state.let_go.copy()
    let_go[world] = np.where(known >= case.numbers["checked_picture"], 2, 1)
    state = changed(state, let_go=let_go)
    calm = np.array([bool(int(case.engine.effects.at_calm) >> m & 1) for m in range(len(case.measures.ids))], np.bool_)
    over = np.zeros(state.status.shape, np.bool_, order="F")
    over[world] = (state.status[world] == Status.RUNNING) & calm
    return stop_measures(case, state, over) if over.any() else state


def _wait(case: Case, state: State, acts: Acts) -> State:
    """Wait in a controlled way: lines, scenarios and interventions are ready."""
    del case
    waiting = state.waiting.copy(order="K")
    waiting[acts.world, acts.role] = True
    return changed(state, waiting=waiting)


def _pass(case: Case, state: State, acts: Acts) -> State:
    """Let the rest of the turn go by."""
    del case
    left = state.acts.copy(order="K")
    left[acts.world, acts.role] = 0
    return changed(state, acts=left)


def _bring(case: Case, state: State, acts: Acts) -> State:
    """Pick a fact for the meeting."""
    del case
    brought = state.brought.copy(order="K")
    brought[acts.world, acts.role] |= acts.bit & state.knows[acts.world, acts.role]
    return changed(state, brought=brought)


def _lead(case: Case, state: State, acts: Acts) -> State:
    """Give a task of the meeting to one role."""
    del case
    tasks = state.tasks.copy(order="K")
    tasks[acts.world, acts.object] = acts.target
    return changed(state, tasks=tasks)


def _agree(case: Case, state: State, acts: Acts) -> State:
    """Agree that a role takes a measure by a week; everybody at the table knows it."""
    del case
    owner, due = state.agreement_owner.copy(order="K"), state.agreement_due.copy(order="K")
    shown = state.measures_shown.copy()
    owner[acts.world, acts.object] = acts.target
    due[acts.world, acts.object] = state.week + acts.due
    shown[acts.world] |= acts.bit
    return changed(state, agreement_owner=owner, agreement_due=due, measures_shown=shown)


def _stand(stance: int) -> Callable[[Case, State, Acts], State]:
    def take_stance(case: Case, state: State, acts: Acts) -> State:
        del case
        stances = state.stance.copy(order="K")
        stances[acts.world, acts.role] = stance
        return changed(state, stance=stances)

    return take_stance


_RULES: Mapping[Verb, Callable[[Case, State, Acts], State]] = {
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
    Verb.COMMIT: _stand(COMMITS),
    Verb.OBJECT: _stand(OBJECTS),
}
