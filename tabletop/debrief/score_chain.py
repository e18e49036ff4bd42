"""Figures of the table together: meetings, leads, plan, agreements, trust, hours."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from tabletop.case.verbs import Task, Topic, Verb
from tabletop.debrief.network import talks_of
from tabletop.debrief.score_log import Decided, ScoreLog
from tabletop.debrief.score_parts import TABLE, WHOLE, Figure, Part, counted, first_of, share_of
from tabletop.rules.state import State

if TYPE_CHECKING:
    import networkx as nx

_UNCHECKED, _CHECKED = 1, 2
"""In `State.let_go`."""


def verb_count(log: ScoreLog, verb: Verb) -> Figure:
    """How often a kind of decision was taken."""
    return counted(Part(each.role, 1, each.number) for each in log.of_verb(verb))


def meetings_held(log: ScoreLog) -> Figure:
    """Meetings, on the account of who called them."""
    return counted(Part(int(step.before.caller[0]), 1, step.number) for step in log.meetings)


def first_meeting_week(log: ScoreLog) -> Figure:
    """The week of the first meeting."""
    return first_of(Part(int(step.before.caller[0]), step.before.week, step.number) for step in log.meetings)


def attendance(log: ScoreLog) -> Figure:
    """Places taken at meetings, out of all places."""
    roles = range(len(log.case.roles))
    came = (Part(role, 1, step.number) for step in log.meetings for role in roles if step.after.table[0, role])
    return share_of(came, (Part(role, 1, step.number) for step in log.meetings for role in roles))


def halves_met_week(log: ScoreLog) -> Figure:
    """The first week in which the table knew both of the victim's side and of the stalker's."""
    sides = [_about(log, topic) for topic in (Topic.VICTIM, Topic.STALKER)]
    for step in log.steps:
        before, after = int(step.before.joint[0]), int(step.after.joint[0])
        if after != before and all(after & side for side in sides) and not all(before & side for side in sides):
            return first_of((Part(max(int(step.after.caller[0]), TABLE), step.before.week, step.number),))
    return first_of(())


def _about(log: ScoreLog, topic: Topic) -> int:
    return sum(1 << fact for fact, subject in enumerate(log.case.facts.subject.tolist()) if subject == topic)


def pattern_joined_week(log: ScoreLog) -> Figure:
    """The first week in which loose reports became a pattern: in a meeting, or by a measure that joins them."""
    parts = []
    for step in log.steps:
        if step.after.pattern[0] <= step.before.pattern[0]:
            continue
        joins = [each for each in log.started() if each.step is step and log.measure(each.measure).effects.pattern]
        if step.after.meetings[0] > step.before.meetings[0]:
            parts.append(Part(int(step.before.caller[0]), step.before.week, step.number))
        elif joins:
            parts.append(Part(joins[0].role, step.after.week, step.number))
    return first_of(parts)


def lead_week(log: ScoreLog, task: Task) -> Figure:
    """The week in which a lead was first given, on the account of who got it."""
    given = (each for each in log.of_verb(Verb.LEAD) if each.object == task)
    return first_of(Part(each.target, each.step.before.week, each.number) for each in given)


def lead_weeks(log: ScoreLog, task: Task) -> Figure:
    """Weeks in which somebody held a lead."""
    held = ((int(step.after.tasks[0, task]), step.number) for step in log.weeks)
    return counted(Part(role, 1, number) for role, number in held if role >= 0)


def lead_between(log: ScoreLog) -> Figure:
    """Share of the shortest lines between partners that ran through who held the process lead at the end."""
    import networkx as nx  # slow to import, and only a debrief needs it

    role = int(log.end.tasks[0, Task.PROCESS_LEAD])
    if role < 0:
        return share_of((), ())
    between = nx.betweenness_centrality(_graph(log))
    return share_of((Part(role, round(between[role] * WHOLE)),), (Part(role, WHOLE),))


def _graph(log: ScoreLog) -> "nx.Graph[int]":
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(log.case.roles)))
    graph.add_edges_from(talks_of(log.watched))
    return graph


def pairs_spoke(log: ScoreLog) -> Figure:
    """Pairs that spoke, out of all pairs; each pair stands half on the account of one and half of the other."""
    talks, roles = talks_of(log.watched), range(len(log.case.roles))
    spoke = (Part(role, 1) for pair in sorted(talks) for role in pair)
    return share_of(spoke, (Part(role, 1) for pair in combinations(roles, 2) for role in pair))


def left_out(log: ScoreLog) -> Figure:
    """Partners with whom nobody spoke."""
    spoke = {role for pair in talks_of(log.watched) for role in pair}
    return counted(Part(role, 1) for role in range(len(log.case.roles)) if role not in spoke)


def partner_trust_change(log: ScoreLog) -> Figure:
    """How much the others came to trust a role more or less, on average over all pairs."""
    change = np.rint((log.end.role_trust[0] - log.start.role_trust[0]) * WHOLE).astype(np.int64)
    pairs = [(who, whom) for who in range(len(change)) for whom in range(len(change)) if who != whom]
    parts = (Part(whom, int(change[who, whom])) for who, whom in pairs)
    return share_of(parts, (Part(whom, WHOLE) for _, whom in pairs))


def victim_told(log: ScoreLog) -> Figure:
    """Meetings after which somebody had to tell the victim, out of all meetings."""
    tellers = ((int(step.after.tasks[0, Task.TELLS_VICTIM]), step.number) for step in log.meetings)
    told = (Part(role, 1, number) for role, number in tellers if role >= 0)
    return share_of(told, (Part(TABLE, 1, step.number) for step in log.meetings))


def plan_worth(log: ScoreLog) -> Figure:
    """What the plan was worth in the weeks that passed: force, attendance, agreements kept and joint picture."""
    worth = (Part(TABLE, round(float(step.after.plan[0]) * WHOLE), step.number) for step in log.weeks)
    return share_of(worth, (Part(TABLE, WHOLE, step.number) for step in log.weeks))


def agreements_kept(log: ScoreLog) -> Figure:
    """Agreements whose measure began by the week agreed, out of those whose week came, on the account of the owner."""
    due = [each for each in log.of_verb(Verb.AGREE) if _was_due(log, each)]
    kept = (Part(each.target, 1, each.number) for each in due if _was_kept(log, each))
    return share_of(kept, (Part(each.target, 1, each.number) for each in due))


def agreements_late(log: ScoreLog) -> Figure:
    """Agreements whose week passed before their measure began."""
    agreed = (each for each in log.of_verb(Verb.AGREE) if _was_due(log, each) and not _was_kept(log, each))
    return counted(Part(each.target, 1, each.number) for each in agreed)


def _due(agreed: Decided) -> int:
    return int(agreed.step.after.agreement_due[0, agreed.object])


def _was_due(log: ScoreLog, agreed: Decided) -> bool:
    return _due(agreed) <= log.end.week or _was_kept(log, agreed)


def _was_kept(log: ScoreLog, agreed: Decided) -> bool:
    return any(
        each.measure == agreed.object
        and each.step.number > agreed.number
        and int(each.step.after.starts[0, each.measure]) <= _due(agreed)
        for each in log.started()
    )


def scaled_down(log: ScoreLog, *, checked: bool) -> Figure:
    """Times that the case was scaled down, with or without a reason that was checked."""
    wanted = _CHECKED if checked else _UNCHECKED
    down = (each for each in log.of_verb(Verb.SCALE) if not each.object)
    return counted(Part(each.role, 1, each.number) for each in down if each.step.after.let_go[0] == wanted)


def scaled_up(log: ScoreLog) -> Figure:
    """Times that the case was scaled up."""
    return counted(Part(each.role, 1, each.number) for each in log.of_verb(Verb.SCALE) if each.object)


def hours_spent(log: ScoreLog) -> Figure:
    """Quarter hours that went into decisions and meetings."""
    parts = []
    for step in log.steps:
        if step.entry.kind == "round_begun" or step.after.hours is step.before.hours:
            continue
        for role, spent in enumerate((step.before.hours[0] - step.after.hours[0]).tolist()):
            if spent > 0:
                parts.append(Part(role, spent, step.number))
    return counted(parts)


def hours_unused(log: ScoreLog) -> Figure:
    """Quarter hours that were left when the weeks of a round began."""
    return counted(part for step in log.round_ends for part in _left(step.before, step.number))


def _left(state: State, number: int) -> Iterator[Part]:
    return (Part(role, int(hours), number) for role, hours in enumerate(state.hours[0].tolist()) if hours > 0)
