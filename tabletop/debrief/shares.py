"""Every share of a session, judged on the state before it: lawful, needed, minimal."""

from dataclasses import dataclass

from tabletop.case.case import Case
from tabletop.case.compiling import CODES
from tabletop.case.verbs import Extent, Ground, Verb
from tabletop.debrief.watching import Step, Watched
from tabletop.rules.judging import judge_share
from tabletop.rules.state import State

_SHARING = (Verb.SHARE, Verb.ANSWER)
_OPENING = {"C": "consent", "D": "danger", "V": "consult", "Vi": "consult", "Vc": "consult"}
"""What would have made a share lawful, by the code of the rules that asks for it."""


@dataclass(frozen=True, slots=True)
class ShareJudged:
    """A share or answer: roles and fact by number, and three scales of 2 yes, 1 defensible, 0 no."""

    number: int
    giver: int
    receiver: int
    fact: int
    lawful: int
    needed: int
    minimal: int


def shares_of(watched: Watched) -> tuple[ShareJudged, ...]:
    """Judge all shares and answers, in the order of the log."""
    return tuple(found for step in watched.steps for found in judged(watched.case, step))


def judged(case: Case, step: Step) -> tuple[ShareJudged, ...]:
    """Judge the shares of one entry: one for a decision, one for each hearer of what was said aloud."""
    if step.entry.kind == "said_aloud":
        return _spoken(case, step)
    row = case.decisions.row.get(step.entry.decision or "", -1)
    if row < 0 or case.decisions.verb[row] not in _SHARING:
        return ()
    rows = case.decisions
    ground = Ground[(step.entry.ground or "unsure").upper()]
    extent = Extent[(step.entry.extent or "minimum").upper()]
    return (_judge(case, step, int(rows.role[row]), int(rows.target[row]), int(rows.object[row]), ground, extent),)


def _spoken(case: Case, step: Step) -> tuple[ShareJudged, ...]:
    """What is said aloud is heard by all who sit there; each newcomer to it is judged."""
    giver = case.roles.index(step.entry.role or "")
    fact = case.facts.ids.index(str(step.entry.body["fact"]))
    new = [
        role
        for role in range(len(case.roles))
        if role != giver and (int(step.after.told[0, giver, role]) & ~int(step.before.told[0, giver, role])) >> fact & 1
    ]
    return tuple(_judge(case, step, giver, role, fact, Ground.UNSURE, Extent.MINIMUM) for role in new)


def _judge(case: Case, step: Step, giver: int, receiver: int, fact: int, ground: Ground, extent: Extent) -> ShareJudged:
    found = judge_share(case, step.before, giver, receiver, fact, ground, extent)
    scales = (int(found.lawful[0]), int(found.needed[0]), int(found.minimal[0]))
    return ShareJudged(step.number, giver, receiver, fact, *scales)


def why_not(case: Case, before: State, share: ShareJudged) -> tuple[str, ...]:
    """Say in words of messages why a share was not lawful: `address`, `secret`, `no_ground`, or what it would take."""
    bit, office = 1 << share.fact, case.engine.office
    if bit & int(case.facts.address[0]) and not office.guards[share.receiver]:
        return ("address",)
    if bit & int(case.engine.facts.locked) and not office.cares_by_law[share.receiver]:
        return ("secret",)
    cell = int(case.network.codes[share.giver, share.receiver])
    takes = dict.fromkeys(word for code, word in _OPENING.items() if cell >> CODES.index(code) & 1)
    if int(before.consents[0]) == 1 or not bit & int(case.engine.facts.consentable):
        takes.pop("consent", None)  # consent was not what lacked
    return tuple(takes) or ("no_ground",)
