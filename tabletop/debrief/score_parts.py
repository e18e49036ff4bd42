"""A figure of the score: what each entry of the log adds to it, on whose account, so that role and group add up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

TABLE: Final = -1
"""In place of a role: what the table did together, or what nobody did."""
WHOLE: Final = 2**20
"""Steps of a level that runs from 0 to 1, as in `rules.levels`: whole numbers add up exactly."""

Together = Literal["sum", "first", "last"]
"""How parts make a figure: added up, the earliest of them, or the last."""
Account: TypeAlias = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """What one entry adds. `role` is a number of the case, or `TABLE`; `entry` its number in the log, 0 for none.

    `fact` and `others` say what a silence was about, and for whom.
    """

    role: int
    amount: int
    entry: int = 0
    fact: int = -1
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its parts, in the order of the log. `out_of` is what it is a share of, in parts as well."""

    parts: tuple[Part, ...]
    out_of: tuple[Part, ...] = ()
    together: Together = "sum"

    def value(self, role: int | None = None) -> int | None:
        """The figure of the group, or of one role (or of `TABLE`); None for a week that never came.

        >>> figure = Figure((Part(0, 2), Part(1, 3), Part(TABLE, 1)))
        >>> figure.value(), figure.value(1), sum(figure.value(role) for role in (0, 1, TABLE))
        (6, 3, 6)
        """
        amounts = [part.amount for part in self.parts if role is None or part.role == role]
        if self.together == "sum":
            return sum(amounts)
        if not amounts:
            return None
        return min(amounts) if self.together == "first" else amounts[-1]

    def whole(self, role: int | None = None) -> int:
        """What the figure of the group, or of one role, is a share of."""
        return sum(part.amount for part in self.out_of if role is None or part.role == role)

    @property
    def accounts(self) -> tuple[int, ...]:
        """The roles (and `TABLE`) that have a part in it, sorted."""
        return tuple(sorted({part.role for part in (*self.parts, *self.out_of)}))

    @property
    def entries(self) -> tuple[int, ...]:
        """Numbers of the entries behind it, in the order of the log, each once."""
        return tuple(sorted({part.entry for part in self.parts if part.entry and part.amount}))


def counted(parts: Iterable[Part]) -> Figure:
    """A figure that adds up."""
    return Figure(tuple(parts))


def share_of(parts: Iterable[Part], out_of: Iterable[Part]) -> Figure:
    """So many out of so many; both add up."""
    return Figure(tuple(parts), tuple(out_of))


def first_of(parts: Iterable[Part]) -> Figure:
    """The earliest week among the parts."""
    return Figure(tuple(parts), together="first")


def level_of(level: float, entry: int = 0, role: int = TABLE) -> Figure:
    """A level between 0 and 1, as it stood at one moment."""
    return Figure((Part(role, round(level * WHOLE), entry),), (Part(role, WHOLE, entry),))
