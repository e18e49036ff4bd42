"""A balance is the same in any number of pieces, and its command tells what fails."""

import json
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from tabletop.analysis.balance import POOLED, Finding, judge, play_games
from tabletop.analysis.effects import Sample, achieved, difference, index
from tabletop.analysis.tally import Interval
from tabletop.cli import run
from tabletop.content.balance import load_relations, load_weightings
from tests.analysis_step2.games import asked, samples, setting, the_case

NAMES = ("nothing", "pooled", "random", "share_all", "seat_random:police", "let_go_checked")
WEIGHTS = (0.35, 0.15, 0.25, 0.2, 0.05)


def test_games_are_the_same_in_pieces_and_side_by_side() -> None:
    whole = play_games(setting(), NAMES, 60, seed=5)
    pieces = play_games(setting(), NAMES, 60, seed=5, chunk=17)
    with ThreadPoolExecutor(3) as pool:
        together = play_games(setting(), NAMES, 60, seed=5, workers=pool, chunk=25)
    for name in NAMES:
        assert np.array_equal(whole[name].harm, pieces[name].harm)
        assert np.array_equal(whole[name].harm, together[name].harm)


def test_doing_nothing_is_a_hundred() -> None:
    nothing = samples()["nothing"]
    assert index(nothing, nothing, WEIGHTS).mean == pytest.approx(100)


def test_a_game_does_not_differ_from_itself() -> None:
    pooled = samples()[POOLED]
    assert difference(pooled, pooled, samples()["nothing"], WEIGHTS) == Interval(0, 0, 0)


def test_the_best_plan_achieves_all_of_what_it_achieves() -> None:
    pooled = samples()[POOLED]
    assert achieved(pooled, pooled, samples()["nothing"], WEIGHTS) == Interval(100, 100, 100)


def test_more_worlds_make_an_interval_narrower() -> None:
    one, other, nothing = (samples()[name] for name in ("island", POOLED, "nothing"))
    few = [Sample(each.harm[:200], {}) for each in (one, other, nothing)]
    wide, narrow = difference(few[0], few[1], few[2], WEIGHTS), difference(one, other, nothing, WEIGHTS)
    assert wide.high - wide.low > narrow.high - narrow.low


def test_a_relation_fails_when_part_of_its_interval_lies_outside_the_limit() -> None:
    relation = load_relations().relations[0]
    assert not Finding(relation, None, Interval(10.5, 9.9, 11.1), {}).holds
    assert Finding(relation, None, Interval(10.5, 10.1, 10.9), {}).holds


def test_a_relation_about_measures_that_a_case_lacks_is_left_out() -> None:
    assert "talk_deterrable" in {each.relation.id for each in asked()}
    found = judge(the_case(), list(asked()), samples(), load_weightings().weightings)
    assert len(found) == len(asked())


def test_the_command_gives_every_relation_with_its_limit(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["balance", "start", "--games", "100", "--workers", "1", "--json"])
    row = json.loads(capsys.readouterr().out)
    assert {"id", "effect", "low", "high", "limit", "strength", "holds"} <= set(row["relations"][0])
    assert {"pooled", "single:police", "share_nothing", "random"} <= set(row["profile"])
    every = [*row["relations"], *row["profile"].values()]
    assert code == (0 if all(each["holds"] for each in every) else 1)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_is_told_in_two_languages(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["balance", "start", "--games", "100", "--workers", "1", "--lang", language])
    shown = capsys.readouterr().out
    assert "analysis." not in shown
    assert load_relations().relations[0].claim.in_language("nl" if language == "nl" else "en") in shown
