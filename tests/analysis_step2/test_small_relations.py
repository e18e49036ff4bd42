"""Each relation of the field on a small case of its own: six partners, two stalkers, and no plan but good habits.

What the balance of a scenario measures with plans that were searched is measured here with the policy `joint` in their
place, so that a relation rests on the rules and not on one story.
"""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from tabletop.analysis.comparing import Setting, sample
from tabletop.analysis.effects import Sample, achieved, difference
from tabletop.analysis.forcing import send_everything
from tabletop.analysis.staging import Staging, play, whole_harm
from tabletop.analysis.tally import Interval
from tabletop.analysis.variants import knowing_only, without_measures
from tabletop.case.case import Case
from tabletop.content.balance import load_relations
from tabletop.policy import POLICIES
from tabletop.policy.base import Policy
from tabletop.policy.seats import Seats
from tabletop.rules.endings import WEIGHTS
from tests.case.small_pack import measure, number
from tests.rules.other_cases import case_with

WORLDS = np.arange(1500, dtype=np.uint64)
ACTS = 2
PROFILE = measure("profile", "assessment", "police", duration_weeks=26, hinges_on=["mind"])
INQUIRY = measure(
    "vt_inquiry", "assessment", "veilig_thuis", "victim", duration_weeks=10, hinges_on=["pattern"],
    backfire={"rejected": number(0.2), "resentful": number(0.35)},
)  # fmt: skip
BAN = measure(
    "ban", "ban", "prosecution", duration_weeks=12, hinges_on=["pattern"],
    needs={"picture": number(0.4), "pattern": number(0.3)}, effects={"contact": number(0.5), "belief": number(0.3)},
)  # fmt: skip
JOIN = measure(
    "join_complaints", "process", "prosecution", effects={"pattern": number(0.5)}, hinges_on=["pattern"],
    needs={"picture": number(0.4)},
)  # fmt: skip
PLAIN = case_with(PROFILE, INQUIRY, injects=[])
STRONG_ALONE = ("remand", "refuge", "stop_talk", "strict_ban", "vt_inquiry", "profile", "alarm")
HIDDEN = without_measures(case_with(BAN, JOIN, PROFILE, INQUIRY, injects=[]), STRONG_ALONE)
"""The prosecution decides, and what it needs to know lies with the police."""
WEIGHED = tuple(PLAIN.numbers[name] for name in WEIGHTS)


@cache
def played(case: Case, name: str) -> Sample:
    return sample(Setting(case, {}), name, 3, WORLDS)


@cache
def staged(case: Case, flooded: bool = False, silent: str = "", at_random: str = "") -> Sample:
    """The policy `joint`, with everything sent to everybody, or with one seat that does otherwise."""
    own: dict[int, Policy] = {}
    for role, policy in ((silent, "nothing"), (at_random, "random")):
        own |= {case.roles.index(role): POLICIES[policy]} if role else {}
    staging = Staging(case, Seats(POLICIES["joint"], own) if own else POLICIES["joint"], ACTS)
    staging = replace(staging, before_turns=send_everything) if flooded else staging
    return Sample(whole_harm(play(staging, 3, WORLDS)), {})


def more(case: Case, one: str, other: str, longer: int = 0, where: str = "", variant: int = -1) -> Interval:
    """How many points of harm one game has more than another."""
    first, nothing = played(case, one), played(case, f"nothing_longer:{longer}" if longer else "nothing")
    worlds = first.figures[where] > 0 if where else np.ones(len(WORLDS), np.bool_)
    worlds = worlds & (first.figures["variant"] == variant) if variant >= 0 else worlds
    return difference(first, played(case, other), nothing, WEIGHED, worlds)


def of_joint(case: Case, one: Sample) -> float:
    """What share of what `joint` takes away in the hidden case another takes away, in per cent."""
    return achieved(one, staged(HIDDEN), played(case, "nothing"), WEIGHED).mean


