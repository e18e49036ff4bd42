"""What only the rules read of a compiled case: tables, effects, script, variants, and the keys of draws.

`R` roles, `F` facts, `M` measures, `V` variants, `T` types of stalker, `K` decisions.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Int, Real, Small, Weeks
from tabletop.case.conditions import Test
from tabletop.case.tables import Table


class Column(IntEnum):
    """Columns of what running measures add up to. The first 8 become relative risks together."""

    CONTACT = 0
    VIOLENCE = 1
    SERIOUS = 2
    ACCESS = 3  # five channels: home, work, child, others, online
    BAN_CONTACT = 8  # of bans, which lose force when a breach has no consequence
    BAN_VIOLENCE = 9
    BAN_SERIOUS = 10
    CUSTODY = 11  # five channels
    BELIEF = 16
    DRIVE = 17
    STRENGTH = 18
    TRUST = 19
    NO_CONTACT = 20
    PROOF = 21
    NOTICE = 22


COLUMNS = 24
"""One is spare: rows of 24 are looked up faster than rows of 23."""
CHANNELS = 5
HOME, WORK, CHILD, OTHERS, ONLINE = range(CHANNELS)


class Luck(IntEnum):
    """What is drawn once a week in each world."""

    CONTACTS = 0
    BREACH = 1
    BREACH_SEEN = 2
    PREPARED = 3
    LEAK = 4


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Functions that are looked up."""

    exp: Table
    soft_cap: Table
    """Product of relative risks to the relative risk that is left of it."""
    any_contact: Table
    """Contacts to be expected to the harm of a week with contact."""
    no_contact: Table
    """exp(-x)"""
    stopping: Table
    """Fixation to the rate of stopping."""
    relapse: Real
    """By weeks since he stopped."""
    clocks: Real
    """Quantiles of the exponential distribution, at the middle of equal parts."""


@dataclass(frozen=True, slots=True, eq=False)
class Variants:
    """Stalkers of this scenario, `[V]` unless said."""

    ids: tuple[str, ...]
    share: Real
    """Cumulative probability."""
    type: Small
    violent: Real
    deterrable: Real
    levels: dict[str, Real]
    """Start levels by the name of the state's array."""
    access: Real
    """`[5, V]`"""
    reach: Real
    """Sum over channels."""
    physical: Real
    """Sum over channels except online."""
    rate: Real
    """Contacts a week to be expected at the start."""
    dependence: Real
    """What contact tends to when the victim's strength is gone."""


@dataclass(frozen=True, slots=True, eq=False)
class MeasureEffects:
    """Measures, `[M]` unless said."""

    running: NDArray[np.int32]
    """`[bytes, 256, COLUMNS]` sums in steps of 2^-20 for each byte of a set of measures."""
    busy: Int
    """Of the columns that become relative risks, those that some measure of this case has an effect in."""
    stop: Real
    trust: Real
    pattern: Real
    fit: Real
    """`[M, T]`"""
    backfire: Real
    """`[M, T]`"""
    ends_with: Real
    """Trigger when it ends: release, or the end of a legal frame."""
    needs_consent: Bools
    needs_proof: Real
    needs_pattern: Real
    needs_picture: Real
    needs_running: Bits
    """Set of measures of which one must run; 0 when none is needed."""
    framed: tuple[tuple[int, np.uint64], ...]
    """Measures that end with their frame, and the set of measures of which one must go on running."""
    needs_breach: Bools
    needs_home: Bools
    hinges: Bools
    """It hinges on facts at all."""
    at_victim: Bools
    # sets of measures, one value each
    bans: np.uint64
    custody: np.uint64
    supervision: np.uint64
    answers: np.uint64
    advice: np.uint64
    profiles: np.uint64
    redone: Bools
    """`[M]` the same as flags: assessments of him, which may be made anew while they run."""
    talks_with_victim: np.uint64
    frames: np.uint64
    """Bans, custody, supervision: a legal frame holds him."""
    holds: np.uint64
    """Legal frames, treatment, shelter: they may be what keeps him quiet, so that his quiet may end with them."""
    sees: np.uint64
    """Supervision, treatment, outreach: a professional sees him, who may become a target."""
    shelters: Bools
    """`[M]` give cover as long as nobody knows the place."""
    counter: Int
    """Places of counter-measures of the victim: bans, reports, shelter."""
    at_calm: np.uint64
    """Alarms, cameras, priority: they end when the case is scaled down."""
    ends_at_calm: Bools
    """The same as flags."""
    evidence: np.uint64
    """Give proof only in weeks with contact."""


