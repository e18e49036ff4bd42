import numpy as np
import pytest

from tabletop.case.conditions import PHASES, STAGES
from tabletop.rules.phases import over, show_phases, show_stages, under
from tabletop.rules.state import State
from tests.rules.table import CASE, M, running, start, weeks, with_levels


def phases(state: State) -> set[str]:
    bits = int(show_phases(CASE, state).phases[0])
    return {phase for place, phase in enumerate(PHASES) if bits >> place & 1}


def stages(state: State, before: State | None = None) -> set[str]:
    bits = int(show_stages(CASE, state, before or state).stages[0])
    return {stage for place, stage in enumerate(STAGES) if bits >> place & 1}


@pytest.mark.parametrize(
    ("levels", "phase"),
    [
        ({"awareness": 0.1}, "unaware"),
        ({"awareness": 0.5}, "aware"),
        ({"awareness": 0.5, "reported": 1, "burden": 0.5}, "seriousness"),
        ({"strength": 0.2}, "exhaustion"),
        ({"plan": 0.6}, "turning"),
        ({"burden": 0.1, "weeks_quiet": 5}, "control"),
    ],
)
def test_a_phase_is_marked_by_what_is_so(levels: dict[str, float], phase: str) -> None:
    assert phase in phases(with_levels(start(), **levels))


def test_the_unaware_phase_is_over_once_she_is_aware_or_reports() -> None:
    assert "unaware" not in phases(with_levels(start(), awareness=0.5))
    assert "unaware" not in phases(with_levels(start(), awareness=0.1, reported=1))


def test_alarms_under_burden_mark_the_defensive_phase() -> None:
    assert "defensive" in phases(with_levels(running(start(), "alarm"), burden=0.5))


def test_an_own_counter_measure_marks_the_offensive_phase_for_some_weeks() -> None:
    state = running(start(), "ban")
    assert "offensive" in phases(state)
    assert int(weeks(state, 10).phases[0]) >> PHASES.index("offensive") & 1 == 0


def test_giving_in_without_trust_is_exhaustion_too() -> None:
    before = with_levels(start(), contact=0.3, trust=0.2, strength=0.6)
    now = with_levels(before, contact=0.4)
    assert int(show_phases(CASE, now, before).phases[0]) >> PHASES.index("exhaustion") & 1


def test_several_phases_can_be_active_at_once() -> None:
    assert len(phases(with_levels(start(), awareness=0.5, reported=1, burden=0.5, strength=0.2))) > 1


def test_a_phase_does_not_flicker_at_its_bound() -> None:
    bound = CASE.numbers["phase_exhausted"]
    entered = show_phases(CASE, with_levels(start(), strength=bound - 0.01))
    assert "exhaustion" in phases(with_levels(entered, strength=bound + 0.01))
    assert "exhaustion" not in phases(with_levels(start(), strength=bound + 0.01))
    assert "exhaustion" not in phases(with_levels(entered, strength=bound + 0.2))


def test_bounds_have_a_margin_on_both_sides() -> None:
    was = np.array([False, True])
    assert over(np.array([0.46, 0.46]), 0.5, 0.05, was).tolist() == [False, True]
    assert under(np.array([0.54, 0.54]), 0.5, 0.05, was).tolist() == [False, True]


def test_phases_are_never_fed_back() -> None:
    state = start(20)
    marked = with_levels(state, phases=511, stages=15)
    for name in ("rate", "danger", "strength", "trust", "drive"):
        assert np.array_equal(getattr(weeks(state), name), getattr(weeks(marked), name))


def test_a_stage_is_marked_by_what_is_so() -> None:
    assert stages(with_levels(start(), trigger=0.7)) == {"trigger"}
    assert "escalation" in stages(with_levels(start(), ladder=0.5))
    assert "escalation" in stages(with_levels(start(), rate=3.0), with_levels(start(), rate=1.0))
    changed_mind = with_levels(start(), ladder=0.8, belief=0.1, drive=0.8)
    assert "change" in stages(changed_mind)


def test_planning_shows_when_his_thinking_was_changed_for_three_weeks() -> None:
    state = with_levels(start(), ladder=0.8, belief=0.1, drive=0.8)
    for week in range(3):
        assert "planning" not in stages(state) or week == 2
        state = show_stages(CASE, state, state)
    assert int(state.stages[0]) >> STAGES.index("planning") & 1


def test_a_change_of_stage_is_counted() -> None:
    state = show_stages(CASE, with_levels(start(), trigger=0.7), start())
    assert state.stage_changes[0] == 1
    assert show_stages(CASE, state, state).stage_changes[0] == 1


def test_a_measure_counts_as_counter_measure_by_its_kind() -> None:
    counter = CASE.engine.effects.counter
    assert M["ban"] in counter
    assert M["supervision"] not in counter
