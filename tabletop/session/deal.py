"""The deal: who plays which role. Everybody outside the own discipline, as far as the roles allow it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from tabletop.content.specs.role import DisciplinesSpec

DealReason = Literal["own", "near", "played_before"]
WEIGHTS: dict[DealReason, int] = {"own": 10_000, "near": 100, "played_before": 1}
"""An own role is avoided at any cost in near ones, a near one at any cost in roles played before (at most 15 seats)."""
TIE_BITS = 32


@dataclass(frozen=True, slots=True)
class DealNote:
    """A role that could not be avoided, and why one would have wanted to: text by message `deal.<reason>`."""

    seat: int
    role: str
    reason: DealReason


@dataclass(frozen=True, slots=True)
class Deal:
    """The role of each seat, with what could not be avoided."""

    roles: tuple[str, ...]
    notes: tuple[DealNote, ...]


def deal(
    roles: Sequence[str],
    seats: Sequence[Sequence[str]],
    disciplines: DisciplinesSpec,
    seed: int,
    played_before: Mapping[int, Collection[str]] | None = None,
) -> Deal:
    """Deal roles to seats; `seats` holds the disciplines of those who sit there, `played_before` roles by seat.

    The best deal there is: as few own roles as possible, then near ones, then repeated ones; the seed breaks ties.
    There may be more roles than seats.
    """
    if len(roles) < len(seats):
        raise ValueError("there are fewer roles than seats")
    played = played_before or {}
    reasons = [
        [_reasons(role, seat_disciplines, disciplines, played.get(seat, ())) for role in roles]
        for seat, seat_disciplines in enumerate(seats)
    ]
    costs = [
        [
            (sum(WEIGHTS[r] for r in why) << TIE_BITS) + _tie(seed, seat, role)
            for role, why in zip(roles, row, strict=True)
        ]
        for seat, row in enumerate(reasons)
    ]
    chosen = _cheapest(costs, len(roles))
    notes = tuple(
        DealNote(seat, roles[role], reason) for seat, role in enumerate(chosen) for reason in reasons[seat][role]
    )
    return Deal(tuple(roles[role] for role in chosen), notes)


def _reasons(
    role: str, own: Sequence[str], disciplines: DisciplinesSpec, played: Collection[str]
) -> tuple[DealReason, ...]:
    here = [spec for spec in disciplines.disciplines if spec.id in own]
    found: list[DealReason] = []
    if any(spec.role == role for spec in here):
        found.append("own")
    elif any(role in spec.near for spec in here):
        found.append("near")
    if role in played:
        found.append("played_before")
    return tuple(found)


def _weight(reasons: Sequence[DealReason]) -> int:
    return sum(WEIGHTS[reason] for reason in reasons) << TIE_BITS


def _tie(seed: int, seat: int, role: str) -> int:
    return int.from_bytes(sha256(f"{seed}/{seat}/{role}".encode()).digest()[: TIE_BITS // 8 - 1], "big")


def _cheapest(costs: Sequence[Sequence[int]], roles: int) -> tuple[int, ...]:
    """Role of each seat with the least total cost, by dynamic programming over sets of roles already dealt."""
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for row in costs:
        grown: dict[int, tuple[int, tuple[int, ...]]] = {}
        for taken, (cost, chosen) in best.items():
            for role in range(roles):
                bit = 1 << role
                if taken & bit:
                    continue
                candidate = (cost + row[role], (*chosen, role))
                if taken | bit not in grown or candidate < grown[taken | bit]:
                    grown[taken | bit] = candidate
        best = grown
    return min(best.values())[1]
