"""Decisions as sentences: as an option, and as something that was done."""

from tabletop.case.verbs import Task, Topic, Verb, Way
from tabletop.view.costs import row_quarters
from tabletop.view.pages import Chip, Option
from tabletop.view.words import Words

TASK_WORDS = tuple(task.name.lower() for task in Task)
"""The last part of message keys about tasks."""
ABOUT_FACTS = (Verb.SHARE, Verb.ANSWER, Verb.BRING)
EXPLAIN_THEMSELVES = (Verb.SHARE, Verb.ANSWER, Verb.COMMIT, Verb.OBJECT)
ABOUT_TOPICS = (Verb.ASK, Verb.REFUSE)
ABOUT_MEASURES = (Verb.MEASURE, Verb.AGREE)


REASONS = {
    "refuse": ("not_allowed", "consent", "no_time", "in_meeting"),
    "object": ("no_time", "not_ours", "no_ground", "risk", "victim"),
}
"""Reasons that a person can give, in the order of the list; what was said aloud is more than this."""


def reason_chips(words: Words, kind: str) -> tuple[Chip, ...]:
    """Reasons to decline or to object."""
    return tuple(Chip(name, reason_words(words, kind, name)) for name in REASONS[kind])


def reason_words(words: Words, kind: str, reason: str) -> str:
    """A reason as words; empty for none, and for one that this version does not know."""
    return words.say(f"reason.{kind}.{reason}") if reason in REASONS[kind] else ""


def option(words: Words, row: int, group: str = "") -> Option:
    """A possible decision with its cost and explanation."""
    case = words.case
    return Option(
        id=case.decisions.ids[row],
        label=sentence(words, row),
        cost=words.cost(row_quarters(case, row)),
        explanation=explanation(words, row),
        group=group,
    )


def sentence(words: Words, row: int) -> str:
    """What a professional would say who proposes this decision."""
    return words.say(f"option.{decision_word(words, row)}", **_values(words, row))


def done(words: Words, row: int, way: str | None = None, extent: str | None = None) -> str:
    """The decision as something this seat did in this turn."""
    word = decision_word(words, row)
    if word in ("share", "answer") and extent == "signal":
        word = "signal"
    channel = words.case.pack.modes.channels[Way[(way or "call").upper()]]
    return words.say(f"done.{word}", way=words.text(channel.name), **_values(words, row))


def explanation(words: Words, row: int) -> str:
    """What the decision is and can do wrong, in a few lines; empty for what explains itself."""
    verb, number = Verb(int(words.case.decisions.verb[row])), int(words.case.decisions.object[row])
    if verb in ABOUT_MEASURES:
        spec = words.measure_spec(number)
        return words.say("explain.measure", what=words.text(spec.explanation), risk=words.text(spec.risk))
    return "" if verb in EXPLAIN_THEMSELVES else words.say(f"explain.{decision_word(words, row)}")


def topic_words(words: Words, topic: int) -> str:
    """What a question is about: 'Robin', 'de ex', 'het kind', 'de betrokken professionals'."""
    return words.say(f"topic.{Topic(topic).name.lower()}")


def decision_word(words: Words, row: int) -> str:
    """The last part of a message key for a decision."""
    verb, number = Verb(int(words.case.decisions.verb[row])), int(words.case.decisions.object[row])
    if verb == Verb.LEAD:
        return Task(number).name.lower()
    if verb == Verb.SCALE:
        return "scale_up" if number else "scale_down"
    if verb == Verb.ASK and number == Topic.CONSENT:
        return "ask_consent"
    return verb.name.lower()


def _values(words: Words, row: int) -> dict[str, str]:
    """What a sentence about a decision may name."""
    rows = words.case.decisions
    verb, number, target = Verb(int(rows.verb[row])), int(rows.object[row]), int(rows.target[row])
    values: dict[str, str] = {}
    if 0 <= target < len(words.case.roles):
        values["role"] = words.role(target)
    if verb in ABOUT_FACTS:
        values["fact"] = words.fact_title(number)
    if verb in ABOUT_TOPICS:
        values["topic"] = topic_words(words, number)
    if verb in ABOUT_MEASURES:
        values["measure"] = words.measure(number)
    return values
