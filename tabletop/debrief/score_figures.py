"""All figures of the log by their id, as `scoring/rubric.yaml` declares them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from tabletop.case.verbs import Task, Verb
from tabletop.debrief import score_acts as acts
from tabletop.debrief import score_chain as chain
from tabletop.debrief import score_sharing as sharing
from tabletop.debrief.score_log import ScoreLog
from tabletop.debrief.score_parts import TABLE, Figure, Part, counted, level_of, share_of
from tabletop.rules.endings import endings

Count = Callable[[ScoreLog], Figure]


def ending(log: ScoreLog) -> Figure:
    """How it ended: a number of `rules.endings`."""
    last = log.weeks[-1].number if log.weeks else 0
    return Figure((Part(TABLE, int(endings(log.case, log.end)[0]), last),), together="last")


def weeks_quiet(log: ScoreLog) -> Figure:
    """Weeks without contact at the end."""
    quiet = int(log.end.weeks_quiet[0])
    return counted(Part(TABLE, 1, step.number) for step in log.weeks[len(log.weeks) - quiet :])


def weeks_contact(log: ScoreLog) -> Figure:
    """Weeks in which the victim noticed contact."""
    return counted(Part(TABLE, 1, step.number) for step in log.weeks if step.after.noticed[0] > 0)


def contacts_noticed(log: ScoreLog) -> Figure:
    """Contacts that the victim noticed."""
    return counted(Part(TABLE, int(step.after.noticed[0]), step.number) for step in log.weeks)


def contacts_reported(log: ScoreLog) -> Figure:
    """Contacts that were reported, out of those that were noticed."""
    told = (Part(TABLE, int(step.after.reports[0]), step.number) for step in log.weeks)
    return share_of(told, contacts_noticed(log).parts)


def single_contact_weeks(log: ScoreLog) -> Figure:
    """Weeks in which the victim had one fixed contact; the rubric says which measures give one."""
    named = (spec.measures for spec in log.case.pack.rubric.figures if spec.id == "single_contact_weeks")
    return acts.weeks_of(log, next(named, ()))


LOG_FIGURES: Final[Mapping[str, Count]] = {
    "ending": ending,
    "weeks_quiet": weeks_quiet,
    "weeks_contact": weeks_contact,
    "contacts_noticed": contacts_noticed,
    "contacts_reported": contacts_reported,
    "strength_start": lambda log: level_of(float(log.start.strength[0])),
    "strength_end": lambda log: level_of(float(log.end.strength[0])),
    "trust_start": lambda log: level_of(float(log.start.trust[0])),
    "trust_end": lambda log: level_of(float(log.end.trust[0])),
    **{id_: partial(sharing.judged_as, scale="lawful", wanted=wanted) for id_, wanted in sharing.LAWFUL.items()},
    **{id_: partial(sharing.judged_as, scale="needed", wanted=wanted) for id_, wanted in sharing.NEEDED.items()},
    **{id_: partial(sharing.judged_as, scale="minimal", wanted=wanted) for id_, wanted in sharing.MINIMAL.items()},
    "silences": sharing.silences,
    "refusals_made": partial(sharing.refusals, needless=False),
    "refusals_needless": partial(sharing.refusals, needless=True),
    "shares_made": sharing.shares_made,
    "visits_made": sharing.visits_made,
    "grounds_right": sharing.grounds_right,
    "grounds_unsure": sharing.grounds_unsure,
    "questions_asked": sharing.questions_asked,
    "questions_answered": sharing.questions_answered,
    "questions_ignored": sharing.questions_ignored,
    "consent_asked": sharing.consent_asked,
    "needed_reached": sharing.needed_reached,
    "weeks_to_reach": sharing.weeks_to_reach,
    "first_act_week": acts.first_act_week,
    "waits_made": acts.waits_made,
    "picture_at_measures": acts.picture_at_measures,
    "measures_decided": acts.measures_decided,
    "measures_started": acts.started,
    "measures_refused": acts.measures_refused,
    "measures_after_assessment": acts.measures_after_assessment,
    "measures_in_plan": acts.measures_in_plan,
    "steps_built": acts.steps_built,
    "victim_measures_started": partial(acts.started_at, side="victim"),
    "stalker_measures_started": partial(acts.started_at, side="stalker"),
    "single_contact_weeks": single_contact_weeks,
    "weeks_in_view": acts.weeks_in_view,
    "assessment_week": acts.assessment_week,
    "assessments_made": acts.assessments_made,
    "assessments_shared": acts.assessments_shared,
    "assessments_after_change": acts.assessments_after_change,
    "breaches": acts.breaches,
    "breaches_answered": acts.breaches_answered,
    "meetings_called": partial(chain.verb_count, verb=Verb.CALL),
    "meetings_held": chain.meetings_held,
    "first_meeting_week": chain.first_meeting_week,
    "attendance": chain.attendance,
    "facts_joined": sharing.facts_joined,
    "halves_met_week": chain.halves_met_week,
    "pattern_joined_week": chain.pattern_joined_week,
    "process_lead_week": partial(chain.lead_week, task=Task.PROCESS_LEAD),
    "case_lead_week": partial(chain.lead_week, task=Task.CASE_LEAD),
    "process_lead_weeks": partial(chain.lead_weeks, task=Task.PROCESS_LEAD),
    "case_lead_weeks": partial(chain.lead_weeks, task=Task.CASE_LEAD),
    "lead_between": chain.lead_between,
    "victim_told": chain.victim_told,
    "plan_worth": chain.plan_worth,
    "commitments": partial(chain.verb_count, verb=Verb.COMMIT),
    "objections": partial(chain.verb_count, verb=Verb.OBJECT),
    "agreements_kept": chain.agreements_kept,
    "agreements_late": chain.agreements_late,
    "scaled_up": chain.scaled_up,
    "scaled_down_checked": partial(chain.scaled_down, checked=True),
    "scaled_down_unchecked": partial(chain.scaled_down, checked=False),
    "partner_trust_change": chain.partner_trust_change,
    "pairs_spoke": chain.pairs_spoke,
    "left_out": chain.left_out,
    "hours_spent": chain.hours_spent,
    "hours_unused": chain.hours_unused,
}
"""What counts each figure that is read from the log."""


def log_figures(log: ScoreLog) -> dict[str, Figure]:
    """Count all figures of a session."""
    return {id_: count(log) for id_, count in LOG_FIGURES.items()}
