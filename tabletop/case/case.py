"""A compiled case: everything of a scenario that the engine needs, as arrays.

Made once by `tabletop.case.compiling.compile_case(pack)`; never changed. `R` roles (partners of this scenario, in file
order), `F` facts, `M` measures, `J` injects, `K` decisions, `V` variants, `C` access channels (home, work, child,
others, online).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.case.arrays import Bits, Bools, Int, Real, Small, Weeks
from tabletop.case.engine import EngineTables
from tabletop.content.library import Pack


@dataclass(frozen=True, slots=True, eq=False)
class Decisions:
    """The list of possible decisions, sorted by (role, verb, object, target); each array is `[K]`.

    `role` is -1 for what the table decides together in a meeting. `ids` are stable words such as
    `police/share/old_reports/probation`, never positions.
    """

    role: Small
    verb: Small
    object: Int
    target: Small
    ids: tuple[str, ...]
    row: Mapping[str, int]
    hours: Int
    """Quarter hours it takes, besides those of the channel."""
    first: Int
    """`[R + 1, verbs]` first row of each (role, verb) block; the table's own rows are the last block."""
    count: Int
    """`[R + 1, verbs]` rows in that block."""


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Facts, `[F]` unless said."""

    ids: tuple[str, ...]
    subject: Small
    kind: Small
    weight: Int
    holders: Bits
    """`[R]` bit f: role holds fact f once it appears."""
    from_week: Weeks
    """Week in which it appears; -1 when it waits for a condition."""
    when: Int
    """Index of its condition, or -1."""
    needed_by: Bits
    """`[R]` bit f: role acts better with fact f."""
    pattern: Bits
    """One value: facts that are pieces of the pattern."""
    address: Bits
    """One value: facts that give away a new address or number."""
    investigation: Bits
    """One value: facts of a running investigation."""
    phases: Int
    """Bit p: supports phase p."""
    stages: Int


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """Measures, `[M]` unless said. Effects are integers in fixed point (see `case.fixed`) or reals as named.

    The engine adds what it needs; the ids, deciders, hours, lead and duration are what views and policies read.
    """

    ids: tuple[str, ...]
    deciders: Bits
    """`[R]` bit m: role may decide measure m."""
    hours: Int
    lead: Weeks
    duration: Weeks
    """-1 when it lasts."""
    supply: Small
    hinges_on: Bits
    """`[M]` facts that the measure hinges on."""
    visible: Bools
    kind: Small
    """Index in the literal `MeasureKind`."""


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Starting relations between roles."""

    trust: Real
    """`[R, R]` directed: row trusts column."""
    answers: Real
    """`[R]` how likely an unplayed partner comes or answers in time."""
    hears: Bools
    """`[R]` the victim tells this partner about incidents."""
    codes: Int
    """`[R, R]` bit set of the codes of the information rules, giver to receiver."""
    codes_meeting: Int
    """`[R]` the same for the meeting as receiver."""
    grey: Bools
    """`[R, R]` the cell has certainty m or l, or alternatives."""
    grey_meeting: Bools
    """`[R]` the same for the meeting as receiver."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A compiled case. `pack` keeps the texts; `numbers` the model's numbers by id."""

    pack: Pack
    roles: tuple[str, ...]
    weeks: int
    """Weeks of the format played."""
    round_weeks: tuple[int, ...]
    """Weeks of each round of the format."""
    long: bool
    hours: Int
    """`[R]` quarter hours a round."""
    decisions: Decisions
    facts: Facts
    measures: Measures
    network: Network
    numbers: Mapping[str, float]
    engine: EngineTables
    """What only `rules` reads: tables, effects, script, variants."""
