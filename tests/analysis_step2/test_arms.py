import numpy as np

from tabletop.analysis.arms import are_seats, sample_seats
from tabletop.analysis.comparing import sample
from tests.analysis_step2.games import setting


def test_games_of_seats_in_one_batch_are_the_same_as_each_alone() -> None:
    worlds = np.arange(60, dtype=np.uint64)
    names = [f"{kind}:{role}" for kind in ("seat_random", "seat_silent") for role in setting().case.roles]
    together = sample_seats(setting(), names, 5, worlds)
    for name in names:
        alone = sample(setting(), name, 5, worlds)
        assert np.array_equal(together[name].harm, alone.harm), name
        assert all(np.array_equal(together[name].figures[key], alone.figures[key]) for key in alone.figures)


def test_only_games_with_a_seat_that_does_otherwise_are_played_so() -> None:
    assert are_seats("seat_silent:police")
    assert not are_seats("single:police")
    assert sample_seats(setting(), [], 5, np.arange(2, dtype=np.uint64)) == {}
