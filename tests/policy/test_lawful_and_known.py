"""What partners take for lawful and for known, from what they may see."""

import numpy as np

from tabletop.case.compiling import KINDS, compile_case
from tabletop.content.library import load_pack
from tabletop.policy.law import LOCKED, lawful_for
from tabletop.policy.pooled import Lawful
from tabletop.policy.steps import known_share
from tabletop.rules.opening import opening
from tabletop.rules.state import changed
from tabletop.view.seat import see_seat
from tests.rules.table import CASE, F, M, start, weeks

OMGANG = compile_case(load_pack("omgang"))


def locked_facts() -> int:
    kinds = [KINDS.index(kind) for kind in LOCKED]
    secret = int(OMGANG.facts.address[0])
    return sum(1 << f for f, kind in enumerate(OMGANG.facts.kind.tolist()) if kind in kinds and not secret >> f & 1)


def test_youth_and_medical_facts_go_to_who_protects_by_law_and_to_nobody_else() -> None:
    state = opening(OMGANG, 1, np.arange(1, dtype=np.uint64))
    youth = OMGANG.roles.index("youth_protection")
    view = see_seat(OMGANG, changed(state, knows=np.full_like(state.knows, np.iinfo(np.uint64).max)), youth)
    told = {role: int(lawful_for(OMGANG, view, place)[0]) for place, role in enumerate(OMGANG.roles)}
    assert locked_facts()
    assert told["veilig_thuis"] & locked_facts() == locked_facts()
    assert not told["police"] & locked_facts()


def test_plans_take_the_same_for_lawful() -> None:
    always = Lawful.of(OMGANG).always
    fact = OMGANG.facts.ids[locked_facts().bit_length() - 1]
    rows = {to: OMGANG.decisions.row[f"youth_protection/share/{fact}/{to}"] for to in ("veilig_thuis", "police")}
    assert always[rows["veilig_thuis"]]
    assert not always[rows["police"]]


def share(known: int, week: int, measure: str) -> float:
    return float(known_share(CASE, np.array([known], np.uint64), np.array([M[measure]]), week)[0, 0])


def test_the_known_share_counts_only_what_could_have_come_by_now() -> None:
    assert share(1 << F["old_reports"], 0, "join_complaints") == 2 / 3
    assert share(0, 0, "advice") == 1.0
    assert share(1 << F["diagnosis"], 0, "stop_talk") == 1.0


def test_a_fact_that_waits_for_an_event_counts_once_it_is_known() -> None:
    assert share(1 << F["bad_mood"], 0, "stop_talk") == 0.5
    assert share(1 << F["bad_mood"] | 1 << F["diagnosis"], 0, "stop_talk") == 1.0


def test_the_known_share_tells_nothing_of_what_came_to_others() -> None:
    calm, stirred = weeks(start()), weeks(changed(start(), trigger=np.ones(1)))
    assert calm.appeared[0] != stirred.appeared[0]
    shares = [share(int(state.knows[0, 0]), state.week, "stop_talk") for state in (calm, stirred)]
    assert shares[0] == shares[1]
