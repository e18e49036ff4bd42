"""Figures of decisions and measures: what was done, on what picture, and what followed a breach."""

from collections.abc import Callable, Iterator

import numpy as np

from tabletop.case.verbs import IN_TURN, Status, Verb
from tabletop.debrief.score_log import Decided, Moved, ScoreLog
from tabletop.debrief.score_parts import TABLE, Figure, Part, counted, first_of, share_of
from tabletop.debrief.watching import Step
from tabletop.rules.picture import weight

_UNDER_WAY = (Status.REQUESTED, Status.RUNNING)
_SEES_STALKER = ("supervision", "treatment", "outreach", "custody")
_SEEN = 2
"""In `State.breach`: the breach was noticed."""


def first_act_week(log: ScoreLog) -> Figure:
    """The week of the first decision that is more than letting a turn go by."""
    acts = (each for each in log.of_verb(*IN_TURN, Verb.ANSWER) if each.verb != Verb.PASS)
    return first_of(Part(each.role, each.step.before.week, each.number) for each in acts)


def waits_made(log: ScoreLog) -> Figure:
    """Times that somebody waited with a plan ready."""
    return counted(Part(each.role, 1, each.number) for each in log.of_verb(Verb.WAIT))


def picture_at_measures(log: ScoreLog) -> Figure:
    """What deciders knew of the facts that a measure hinges on, by weight, out of all there was to know."""
    parts, out_of = [], []
    for each in log.of_verb(Verb.MEASURE):
        state = each.step.before
        known = state.knows[:, each.role]
        facts = log.case.measures.hinges_on[each.object] & (state.appeared | known)
        parts.append(Part(each.role, round(float(weight(log.case, facts & known)[0])), each.number))
        out_of.append(Part(each.role, round(float(weight(log.case, facts)[0])), each.number))
    return share_of(parts, out_of)


def measures_decided(log: ScoreLog) -> Figure:
    """Measures that were taken."""
    return counted(Part(each.role, 1, each.number) for each in log.of_verb(Verb.MEASURE))


def measures_after_assessment(log: ScoreLog) -> Figure:
    """Measures taken while an assessment lay there, out of all that are no assessment themselves."""
    others = [each for each in log.of_verb(Verb.MEASURE) if log.measure(each.object).kind != "assessment"]
    informed = (each for each in others if any(_assessments(log, each.step)))
    return share_of(
        (Part(each.role, 1, each.number) for each in informed), (Part(each.role, 1, each.number) for each in others)
    )


def _assessments(log: ScoreLog, step: Step) -> Iterator[int]:
    begun = np.flatnonzero(step.before.status[0] >= Status.RUNNING).tolist()
    return (
        place
        for place in begun
        if log.measure(place).kind == "assessment" and step.before.status[0, place] != Status.REFUSED
    )


def measures_refused(log: ScoreLog) -> Figure:
    """Measures that were not given when their time came."""
    return counted(Part(each.role, 1, each.step.number) for each in log.moved if each.status == Status.REFUSED)


def started(log: ScoreLog, holds: Callable[[Moved], bool] = lambda _: True) -> Figure:
    """Measures that began, on the account of who decided them; the script's on that of the table."""
    return counted(Part(each.role, 1, each.step.number) for each in log.started() if holds(each))


def started_at(log: ScoreLog, side: str) -> Figure:
    """Measures that began at one side: of the victim, or of the stalker."""
    return started(log, lambda each: log.measure(each.measure).target == side)


def steps_built(log: ScoreLog) -> Figure:
    """Measures that began because another one carried them."""
    return started(log, lambda each: bool(log.measure(each.measure).needs.running))


def measures_in_plan(log: ScoreLog) -> Figure:
    """Measures that began and were agreed before, out of all that began."""
    agreed = started(log, lambda each: bool(each.step.before.agreement_owner[0, each.measure] >= 0))
    return share_of(agreed.parts, started(log).parts)


def weeks_of(log: ScoreLog, measures: tuple[str, ...]) -> Figure:
    """Weeks in which one of these measures ran."""
    places = [place for place, id_ in enumerate(log.case.measures.ids) if id_ in measures]
    return counted(_running_weeks(log, places))