@pytest.mark.parametrize(
    ("relation", "case", "one", "other", "more_than", "options"),
    [
        ("islands", HIDDEN, "island", "joint", 5.0, {}),
        ("per_incident", HIDDEN, "per_incident", "joint", 3.0, {}),
        ("two_weeks_later", PLAIN, "delayed:2", "on_time:2", 0.5, {"longer": 2}),
        ("eight_weeks_later", PLAIN, "delayed:8", "on_time:8", 3.0, {"longer": 8}),
        ("first_contact", PLAIN, "first_contact:5", "first_contact:2", 0.0, {}),
        ("unanswered", PLAIN, "unanswered", "answered", 1.0, {"longer": 26, "where": "breach"}),
        ("talk_deterrable", PLAIN, "nothing", "talk", 0.0, {"variant": 0}),
        ("talk_others", PLAIN, "talk", "nothing", 0.0, {"variant": 1}),
        ("talk_profiled", PLAIN, "talk", "talk_profiled", 0.0, {}),
        ("inquiry", PLAIN, "ordered:vt_inquiry", "nothing", 0.0, {}),
        ("network_talks", PLAIN, "nothing", "silent_network", 0.0, {}),
        ("in_view", PLAIN, "unsupervised", "supervised", 0.5, {"longer": 26}),
        ("frame_ends", PLAIN, "supervised:8", "supervised", 0.5, {"longer": 26}),
        ("let_go_blindly", PLAIN, "let_go_blindly", "watchful", 0.5, {"longer": 26, "where": "quiet"}),
        ("let_go_checked", PLAIN, "let_go_blindly", "let_go_checked", 0.5, {"longer": 26, "where": "quiet"}),
    ],
)
def test_one_way_of_working_does_more_harm_than_another(
    relation: str, case: Case, one: str, other: str, more_than: float, options: dict[str, int | str]
) -> None:
    assert more(case, one, other, **options).low > more_than, relation  # type: ignore[arg-type]


def test_led_and_unled_a_plan_keeps_and_loses_most_of_its_force() -> None:
    assert played(PLAIN, "led:8").figures["force"].mean() > 0.6
    assert played(PLAIN, "unled:8").figures["force"].mean() < 0.35


def test_flood_and_share_all_cost_something_and_not_everything() -> None:
    nothing = played(HIDDEN, "nothing")
    assert difference(staged(HIDDEN, flooded=True), staged(HIDDEN), nothing, WEIGHED).low > 0
    assert 20 < of_joint(HIDDEN, staged(HIDDEN, flooded=True)) < 95


def test_never_safe_and_makes_a_difference_hold_whatever_is_done() -> None:
    serious = [played(PLAIN, name).harm[:, 2].sum() for name in ("joint", "nothing")]
    assert serious[0] > 0.1 * serious[1]
    assert more(PLAIN, "nothing", "joint").low > 20


@pytest.mark.parametrize("role", HIDDEN.roles)
def test_single_knowledge_is_not_enough(role: str) -> None:
    alone = knowing_only(HIDDEN, HIDDEN.roles.index(role))
    achieved_alone = of_joint(HIDDEN, staged(alone))
    assert achieved_alone < 100 if role == "police" else achieved_alone < 70


def test_share_nothing_and_random_stay_far_below() -> None:
    assert of_joint(HIDDEN, played(HIDDEN, "island")) < 60
    assert of_joint(HIDDEN, played(HIDDEN, "random")) < 35


@pytest.mark.parametrize("role", ["police", "prosecution", "veiligheidshuis"])
def test_seat_silent_or_seat_random_costs_the_others(role: str) -> None:
    assert of_joint(HIDDEN, staged(HIDDEN, silent=role)) < 95
    assert of_joint(HIDDEN, staged(HIDDEN, at_random=role)) < 98


def test_every_relation_has_its_test_on_a_small_case() -> None:
    relations = load_relations()
    asked = {each.id for each in (*relations.relations, *relations.profile)} - {"pooled"}  # a searched plan: see start
    here = {mark.args[1][place][0] for mark in test_one_way_of_working_does_more_harm_than_another.pytestmark  # type: ignore[attr-defined]
            for place in range(len(mark.args[1]))}  # fmt: skip
    named = {id_ for id_ in asked for name in globals() if name.startswith("test_") and id_ in name}
    assert asked - here - named == set()
