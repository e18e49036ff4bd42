import numpy as np

from tabletop.case.compiling import CODES, bits_of, compile_case
from tabletop.case.engine import Column
from tabletop.case.fixed import log_steps
from tests.case.small_pack import FACTS, ROLES, small_case, small_pack

CASE = small_case()
FACT = {fact["id"]: place for place, fact in enumerate(FACTS)}


def test_only_core_rounds_are_compiled_for_the_short_format() -> None:
    assert CASE.round_weeks == (4, 4, 4)
    assert small_case(long=True).weeks == 20


def test_compiling_twice_gives_the_same_arrays() -> None:
    again = compile_case(small_pack())
    assert again.decisions.ids == CASE.decisions.ids
    assert np.array_equal(again.engine.salts.decisions, CASE.engine.salts.decisions)
    assert np.array_equal(again.engine.effects.running, CASE.engine.effects.running)


def test_a_role_needs_the_facts_that_its_own_measures_hinge_on() -> None:
    needs = CASE.facts.needed_by[ROLES.index("prosecution")]
    assert needs == bits_of([FACT["old_reports"], FACT["new_report"]])


def test_hours_are_counted_in_quarters() -> None:
    assert CASE.hours[0] == 4 * small_pack().roles["police"].hours


def test_cells_of_the_information_rules_become_bits() -> None:
    assert CASE.network.codes[ROLES.index("police"), ROLES.index("prosecution")] == 1 << CODES.index("J")
    assert CASE.network.grey[ROLES.index("police"), ROLES.index("wijkteam")]
    assert not CASE.network.grey[ROLES.index("police"), ROLES.index("veilig_thuis")]


def test_effects_of_running_measures_add_up_exactly_in_any_order() -> None:
    sums = CASE.engine.effects.running
    ban = list(CASE.measures.ids).index("ban")
    group, bit = divmod(ban, 8)
    for others in range(256):
        if not others >> bit & 1:
            gain = sums[group, others | 1 << bit, Column.BAN_CONTACT] - sums[group, others, Column.BAN_CONTACT]
            assert gain == log_steps(0.6)


def test_facts_that_appear_by_a_week_stay() -> None:
    by_week = CASE.engine.facts.by_week
    assert not int(by_week[3]) >> FACT["hearing"] & 1
    assert all(int(bits) >> FACT["hearing"] & 1 for bits in by_week[4:])
