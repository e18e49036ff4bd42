"""What people decided between the weeks: turns, answers, the meeting."""

from collections.abc import Iterator, Sequence

from tabletop.case.verbs import Extent, Task, Topic, Verb
from tabletop.debrief.knowing import bits
from tabletop.debrief.lines import EVERYBODY, Line
from tabletop.debrief.pages import CourseKind
from tabletop.debrief.shares import ShareJudged, judged
from tabletop.debrief.watching import Step
from tabletop.view.sentences import topic_words
from tabletop.view.words import Words

_KINDS: dict[Verb, CourseKind] = {
    Verb.SHARE: "share", Verb.ANSWER: "share", Verb.MEASURE: "measure", Verb.CALL: "meeting", Verb.LEAD: "meeting",
    Verb.AGREE: "meeting", Verb.COMMIT: "meeting", Verb.OBJECT: "meeting",
}  # fmt: skip
_UNTOLD = (Verb.PASS, Verb.BRING)
"""What is not worth a line: that somebody let a turn go by, or laid something ready that the meeting will show."""
SCALE = ("no", "defensible", "yes")


def turn_lines(words: Words, steps: Sequence[Step]) -> Iterator[Line]:
    """Give the lines of the entries between the weeks; who sat at the meeting comes before what was done there."""
    meeting: list[Line] = []
    for step in steps:
        lines = list(_lines(words, step))
        if step.entry.kind == "meeting_closed":
            yield from (*lines, *meeting)
            meeting = []
        elif meeting or _is_of_meeting(step):
            meeting += lines
        else:
            yield from lines
    yield from meeting


def _is_of_meeting(step: Step) -> bool:
    return int(step.after.joint[0]) != int(step.before.joint[0]) or (step.entry.decision or "").startswith("table/")


def _lines(words: Words, step: Step) -> Iterator[Line]:
    if step.entry.kind == "decided" and step.entry.decision:
        yield from _decided(words, step, words.case.decisions.row[step.entry.decision])
    elif step.entry.kind == "said_aloud":
        yield from _aloud(words, step)
    elif step.entry.kind == "meeting_closed":
        yield _closed(words, step)
    if int(step.after.joint[0]) != int(step.before.joint[0]):
        yield from _laid(words, step)


def _decided(words: Words, step: Step, row: int) -> Iterator[Line]:
    decisions = words.case.decisions
    verb, role = Verb(int(decisions.verb[row])), int(decisions.role[row])
    if verb in _UNTOLD:
        return
    values = _values(words, step, row)
    text = words.say(f"course.{_word(words, step, row)}", **values)
    yield Line(
        text, _KINDS.get(verb, "decision"), _knowing(words, verb, role, int(decisions.target[row])), _note(words, step)
    )


def _word(words: Words, step: Step, row: int) -> str:
    """The last part of a message key, as precise as the decision."""
    decisions = words.case.decisions
    verb, number = Verb(int(decisions.verb[row])), int(decisions.object[row])
    if verb in (Verb.SHARE, Verb.ANSWER) and step.entry.extent == Extent.SIGNAL.name.lower():
        return "signal"
    if verb == Verb.LEAD:
        return Task(number).name.lower()
    if verb == Verb.SCALE:
        return "scale_up" if number else "scale_down"
    if verb == Verb.ASK and number == Topic.CONSENT:
        return "ask_consent"
    return verb.name.lower()


def _values(words: Words, step: Step, row: int) -> dict[str, str]:
    decisions = words.case.decisions
    verb, number = Verb(int(decisions.verb[row])), int(decisions.object[row])
    role, target = int(decisions.role[row]), int(decisions.target[row])
    values = {
        "role": words.short(role) if role >= 0 else "",
        "other": words.short(target) if 0 <= target < len(words.case.roles) else "",
        "way": words.messages.say(f"course.way.{step.entry.way or 'call'}"),
    }
    if verb in (Verb.SHARE, Verb.ANSWER):
        values["fact"] = words.fact_title(number)
    if verb in (Verb.ASK, Verb.REFUSE):
        values["topic"] = topic_words(words, number)
    if verb in (Verb.MEASURE, Verb.AGREE):
        values["measure"] = words.measure(number)
    if step.entry.due is not None:
        values["due"] = str(step.before.week + step.entry.due)
    if verb == Verb.ASK and number == Topic.CONSENT:
        values["answer"] = words.messages.say("course.consents" if step.after.consents[0] == 1 else "course.declines")
    return values


def _knowing(words: Words, verb: Verb, role: int, target: int) -> frozenset[int] | None:
    """Who knows of a decision when it is taken."""
    if role < 0 or verb in (Verb.CALL, Verb.COMMIT, Verb.OBJECT):
        return EVERYBODY
    both = verb in (Verb.SHARE, Verb.ANSWER, Verb.ASK, Verb.REFUSE) and 0 <= target < len(words.case.roles)
    return frozenset({role, target}) if both else frozenset({role})


def _note(words: Words, step: Step) -> str:
    """How the shares of this entry are judged; nothing for other entries."""
    return "; ".join(dict.fromkeys(_judgement(words, each) for each in judged(words.case, step)))


def _judgement(words: Words, share: ShareJudged) -> str:
    scales = {
        name: words.messages.say(f"course.scale.{SCALE[getattr(share, name)]}")
        for name in ("lawful", "needed", "minimal")
    }
    return words.messages.say("course.judged", **scales)


def _aloud(words: Words, step: Step) -> Iterator[Line]:
    role = words.case.roles.index(step.entry.role or "")
    fact = words.fact_title(words.case.facts.ids.index(str(step.entry.body["fact"])))
    hearers = frozenset(each.receiver for each in judged(words.case, step)) | {role}
    yield Line(words.say("course.aloud", role=words.short(role), fact=fact), "share", hearers, _note(words, step))


def _laid(words: Words, step: Step) -> Iterator[Line]:
    """What came into the joint picture, in a meeting."""
    new = bits(int(step.after.joint[0]) & ~int(step.before.joint[0]))
    sits = frozenset(int(role) for role in step.after.table[0].nonzero()[0])
    titles = "; ".join(words.fact_title(fact) for fact in new)
    yield Line(words.say("course.laid", facts=titles), "meeting", sits)


def _closed(words: Words, step: Step) -> Line:
    sits = tuple(int(role) for role in step.after.table[0].nonzero()[0])
    absent = tuple(role for role in range(len(words.case.roles)) if role not in sits)
    key = "course.met_without" if absent else "course.met"
    text = words.say(key, roles=words.roles(sits), absent=words.roles(absent) if absent else "")
    return Line(text, "meeting", EVERYBODY)
