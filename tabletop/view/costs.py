"""What decisions cost, in quarter hours: content, known to everybody."""

from functools import lru_cache

from tabletop.case.case import Case
from tabletop.case.verbs import Way

QUARTERS_AN_HOUR = 4


def way_quarters(case: Case, way: int) -> int:
    """What it costs to tell something by this channel."""
    return round(case.pack.modes.channels[way].hours.value * QUARTERS_AN_HOUR)


@lru_cache(maxsize=8)
def cheapest_way(case: Case) -> int:
    """What the cheapest channel costs."""
    return min(way_quarters(case, way) for way in Way)


def row_quarters(case: Case, row: int) -> int:
    """What a decision costs besides its channel."""
    return int(case.decisions.hours[row])
