"""A choice by luck is one of the possible rows, and each of them can be chosen."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tabletop.case.verbs import Verb
from tabletop.policy import POLICIES
from tabletop.policy.table import play_turns
from tabletop.rules.draws import draw
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State, changed
from tabletop.rules.weeks import advance_week
from tabletop.view.choosing import choose, choose_at_table, nth_bit
from tabletop.view.options import TABLE_VERBS, kinds, possible, table_rows
from tabletop.view.public import see_public
from tabletop.view.seat import see_seat
from tests.session.group import the_case

TIMES = 4000


def busy(worlds: int = 3) -> State:
    """Worlds after a round of random play and some weeks, at the start of a turn with questions open."""
    case = the_case()
    state = opening(case, 5, np.arange(worlds, dtype=np.uint64))
    state = advance_week(case, play_turns(case, state, [POLICIES["random"]] * len(case.roles), 2))
    state = begin_round(case, state, 2)
    questions = state.questions.copy(order="K")
    questions[:, 0, 1], questions[:, 0, 3] = 0b11, 0b10
    return changed(state, questions=questions)


def many_of(state: State, world: int) -> State:
    """One world many times over."""
    arrays = {name: value for name, value in vars(state).items() if isinstance(value, np.ndarray)}
    return changed(
        state, **{name: np.asfortranarray(np.repeat(value[[world]], TIMES, axis=0)) for name, value in arrays.items()}
    )


def luck(purpose: int) -> np.ndarray:
    return draw(1, np.arange(TIMES, dtype=np.uint64), 0, np.uint64(purpose))


def test_each_possible_row_is_chosen_and_no_other() -> None:
    case, state = the_case(), busy()
    for role in (0, 4):
        view = see_seat(case, many_of(state, 1), role)
        rows = choose(case, view, luck(role))
        open_rows = possible(case, view)
        assert set(rows.tolist()) <= set(open_rows)
        few = {row for row in open_rows if case.decisions.verb[row] not in (Verb.SHARE, Verb.ASK)}
        assert few <= set(rows.tolist())


def test_each_kind_is_as_likely() -> None:
    case = the_case()
    view = see_seat(case, many_of(busy(), 1), 0)
    chosen = np.bincount(case.decisions.verb[choose(case, view, luck(9))], minlength=len(Verb)) / TIMES
    open_kinds = kinds(case, view)[0]
    assert np.abs(chosen[open_kinds] - 1 / open_kinds.sum()).max() < 0.03
    assert not chosen[~open_kinds].any()


def test_what_the_table_chooses_is_possible_and_each_possible_row_is_chosen() -> None:
    case, state = the_case(), busy()
    table = np.zeros_like(state.table)
    table[:, [0, 2, 4]] = True
    public = see_public(case, many_of(changed(state, table=table), 0))
    for verb in TABLE_VERBS:
        first = int(case.decisions.first[len(case.roles), verb])
        rows = choose_at_table(case, public, verb, np.arange(TIMES), luck(verb))
        assert set((rows - first).tolist()) == set(np.flatnonzero(table_rows(case, public, verb)[0]).tolist())


def test_a_table_at_which_nobody_sits_chooses_nothing() -> None:
    case, state = the_case(), busy()
    public = see_public(case, changed(state, table=np.zeros_like(state.table)))
    assert (choose_at_table(case, public, Verb.AGREE, np.arange(3), np.full(3, 0.5)) == -1).all()


@given(st.integers(1, 2**64 - 1), st.data())
def test_the_nth_bit_is_found(word: int, data: st.DataObject) -> None:
    places = [bit for bit in range(64) if word >> bit & 1]
    rank = data.draw(st.integers(0, len(places) - 1))
    assert nth_bit(np.array([word], np.uint64), np.array([rank])).tolist() == [places[rank]]
