"""What happened, as lines of news and marks on the timeline."""

from collections.abc import Iterable, Mapping

from tabletop.view.happenings import Happening
from tabletop.view.incidents import inject_icon
from tabletop.view.memory import BoardMemory
from tabletop.view.pages import ChainName, MarkKind, NewsLine, TimelineMark
from tabletop.view.plan import agreement_line, measure_icon
from tabletop.view.public import PublicView
from tabletop.view.sentences import TASK_WORDS
from tabletop.view.words import Words

MARK_KIND: dict[str, MarkKind] = {
    "round": "news", "inject": "news", "talk": "talk", "called": "meeting", "meeting": "meeting",
    "requested": "measure", "started": "measure", "ended": "measure", "refused": "measure",
}  # fmt: skip
ABOUT_MEASURES = ("agreed", "requested", "started", "ended", "refused")


def board_news(words: Words, public: PublicView, memory: BoardMemory) -> tuple[NewsLine, ...]:
    """Everything that everybody could notice, oldest first; what came in this round or the weeks before it is new."""
    return tuple(
        NewsLine(line.week, words.week(line.week), text, line.round >= _last_round(memory) - 1, _icons(words, line))
        for line, text in lines(words, memory.happenings)
        if public.week >= line.week
    )


def _last_round(memory: BoardMemory) -> int:
    return max((happening.round for happening in memory.happenings), default=0)


def lines(words: Words, happenings: Iterable[Happening]) -> list[tuple[Happening, str]]:
    """Happenings as sentences; who spoke in the same round is one line, where the first of them stands."""
    pairs: dict[int, list[str]] = {}
    found: list[Happening] = []
    for happening in happenings:
        if happening.kind == "talk":
            pairs.setdefault(happening.round, []).append(words.roles(happening.roles))
        if happening.kind != "talk" or len(pairs[happening.round]) == 1:
            found.append(happening)
    return [(each, _text(words, each, pairs)) for each in found]


def _text(words: Words, happening: Happening, pairs: Mapping[int, list[str]]) -> str:
    if happening.kind == "talk":
        return words.say("happened.talk", pairs="; ".join(pairs[happening.round]))
    return happening_text(words, happening)


def happening_text(words: Words, happening: Happening) -> str:
    """One happening as a sentence."""
    scenario = words.case.pack.scenario
    if happening.kind == "round":
        return words.text(scenario.rounds[happening.number].news)
    if happening.kind == "inject":
        news = scenario.injects[happening.number].news
        return words.text(news) if news else ""
    if happening.kind == "task":
        return words.say(f"happened.{TASK_WORDS[happening.number]}", role=words.short(happening.roles[0]))
    if happening.kind in ABOUT_MEASURES:
        return _measure_text(words, happening)
    return words.say(f"happened.{happening.kind}", roles=words.roles(happening.roles))


def _measure_text(words: Words, happening: Happening) -> str:
    role = happening.roles[0]
    key = f"happened.{happening.kind}" if role >= 0 else f"happened.{happening.kind}_by_nobody"
    return words.say(key, measure=words.title(happening.number), role=words.short(role) if role >= 0 else "")


def timeline(words: Words, public: PublicView, memory: BoardMemory) -> tuple[TimelineMark, ...]:
    """Marks on the weeks: one per line of news that has a place there, and where we are now."""
    marks = [
        TimelineMark(line.week, kind, text, _chain(words, line), picture(words, line))
        for line, text in lines(words, memory.happenings)
        if (kind := _mark_kind(words, line)) is not None
    ]
    now = TimelineMark(public.week, "now", words.week(public.week))
    return (*marks, *_due_weeks(words, public), now)


def _due_weeks(words: Words, public: PublicView) -> list[TimelineMark]:
    """Weeks to come in which an agreement has to be kept."""
    found = []
    for measure in (public.agreement_owner[0] >= 0).nonzero()[0].tolist():
        line = agreement_line(words, public, measure)
        week = int(public.agreement_due[0, measure])
        if line.state == "open" and week <= words.case.weeks:
            label = words.say("happened.due", role=line.owner.short, measure=line.name, due=line.due)
            found.append(TimelineMark(week, "due", label, line.owner.chain, measure_icon(words, measure)))
    return found


def _mark_kind(words: Words, happening: Happening) -> MarkKind | None:
    """An inject is an incident when it tells of one, else news as any other."""
    tells = happening.kind == "inject" and words.case.pack.scenario.injects[happening.number].incident is not None
    return "incident" if tells else MARK_KIND.get(happening.kind)


def _icons(words: Words, happening: Happening) -> tuple[str, ...]:
    icon = picture(words, happening)
    return (icon,) if icon else ()


def picture(words: Words, happening: Happening) -> str:
    """The picture of the measure it is about, or of the kind of incident that the script tells of."""
    if happening.kind == "inject":
        return inject_icon(words, happening.number)
    return measure_icon(words, happening.number) if happening.kind in ABOUT_MEASURES else ""


def _chain(words: Words, happening: Happening) -> ChainName | None:
    single = len(happening.roles) == 1 and happening.roles[0] >= 0
    return words.badge(happening.roles[0]).chain if single else None
