"""Plans that were found for a scenario fit it: rounds, partners, and decisions with all that they name."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from tabletop.content.checks.references import partner_ids, unknown
from tabletop.content.faults import Fault
from tabletop.content.shelf import PLANS, Node, Shelf, ids_in
from tabletop.content.suggestion import suggest

FIXED = ("ask/consent/victim", "call", "scale/up", "scale/down", "wait")


@dataclass(frozen=True)
class _Known:
    rounds: Collection[str]
    roles: Collection[str]
    facts: Collection[str]
    measures: Collection[str]


def check_plans(shelf: Shelf) -> Iterator[Fault]:
    """Check every plan against its scenario; one whose scenario cannot be read is passed over."""
    for plans in shelf.under(PLANS):
        named = plans.word("scenario")
        scenario = None if named is None else shelf.files.get(f"scenarios/{named.value}.yaml")
        if scenario is None:
            continue
        known = _Known(
            ids_in(scenario, "rounds"), partner_ids(shelf, scenario), ids_in(scenario, "facts"),
            frozenset(each.value for each in scenario.words("measures")),
        )  # fmt: skip
        for plan in plans.each("plans"):
            yield from _plan(plan, known)


def _plan(plan: Node, known: _Known) -> Iterator[Fault]:
    for turn in plan.each("turns"):
        yield from unknown(turn.word("round"), "TT228", known.rounds)
        yield from unknown(turn.word("role"), "TT205", known.roles)
        for step in turn.each("steps"):
            yield from _decision(step.word("do"), known, {"share": known.facts, "measure": known.measures})
            yield from unknown(step.word("knows"), "TT202", known.facts)
    for meeting in plan.each("meetings"):
        yield from unknown(meeting.word("round"), "TT228", known.rounds)
        for lead in meeting.each("leads"):
            yield from unknown(lead, "TT205", known.roles)
        for agreement in meeting.each("agreements"):
            yield from _decision(agreement.word("do"), known, {"agree": known.measures})


_CODES = {"share": "TT202", "measure": "TT203", "agree": "TT203"}


def _decision(node: Node | None, known: _Known, objects: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    """Check `verb/object/role`, as ids of decisions are made."""
    if node is None or node.value in FIXED:
        return
    verb, *rest = node.value.split("/")
    if verb not in objects or len(rest) != (1 if verb == "measure" else 2):
        yield node.fault("TT229", suggest(node.value, FIXED), word=node.value)
        return
    if rest[0] not in objects[verb]:
        yield node.fault(_CODES[verb], suggest(rest[0], objects[verb]), word=rest[0])
    elif rest[1:] and rest[1] not in known.roles:
        yield node.fault("TT205", suggest(rest[1], known.roles), word=rest[1])
