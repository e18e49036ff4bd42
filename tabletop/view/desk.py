"""The private pages of one seat: dossier, desk, and what it can tell to whom."""

from dataclasses import dataclass, replace
from functools import reduce
from operator import and_

from tabletop.case.verbs import Topic, Verb
from tabletop.view.board import Table
from tabletop.view.cards import own_card, own_cards
from tabletop.view.costs import QUARTERS_AN_HOUR, way_quarters
from tabletop.view.memory import SeatMemory
from tabletop.view.news import desk_news
from tabletop.view.options import ANSWER_VERBS, TURN_VERBS, possible
from tabletop.view.own_measures import has_under_way, measure_options, own_agreements
from tabletop.view.pages import (
    Asking,
    Chip,
    CoverPage,
    DeskPage,
    DossierPage,
    FactCard,
    Letter,
    Modes,
    Option,
    OptionGroup,
    Question,
    Receiver,
    ShareForm,
    SpokenPage,
)  # fmt: skip
from tabletop.view.rule_notes import meeting_note, rule_note
from tabletop.view.seat import SeatView, facts_in
from tabletop.view.sentences import done, option, reason_chips, topic_words
from tabletop.view.sets import can_tell
from tabletop.view.words import Words, header, role_card

GROUPS = {
    "ask": (Verb.ASK,),
    "measure": (Verb.MEASURE,),
    "other": (Verb.CALL, Verb.SCALE, Verb.WAIT),
}


CONSENT_WORDS = {-1: "not_asked", 0: "no", 1: "yes"}
"""What the victim answered this role, as the last part of a message key."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What a seat is doing in its turn: rows decided so far with their modes, and whether the last can be undone."""

    taken: tuple[tuple[int, str | None, str | None], ...] = ()
    """Row, way, extent."""
    can_undo: bool = False
    is_answering: bool = False


def desk_page(words: Words, view: SeatView, memory: SeatMemory, table: Table, doing: Doing) -> DeskPage:
    """The desk of a seat in its turn, or in its short turn to answer."""
    rows = possible(words.case, view, ANSWER_VERBS if doing.is_answering else TURN_VERBS)
    partner = words.case.pack.scenario.partners[view.role]
    hours, total = int(view.hours[0]), int(words.case.hours[view.role])
    acts = 0 if doing.is_answering else int(view.acts[0])
    return DeskPage(
        header=header(words, view.public),
        card=role_card(words, view.role),
        participant=table.names[view.role],
        private_goal=words.text(partner.goal),
        dossier=words.text(partner.dossier),
        news=desk_news(words, view, memory),
        facts=own_cards(words, view, memory),
        letters=letters(words, view, rows),
        hours_left=hours / QUARTERS_AN_HOUR,
        hours_total=total / QUARTERS_AN_HOUR,
        hours_label=words.say("desk.hours", left=words.number_of_hours(hours), total=words.hours(total)),
        decisions_left=acts,
        decisions_label=words.messages.count("desk.decisions", acts),
        modes=modes(words, view),
        groups=() if doing.is_answering else option_groups(words, view, rows),
        taken=tuple(done(words, row, way, extent) for row, way, extent in doing.taken),
        can_undo=doing.can_undo,
        is_answering=doing.is_answering,
        pass_option=next((option(words, row) for row in rows if words.case.decisions.verb[row] == Verb.PASS), None),
        asking=() if doing.is_answering else asking(words, rows),
        agreements=own_agreements(words, view),
        meeting="" if doing.is_answering else _coming_meeting(words, view),
    )


def _coming_meeting(words: Words, view: SeatView) -> str:
    """A meeting that was asked for in this round: now is the time to lay facts ready."""
    caller = words.find_badge(int(view.public.caller[0]))
    return "" if caller is None else words.say("desk.meeting", role=caller.name)


def dossier_page(words: Words, view: SeatView, memory: SeatMemory) -> DossierPage:
    """What a role reads before the first round."""
    partner = words.case.pack.scenario.partners[view.role]
    return DossierPage(
        card=role_card(words, view.role),
        dossier=words.text(partner.dossier),
        private_goal=words.text(partner.goal),
        facts=own_cards(words, view, memory),
    )


