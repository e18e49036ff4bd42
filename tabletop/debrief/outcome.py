"""How a session ended and what it scored, as numbers: for `replay`, and for reports of later steps."""

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.analysis.rollout import ENDINGS
from tabletop.debrief.shares import ShareJudged, shares_of
from tabletop.debrief.watching import watch
from tabletop.rules.endings import endings
from tabletop.rules.harm import CONTACT, SERIOUS, VIOLENCE
from tabletop.rules.hashing import state_hash
from tabletop.rules.judging import YES
from tabletop.session.play import Play


@dataclass(frozen=True, slots=True)
class SessionOutcome:
    """Ending and scores of one session. `scores` are side by side and never added up."""

    state_hash: str
    finished: bool
    ending: str
    """`stopped`, `controlled`, `escalated` or `goes_on`, as it is now."""
    variant: str
    scores: Mapping[str, float]


def outcome_of(play: Play) -> SessionOutcome:
    """Read the outcome of a play."""
    watched = watch(play)
    state = play.state
    return SessionOutcome(
        state_hash=state_hash(state),
        finished=play.moment.kind in ("debrief", "closed"),
        ending=ENDINGS[int(endings(play.case, state)[0])],
        variant=play.case.pack.scenario.variants[int(state.variant[0])].id,
        scores={**_safety(play), **_information(shares_of(watched)), **_chain(play)},
    )


def _safety(play: Play) -> dict[str, float]:
    """As it could be expected along this path; drawn contacts stand beside it."""
    state = play.state
    return {
        "weeks_with_contact": round(float(state.harm[0, CONTACT]), 4),
        "expected_violence": round(float(state.harm[0, VIOLENCE]), 6),
        "expected_serious_harm": round(float(state.harm[0, SERIOUS]), 6),
        "victim_strength": round(float(state.strength[0]), 4),
        "victim_trust": round(float(state.trust[0]), 4),
        "contacts": int(state.contacts[0]),
        "reported": int(state.reported[0]),
        "breaches": int(state.breaches[0]),
        "unanswered": int(state.unanswered[0]),
    }


def _information(shares: tuple[ShareJudged, ...]) -> dict[str, float]:
    """Three scales, each the number of shares that got a full yes; never averaged."""
    return {
        "shares": len(shares),
        "lawful": sum(each.lawful == YES for each in shares),
        "needed": sum(each.needed == YES for each in shares),
        "minimal": sum(each.minimal == YES for each in shares),
    }


def _chain(play: Play) -> dict[str, float]:
    state = play.state
    joint = int(state.joint[0])
    return {
        "meetings": int(state.meetings[0]),
        "facts_joined": joint.bit_count(),
        "facts_appeared": int(state.appeared[0]).bit_count(),
        "agreements": int((state.agreement_owner[0] >= 0).sum()),
    }
