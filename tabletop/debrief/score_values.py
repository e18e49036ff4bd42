"""Figures of the score as text."""

from tabletop.analysis.rollout import ENDINGS
from tabletop.content.specs.scoring import FigureSpec
from tabletop.debrief.score_pages import ScoreFigure, ScoreShare
from tabletop.debrief.score_parts import TABLE, Figure
from tabletop.debrief.score_worlds import PER, Estimate
from tabletop.view.words import Words, capital

POINTS = 100


def log_figure(words: Words, spec: FigureSpec, figure: Figure) -> ScoreFigure:
    """A figure of the log, with what each role and the table add to it."""
    shares = tuple(
        ScoreShare(
            role=words.find_badge(role),
            label=words.messages.say("score.table") if role == TABLE else words.short(role),
            value=_value(words, spec.unit, figure, role),
        )
        for role in _accounts(figure)
    )
    return ScoreFigure(
        spec.id,
        capital(words.text(spec.name)),
        _value(words, spec.unit, figure, None),
        shares,
        ", ".join(words.messages.say("score.part", who=share.label, value=share.value) for share in shares),
    )


def _accounts(figure: Figure) -> tuple[int, ...]:
    """Roles with something to show; nobody when all of it is the table's."""
    weeks = figure.together == "first"
    shown = [role for role in figure.accounts if weeks or figure.value(role) or figure.whole(role)]
    if all(role == TABLE for role in shown):
        return ()
    if figure.together == "sum" and not figure.value(TABLE):
        shown = [role for role in shown if role != TABLE]
    return tuple(sorted(shown, key=lambda role: (role == TABLE, role)))


def _value(words: Words, unit: str, figure: Figure, role: int | None) -> str:
    """A figure of the group (role None), of a role or of the table."""
    value = figure.value(role)
    if unit == "week":
        return words.messages.say("score.never") if value is None else words.week(value)
    if value is None:
        return words.messages.say("score.none")
    if unit == "ending":
        return words.messages.say(f"debrief.ending.{ENDINGS[value]}")
    if unit == "hours":
        return words.hours(value)
    return words.messages.number(value) if unit == "count" else _part(words, unit, value, figure.whole(role), role)


def _part(words: Words, unit: str, value: int, whole: int, role: int | None) -> str:
    """So much of a whole; only the group's whole may be known, and then a role shows its part alone."""
    number, say = words.messages.number, words.messages.say
    if not whole:
        return number(value) if unit == "share" and role is not None else say("score.none")
    if unit == "share":
        return say("score.of", some=number(value), all=number(whole))
    return _ratio(words, unit, value / whole)


def _ratio(words: Words, unit: str, ratio: float) -> str:
    if unit == "percent":
        return words.messages.percent(ratio)
    if unit == "change":
        sign = "+" if ratio > 0 else ""
        return words.messages.say("score.points", points=sign + words.messages.number(ratio * POINTS, 1))
    return words.messages.say("score.weeks", weeks=words.messages.number(ratio, 1))


def world_figure(words: Words, spec: FigureSpec, found: Estimate) -> ScoreFigure:
    """A figure of many worlds, with its interval."""
    return ScoreFigure(spec.id, capital(words.text(spec.name)), estimated(words, spec.unit, found))


def estimated(words: Words, unit: str, found: Estimate) -> str:
    """An estimate with how far it may be off."""
    number, say = words.messages.number, words.messages.say
    if unit == "worlds":
        return say("score.in_worlds", some=number(found.mean), all=number(PER), about=number(found.reach))
    if unit == "percent":
        return say("score.about", value=words.messages.percent(found.mean), about=number(found.reach * POINTS, 1))
    digits = 0 if unit == "index" else 1
    value = number(found.mean, digits)
    return value if found.reach == 0 else say("score.about", value=value, about=number(found.reach, 1))