def weeks_in_view(log: ScoreLog) -> Figure:
    """Weeks in which somebody saw the stalker: supervision, treatment, outreach, custody, or what notices a breach."""
    places = [place for place in range(len(log.case.measures.ids)) if _sees(log, place)]
    return counted(_running_weeks(log, places))


def _sees(log: ScoreLog, place: int) -> bool:
    spec = log.measure(place)
    notices = spec.effects.notice is not None and spec.effects.notice.value > 0
    return spec.target == "stalker" and (notices or spec.kind in _SEES_STALKER)


def _running_weeks(log: ScoreLog, places: list[int]) -> Iterator[Part]:
    """One for each week in which one of them runs, on the account of who decided the first that began."""
    for step in log.weeks:
        running = [place for place in places if step.after.status[0, place] == Status.RUNNING]
        if running:
            first = min(running, key=lambda place: int(step.after.starts[0, place]))
            yield Part(int(step.after.decided_by[0, first]), 1, step.number)


def _assessing(log: ScoreLog) -> Iterator[Decided]:
    return (each for each in log.of_verb(Verb.MEASURE) if log.measure(each.object).kind == "assessment")


def assessment_week(log: ScoreLog) -> Figure:
    """The week in which the first assessment was there."""
    found = (each for each in log.started() if log.measure(each.measure).kind == "assessment")
    return first_of(Part(each.role, each.step.after.week, each.step.number) for each in found)


def assessments_made(log: ScoreLog) -> Figure:
    """Assessments that were ordered."""
    return counted(Part(each.role, 1, each.number) for each in _assessing(log))


def assessments_shared(log: ScoreLog) -> Figure:
    """Assessments that the meeting knows of, out of those that were ordered."""
    shown = int(log.end.measures_shown[0])
    made = list(_assessing(log))
    known = (each for each in made if shown >> each.object & 1 or log.case.measures.visible[each.object])
    return share_of(
        (Part(each.role, 1, each.number) for each in known), (Part(each.role, 1, each.number) for each in made)
    )


def assessments_after_change(log: ScoreLog) -> Figure:
    """Rounds in which the stalker changed and after which the risk was assessed again, out of all such rounds."""
    changes: dict[int, int] = {}
    for step in log.weeks:
        grew = int(step.after.stages[0]) & ~int(step.before.stages[0])
        if grew or (bool(step.after.active[0]) and not bool(step.before.active[0])):
            changes.setdefault(step.before.round, step.number)
    made = [each for each in log.started() if log.measure(each.measure).kind == "assessment"]
    parts = []
    for number in changes.values():
        again = next((each for each in made if each.step.number > number), None)
        if again is not None:
            parts.append(Part(again.role, 1, again.step.number))
    return share_of(parts, (Part(TABLE, 1, number) for number in changes.values()))


def breaches(log: ScoreLog) -> Figure:
    """Weeks in which a ban was broken, seen or not."""
    return counted(Part(TABLE, 1, step.number) for step in log.weeks if step.after.breach[0])


def breaches_answered(log: ScoreLog) -> Figure:
    """Breaches answered in time, out of those that were noticed, on the account of who had the answer."""
    answered = [Part(_who_answered(log, step), 1, step.number) for step in log.weeks if step.after.answered[0]]
    late = [Part(TABLE, 1, step.number) for step in log.weeks if step.after.unanswered[0] > step.before.unanswered[0]]
    waits = [Part(TABLE, 1, 0)] if log.end.breach_weeks[0] >= 0 else []
    return share_of(answered, (*(Part(TABLE, 1, part.entry) for part in answered), *late, *waits))


def _who_answered(log: ScoreLog, step: Step) -> int:
    answers = int(log.case.engine.effects.answers)
    for each in log.started():
        if each.step is step and answers >> each.measure & 1:
            return each.role
    for role in np.flatnonzero(step.before.waiting[0]).tolist():
        if int(log.case.measures.deciders[role]) & answers:
            return int(role)
    return TABLE
