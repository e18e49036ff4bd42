"""What is new for one role since it last had the laptop, in at most 40 words."""

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.case.verbs import Status
from tabletop.content.specs.scoring import IncidentSpec
from tabletop.view.incidents import incident_icon, worst_kinds
from tabletop.view.memory import Note, SeatMemory, is_news
from tabletop.view.own_measures import in_vain_words, lacked_words
from tabletop.view.pages import NewsLine
from tabletop.view.plan import measure_icon
from tabletop.view.seat import SeatView, facts_in
from tabletop.view.sentences import reason_words, topic_words
from tabletop.view.words import Words

MOST_WORDS = 40
TOLD, NOTICED = ("letter",), ("eye",)
"""Pictures of what came from somebody else, and of what came up in the own work."""
TOLD_OF_STATUS = {Status.RUNNING: "started", Status.ENDED: "ended", Status.REFUSED: "refused"}


@dataclass(frozen=True, slots=True)
class _Line:
    week: int
    text: str
    icons: tuple[str, ...] = ()
    brief: str = ""
    """What stands there when there is no room for all of it."""


def desk_news(words: Words, view: SeatView, memory: SeatMemory) -> tuple[NewsLine, ...]:
    """The lines of the desk: outcomes first, then answers, then new facts; the rest is counted in the last line."""
    if memory.seen is None:
        return ()
    lines = [
        *_outcomes(words, view, memory.seen),
        *_consent(words, view, memory.seen),
        *_declined(words, memory),
        *_facts(words, view, memory),
        *_heard(words, view, memory),
    ]
    return _shortened(words, lines, view.public.week)


def _outcomes(words: Words, view: SeatView, seen: SeatView) -> list[_Line]:
    """What became of the measures this role decided."""
    found = []
    for measure in (view.mine[0] & (view.status[0] != seen.status[0])).nonzero()[0].tolist():
        told = TOLD_OF_STATUS.get(Status(int(view.status[0, measure])))
        if told is not None:
            text = _outcome(words, view, seen, measure, told)
            week = int(view.ends[0, measure] if told == "ended" else view.starts[0, measure])
            in_time = week if 0 <= week <= view.public.week else view.public.week
            found.append(_Line(in_time, text, (measure_icon(words, measure),)))
    return found


def _outcome(words: Words, view: SeatView, seen: SeatView, measure: int, told: str) -> str:
    """What became of a measure, and how its maker sees that it takes or does not."""
    why = lacked_words(words, int(view.lacked[0, measure])) if told == "refused" else ""
    worked = int(view.worked[0, measure]) if told == "started" or not _ran(seen, measure) else -1
    key = {1: f"news.{told}_works", 0: f"news.{told}_in_vain"}.get(worked, f"news.{told}")
    how = in_vain_words(words, measure) if worked == 0 else ""
    return words.say(key, measure=words.title(measure), why=why, how=how)


def _ran(seen: SeatView, measure: int) -> bool:
    return Status(int(seen.status[0, measure])) == Status.RUNNING


def _consent(words: Words, view: SeatView, seen: SeatView) -> list[_Line]:
    consent = int(view.consent[0])
    if consent == int(seen.consent[0]) or consent < 0:
        return []
    return [_Line(view.public.week, words.say("news.consents" if consent else "news.declines"), TOLD)]


def _declined(words: Words, memory: SeatMemory) -> list[_Line]:
    return [_Line(note.week, _declined_words(words, note), TOLD) for note in memory.notes]


def _declined_words(words: Words, note: Note) -> str:
    reason = reason_words(words, "refuse", note.reason)
    said = words.say("news.declined", role=words.short(note.role), topic=topic_words(words, note.topic))
    return words.say("news.declined_why", said=said.rstrip("."), reason=reason) if reason else said


