"""What everybody could notice: the difference between two public views of one world."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tabletop.case.verbs import Status
from tabletop.view.public import PublicView
from tabletop.view.seat import facts_in

HappeningKind = Literal[
    "round", "inject", "talk", "called", "meeting", "task", "agreed", "requested", "started", "ended", "refused"
]
Change = tuple[HappeningKind, tuple[int, ...], int]
KIND_OF_STATUS: Mapping[int, HappeningKind] = {
    Status.REQUESTED: "requested",
    Status.RUNNING: "started",
    Status.ENDED: "ended",
    Status.REFUSED: "refused",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on the board: `number` is that of the round, inject, task or measure; -1 when the kind needs none."""

    week: int
    round: int
    kind: HappeningKind
    roles: tuple[int, ...] = ()
    number: int = -1


def happenings(before: PublicView, after: PublicView, round_number: int) -> tuple[Happening, ...]:
    """What happened between two public views of a batch of one."""
    changes = (*_script(before, after), *_talks(before, after), *_meeting(before, after), *_measures(before, after))
    return tuple(Happening(after.week, round_number, kind, roles, number) for kind, roles, number in changes)


def _script(before: PublicView, after: PublicView) -> Iterator[Change]:
    for inject in facts_in(int(after.fired[0]) & ~int(before.fired[0])):
        yield "inject", (), inject


def _talks(before: PublicView, after: PublicView) -> Iterator[Change]:
    new = after.talked[0] if before.round != after.round else after.talked[0] & ~before.talked[0]
    for a, b in zip(*new.nonzero(), strict=True):
        if a < b:
            yield "talk", (int(a), int(b)), -1


def _meeting(before: PublicView, after: PublicView) -> Iterator[Change]:
    caller = int(after.caller[0])
    if caller >= 0 and caller != int(before.caller[0]):
        yield "called", (caller,), -1
    if int(after.meetings[0]) > int(before.meetings[0]):
        yield "meeting", tuple(int(role) for role in after.table[0].nonzero()[0]), -1
    for task, role in enumerate(after.tasks[0].tolist()):
        if role >= 0 and role != int(before.tasks[0, task]):
            yield "task", (role,), task
    for measure, owner in enumerate(after.agreement_owner[0].tolist()):
        same_week = int(after.agreement_due[0, measure]) == int(before.agreement_due[0, measure])
        if owner >= 0 and not (same_week and owner == int(before.agreement_owner[0, measure])):
            yield "agreed", (owner,), measure


def _measures(before: PublicView, after: PublicView) -> Iterator[Change]:
    changed = (after.status[0] != before.status[0]) | (after.shown[0] & ~before.shown[0])
    for measure in changed.nonzero()[0].tolist():
        kind = KIND_OF_STATUS.get(int(after.status[0, measure]))
        if kind is not None:
            yield kind, (int(after.decided_by[0, measure]),), measure