def option_groups(words: Words, view: SeatView, rows: list[int]) -> tuple[OptionGroup, ...]:
    """Asking, measures and the rest; empty groups are left out. Measures that cannot be taken stay, with the reason."""
    verbs, targets = words.case.decisions.verb, words.case.decisions.target
    groups = []
    for name, members in GROUPS.items():
        mine = sorted((row for row in rows if verbs[row] in members), key=lambda row: (verbs[row], targets[row], row))
        if name == "measure" and int(view.acts[0]) > 0:
            found = measure_options(words, view, mine)
        else:
            plain = (_with_caution(words, view, option(words, row), row) for row in mine)
            found = tuple(sorted(plain, key=lambda each: bool(each.caution)))
        if found:
            groups.append(OptionGroup(name, words.say(f"group.{name}"), found))
    return tuple(groups)


def _with_caution(words: Words, view: SeatView, plain: Option, row: int) -> Option:
    """Scaling down, with a word when the role knows of nothing that could be less."""
    verb, number = words.case.decisions.verb[row], words.case.decisions.object[row]
    is_empty = verb == Verb.SCALE and number == 0 and not has_under_way(view)
    return replace(plain, caution=words.say("caution.scale_down")) if is_empty else plain


def asking(words: Words, rows: list[int]) -> tuple[Asking, ...]:
    """What can be asked, by whom it goes to: first the victim, then partners with what they have to offer."""
    verbs, targets = words.case.decisions.verb, words.case.decisions.target
    asks = [row for row in rows if verbs[row] == Verb.ASK]
    order = [len(words.case.roles), *range(len(words.case.roles))]
    by_target = ((target, [row for row in asks if int(targets[row]) == target]) for target in order)
    return tuple(_asking(words, target, mine) for target, mine in by_target if mine)


def _asking(words: Words, target: int, rows: list[int]) -> Asking:
    topics = words.case.decisions.object
    questions = tuple(Question(option(words, row), topic_words(words, int(topics[row]))) for row in rows)
    if target >= len(words.case.roles):
        return Asking(words.victim, None, "", questions)
    spec = words.case.pack.roles[words.case.roles[target]]
    return Asking(words.role(target), words.badge(target), words.text(spec.offer), questions)


def letters(words: Words, view: SeatView, rows: list[int]) -> tuple[Letter, ...]:
    """Questions that wait for an answer of this role."""
    return tuple(
        _letter(words, view.role, asker, topic, rows, has_hours=bool(can_tell(words.case, view)[0]))
        for asker in range(len(words.case.roles))
        for topic in facts_in(int(view.asked_of_me[0, asker]))
    )


def _letter(words: Words, role: int, asker: int, topic: int, rows: list[int], *, has_hours: bool) -> Letter:
    decisions, roles = words.case.decisions, words.case.roles
    to_asker = [row for row in rows if decisions.target[row] == asker]
    answers = [
        row
        for row in to_asker
        if decisions.verb[row] == Verb.ANSWER and words.case.facts.subject[decisions.object[row]] == topic
    ]
    refusal = decisions.row[f"{roles[role]}/refuse/{Topic(topic).name.lower()}/{roles[asker]}"]
    return Letter(
        asker=words.badge(asker),
        topic=topic_words(words, topic),
        text=words.say("letter.text", role=words.role(asker), topic=topic_words(words, topic)),
        answers=tuple(_answer(words, row) for row in answers),
        nothing="" if answers else words.say("letter.nothing" if has_hours else "letter.no_hours"),
        refusal=option(words, refusal),
        reasons=reason_chips(words, "refuse"),
    )


def _answer(words: Words, row: int) -> Option:
    """An answer is labelled by the title of its fact."""
    title = words.fact_title(int(words.case.decisions.object[row]))
    return Option(words.case.decisions.ids[row], title, "", option(words, row).explanation)


