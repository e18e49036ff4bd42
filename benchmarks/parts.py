"""Say where the time of the largest batch goes: `python benchmarks/parts.py`, as a table for docs/figures.md.

A profile of one batch. Calls of numpy count for the function that made them; what a part calls of a later part in this
list counts for that later part only.
"""

import cProfile
import pstats
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.sessions import compiled
from tabletop.analysis.playing import play_game
from tabletop.policy.bots import Random

GAMES = 20_000
PARTS = {
    "what is possible, and one of it chosen": ("view", "policy"),
    "a decision and what follows from it": (
        "rules/deciding", "rules/sharing", "rules/judging", "rules/acts", "rules/draft", "rules/choice",
    ),
    "meetings and plan": ("rules/meeting", "rules/plan"),
    "measures: start, end, what they add up to": ("rules/measures", "rules/running", "rules/standing", "case/tables"),
    "contact, incidents and harm": ("rules/contact", "rules/harm", "rules/breaches"),
    "stalker, victim, network, tracks": (
        "rules/stalker", "rules/victim", "rules/network", "rules/phases", "rules/levels", "rules/picture",
    ),
    "script and facts": ("rules/script",),
    "draws": ("rules/draws",),
}  # fmt: skip
REST = "the loop, and numpy's own Python"
Place = tuple[str, int, str]


def part_of(place: Place) -> str | None:
    """The part that a function belongs to; None for a function of numpy or Python."""
    path = Path(place[0]).as_posix()
    if "/tabletop/" not in path:
        return None
    rest = path.rpartition("/tabletop/")[2]
    return next((part for part, files in PARTS.items() if rest.startswith(files)), REST)


def shares(profile: cProfile.Profile) -> Iterator[tuple[str, float]]:
    """Parts with the seconds spent in them, the longest first."""
    seconds: dict[str, float] = {}
    calls = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    for place, (_count, _all, own, _whole, callers) in calls.items():
        part = part_of(place)
        for caller, (_calls, _more, there, _below) in () if part else callers.items():
            above = part_of(caller) or REST
            seconds[above] = seconds.get(above, 0.0) + there
        if part:
            seconds[part] = seconds.get(part, 0.0) + own
    yield from sorted(seconds.items(), key=lambda each: -each[1])


def main() -> None:
    """Measure and print."""
    case, worlds = compiled("drempel", long=True), np.arange(GAMES, dtype=np.uint64)
    play_game(case, Random(), 1, worlds[:10])
    profile = cProfile.Profile()
    profile.runcall(play_game, case, Random(), 1, worlds)
    found = list(shares(profile))
    whole = sum(seconds for _part, seconds in found)
    rows = [f"| {part} | {seconds / whole:.0%} |\n" for part, seconds in found]
    sys.stdout.write("".join(["| Part | Share |\n|---|---|\n", *rows]))


if __name__ == "__main__":
    main()
