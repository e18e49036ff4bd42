import numpy as np
import pytest

from tabletop.case.verbs import Need, Status
from tabletop.rules.state import State, changed
from tests.rules.table import F, M, R, decide, running, stands, start, weeks, with_levels


def share_started(state: State, measure: str) -> float:
    return float((state.status[:, M[measure]] == Status.RUNNING).mean())


def test_a_measure_starts_when_its_lead_time_has_passed() -> None:
    state = decide(start(), "prosecution/measure/ban")
    assert stands(state, "ban") is Status.REQUESTED
    assert stands(weeks(state, 1), "ban") is Status.REQUESTED
    assert stands(weeks(state, 2), "ban") is Status.RUNNING


def test_a_measure_ends_when_its_time_is_over() -> None:
    state = decide(start(), "prosecution/measure/ban")
    assert stands(weeks(state, 9), "ban") is Status.RUNNING
    assert stands(weeks(state, 10), "ban") is Status.ENDED


def test_a_measure_costs_its_hours_and_one_decision() -> None:
    before, after = start(), decide(start(), "prosecution/measure/ban")
    assert before.hours[0, R["prosecution"]] - after.hours[0, R["prosecution"]] == 8
    assert after.acts[0, R["prosecution"]] == 1


def test_decided_again_while_it_stands_changes_nothing_of_it() -> None:
    once = decide(start(), "prosecution/measure/ban")
    twice = decide(weeks(once, 1), "prosecution/measure/ban")
    for name in ("status", "decided_by", "starts", "attempts"):
        assert np.array_equal(getattr(twice, name), getattr(once, name))
    assert twice.hours[0, R["prosecution"]] < once.hours[0, R["prosecution"]]


def test_a_measure_can_be_taken_no_more_often_than_its_supply() -> None:
    state = start()
    for _ in range(3):
        state = weeks(decide(state, "police/measure/stop_talk"), 3)
    assert state.attempts[0, M["stop_talk"]] == 2


@pytest.mark.parametrize(
    ("id_", "need"),
    [
        ("prosecution/measure/strict_ban", Need.PROOF),
        ("probation/measure/supervision", Need.RUNNING),
        ("police/measure/answer", Need.BREACH),
    ],
)
def test_what_a_refused_measure_lacked_is_kept_for_the_decider(id_: str, need: Need) -> None:
    state = weeks(decide(start(), id_), 2)
    measure = id_.rsplit("/", maxsplit=1)[-1]
    assert stands(state, measure) is Status.REFUSED
    assert state.lacked[0, M[measure]] == 1 << need


def test_a_gate_opens_with_proof() -> None:
    state = weeks(decide(with_levels(start(), proof=0.95), "prosecution/measure/strict_ban"))
    assert stands(state, "strict_ban") is Status.RUNNING


def test_a_frame_that_runs_opens_the_gate() -> None:
    state = weeks(decide(running(start(), "ban"), "probation/measure/supervision"), 2)
    assert stands(state, "supervision") is Status.RUNNING


def test_a_refusal_of_the_victim_stops_a_measure_and_a_yes_lets_it_start() -> None:
    for consents, status in ((0, Status.REFUSED), (1, Status.RUNNING)):
        state = decide(with_levels(start(), consents=consents), "veilig_thuis/measure/alarm")
        assert stands(weeks(state, 2), "alarm") is status


def test_a_victim_who_was_never_asked_is_willing_with_trust() -> None:
    def willing(trust: float) -> float:
        state = with_levels(start(1000), trust=trust)
        return share_started(weeks(decide(state, "veilig_thuis/measure/alarm"), 2), "alarm")

    assert willing(0.9) > willing(0.1) + 0.3


def test_a_picture_makes_a_measure_take_more_often() -> None:
    def took(state: State) -> float:
        return float(weeks(decide(state, "prosecution/measure/ban"), 2).took[:, M["ban"]].mean())

    blind = took(start(2000))
    seeing = took(decide(start(2000), "police/share/old_reports/prosecution"))
    assert seeing > blind + 0.1


def test_overload_blurs_the_picture() -> None:
    def took(overload: float) -> float:
        state = decide(start(2000), "police/share/old_reports/prosecution")
        heavy = np.full_like(state.overload, overload)
        return float(
            weeks(decide(changed(state, overload=heavy), "prosecution/measure/ban"), 2).took[:, M["ban"]].mean()
        )

    assert took(60.0) < took(0.0) - 0.05


def test_a_measure_takes_better_on_the_type_it_fits() -> None:
    state = weeks(decide(start(4000), "prosecution/measure/ban"), 2)
    took = state.took[:, M["ban"]]
    assert took[state.variant == 0].mean() > took[state.variant == 1].mean() + 0.05


def test_the_same_attempt_a_week_later_meets_the_same_luck() -> None:
    now = weeks(decide(start(500), "prosecution/measure/ban"), 3)
    later = weeks(decide(weeks(start(500)), "prosecution/measure/ban"), 2)
    assert np.array_equal(now.took[:, M["ban"]], later.took[:, M["ban"]])


def test_a_stop_talk_backfires_on_the_type_that_feels_wronged_and_less_with_a_picture() -> None:
    def trigger(state: State) -> np.ndarray:
        return weeks(decide(state, "police/measure/stop_talk"), 2).trigger

    quiet = start(400)
    blind = trigger(quiet) - weeks(quiet, 2).trigger
    wronged = quiet.variant == 1
    assert blind[wronged].mean() > blind[~wronged].mean() + 0.1
    known = quiet.knows.copy(order="K")
    known[:, R["police"]] |= np.uint64(1 << F["diagnosis"])
    assert trigger(changed(quiet, knows=known))[wronged].mean() < trigger(quiet)[wronged].mean()


def test_a_stop_talk_works_early_and_hardly_on_a_fixed_pattern() -> None:
    def stopped(fixation: float) -> float:
        state = with_levels(start(2000), fixation=fixation)
        talked = weeks(decide(state, "police/measure/stop_talk"), 2)
        return float((~talked.active).mean() - (~weeks(state, 2).active).mean())

    assert stopped(0.1) > stopped(0.9) + 0.1


def test_release_is_a_moment_of_danger() -> None:
    held = running(start(), "remand", until=1)
    free = weeks(held, 2)
    assert free.trigger[0] > weeks(start(), 2).trigger[0]
