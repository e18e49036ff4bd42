"""A line of the course before it is a text: what, which kind, and who knew."""

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.debrief.pages import CourseKind, CourseLine
from tabletop.view.words import Words

EVERYBODY = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `known_to` are numbers of roles, or `EVERYBODY`."""

    text: str
    kind: CourseKind
    known_to: frozenset[int] | None
    note: str = ""
    icon: str = ""


def to_course(words: Words, lines: Iterable[Line]) -> tuple[CourseLine, ...]:
    """Turn lines into what a screen shows."""
    return tuple(_course_line(words, line) for line in lines)


def _course_line(words: Words, line: Line) -> CourseLine:
    everybody = frozenset(range(len(words.case.roles)))
    known = everybody if line.known_to is EVERYBODY else line.known_to
    roles = tuple(sorted(known))
    if known == everybody:
        label = words.messages.say("course.everybody")
    elif not roles:
        label = words.messages.say("course.nobody")
    else:
        label = words.messages.say("course.known_to", roles=words.roles(roles))
    return CourseLine(line.text, line.kind, tuple(words.badge(role) for role in roles), label, line.note, line.icon)
