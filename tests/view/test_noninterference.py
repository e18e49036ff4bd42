"""Change whatever a seat may not see: its view, pages, options and refusals stay the same."""

from dataclasses import fields
from typing import get_args

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tabletop.content.specs.common import Language
from tabletop.session import acts, pages
from tabletop.session.moment import Refusal
from tabletop.session.play import Play, step
from tabletop.view.options import kinds, possible, possible_at_table
from tabletop.view.public import PublicView, see_public
from tabletop.view.seat import SeatView, see_seat
from tests.session.group import moments
from tests.view.scramble import Noise, scrambled, unknown_fields

LANGUAGES: tuple[Language, ...] = get_args(Language)


@st.composite
def some_play(draw: st.DrawFn) -> Play:
    """A moment of a session played at random."""
    session = moments(draw(st.sampled_from([4, 6])), draw(st.integers(0, 5)))
    return session[draw(st.integers(0, len(session) - 1))]


def plain(view: SeatView | PublicView) -> dict[str, object]:
    """A view as values that can be compared."""
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    return {
        name: plain(value)
        if isinstance(value, PublicView)
        else value.tolist()
        if isinstance(value, np.ndarray)
        else value
        for name, value in values.items()
    }


def shown(play: Play, role: int, language: Language) -> list[object]:
    """Every page that a role can get to see at this moment."""
    found: list[object] = [pages.board(play, language), pages.cover(play, language), pages.week(play, language)]
    if play.moment.kind == "meeting":
        found.append(pages.meeting(play, language))
    seat = play.seat_of(play.case.roles[role])
    if seat is not None:
        found.append(pages.spoken(play, seat, language))
    if play.moment.is_open and play.moment.seat == seat and play.moment.kind in ("turn", "answer"):
        desk = pages.desk(play, language)
        found.append(desk)
        found.extend(pages.share(play, card.id, language) for card in desk.facts if not card.signal_only)
    if play.moment.is_open and play.moment.seat == seat and play.moment.kind == "dossiers":
        found.append(pages.dossier(play, language))
    return found


def test_every_field_of_a_state_is_said_to_be_seen_or_hidden() -> None:
    assert unknown_fields() == set()


@given(play=some_play(), role=st.integers(0, 5), seed=st.integers(0, 10**6))
@settings(max_examples=60)
def test_what_a_role_may_not_see_does_not_change_its_view_and_options(play: Play, role: int, seed: int) -> None:
    other = scrambled(play, role, Noise(seed))
    mine, theirs = (see_seat(each.case, each.state, role) for each in (play, other))
    assert plain(mine) == plain(theirs)
    assert kinds(play.case, mine).tolist() == kinds(play.case, theirs).tolist()
    assert possible(play.case, mine) == possible(play.case, theirs)
    assert possible_at_table(play.case, mine.public) == possible_at_table(play.case, theirs.public)


@given(play=some_play(), role=st.integers(0, 5), seed=st.integers(0, 10**6))
@settings(max_examples=40)
def test_what_a_role_may_not_see_does_not_change_its_pages(play: Play, role: int, seed: int) -> None:
    other = scrambled(play, role, Noise(seed))
    for language in LANGUAGES:
        assert shown(play, role, language) == shown(other, role, language)


@given(play=some_play(), seed=st.integers(0, 10**6), place=st.integers(0, 10**6))
@settings(max_examples=60)
def test_what_a_role_may_not_see_does_not_change_a_refusal_or_a_logged_decision(
    play: Play, seed: int, place: int
) -> None:
    assume(play.moment.kind in ("turn", "answer", "meeting"))
    role = play.case.roles.index(play.moment.role) if play.moment.role else 0
    other = scrambled(play, role, Noise(seed))
    mine = np.flatnonzero((play.case.decisions.role == role) | (play.case.decisions.role < 0))
    for row in mine[place % 7 :: 7].tolist():
        entry = acts.decided(play, play.case.decisions.ids[row])
        answers = [step(each, entry) for each in (play, other)]
        logged = [answer if isinstance(answer, Refusal) else answer.entries[-1] for answer in answers]
        assert logged[0] == logged[1]


@given(play=some_play(), seed=st.integers(0, 10**6))
@settings(max_examples=30)
def test_what_one_role_knows_alone_does_not_change_the_board(play: Play, seed: int) -> None:
    noise = Noise(seed)
    other = scrambled(scrambled(play, 0, noise), 1, noise)
    assert plain(see_public(play.case, play.state)) == plain(see_public(play.case, other.state))
    for language in LANGUAGES:
        assert pages.board(play, language) == pages.board(other, language)
        assert pages.week(play, language) == pages.week(other, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_covered_seat_gives_no_private_page(language: Language) -> None:
    for play in moments(4, 1):
        if not play.moment.is_open:
            for page in (pages.desk, pages.dossier):
                with pytest.raises(pages.CoveredError):
                    page(play, language)
