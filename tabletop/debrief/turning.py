"""*Keerpunten*: the decisions that mattered most, told with what might have been decided instead."""

from dataclasses import replace

from tabletop.analysis.points import PER, Alternative, Curve, TurningPoint
from tabletop.analysis.tally import Interval
from tabletop.analysis.turning import Turning
from tabletop.case.verbs import Verb
from tabletop.content.specs.common import Language
from tabletop.debrief.course_decisions import given_reason
from tabletop.debrief.turning_pages import (
    DangerLine,
    Leaning,
    OtherChoice,
    TurningDetail,
    TurningPage,
    TurningRow,
)
from tabletop.debrief.watching import Watched
from tabletop.view.sentences import decision_word, topic_words
from tabletop.view.words import Words

MOST = 10
"""So many rows are shown; the rest mattered less."""
HEAD_ROOM = 1.05
NOTICEABLE = 0.05
"""Points of harm below which a difference would be written as nought."""


def turning_page(
    watched: Watched, turning: Turning | None, language: Language, chosen: int | None = None
) -> TurningPage:
    """Make the page of what is known so far; `chosen` is the number of a row's entry, by default the first."""
    words = Words(watched.case, language)
    points = [] if turning is None else [point for point in turning.points if point.alternatives][:MOST]
    point = next((each for each in points if each.number == chosen), points[0] if points else None)
    return TurningPage(
        rows=tuple(_row(words, place, each) for place, each in enumerate(points, start=1)),
        label=_label(words, turning),
        note=words.messages.say("turning.note"),
        is_done=turning is not None and turning.done == turning.total,
        chosen=None if point is None else point.number,
        detail=None if point is None else _detail(words, watched, point),
    )


def _label(words: Words, turning: Turning | None) -> str:
    say = words.messages.say
    if turning is None:
        return say("turning.looking")
    if not turning.points:
        return say("turning.nothing")
    if turning.done < turning.total:
        return say("turning.refining", done=turning.done - 1, all=turning.total - 1)
    return say("turning.done", worlds=words.messages.number(max(point.futures for point in turning.points)))


def _row(words: Words, place: int, point: TurningPoint) -> TurningRow:
    role = None if point.role is None else words.badge(words.case.roles.index(point.role))
    title = words.messages.say("turning.row", place=place, when=_when(words, point), act=_own(words, point))
    return TurningRow(point.number, title, _effect(words, point), role, point.stage == "refined")


def _effect(words: Words, point: TurningPoint) -> str:
    """What the best other choice was to be expected to do; or, where none is better, what the own choice did."""
    best, say = point.best, words.messages.say
    if best is None:
        return ""
    if leaning_of(best.difference) == "better":
        key = "turning.better" if point.stage == "refined" else "turning.better_first"
        return say(key, act=act(words, best.decision, point.role), **_points(words, best.difference))
    nothing = next((each for each in point.alternatives if each.decision is None), best)
    key = "turning.helped" if leaning_of(nothing.difference) == "worse" else "turning.even"
    return say(key, **_points(words, nothing.difference))


def _points(words: Words, interval: Interval) -> dict[str, str]:
    reach = interval.high - interval.mean
    return {"points": words.messages.number(abs(interval.mean), 1), "about": words.messages.number(reach, 1)}


def _detail(words: Words, watched: Watched, point: TurningPoint) -> TurningDetail:
    say, best = words.messages.say, point.best
    shown = list(point.alternatives[:3])
    shown += [each for each in point.alternatives[3:] if each.decision is None]
    top = _top(watched, point)
    past = tuple(danger / top for danger in _past(watched, point))
    other = None
    if best is not None:
        label = say("turning.instead", act=act(words, best.decision, point.role))
        other = _line(label, point, best.danger, top, past[-1:])
    played = _line(say("turning.played"), point, point.danger, top, past[-1:])
    return TurningDetail(
        title=say("turning.title", when=_when(words, point), act=_own(words, point)),
        flag=words.week(point.week),
        week=point.week,
        weeks=watched.week,
        own=say("turning.own", some=words.messages.number(point.calm), all=words.messages.number(PER)),
        others=tuple(_other(words, point, each) for each in shown),
        past=past,
        played=played,
        other=None if other is None else replace(other, low=(), high=()),
        note="" if best is None else say("turning.followed", share=words.messages.percent(best.followed)),
        reason=_reason(words, watched, point),
    )


