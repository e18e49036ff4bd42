"""What is new for one role since it last had the laptop, in at most 40 words."""

from dataclasses import dataclass

from tabletop.case.verbs import Need, Status
from tabletop.view.memory import Note, SeatMemory, is_news
from tabletop.view.pages import NewsLine
from tabletop.view.seat import SeatView, facts_in
from tabletop.view.sentences import reason_words, topic_words
from tabletop.view.words import Words

MOST_WORDS = 40
NEED_WORDS = tuple(need.name.lower() for need in Need)
TOLD_OF_STATUS = {Status.RUNNING: "started", Status.ENDED: "ended", Status.REFUSED: "refused"}


@dataclass(frozen=True, slots=True)
class _Line:
    week: int
    text: str


def desk_news(words: Words, view: SeatView, memory: SeatMemory) -> tuple[NewsLine, ...]:
    """The lines of the desk: outcomes first, then answers, then new facts; the rest is counted in the last line."""
    if memory.seen is None:
        return ()
    lines = [
        *_outcomes(words, view, memory.seen),
        *_consent(words, view, memory.seen),
        *_declined(words, memory),
        *_facts(words, view, memory),
        *_heard(words, view, memory.seen),
    ]
    return _shortened(words, lines, view.public.week)


def _outcomes(words: Words, view: SeatView, seen: SeatView) -> list[_Line]:
    """What became of the measures this role decided."""
    found = []
    for measure in (view.mine[0] & (view.status[0] != seen.status[0])).nonzero()[0].tolist():
        told = TOLD_OF_STATUS.get(Status(int(view.status[0, measure])))
        if told is not None:
            why = lacked_words(words, int(view.lacked[0, measure])) if told == "refused" else ""
            text = words.say(f"news.{told}", measure=words.title(measure), why=why)
            week = int(view.ends[0, measure] if told == "ended" else view.starts[0, measure])
            found.append(_Line(week if 0 <= week <= view.public.week else view.public.week, text))
    return found


def lacked_words(words: Words, lacked: int) -> str:
    """Why a measure was not given: 'het bewijs was te dun'."""
    reasons = [words.say(f"lacked.{NEED_WORDS[need]}") for need in facts_in(lacked)]
    return words.messages.listing(reasons) if reasons else words.say("lacked.unknown")


def _consent(words: Words, view: SeatView, seen: SeatView) -> list[_Line]:
    consent = int(view.consent[0])
    if consent == int(seen.consent[0]) or consent < 0:
        return []
    return [_Line(view.public.week, words.say("news.consents" if consent else "news.declines"))]


def _declined(words: Words, memory: SeatMemory) -> list[_Line]:
    return [_Line(note.week, _declined_words(words, note)) for note in memory.notes]


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
        return _Line(origin.week, words.say(word, role=words.short(origin.giver), title=title))
    return _Line(origin.week if origin else view.public.week, words.say("news.own", title=title))


def _heard(words: Words, view: SeatView, seen: SeatView) -> list[_Line]:
    """How many incidents it heard of; and during which measure of its own that is aimed at who does it."""
    more = int(view.heard[0]) - int(seen.heard[0])
    measure = _ran_all_along(words, view, seen)
    if measure is not None:
        key = "news.heard_during" if more > 0 else "news.quiet_during"
        text = words.messages.count(key, max(more, 1), measure=words.measure(measure))
    else:
        text = words.messages.count("news.heard", more) if more > 0 else ""
    return [_Line(view.public.week, text)] if text else []


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
        if sum(_count_words(each.text) for each in kept) + _count_words(line.text) + closing > MOST_WORDS:
            kept.append(_Line(week, words.messages.count("news.more", rest + 1)))
            break
        kept.append(line)
    return tuple(NewsLine(line.week, words.week(line.week), line.text, is_new=True) for line in kept)


def _count_words(text: str) -> int:
    return len(text.split())
