"""Telling, asking, answering, refusing: how knowledge and trust move between roles."""

import numpy as np

from tabletop.case.arrays import Bools, Int, Real, Small
from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Way
from tabletop.rules.acts import Acts, trust_more
from tabletop.rules.draft import Draft, flat, place_of
from tabletop.rules.draws import draw
from tabletop.rules.judging import NO, Telling, judge
from tabletop.rules.levels import settled
from tabletop.rules.measures import consent_chance
from tabletop.rules.state import State

_TINY = np.finfo(np.float64).tiny


def share(case: Case, draft: Draft, acts: Acts) -> None:
    """Tell a fact: at once by call or visit, next round in writing, which leaves a record."""
    _tell(case, draft, acts, case.engine.ways.trust[acts.way])


def answer(case: Case, draft: Draft, acts: Acts) -> None:
    """Answer a question with a fact; trust grows more than by a share nobody asked for (thesis_2018)."""
    _tell(case, draft, acts, case.engine.ways.trust[acts.way] + case.numbers["trust_answer"])
    _close_question(draft, acts, case.facts.subject[acts.object].astype(np.int64))


def refuse(case: Case, draft: Draft, acts: Acts) -> None:
    """Refuse to answer; it costs some trust, less than silence (thesis_2018)."""
    _close_question(draft, acts, acts.object)
    loss = np.full(len(acts.world), -case.numbers["trust_refusal"])
    trust_more(draft, acts.at(acts.target, acts.role), loss)


def ask(case: Case, draft: Draft, acts: Acts) -> None:
    """Ask a role about a subject, or the victim for consent."""
    victim = acts.target == len(case.roles)
    if victim.any():
        _ask_consent(case, draft, acts.only(victim))
    if not victim.all():
        _ask_role(draft, acts.only(~victim))


def _tell(case: Case, draft: Draft, acts: Acts, bonus: Real) -> None:
    knows = (flat(draft.state.knows)[acts.at(acts.role)] & acts.bit) != 0
    if not knows.all():  # nobody can tell what nobody told them
        acts, bonus = acts.only(knows), bonus[knows]
    if not len(acts.world):
        return
    _judge_effects(case, draft, acts)
    _hand_over(case, draft, acts)
    _record(case, draft, acts)
    _talk(draft, acts, ~case.engine.ways.recorded[acts.way])
    trust_more(draft, acts.at(acts.target, acts.role), bonus)


def _judge_effects(case: Case, draft: Draft, acts: Acts) -> None:
    """A copy that nobody needed may leak; a victim hears of what was told without a ground (thesis_2018)."""
    n, bit, world = case.numbers, acts.bit, acts.world
    between = np.zeros(len(bit), np.bool_)
    telling = Telling(world, acts.role, acts.target, acts.object, acts.ground, acts.extent, between)
    found = judge(case, draft.state, telling)
    unlawful = found.lawful == NO
    address = unlawful & ((bit & case.facts.address[0]) != 0)
    copies = (found.needed == NO) + address * int(n["address_copies"])
    draft.own("needless")[world] += copies.astype(np.int16)
    own = unlawful & ((bit & case.engine.facts.consentable) != 0)
    if own.any():
        trust = draft.own("trust")
        trust[world] = settled(trust[world] - np.where(own, n["unlawful_trust"], 0.0))


def _hand_over(case: Case, draft: Draft, acts: Acts) -> None:
    to, bit = acts.at(acts.target), acts.bit
    now = case.engine.ways.at_once[acts.way]
    fact = acts.extent != Extent.SIGNAL
    for name, chosen in (
        ("knows", now & fact), ("signals", now & ~fact), ("post", fact & ~now), ("post_signals", ~(fact | now)),
    ):  # fmt: skip
        here = np.flatnonzero(chosen)
        if len(here):
            draft.flat(name)[to[here]] |= bit[here]
    draft.flat("told")[acts.at(acts.role, acts.target)] |= bit
    draft.flat("overload")[to] += case.engine.reading[acts.extent]


def _record(case: Case, draft: Draft, acts: Acts) -> None:
    """What is written down counts for the pattern, once for each fact that is a piece of it."""
    written = case.engine.ways.recorded[acts.way]
    if not written.any():
        return
    world, bit = acts.world[written], acts.bit[written]
    recorded, pattern = draft.own("recorded"), draft.own("pattern")
    fresh = (bit & case.facts.pattern[0] & ~recorded[world]) != 0
    gain = np.where(fresh, case.numbers["pattern_recorded"], 0.0)
    pattern[world] = settled(pattern[world] + gain * (1.0 - pattern[world]))
    recorded[world] |= bit


def _talk(draft: Draft, acts: Acts, spoken: Bools) -> None:
    talked = draft.flat("talked")
    heard = np.flatnonzero(spoken)
    talked[acts.at(acts.role, acts.target)[heard]] = True
    talked[acts.at(acts.target, acts.role)[heard]] = True


def _close_question(draft: Draft, acts: Acts, topic: Int) -> None:
    draft.flat("questions")[acts.at(acts.role, acts.target)] &= ~np.left_shift(1, topic).astype(np.int8)


def _ask_consent(case: Case, draft: Draft, acts: Acts) -> None:
    """Let the victim decide by rule; who asked knows the answer. Asked again, it stands unless trust changed."""
    state, world = draft.state, acts.world
    luck = draw(state.seed, state.worlds[world], state.week, case.engine.salts.decisions[acts.row])
    chance = consent_chance(case, state, world)
    said = luck < _says_yes(chance, state.consents[world], state.consent_then[world])
    draft.own("consents")[world] = said
    draft.own("consent_then")[world] = chance
    draft.flat("consent_heard")[acts.at(acts.role)] = said


def _says_yes(chance: Real, before: Small, then: Real) -> Real:
    """Give how likely a yes is now. An answer stands as long as a yes is no less likely, or a no no likelier."""
    stays = np.minimum(chance / np.maximum(then, _TINY), 1.0)
    turns = np.maximum(chance - then, 0.0) / np.maximum(1.0 - then, _TINY)
    said = np.where(before == 1, stays, turns)
    return np.where(before < 0, chance, said)


def _ask_role(draft: Draft, acts: Acts) -> None:
    bit = np.left_shift(1, acts.object).astype(np.int8)
    at = acts.at(acts.target, acts.role)
    later = acts.way == Way.WRITTEN
    for name, chosen in (("questions", np.flatnonzero(~later)), ("post_questions", np.flatnonzero(later))):
        if len(chosen):
            draft.flat(name)[at[chosen]] |= bit[chosen]
    _talk(draft, acts, ~later)


def ignore_questions(case: Case, state: State) -> State:
    """At the end of a round, who got no answer trusts less (thesis_2018); the question lapses."""
    ignored = state.questions != 0
    if not ignored.any():
        return state
    draft = Draft(state)
    world, asked, asker = np.nonzero(ignored)
    at = place_of(len(state.worlds), world, asker, asked, len(case.roles))
    trust_more(draft, at, np.full(len(world), -case.numbers["trust_ignored_question"]))
    draft.put("questions", np.zeros_like(state.questions))
    return draft.state
