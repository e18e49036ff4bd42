"""Plans: read and written, carried out lawfully, many side by side, and searched."""

import numpy as np

from tabletop.analysis.changing import Allowed, Changer, rows_of
from tabletop.analysis.dice import Dice
from tabletop.analysis.plans import ARRAYS, copies, empty_plans, joined, read_plans, write_plan
from tabletop.analysis.search import Budget, Quest, best_of, search, search_for
from tabletop.analysis.staging import Staging, play
from tabletop.analysis.variants import knowing_only
from tabletop.case.verbs import Verb
from tabletop.content.balance import load_plans, plans_text
from tabletop.content.reading import read_yaml
from tabletop.content.specs.plan import PlansSpec
from tabletop.policy.pooled import Lawful, Plans, Pooled
from tabletop.rules.judging import NO, judge_share
from tests.analysis_step2.games import setting, the_case

SMALL = Budget(generations=4, tried=6, worlds=30)


def some_plans(count: int, sharing: bool = True) -> Plans:
    plans = empty_plans(the_case(), 2, count)
    changer = Changer(the_case(), Allowed(sharing), Dice(3))
    for place in range(count):
        for _ in range(60):
            changer.change(plans, place)
    return plans


def verbs_in(plans: Plans) -> set[int]:
    rows = plans.row[plans.row >= 0]
    return set(the_case().decisions.verb[rows].tolist())


def test_a_plan_is_the_same_after_it_was_written_and_read() -> None:
    case, spec = the_case(), load_plans("start", "core")
    plans = read_plans(case, spec, 2)
    assert [write_plan(case, id_, each) for id_, each in plans.items()] == list(spec.plans)


def test_the_file_of_plans_reads_back_as_what_was_written() -> None:
    spec = load_plans("start", "core")
    document, faults = read_yaml("scenarios/plans/start.core.yaml", plans_text(spec))
    assert not faults
    assert document is not None
    assert PlansSpec.model_validate(document.content) == spec


def test_a_plan_does_the_same_alone_and_beside_others() -> None:
    case, plans = the_case(), some_plans(3)
    worlds = np.arange(20, dtype=np.uint64)
    beside = play(Staging(case, Pooled(case, plans, 20, 2)), 9, np.tile(worlds, 3)).harm[20:40]
    second = Plans(**{name: getattr(plans, name)[1:2] for name in ARRAYS})
    assert np.array_equal(beside, play(Staging(case, Pooled(case, second, 20, 2)), 9, worlds).harm)


def test_what_a_plan_shares_is_never_unlawful() -> None:
    case, plans = the_case(), some_plans(8)
    state = play(Staging(case, Pooled(case, plans, 25, 2)), 9, np.tile(np.arange(25, dtype=np.uint64), 8))
    lawful = Lawful.of(case)
    for row in rows_shared(plans):
        giver, fact, taker = (int(getattr(case.decisions, name)[row]) for name in ("role", "object", "target"))
        if lawful.always[row]:
            found = judge_share(case, state, giver, taker, fact, 1, 1)
            assert (found.lawful != NO).all()
        assert lawful.always[row] or lawful.with_consent[row]


def rows_shared(plans: Plans) -> list[int]:
    rows = np.unique(plans.row[plans.row >= 0])
    return [int(row) for row in rows if the_case().decisions.verb[row] == Verb.SHARE]


def test_a_plan_that_shares_nothing_has_no_shares_questions_or_meetings() -> None:
    plans = some_plans(5, sharing=False)
    assert verbs_in(plans) <= {Verb.MEASURE, Verb.SCALE, Verb.WAIT}
    assert (plans.agree < 0).all()
    assert (plans.lead < 0).all()


def test_the_stored_plan_that_shares_nothing_keeps_to_it() -> None:
    assert verbs_in(setting().plans["share_nothing"]) <= {Verb.MEASURE, Verb.SCALE, Verb.WAIT}


def test_a_search_is_the_same_twice() -> None:
    found = [search_for(the_case(), Quest("pooled"), 2, SMALL) for _ in range(2)]
    assert found[0] == found[1]


def test_a_stored_plan_stays_when_a_search_finds_none_that_is_better() -> None:
    """Side by side in worlds of their own: a short search finds nothing as good as a long one did."""
    case, stored = the_case(), load_plans("start", "core").plans[0]
    worse = write_plan(case, "pooled", empty_plans(case, 2))
    assert search_for(case, Quest("pooled"), 2, SMALL, stored) == stored
    assert best_of(case, Quest("pooled"), (worse, stored), 2) == stored
    assert best_of(case, Quest("pooled"), (stored, worse), 2) == stored


def test_a_search_never_ends_worse_than_it_began_in_its_own_worlds() -> None:
    seen: list[float] = []
    search(the_case(), empty_plans(the_case(), 2), budget=SMALL, step=lambda _number, harm: seen.append(harm))
    assert seen == sorted(seen, reverse=True)


def test_a_search_leaves_the_plan_it_began_with_as_it_was() -> None:
    plan = empty_plans(the_case(), 2)
    search(the_case(), plan, budget=SMALL)
    assert (plan.row < 0).all()


def test_where_only_one_role_counts_nobody_knows_another_fact() -> None:
    case, role = the_case(), the_case().roles.index("probation")
    only = knowing_only(case, role)
    plans = joined(some_plans(2), copies(setting().plans["pooled"], 1))
    state = play(Staging(only, Pooled(only, plans, 20, 2)), 9, np.tile(np.arange(20, dtype=np.uint64), 3))
    assert not (state.knows & ~case.facts.holders[role]).any()
    assert not (state.joint & ~case.facts.holders[role]).any()
    assert state.knows.any()


def test_rows_of_a_role_are_its_own() -> None:
    case = the_case()
    assert all(case.decisions.ids[row].startswith("police/measure/") for row in rows_of(case, 0, Verb.MEASURE))