@dataclass(frozen=True, slots=True, eq=False)
class FactPlanes:
    """Facts as bit sets: weight `w` is `one + 2 * two`."""

    one: np.uint64
    two: np.uint64
    by_week: Bits
    """`[weeks + 2]` facts that have appeared by their week."""
    conditional: tuple[tuple[int, int, Test], ...]
    """Fact, week before which it cannot appear, condition."""
    locked: np.uint64
    """Medical and youth-care facts: a second lock."""
    consentable: np.uint64
    """Facts about the victim or the child: the victim's consent covers them."""
    stalker: np.uint64
    means: np.uint64
    """Facts that tell of means to do harm."""
    signs: Bits
    """`[F]` key of the draw whether a sign of a stage shows."""


@dataclass(frozen=True, slots=True)
class InjectRule:
    """An inject, compiled. Levels by name; measures, facts and roles by place."""

    from_week: int
    """Week before which it cannot happen."""
    when: Test | None
    reveals: tuple[tuple[int, int], ...]
    """Pairs of role and fact."""
    changes: tuple[tuple[str, float], ...]
    ends: tuple[int, ...]
    starts: tuple[int, ...]
    quiet: int
    is_news: bool
    """Everybody hears of it on the board."""


@dataclass(frozen=True, slots=True, eq=False)
class IncidentKinds:
    """Kinds of incident, sorted by rung."""

    place: Small
    """Place in the file."""
    rungs: Real
    weight: Real
    """`[kinds + 1]` cumulative weight of the kinds below."""
    weight_remote: Real
    """The same, of kinds that can be done from a distance."""


@dataclass(frozen=True, slots=True, eq=False)
class Office:
    """What the engine knows of organisations, `[R]` unless said."""

    police: int
    """Place of the police, or -1."""
    cares_by_law: Bools
    """Veilig Thuis, youth and child protection: no second lock for them."""
    inquires: Bools
    """Veilig Thuis."""
    guards: Bools
    """May guard a new address."""
    consult: Bools
    """Leads a consult of the Care and Safety House."""


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Channels of a share, in the order of `case.verbs.Way`."""

    hours: Int
    """Quarter hours."""
    trust: Real
    at_once: Bools
    recorded: Bools


@dataclass(frozen=True, slots=True, eq=False)
class Salts:
    """Keys of draws: a draw is keyed by what it is."""

    weekly: Bits
    """`[lucks, 1]`"""
    slots: Bits
    """`[most contacts a week, 1]`"""
    decisions: Bits
    """`[K]`"""
    measures: Bits
    """`[M]`"""
    attendance: Bits
    """`[R]`"""
    variant: np.uint64
    pace: np.uint64
    clock: np.uint64


@dataclass(frozen=True, slots=True, eq=False)
class Charges:
    """What a decision takes from who decides."""

    hours: Weeks
    """`[K, ways]` quarter hours, with those of the channel where one is used."""
    acts: Small
    """`[K]` decisions of the turn."""


@dataclass(frozen=True, slots=True, eq=False)
class EngineTables:
    """What only `rules` reads."""

    tables: Tables
    variants: Variants
    effects: MeasureEffects
    facts: FactPlanes
    injects: tuple[InjectRule, ...]
    incidents: IncidentKinds
    office: Office
    ways: Ways
    charges: Charges
    salts: Salts
    reading: Real
    """`[3]` hours of work for the receiver, by extent."""
    ground_codes: Int
    """`[6]` bit set of the codes that a stated ground fits."""
