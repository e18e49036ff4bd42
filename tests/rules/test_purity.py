"""A rule changes nothing that another holds."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from tabletop.case.case import Case
from tabletop.rules import deciding, rounds, weeks
from tabletop.rules.draft import Draft
from tabletop.rules.hashing import state_hash
from tabletop.rules.state import State, changed
from tests.case.small_pack import small_case
from tests.rules import random_play
from tests.rules.random_play import play


def freeze(state: State) -> State:
    for field in fields(State):
        value = getattr(state, field.name)
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
    return state


@pytest.fixture
def _frozen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every state that a rule is given is read-only; writing in it raises."""
    for name in ("apply", "begin_round", "advance_week", "end_round", "open_meeting", "close_meeting", "attendance"):
        rule = getattr(random_play, name)

        def guarded(case: Case, state: State, *rest: Any, rule: Any = rule) -> Any:
            return rule(case, freeze(state), *rest)

        monkeypatch.setattr(random_play, name, guarded)
    yield


@pytest.mark.usefixtures("_frozen")
@pytest.mark.parametrize("worlds", [1, 40])
def test_no_rule_writes_in_the_state_it_is_given(worlds: int) -> None:
    play(small_case(), 3, np.arange(worlds, dtype=np.uint64))


def test_what_did_not_change_is_shared() -> None:
    before = play(small_case(), 3, np.arange(2, dtype=np.uint64))
    after = rounds.begin_round(small_case(), before, 2)
    assert after.role_trust is before.role_trust
    assert weeks.advance_week(small_case(), after).told is after.told


def test_an_unknown_array_is_refused() -> None:
    state = play(small_case(), 3, np.arange(1, dtype=np.uint64))
    with pytest.raises(TypeError, match="luck"):
        changed(state, luck=np.zeros(1))


def test_deciding_on_a_draft_is_deciding_one_by_one() -> None:
    case = small_case()
    state = rounds.begin_round(case, play(case, 3, np.arange(30, dtype=np.uint64)), 2)
    draft, plain = Draft(freeze(state)), state
    for role in range(len(case.roles)):
        choice = random_play.pick(case, plain, role, 0)
        plain = deciding.apply(case, freeze(plain), choice)
        deciding.decide(case, draft, choice)
    assert [state_hash(draft.state, k) for k in range(30)] == [state_hash(plain, k) for k in range(30)]
