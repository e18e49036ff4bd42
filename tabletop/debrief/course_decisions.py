"""What people decided between the weeks: turns, answers, the meeting."""

from collections.abc import Iterator, Sequence

from tabletop.case.verbs import Extent, Task, Topic, Verb
from tabletop.debrief.knowing import bits
from tabletop.debrief.lines import EVERYBODY, Line
from tabletop.debrief.pages import CourseKind
from tabletop.debrief.shares import ShareJudged, judged, why_not
from tabletop.debrief.watching import Step
from tabletop.rules.judging import NO
from tabletop.rules.state import State
from tabletop.view.plan import measure_icon
from tabletop.view.public import shown_measures
from tabletop.view.sentences import reason_words, topic_words
from tabletop.view.words import Words

_KINDS: dict[Verb, CourseKind] = {
    Verb.SHARE: "share", Verb.ANSWER: "share", Verb.MEASURE: "measure", Verb.CALL: "meeting", Verb.LEAD: "meeting",
    Verb.AGREE: "meeting", Verb.COMMIT: "meeting", Verb.OBJECT: "meeting",
}  # fmt: skip
_UNTOLD = (Verb.PASS, Verb.BRING)
"""What is not worth a line: that somebody let a turn go by, or laid something ready that the meeting will show."""
_REASONED = {Verb.REFUSE: "refuse", Verb.OBJECT: "object"}
"""Decisions for which a person may give a reason, and which list of reasons that is."""
SCALE = ("no", "defensible", "yes")


def turn_lines(words: Words, steps: Sequence[Step]) -> Iterator[Line]:
    """Give the lines of the entries between the weeks; who sat at the meeting comes before what was done there."""
    meeting: list[Line] = []
    met = next((step.after for step in reversed(steps) if step.entry.kind == "meeting_closed"), None)
    for step in steps:
        lines = list(_lines(words, step, met))
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


def _lines(words: Words, step: Step, met: State | None) -> Iterator[Line]:
    """The lines of one entry; `met` is the state after the meeting of this round, if there was one."""
    if step.entry.kind == "decided" and step.entry.decision:
        row = words.case.decisions.row[step.entry.decision]
        if words.case.decisions.verb[row] == Verb.MEASURE:
            yield _measure(words, step, row, met)
        else:
            yield from _decided(words, step, row)
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
    text = _with_reason(words, step, words.say(f"course.{_word(words, step, row)}", **values))
    yield Line(
        text, _KINDS.get(verb, "decision"), _knowing(words, verb, role, int(decisions.target[row])), _note(words, step)
    )


def _with_reason(words: Words, step: Step, said: str) -> str:
    """The sentence of a decision, with the reason that was given for it."""
    reason = given_reason(words, step)
    return words.say("course.because", said=said.rstrip("."), reason=reason) if reason else said


def given_reason(words: Words, step: Step) -> str:
    """Why somebody declined or objected, as it was said; empty where no reason was given."""
    if step.entry.decision is None or step.entry.reason is None:
        return ""
    verb = Verb(int(words.case.decisions.verb[words.case.decisions.row[step.entry.decision]]))
    return reason_words(words, _REASONED[verb], step.entry.reason) if verb in _REASONED else ""


def _measure(words: Words, step: Step, row: int, met: State | None) -> Line:
    """A measure that was set in motion; everybody knows of it as soon as the board tells it."""
    role, measure = int(words.case.decisions.role[row]), int(words.case.decisions.object[row])
    text = words.say("course.measure", **_values(words, step, row))
    icon = measure_icon(words, measure)
    if shown_measures(words.case, step.after)[0, measure]:
        return Line(text, "measure", EVERYBODY, icon=icon)
    later = met is not None and bool(shown_measures(words.case, met)[0, measure])
    return Line(text, "measure", frozenset({role}), words.say("course.known_later") if later else "", icon)


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
    """How the shares of this entry are judged: a line for each verdict, with its receivers where there are several."""
    verdicts: dict[str, list[int]] = {}
    for each in judged(words.case, step):
        verdicts.setdefault(_judgement(words, step, each), []).append(each.receiver)
    if len(verdicts) <= 1:
        return "".join(verdicts)
    return "\n".join(
        words.say("course.judged_for", roles=words.roles(tuple(roles)), verdict=verdict)
        for verdict, roles in verdicts.items()
    )


def _judgement(words: Words, step: Step, share: ShareJudged) -> str:
    scales = {
        name: words.messages.say(f"course.scale.{SCALE[getattr(share, name)]}")
        for name in ("lawful", "needed", "minimal")
    }
    if share.lawful == NO:
        reasons = [words.say(f"course.why_not.{word}") for word in why_not(words.case, step.before, share)]
        scales["lawful"] = words.say("course.not_lawful", why=words.messages.listing(reasons))
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