def _reason(words: Words, watched: Watched, point: TurningPoint) -> str:
    """The reason that stands in the log with this decision; empty where there is none."""
    steps = (step for step in watched.steps if step.number == point.number)
    reason = next((given_reason(words, step) for step in steps), "")
    return words.say("turning.reason", reason=reason) if reason else ""


def _when(words: Words, point: TurningPoint) -> str:
    """'week 4', in one piece."""
    return words.week(point.week).replace(" ", "\u00a0")


def _other(words: Words, point: TurningPoint, other: Alternative) -> OtherChoice:
    say, number = words.messages.say, words.messages.number
    leaning = leaning_of(other.difference)
    calm = max(0.0, point.calm + other.calm.mean)
    return OtherChoice(
        text=act(words, other.decision, point.role),
        harm=say(f"turning.harm.{leaning}", **_points(words, other.difference)),
        calm=say("turning.calm", some=number(calm), all=number(PER), about=number(other.calm.high - other.calm.mean)),
        leaning=leaning,
    )


def leaning_of(difference: Interval) -> Leaning:
    """Say whether a difference in harm is clear, and which way.

    >>> leaning_of(Interval(-2.0, -2.5, -1.5)), leaning_of(Interval(0.4, -0.1, 0.9))
    ('better', 'even')
    """
    if abs(difference.mean) < NOTICEABLE or difference.low <= 0.0 <= difference.high:
        return "even"
    return "better" if difference.mean < 0 else "worse"


def _line(label: str, point: TurningPoint, curve: Curve, top: float, now: tuple[float, ...]) -> DangerLine:
    """Danger from the week of the decision on, where it is as it was (`now`), with its band."""
    mean, low, high = (now + tuple(week[part] / top for week in curve) for part in range(3))
    return DangerLine(label, point.week, mean, low, high)


def _top(watched: Watched, point: TurningPoint) -> float:
    """The highest danger that the chart has to show."""
    found = [high for _, _, high in point.danger]
    found += [mean for each in point.alternatives for mean, _, _ in each.danger]
    return HEAD_ROOM * max([*found, *_past(watched, point)], default=0.0) or 1.0


def _past(watched: Watched, point: TurningPoint) -> list[float]:
    """Danger as it was at the start, and in each week up to that of the decision."""
    first = [float(step.before.danger[0]) for step in watched.steps[:1]]
    weeks = [step for step in watched.steps if step.after.week > step.before.week]
    return first + [float(step.after.danger[0]) for step in weeks if step.after.week <= point.week]


def _own(words: Words, point: TurningPoint) -> str:
    """What the group decided itself; to do nothing was to let the rest of a turn go by."""
    if point.decision is None and point.role is not None:
        return words.say("turning.act.let_go", role=words.short(words.case.roles.index(point.role)))
    return act(words, point.decision, point.role)


def act(words: Words, decision: str | None, role: str | None) -> str:
    """A decision as something that somebody does: 'Wijkteam zet in: logboek bijhouden'. None is doing nothing."""
    who = "" if role is None else words.short(words.case.roles.index(role))
    if decision is None:
        return words.say("turning.act.nothing" if role is not None else "turning.act.nothing_together", role=who)
    row = words.case.decisions.row[decision]
    return words.say(f"turning.act.{decision_word(words, row)}", role=who, **_values(words, row))


def _values(words: Words, row: int) -> dict[str, str]:
    decisions = words.case.decisions
    verb, number, target = Verb(int(decisions.verb[row])), int(decisions.object[row]), int(decisions.target[row])
    values = {"other": words.short(target) if 0 <= target < len(words.case.roles) else ""}
    if verb in (Verb.SHARE, Verb.ANSWER, Verb.BRING):
        values["fact"] = words.fact_title(number)
    if verb in (Verb.ASK, Verb.REFUSE):
        values["topic"] = topic_words(words, number)
    if verb in (Verb.MEASURE, Verb.AGREE):
        values["measure"] = words.measure(number)
    return values