def _facts(words: Words, view: SeatView, memory: SeatMemory) -> list[_Line]:
    seen_facts = int(memory.seen.knows[0]) if memory.seen else 0
    seen_signals = int(memory.seen.signals[0]) if memory.seen else 0
    facts = [fact for fact in facts_in(int(view.knows[0])) if is_news(memory, fact, seen_facts)]
    signals = [fact for fact in facts_in(int(view.signals[0])) if is_news(memory, fact, seen_signals)]
    return [_fact_line(words, view, memory, fact, words.fact_title(fact)) for fact in facts] + [
        _fact_line(words, view, memory, fact, words.say(f"signal.{words.fact(fact).subject}")) for fact in signals
    ]


def _fact_line(words: Words, view: SeatView, memory: SeatMemory, fact: int, title: str) -> _Line:
    origin = memory.origins.get(fact)
    if origin is not None and origin.giver >= 0:
        word = "news.answer" if origin.is_answer else "news.from_role"
        return _Line(origin.week, words.say(word, role=words.short(origin.giver), title=title), TOLD)
    return _Line(origin.week if origin else view.public.week, words.say("news.own", title=title), NOTICED)


def _heard(words: Words, view: SeatView, memory: SeatMemory) -> list[_Line]:
    """How many incidents it heard of, and which; and during which measure of its own that is aimed at who does it."""
    seen = memory.seen or view
    more = int(view.heard[0]) - int(seen.heard[0])
    measure = _ran_all_along(words, view, seen)
    if measure is not None:
        key = "news.heard_during" if more > 0 else "news.quiet_during"
        text = words.messages.count(key, max(more, 1), measure=words.measure(measure))
    else:
        text = words.messages.count("news.heard", more) if more > 0 else ""
    if not text:
        return []
    kinds = worst_kinds(words, {each.kind for each in memory.heard})
    icons = tuple(incident_icon(each.id) for each in kinds)
    return [_Line(view.public.week, " ".join((text, *_kinds(words, memory, kinds))), icons, brief=text)]


def _kinds(words: Words, memory: SeatMemory, kinds: list[IncidentSpec]) -> Iterator[str]:
    """Which incidents it heard of: all of them, or the worst of each week, the gravest first."""
    if kinds:
        is_all = len(kinds) == len({each.kind for each in memory.heard}) and all(one.count == 1 for one in memory.heard)
        names = words.messages.listing([words.text(each.name) for each in kinds])
        yield words.say("news.kinds" if is_all else "news.kinds_among", kinds=names)


def _ran_all_along(words: Words, view: SeatView, seen: SeatView) -> int | None:
    """The first own measure, aimed at the stalker, that ran when it last looked and runs now, some weeks later."""
    if view.public.week <= seen.public.week:
        return None
    ran = (view.status[0] == Status.RUNNING) & (seen.status[0] == Status.RUNNING) & view.mine[0]
    aimed = (each for each in ran.nonzero()[0].tolist() if words.measure_spec(each).target == "stalker")
    return next(aimed, None)


def _shortened(words: Words, lines: list[_Line], week: int) -> tuple[NewsLine, ...]:
    """As many lines as 40 words allow; what did not fit is counted."""
    kept: list[_Line] = []
    for place, line in enumerate(lines):
        rest = len(lines) - place - 1
        closing = _count_words(words.messages.count("news.more", rest)) if rest else 0
        room = MOST_WORDS - closing - sum(_count_words(each.text) for each in kept)
        fitting = next((each for each in _sizes(line) if _count_words(each.text) <= room), None)
        if fitting is None:
            kept.append(_Line(week, words.messages.count("news.more", rest + 1)))
            break
        kept.append(fitting)
    return tuple(NewsLine(line.week, words.week(line.week), line.text, True, line.icons) for line in kept)


def _sizes(line: _Line) -> tuple[_Line, ...]:
    return (line, _Line(line.week, line.brief)) if line.brief else (line,)


def _count_words(text: str) -> int:
    return len(text.split())
