"""*Verloop*: the weeks unhidden, with what happened, who knew of it, and the danger curve of the world played."""

from collections.abc import Iterator
from itertools import groupby

from tabletop.analysis.rollout import ENDINGS
from tabletop.content.specs.common import Language
from tabletop.debrief.course_decisions import turn_lines
from tabletop.debrief.course_weeks import week_lines
from tabletop.debrief.lines import Line, to_course
from tabletop.debrief.pages import CourseLine, CoursePage, CourseRound, CourseWeek
from tabletop.debrief.watching import Step, Watched
from tabletop.rules.endings import endings
from tabletop.view.words import Words

__all__ = ["CourseLine", "CoursePage", "CourseRound", "CourseWeek", "course_page"]

_NO_DANGER = 1e-9
_SAME = 0.05
"""A level that moved less than this is told as the same. Display only."""
_DECISIVE = "serious_share"
"""The number of the model that turns violence into serious injury: its evidence is named beside the danger."""


def course_page(watched: Watched, language: Language) -> CoursePage:
    """Make the page of the whole session so far."""
    words = Words(watched.case, language)
    danger = [float(step.after.danger[0]) for step in _weeks(watched)]
    highest = max(danger, default=0.0)
    scaled = tuple(each / highest if highest > _NO_DANGER else 0.0 for each in danger)
    ending = ENDINGS[int(endings(watched.case, watched.play.state)[0])]
    variant = watched.case.pack.scenario.variants[int(watched.play.state.variant[0])]
    return CoursePage(
        rounds=tuple(_rounds(words, watched, scaled)),
        danger=scaled,
        danger_label=_danger_label(words, danger, highest),
        ending=words.messages.say(f"debrief.ending.{ending}"),
        ending_explanation=words.messages.say(f"debrief.ending_means.{ending}"),
        variant=words.text(variant.title),
        figures=tuple(_figures(words, watched)),
    )


def _weeks(watched: Watched) -> list[Step]:
    return [step for step in watched.steps if step.after.week > step.before.week]


def _rounds(words: Words, watched: Watched, scaled: tuple[float, ...]) -> Iterator[CourseRound]:
    specs = [spec for spec in watched.case.pack.scenario.rounds if spec.core or watched.case.long]
    for number, steps in groupby(watched.steps, key=_round_of):
        weeks = tuple(_parts(words, list(steps), scaled))
        if weeks:
            title = words.messages.say("course.round", round=number + 1, title=words.text(specs[number].title))
            yield CourseRound(title, weeks)


def _round_of(step: Step) -> int:
    return step.before.round


def _parts(words: Words, steps: list[Step], scaled: tuple[float, ...]) -> Iterator[CourseWeek]:
    """The turns and the meeting of a round, then each week of it."""
    turns = list(turn_lines(words, [step for step in steps if step.after.week == step.before.week]))
    if turns:
        week = steps[0].before.week
        label = words.messages.say("course.turns" if week else "course.turns_first", week=week)
        yield CourseWeek(week, label, to_course(words, turns), 0.0, is_turns=True)
    for step in steps:
        if step.after.week > step.before.week:
            lines: list[Line] = list(week_lines(words, step))
            label = words.messages.say("course.week", week=step.after.week)
            told = _chance(words, "course.danger", float(step.after.danger[0]))
            yield CourseWeek(step.after.week, label, to_course(words, lines), scaled[step.before.week], told)


def _danger_label(words: Words, danger: list[float], highest: float) -> str:
    week = danger.index(highest) + 1 if danger else 0
    evidence = words.say(f"score.strength.{words.case.pack.numbers[_DECISIVE].strength}")
    return _chance(words, "course.highest_danger", highest, week=week, evidence=evidence)


def _chance(words: Words, key: str, danger: float, **values: object) -> str:
    """Say a probability as people can picture it: 1 in so many."""
    if danger <= _NO_DANGER:
        return words.messages.say("course.no_danger")
    return words.messages.say(key, one_in=words.messages.number(_about(1 / danger)), **values)


def _about(count: float) -> int:
    """Round to one digit: more would promise what a game cannot know.

    >>> _about(1097.0), _about(665.0), _about(4.2)
    (1000, 700, 4)
    """
    whole = max(1, round(count))
    return round(whole, 1 - len(str(whole)))


def _figures(words: Words, watched: Watched) -> Iterator[str]:
    state, count, say = watched.play.state, words.messages.count, words.messages.say
    yield say("course.contacts", contacts=int(state.contacts[0]), reported=int(state.reported[0]))
    if state.breaches[0]:
        yield say("course.breaches", breaches=int(state.breaches[0]), unanswered=int(state.unanswered[0]))
    yield count("course.meetings", int(state.meetings[0]))
    joint, appeared = int(state.joint[0]).bit_count(), int(state.appeared[0]).bit_count()
    yield say("knowledge.joint", joint=joint, all=appeared)
    start, variant = watched.case.engine.variants.levels, int(state.variant[0])
    moved = {
        name: _level(words, float(getattr(state, name)[0]) - float(start[name][variant]))
        for name in ("strength", "trust")
    }
    yield words.say("course.strength", **moved)


def _level(words: Words, moved: float) -> str:
    way = "same" if abs(moved) < _SAME else "up" if moved > 0 else "down"
    return words.messages.say(f"course.level.{way}")
