"""A program that plays a session without a screen, and says each entry that was acknowledged. Tests kill it.

python tests/store/scripted.py FILE
"""

import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "session")]

from group import Group, the_case  # type: ignore[import-not-found]  # noqa: E402

from tabletop.session.entries import Participant, Seat, SetUp  # noqa: E402
from tabletop.store.live import LiveSession  # noqa: E402


def setup() -> SetUp:
    """Four seats, as the scenario says."""
    roles = the_case().pack.scenario.seats[4]
    return SetUp("start", 7, tuple(Seat(role, (Participant("student"),)) for role in roles))


def main(path: Path) -> None:
    """Play to the end, then wait to be killed."""
    people = Group(seed=3)
    with LiveSession.new(path, the_case().pack, setup()) as live:
        while live.moment.kind != "closed":
            refusal = live.act(people.next_entry(live.play))
            assert refusal is None, refusal
            sys.stdout.write(f"{len(live.play.entries)} {live.session_hash}\n")
            sys.stdout.flush()
        time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
