"""The meeting on the open screen: from the public view only."""

from typing import Literal, get_args

from tabletop.case.verbs import Verb
from tabletop.content.specs.common import Theme
from tabletop.view.board import Table
from tabletop.view.cards import picture_cards
from tabletop.view.memory import BoardMemory
from tabletop.view.options import possible_at_table
from tabletop.view.pages import Chip, MeetingPage, MeetingSeat, Option, OptionGroup
from tabletop.view.plan import plan_page
from tabletop.view.public import PublicView
from tabletop.view.seat import facts_in
from tabletop.view.sentences import TASK_WORDS, option, reason_chips, reason_words
from tabletop.view.words import Words, header

STANCES: tuple[Literal["none", "commits", "objects"], ...] = ("none", "commits", "objects")
QUESTIONS = ("out", "can", "victim", "hands_off")
DUE_WEEKS = (2, 4, 8)
"""Terms of an agreement, in weeks after the next turn: before that turn nobody can start a measure."""
ASKED_THEMES: tuple[Theme, ...] = ("pattern", "mind", "access", "means", "history", "victim", "network", "legal")
"""What a picture of the risk should cover; the case is not asked whether there is anything of it."""
MOST_MISSING = 3
ABSENCES = 4
"""Reasons for absence that each chain has among the messages."""


def meeting_page(
    words: Words, public: PublicView, memory: BoardMemory, table: Table, *, can_undo: bool, before: int
) -> MeetingPage:
    """The meeting; `before` are the facts that lay on the table at an earlier one, as bits."""
    rows = possible_at_table(words.case, public)
    return MeetingPage(
        header=header(words, public),
        caller=words.find_badge(int(public.caller[0])),
        seats=tuple(_seat(words, public, memory, table, role) for role in range(len(words.case.roles))),
        picture=picture_cards(words, public, memory, before),
        picture_line=picture_line(words, public, memory),
        questions=tuple(words.say(f"question.{word}") for word in QUESTIONS),
        plan=plan_page(words, public),
        leads=_leads(words, rows),
        agreements=_agreements(words, public, rows),
        due_chips=_due_chips(words, public),
        can_undo=can_undo,
        objections=reason_chips(words, "object"),
    )


def _due_chips(words: Words, public: PublicView) -> tuple[Chip, ...]:
    """Terms by which an owner can have started a measure, as the last week."""
    until_turn = _weeks_to_next_turn(words, public)
    return tuple(
        Chip(str(until_turn + weeks), words.say("plan.due", week=public.week + until_turn + weeks))
        for weeks in DUE_WEEKS
        if until_turn + weeks <= words.case.weeks
    )


def _weeks_to_next_turn(words: Words, public: PublicView) -> int:
    """The meeting comes after the turns of its round, so an owner can act when the weeks of this round have passed."""
    return words.case.round_weeks[min(public.round, len(words.case.round_weeks) - 1)]


def _seat(words: Words, public: PublicView, memory: BoardMemory, table: Table, role: int) -> MeetingSeat:
    present = bool(public.table[0, role])
    stance = STANCES[int(public.stance[0, role])] if present else "none"
    speaks = present and table.played[role]
    return MeetingSeat(
        role=words.badge(role),
        participant=table.names[role],
        present=present,
        why_absent="" if present else absence(words, public, role),
        stance=stance,
        stance_label=words.say(f"stance.{stance}") if present else "",
        commit=_own(words, role, Verb.COMMIT) if speaks else None,
        objection=_own(words, role, Verb.OBJECT) if speaks else None,
        reason=reason_words(words, "object", memory.objections.get(role, "")) if stance == "objects" else "",
    )


def absence(words: Words, public: PublicView, role: int) -> str:
    """Why a role did not come: one of the reasons of its chain, the same as long as the meeting lasts."""
    place = (public.week + public.round + role) % ABSENCES
    return words.say(f"meeting.absent.{words.badge(role).chain}.{place}")


def _own(words: Words, role: int, verb: Verb) -> Option | None:
    """A word that a role can give, or gave: it can go back on it as long as the meeting lasts."""
    decisions = words.case.decisions
    return option(words, int(decisions.first[role, verb])) if decisions.count[role, verb] else None


def _leads(words: Words, rows: list[int]) -> tuple[OptionGroup, ...]:
    decisions = words.case.decisions
    leads = [row for row in rows if decisions.verb[row] == Verb.LEAD]
    return tuple(
        OptionGroup(
            word,
            words.say(f"mark.{word}"),
            tuple(option(words, row) for row in leads if int(decisions.object[row]) == task),
        )
        for task, word in enumerate(TASK_WORDS)
    )


def _agreements(words: Words, public: PublicView, rows: list[int]) -> tuple[OptionGroup, ...]:
    decisions = words.case.decisions
    agreed = [row for row in rows if decisions.verb[row] == Verb.AGREE]
    groups = []
    for measure, measure_id in enumerate(words.case.measures.ids):
        options = tuple(option(words, row) for row in agreed if int(decisions.object[row]) == measure)
        if options:
            earliest = public.week + _weeks_to_next_turn(words, public) + int(words.case.measures.lead[measure])
            note = words.say("plan.earliest", week=earliest)
            groups.append(OptionGroup(measure_id, words.title(measure), options, note))
    return tuple(groups)


def picture_line(words: Words, public: PublicView, memory: BoardMemory) -> str:
    """What the joint picture shows, and what nobody has said anything about yet."""
    facts = facts_in(int(public.joint[0]))
    if not facts:
        return words.say("picture.empty")
    themes = {theme for fact in facts for theme in words.fact(fact).themes}
    missing = [theme for theme in ASKED_THEMES if theme not in themes][:MOST_MISSING]
    shown = [theme for theme in get_args(Theme) if theme in themes]
    first = words.say("picture.pattern") if _joins_pattern(words, facts, memory) else _shows(words, shown)
    return f"{first} {words.say('picture.missing', themes=_listed(words, missing))}" if missing else first


def _shows(words: Words, themes: list[Theme]) -> str:
    return words.say("picture.shows", themes=_listed(words, themes))


def _listed(words: Words, themes: list[Theme]) -> str:
    return words.messages.listing([words.say(f"theme.{theme}") for theme in themes])


def _joins_pattern(words: Words, facts: tuple[int, ...], memory: BoardMemory) -> bool:
    """Whether pieces of the pattern came from more than one partner: nobody saw it alone."""
    pieces = [fact for fact in facts if int(words.case.facts.pattern[0]) >> fact & 1]
    return len({memory.laid.get(fact, -1) for fact in pieces}) > 1
