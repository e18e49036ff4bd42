"""Figures of what was told, kept back, asked and answered. Three scales, never averaged."""

from collections.abc import Iterator

import numpy as np

from tabletop.case.verbs import Ground, Topic, Verb, Way
from tabletop.debrief.knowing import bits, known_of
from tabletop.debrief.score_log import Decided, ScoreLog
from tabletop.debrief.score_parts import TABLE, Figure, Part, counted, share_of
from tabletop.rules.judging import DEFENSIBLE, NO, YES, Telling, judge
from tabletop.rules.state import State


def judged_as(log: ScoreLog, scale: str, wanted: int) -> Figure:
    """Shares that one scale judges so, on the account of who told. What was laid on the table counts too."""
    return counted(
        Part(share.giver, 1, share.number, share.fact, () if share.receiver < 0 else (share.receiver,))
        for share in log.told
        if getattr(share, scale) == wanted
    )


def silences(log: ScoreLog) -> Figure:
    """Facts that a role knew when the last turns were over, clearly might tell, and did not, though others needed them.

    A fact counts once for each role that kept it. It weighs as much as an unlawful share.
    """
    if not log.round_ends:
        return counted(())
    step = log.round_ends[-1]
    kept: dict[tuple[int, int], list[int]] = {}
    for giver, receiver, fact in _missing(log, step.before):
        kept.setdefault((giver, fact), []).append(receiver)
    last = step.before.round
    return counted(
        Part(giver, 1, log.last_entry_of(giver, last) or step.number, fact, tuple(others))
        for (giver, fact), others in sorted(kept.items())
    )


def _missing(log: ScoreLog, state: State) -> Iterator[tuple[int, int, int]]:
    """Giver, receiver and fact, where the receiver lacks what it needs and the giver clearly may tell."""
    case, places = log.case, range(len(log.case.roles))
    triples = [
        (giver, receiver, fact)
        for receiver in places
        for giver in places
        if giver != receiver
        for fact in bits(int(state.knows[0, giver]) & lacks(log, state, receiver))
    ]
    if not triples:
        return
    giver, receiver, fact = (np.array(column, np.int64) for column in zip(*triples, strict=True))
    none = np.zeros(len(giver), np.int64)
    unsure = np.full(len(giver), Ground.UNSURE, np.int64)
    telling = Telling(none, giver, receiver, fact, unsure, none + 1, np.zeros(len(giver), np.bool_))
    lawful = judge(case, state, telling).lawful
    yield from (triple for triple, found in zip(triples, lawful.tolist(), strict=True) if found == YES)


def lacks(log: ScoreLog, state: State, role: int) -> int:
    """Facts that a role acts better with, and of which it knows nothing, as bits."""
    heard = state.knows[0, role] | state.signals[0, role] | state.post[0, role] | state.post_signals[0, role]
    return int(log.case.facts.needed_by[role]) & ~int(heard)


def refusals(log: ScoreLog, *, needless: bool) -> Figure:
    """Refusals; or those of what the asker needed and clearly might have been told."""
    found = log.of_verb(Verb.REFUSE)
    return counted(Part(each.role, 1, each.number) for each in found if not needless or _was_needless(log, each))


def _was_needless(log: ScoreLog, refusal: Decided) -> bool:
    missing = _missing(log, refusal.step.before)
    return any(
        (giver, receiver) == (refusal.role, refusal.target) and log.case.facts.subject[fact] == refusal.object
        for giver, receiver, fact in missing
    )


def shares_made(log: ScoreLog) -> Figure:
    """Shares that nobody had asked for, said aloud or not."""
    told = [Part(each.role, 1, each.number) for each in log.of_verb(Verb.SHARE)]
    aloud = [
        Part(log.case.roles.index(step.entry.role or ""), 1, step.number)
        for step in log.steps
        if step.entry.kind == "said_aloud"
    ]
    return counted(sorted((*told, *aloud), key=lambda part: part.entry))


def visits_made(log: ScoreLog) -> Figure:
    """Shares and answers in person."""
    told = log.of_verb(Verb.SHARE, Verb.ANSWER)
    return counted(Part(each.role, 1, each.number) for each in told if each.step.entry.way == Way.VISIT.name.lower())


def grounds_right(log: ScoreLog) -> Figure:
    """Shares with a ground that the rules know for this pair and that held here, out of those with a stated ground."""
    parts, stated = [], []
    judged = {share.number: share for share in log.told}
    for each in log.of_verb(Verb.SHARE, Verb.ANSWER):
        ground = Ground[(each.step.entry.ground or "unsure").upper()]
        if ground == Ground.UNSURE:
            continue
        stated.append(Part(each.role, 1, each.number))
        cell = int(log.case.network.codes[each.role, each.target])
        fits = bool(cell & int(log.case.engine.ground_codes[ground]))
        if fits and each.number in judged and judged[each.number].lawful != NO:
            parts.append(Part(each.role, 1, each.number))
    return share_of(parts, stated)


