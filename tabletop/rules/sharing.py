"""Telling, asking, answering, refusing: how knowledge and trust move between roles."""

import numpy as np

from tabletop.case.arrays import Bools, Int, Real
from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Way
from tabletop.rules.acts import Acts, trust_more
from tabletop.rules.draws import draw
from tabletop.rules.judging import NO, Telling, judge
from tabletop.rules.levels import settled
from tabletop.rules.measures import consent_chance
from tabletop.rules.state import State, changed


def share(case: Case, state: State, acts: Acts) -> State:
    """Tell a fact: at once by call or visit, next round in writing, which leaves a record."""
    bonus = case.engine.ways.trust[acts.way]
    return _tell(case, state, acts, bonus)


def answer(case: Case, state: State, acts: Acts) -> State:
    """Answer a question with a fact; trust grows more than by a share nobody asked for."""
    bonus = case.engine.ways.trust[acts.way] + case.numbers["trust_answer"]
    return _close_question(_tell(case, state, acts, bonus), acts, case.facts.subject[acts.object].astype(np.int64))


def refuse(case: Case, state: State, acts: Acts) -> State:
    """Refuse to answer; it costs some trust, less than silence."""
    state = _close_question(state, acts, acts.object)
    loss = np.full(len(acts.world), -case.numbers["trust_refusal"])
    return trust_more(state, acts.world, acts.target, acts.role, loss)


def ask(case: Case, state: State, acts: Acts) -> State:
    """Ask a role about a subject, or the victim for consent."""
    victim = acts.target == len(case.roles)
    state = _ask_consent(case, state, acts, victim) if victim.any() else state
    return _ask_role(state, acts, ~victim) if not victim.all() else state


def _tell(case: Case, state: State, acts: Acts, bonus: Real) -> State:
    knows = (state.knows[acts.world, acts.role] & acts.bit) != 0
    if not knows.all():  # nobody can tell what nobody told them
        acts, bonus = _only(acts, knows), bonus[knows]
    if not len(acts.world):
        return state
    state = _judge_effects(case, state, acts)
    state = _hand_over(case, state, acts)
    state = _talk(state, acts.world, acts.role, acts.target, ~case.engine.ways.recorded[acts.way])
    return trust_more(state, acts.world, acts.target, acts.role, bonus)


def _only(acts: Acts, chosen: Bools) -> Acts:
    return Acts(**{name: getattr(acts, name)[chosen] for name in Acts.__slots__})


def _judge_effects(case: Case, state: State, acts: Acts) -> State:
    """A copy that nobody needed may leak; a victim hears of facts about her or him told without a ground."""
    n, bit = case.numbers, acts.bit
    found = judge(
        case, state,
        Telling(
            acts.world, acts.role, acts.target, acts.object, acts.ground, acts.extent, np.zeros(len(bit), np.bool_)
        ),
    )  # fmt: skip
    unlawful = found.lawful == NO
    needless, trust = state.needless.copy(), state.trust.copy()
    address = unlawful & ((bit & case.facts.address[0]) != 0)
    needless[acts.world] += ((found.needed == NO) + address * int(n["address_copies"])).astype(np.int16)
    own = unlawful & ((bit & case.engine.facts.consentable) != 0)
    trust[acts.world] = settled(trust[acts.world] - np.where(own, n["unlawful_trust"], 0.0))
    return changed(state, needless=needless, trust=trust)


def _hand_over(case: Case, state: State, acts: Acts) -> State:
    world, to, bit = acts.world, acts.target, acts.bit
    later = ~case.engine.ways.at_once[acts.way]
    hint = acts.extent == Extent.SIGNAL
    changes = {}
    for name, chosen in (
        ("knows", ~later & ~hint), ("signals", ~later & hint), ("post", later & ~hint), ("post_signals", later & hint),
    ):  # fmt: skip
        if chosen.any():
            bits = getattr(state, name).copy(order="K")
            bits[world[chosen], to[chosen]] |= bit[chosen]
            changes[name] = bits
    told, overload = state.told.copy(order="K"), state.overload.copy(order="K")
    told[world, acts.role, to] |= bit
    overload[world, to] += np.array([case.numbers[f"read_{extent.name.lower()}"] for extent in Extent])[acts.extent]
    state = changed(state, told=told, overload=overload, **changes)
    return _record(case, state, acts)


def _record(case: Case, state: State, acts: Acts) -> State:
    """What is written down counts for the pattern, once for each fact that is a piece of it."""
    written = case.engine.ways.recorded[acts.way]
    if not written.any():
        return state
    world, bit = acts.world[written], acts.bit[written]
    recorded, pattern = state.recorded.copy(), state.pattern.copy()
    fresh = (bit & case.facts.pattern[0] & ~recorded[world]) != 0
    gain = np.where(fresh, case.numbers["pattern_recorded"], 0.0)
    pattern[world] = settled(pattern[world] + gain * (1.0 - pattern[world]))
    recorded[world] |= bit
    return changed(state, recorded=recorded, pattern=pattern)


def _talk(state: State, world: Int, one: Int, other: Int, spoken: Bools) -> State:
    talked = state.talked.copy(order="K")
    talked[world[spoken], one[spoken], other[spoken]] = True
    talked[world[spoken], other[spoken], one[spoken]] = True
    return changed(state, talked=talked)


def _close_question(state: State, acts: Acts, topic: Int) -> State:
    questions = state.questions.copy(order="K")
    mask = np.left_shift(1, topic).astype(np.int8)
    questions[acts.world, acts.role, acts.target] &= ~mask
    return changed(state, questions=questions)


def _ask_consent(case: Case, state: State, acts: Acts, victim: Bools) -> State:
    """The victim decides by rule; who asked knows the answer."""
    asked = _only(acts, victim)
    luck = draw(state.seed, state.worlds[asked.world], state.week, case.engine.salts.decisions[asked.row])
    consents, heard = state.consents.copy(), state.consent_heard.copy(order="K")
    consents[asked.world] = luck < consent_chance(case, state)[asked.world]
    heard[asked.world, asked.role] = True
    return changed(state, consents=consents, consent_heard=heard)


def _ask_role(state: State, acts: Acts, to_role: Bools) -> State:
    asked = _only(acts, to_role)
    bit = np.left_shift(1, asked.object).astype(np.int8)
    later = asked.way == Way.WRITTEN
    changes = {}
    for name, chosen in (("questions", ~later), ("post_questions", later)):
        if chosen.any():
            open_ = getattr(state, name).copy(order="K")
            open_[asked.world[chosen], asked.target[chosen], asked.role[chosen]] |= bit[chosen]
            changes[name] = open_
    return _talk(changed(state, **changes), asked.world, asked.role, asked.target, ~later)


def ignore_questions(case: Case, state: State) -> State:
    """At the end of a round, who got no answer trusts less; the question lapses."""
    ignored = state.questions != 0
    if not ignored.any():
        return state
    world, asked, asker = np.nonzero(ignored)
    loss = np.full(len(world), -case.numbers["trust_ignored_question"])
    state = trust_more(state, world, asker, asked, loss)
    return changed(state, questions=np.zeros(state.questions.shape, np.int8, order="F"))
