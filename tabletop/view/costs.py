"""What decisions cost, in quarter hours: content, known to everybody."""

from tabletop.case.case import Case
from tabletop.case.verbs import Verb, Way

QUARTERS_AN_HOUR = 4
HOURS_OF = {
    Verb.ASK: "hours_ask",
    Verb.CALL: "hours_call",
    Verb.SCALE: "hours_scale",
    Verb.WAIT: "hours_wait",
}
"""The number of `scoring/model.yaml` that says what a verb costs."""


def way_quarters(case: Case, way: int) -> int:
    """What it costs to tell something by this channel."""
    return round(case.pack.modes.channels[way].hours.value * QUARTERS_AN_HOUR)


def cheapest_way(case: Case) -> int:
    """What the cheapest channel costs."""
    return min(way_quarters(case, way) for way in Way)


def verb_quarters(case: Case, verb: Verb) -> int:
    """What asking, calling a meeting, scaling or waiting costs; 0 for what is free."""
    return round(case.numbers.get(HOURS_OF.get(verb, ""), 0.0) * QUARTERS_AN_HOUR)


def measure_quarters(case: Case, measure: int) -> int:
    """What a measure costs its decider; `case.measures.hours` is in quarter hours."""
    return int(case.measures.hours[measure])