def grounds_unsure(log: ScoreLog) -> Figure:
    """Shares for which the giver knew no ground, and said so."""
    told = log.of_verb(Verb.SHARE, Verb.ANSWER)
    return counted(Part(each.role, 1, each.number) for each in told if each.step.entry.ground in (None, "unsure"))


def _to_roles(log: ScoreLog) -> Iterator[Decided]:
    return (each for each in log.of_verb(Verb.ASK) if each.object != Topic.CONSENT)


def questions_asked(log: ScoreLog) -> Figure:
    """Questions to other roles."""
    return counted(Part(each.role, 1, each.number) for each in _to_roles(log))


def questions_answered(log: ScoreLog) -> Figure:
    """Questions that got an answer, out of those that were asked, on the account of who was asked."""
    answered = [
        Part(each.role, 1, each.number) for each in log.of_verb(Verb.ANSWER) if _closed(each, each.role, each.target)
    ]
    return share_of(answered, (Part(each.target, 1, each.number) for each in _to_roles(log)))


def _closed(each: Decided, asked: int, asker: int) -> bool:
    return bool(each.step.before.questions[0, asked, asker] & ~each.step.after.questions[0, asked, asker])


def questions_ignored(log: ScoreLog) -> Figure:
    """Questions that lapsed when the round ended, on the account of who was asked."""
    parts = []
    for step in log.weeks:
        if step.after.round == step.before.round:
            continue
        for asked, asker in zip(*np.nonzero(step.before.questions[0]), strict=True):
            open_ = int(step.before.questions[0, asked, asker]).bit_count()
            parts.append(Part(int(asked), open_, step.number, -1, (int(asker),)))
    return counted(parts)


def consent_asked(log: ScoreLog) -> Figure:
    """Times that the victim was asked for consent."""
    asked = log.of_verb(Verb.ASK)
    return counted(Part(each.role, 1, each.number) for each in asked if each.object == Topic.CONSENT)


def needed_reached(log: ScoreLog) -> Figure:
    """Facts that reached a role that acts better with them, out of those that did not lie there from the start."""
    parts, out_of = [], []
    for role, fact in _wanted(log):
        out_of.append(Part(role, 1, 0, fact))
        entry = _entry_of(log, role, fact)
        if entry is not None:
            parts.append(Part(role, 1, entry, fact))
    return share_of(parts, out_of)


def weeks_to_reach(log: ScoreLog) -> Figure:
    """Weeks between a fact's appearing and its arrival at a role that needs it, out of how many arrived."""
    known, parts, arrived = known_of(log.watched), [], []
    for role, fact in _wanted(log):
        entry = _entry_of(log, role, fact)
        if entry is not None:
            parts.append(Part(role, known.knows[role, fact] - known.appeared.get(fact, 0), entry, fact))
            arrived.append(Part(role, 1, entry, fact))
    return share_of(parts, arrived)


def _wanted(log: ScoreLog) -> Iterator[tuple[int, int]]:
    facts = log.case.facts
    for role in range(len(log.case.roles)):
        wanted = int(facts.needed_by[role]) & ~int(facts.holders[role]) & int(log.end.appeared[0])
        yield from ((role, fact) for fact in bits(wanted))


def _entry_of(log: ScoreLog, role: int, fact: int) -> int | None:
    """The entry by which a role came to know a fact; None when it never did."""
    if not int(log.end.knows[0, role]) >> fact & 1:
        return None
    for step in log.steps:
        if not int(step.before.knows[0, role]) >> fact & 1 and int(step.after.knows[0, role]) >> fact & 1:
            return step.number
    return 0


def facts_joined(log: ScoreLog) -> Figure:
    """Facts that came together on the table, out of all there were, on the account of who laid them there."""
    parts = []
    for step in log.steps:
        for fact in bits(int(step.after.joint[0]) & ~int(step.before.joint[0])):
            brought = [
                role
                for role in range(len(log.case.roles))
                if step.after.table[0, role] and int(step.before.brought[0, role]) >> fact & 1
            ]
            parts.append(Part(brought[0] if brought else TABLE, 1, step.number, fact))
    all_facts = int(log.end.appeared[0]) | int(log.end.joint[0])
    return share_of(parts, (Part(TABLE, 1, 0, fact) for fact in bits(all_facts)))


LAWFUL = {"shares_lawful": YES, "shares_defensible": DEFENSIBLE, "shares_unlawful": NO}
NEEDED = {"shares_needed": YES, "shares_unneeded": NO}
MINIMAL = {"shares_minimal": YES, "shares_minimal_defensible": DEFENSIBLE, "shares_too_much": NO}
