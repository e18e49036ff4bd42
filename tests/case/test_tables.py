import math

import numpy as np
import pytest

from tests.case.small_pack import small_case

TABLES = small_case().engine.tables


@pytest.mark.parametrize("at", [-5.1, -1.234, -0.001, 0.0, 0.7])
def test_exp_is_read_to_four_digits(at: float) -> None:
    assert TABLES.exp.read(np.array([at]))[0] == pytest.approx(math.exp(at), rel=5e-5)


def test_a_table_keeps_its_last_value_beyond_its_ends() -> None:
    assert TABLES.no_contact.read(np.array([1e9]))[0] == TABLES.no_contact.values[-1]
    assert TABLES.no_contact.read(np.array([-1.0]))[0] == 1.0


def test_table_values_are_whole_steps() -> None:
    for table in (TABLES.exp, TABLES.soft_cap, TABLES.stopping):
        assert np.array_equal(table.values * 2**24, np.rint(table.values * 2**24))


def test_the_soft_cap_leaves_half_at_least_and_little_effects_whole() -> None:
    cap = TABLES.soft_cap.read(np.array([0.0, 0.97, 1.0, 1.5]))
    assert cap[0] == pytest.approx(0.5, abs=1e-6)
    assert cap[1] == pytest.approx(0.97, abs=0.001)
    assert cap[2] == pytest.approx(1.0)
    assert cap[3] == pytest.approx(1.5)


def test_the_soft_cap_never_lets_more_help_do_harm() -> None:
    assert (np.diff(TABLES.soft_cap.values) >= 0).all()


def test_clocks_have_a_mean_of_one() -> None:
    assert TABLES.clocks.mean() == pytest.approx(1.0, abs=0.01)