def modes(words: Words, view: SeatView) -> Modes:
    """Grounds, extents and channels, in the order of the content; the defaults are no verdict."""
    spec = words.case.pack.modes
    consent = words.say(f"consent.{CONSENT_WORDS[int(view.consent[0])]}")
    return Modes(
        grounds=tuple(
            Chip(
                each.id,
                words.text(each.name),
                words.say(f"ground.{each.id}"),
                consent if each.id == "consent" else "",
            )
            for each in spec.grounds
        ),
        extents=tuple(Chip(each.id, *_short_and_whole(words.text(each.name))) for each in spec.extents),
        ways=tuple(
            Chip(
                each.id,
                words.say("way.label", way=words.text(each.name), cost=words.hours(way_quarters(words.case, place))),
                words.say(f"way.{each.id}"),
            )
            for place, each in enumerate(spec.channels)
        ),
        default_extent="minimum",
        default_way="call",
    )


def _short_and_whole(name: str) -> tuple[str, str]:
    """A name without what explains it, and the whole of it.

    >>> _short_and_whole("only a signal: ask me")
    ('only a signal', 'only a signal: ask me')
    """
    return name.partition(":")[0], name


def share_form(words: Words, view: SeatView, memory: SeatMemory, fact: int) -> ShareForm:
    """To whom a known fact can be told, what the rules say of each, and whether it can be laid ready for a meeting."""
    case = words.case
    card = own_card(words, view, memory, fact)
    about = [row for row in possible(case, view, (Verb.SHARE, Verb.BRING)) if case.decisions.object[row] == fact]
    shares = [row for row in about if case.decisions.verb[row] == Verb.SHARE]
    brings = [row for row in about if case.decisions.verb[row] == Verb.BRING]
    return ShareForm(
        fact=card,
        receivers=tuple(_receiver(words, view, fact, row) for row in shares),
        bring=_bring(words, view.role, fact, brings[0]) if brings else None,
    )


def _receiver(words: Words, view: SeatView, fact: int, row: int) -> Receiver:
    target = int(words.case.decisions.target[row])
    told = int(view.told[0, target]) >> fact & 1
    heard = bool(int(view.public.joint[0]) >> fact & 1) and bool(view.public.table[0, target])
    spec = words.case.pack.roles[words.case.roles[target]]
    return Receiver(
        offer=words.text(spec.offer),
        need=words.text(spec.need),
        decision=words.case.decisions.ids[row],
        role=words.badge(target),
        rule=rule_note(words, view.role, target, fact),
        known=bool(told) or heard,
    )


def _bring(words: Words, role: int, fact: int, row: int) -> Option:
    note = meeting_note(words, role, fact)
    plain = option(words, row)
    return Option(plain.id, plain.label, plain.cost, f"{note.text} {note.source} {note.sureness}")


def spoken_page(words: Words, view: SeatView, memory: SeatMemory, table: Table) -> SpokenPage:
    """What a speaker can pick after saying it aloud: the own list only, without what all have heard from this role."""
    heard = {words.fact(fact).id for fact in facts_in(heard_by_all(view, table))}
    cards: tuple[FactCard, ...] = own_cards(words, view, memory)
    open_cards = tuple(card for card in cards if not card.signal_only and card.id not in heard)
    return SpokenPage(words.badge(view.role), open_cards)


def heard_by_all(view: SeatView, table: Table) -> int:
    """Facts that this role knows every other seat has: told to each, or laid on a table at which they all sat."""
    others = [role for role, played in enumerate(table.played) if played and role != view.role]
    joint = int(view.public.joint[0])
    return reduce(and_, (_heard_by(view, role, joint) for role in others), int(view.knows[0])) if others else 0


def _heard_by(view: SeatView, role: int, joint: int) -> int:
    return int(view.told[0, role]) | (joint if view.public.table[0, role] else 0)


def cover_page(words: Words, table: Table, reason: str) -> CoverPage:
    """The screen between two people; `reason` is dossier, turn, answer or table. It comes from no private view."""
    if table.turn < 0:
        return CoverPage("", None, words.say(f"cover.{reason}"))
    badge = words.badge(table.turn)
    return CoverPage(table.names[table.turn] or badge.name, badge, words.say(f"cover.{reason}"))
