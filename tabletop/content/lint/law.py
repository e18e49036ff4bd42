"""Who may lawfully come to know a fact, by the information rules of a scenario.

Acute danger is left out: a fact that may only be told when somebody is about to be hurt cannot carry a plan.
"""

from typing import Final

from tabletop.content.lint.story import CONSULT, Story
from tabletop.content.specs.common import RoleId
from tabletop.content.specs.scenario import FactSpec

ALWAYS: Final = frozenset({"J", "A", "A!", "a"})
CONSENT: Final = "C"
AT_TABLE: Final = frozenset({"V", "Vi"})
AT_TABLE_CONSENT: Final = "Vc"
LOCKED: Final = frozenset({"medical", "youth"})
BY_LAW: Final = frozenset({"VT", "RVK", "GI"})
"""Columns for which the second lock does not count."""
GUARDS: Final = frozenset({"POL", "VO", "VT"})
"""Columns that may guard a new address."""


def reached(story: Story, fact: FactSpec) -> frozenset[RoleId]:
    """Give every role that can come to know a fact lawfully, its holders included: one tells another, or the table."""
    known = {*fact.holders, *_told_by_script(story, fact)}
    while True:
        more = {other for role in known for other in story.roles if may_tell(story, fact, role, other)}
        if any(may_lay_on_table(story, fact, role) for role in known):
            more |= {*story.roles}
        if more <= known:
            return frozenset(known)
        known |= more


def may_tell(story: Story, fact: FactSpec, giver: RoleId, receiver: RoleId) -> bool:
    """Say whether one role may tell another a fact, with or without consent."""
    if giver == receiver:
        return True
    column, other = story.column(giver), story.column(receiver)
    if fact.secret is not None and other not in GUARDS:
        return False
    codes = _codes(story, column, other)
    consented = CONSENT in codes and fact.subject in ("victim", "child")
    locked = fact.kind in LOCKED and other not in BY_LAW
    return consented or (not locked and bool(codes & ALWAYS))


def may_lay_on_table(story: Story, fact: FactSpec, giver: RoleId) -> bool:
    """Say whether a role may lay a fact on the table of a consult; only when a partner can lead one."""
    if fact.secret is not None or fact.investigation or not any(story.column(role) == CONSULT for role in story.roles):
        return False
    codes = _codes(story, story.column(giver), CONSULT) if story.column(giver) != CONSULT else frozenset({"V"})
    consented = bool(codes & {CONSENT, AT_TABLE_CONSENT}) and fact.subject in ("victim", "child")
    return consented or (fact.kind not in LOCKED and bool(codes & (ALWAYS | AT_TABLE)))


def _codes(story: Story, giver: str, receiver: str) -> frozenset[str]:
    cell = story.cells.get((giver, receiver))
    if cell is None:
        return frozenset({CONSENT} if giver == receiver else {"a", CONSENT})
    return frozenset(cell.codes)


def _told_by_script(story: Story, fact: FactSpec) -> set[RoleId]:
    effects = (effect.reveal for inject in story.spec.injects for effect in inject.effects)
    return {each.to for each in effects if each is not None and each.fact == fact.id}
