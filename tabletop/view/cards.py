"""Facts as cards."""

from tabletop.view.memory import AT_MEETING, BoardMemory, Origin, SeatMemory, Told, is_news
from tabletop.view.pages import FactCard
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView, facts_in
from tabletop.view.words import Words


def own_cards(words: Words, view: SeatView, memory: SeatMemory) -> tuple[FactCard, ...]:
    """What a role knows, newest first; then what it only has a signal of."""
    known = facts_in(int(view.knows[0]))
    newest_first = sorted(known, key=lambda fact: (-_since(memory, fact), fact))
    cards = [own_card(words, view, memory, fact) for fact in newest_first]
    signals = facts_in(int(view.signals[0]))
    return (*cards, *(signal_card(words, memory, fact, place) for place, fact in enumerate(signals)))


def own_card(words: Words, view: SeatView, memory: SeatMemory, fact: int) -> FactCard:
    """A fact that a role knows."""
    seen = 0 if memory.seen is None else int(memory.seen.knows[0])
    return FactCard(
        id=words.fact(fact).id,
        title=words.fact_title(fact),
        text=words.text(words.fact(fact).text),
        kind=kind_of(words, fact),
        subject=subject_of(words, fact),
        origin=origin_words(words, memory.origins.get(fact)),
        is_new=is_news(memory, fact, seen),
        signal_only=False,
        picked=bool(int(view.brought[0]) >> fact & 1),
        shared=shared_words(words, view, memory, fact),
    )


def shared_words(words: Words, view: SeatView, memory: SeatMemory, fact: int) -> str:
    """What a role did with a fact: whom it told, and whether all at the table have it; empty when nobody."""
    told = [(receiver, told) for (known, receiver), told in memory.told.items() if known == fact]
    parts = [_told_words(words, how, told) for how in ("shared", "signal") if any(each.how == how for _, each in told)]
    aloud = [each.week for _, each in told if each.how == "aloud"]
    if aloud:
        parts.append(words.say("shared.aloud", week=min(aloud)))
    origin = memory.origins.get(fact)
    heard_there = origin is not None and origin.giver == AT_MEETING
    if int(view.public.joint[0]) >> fact & 1 and not heard_there:
        parts.append(words.say("shared.table"))
    return " · ".join(parts)


def _told_words(words: Words, how: str, told: list[tuple[int, Told]]) -> str:
    to = [
        words.say("shared.to", role=words.short(receiver), week=each.week) for receiver, each in told if each.how == how
    ]
    return words.say(f"shared.{how}", roles=words.messages.listing(to))


def signal_card(words: Words, memory: SeatMemory, fact: int, place: int) -> FactCard:
    """Something of which a role only knows that it is there. Neither id nor text tells what."""
    seen = 0 if memory.seen is None else int(memory.seen.signals[0])
    return FactCard(
        id=f"signal/{place}",
        title=words.say(f"signal.{words.fact(fact).subject}"),
        text=words.say("signal.text"),
        kind="",
        subject=subject_of(words, fact),
        origin=origin_words(words, memory.origins.get(fact)),
        is_new=is_news(memory, fact, seen),
        signal_only=True,
    )


def picture_cards(words: Words, public: PublicView, memory: BoardMemory, before: int = 0) -> tuple[FactCard, ...]:
    """The joint picture; `before` are the facts that were in it earlier."""
    return tuple(_joint_card(words, memory, fact, before) for fact in facts_in(int(public.joint[0])))


def _joint_card(words: Words, memory: BoardMemory, fact: int, before: int) -> FactCard:
    giver = memory.laid.get(fact, -1)
    return FactCard(
        id=words.fact(fact).id,
        title=words.fact_title(fact),
        text=words.text(words.fact(fact).text),
        kind=kind_of(words, fact),
        subject=subject_of(words, fact),
        origin=words.say("origin.laid", role=words.short(giver)) if giver >= 0 else "",
        is_new=not before >> fact & 1,
        signal_only=False,
        holder=words.find_badge(giver),
    )


def kind_of(words: Words, fact: int) -> str:
    """'politiegegeven'"""
    return words.say(f"kind.{words.fact(fact).kind}")


def subject_of(words: Words, fact: int) -> str:
    """'zegt iets over de stalker'"""
    return words.say("fact.subject", subject=words.say(f"topic.{words.fact(fact).subject}"))


def origin_words(words: Words, origin: Origin | None) -> str:
    """'uit eigen systeem', 'van politie, week 3', 'uit het overleg, week 4'"""
    if origin is None or origin.giver < AT_MEETING:
        return words.say("origin.own")
    if origin.giver == AT_MEETING:
        return words.say("origin.meeting", week=origin.week)
    if origin.giver < 0:
        return words.say("origin.own")
    word = "origin.answer" if origin.is_answer else "origin.role"
    return words.say(word, role=words.short(origin.giver), week=origin.week)


def _since(memory: SeatMemory, fact: int) -> int:
    origin = memory.origins.get(fact)
    return origin.week if origin else 0
