"""Who takes a measure notices whether it takes, and who hears of incidents is told of which kind."""

from dataclasses import replace
from typing import Any, get_args

import numpy as np
import pytest

from tabletop.case.verbs import Need, Status
from tabletop.content.languages import LANGUAGES
from tabletop.content.messages import messages
from tabletop.content.specs.common import Language
from tabletop.content.specs.measure import MeasureKind
from tabletop.rules.state import changed
from tabletop.session import acts, pages
from tabletop.session.play import Play
from tabletop.session.playing import at
from tabletop.view.memory import Heard, Memory
from tabletop.view.news import MOST_WORDS
from tabletop.view.pages import NewsLine, Option
from tabletop.view.seat import see_seat
from tests.session.group import Group, did, start, until

MAKER, OTHER, MEASURE = "police", "probation", "stop_talk"
KINDS = ("messages", "calls", "driving_past", "threat")
"""Kinds of incident, from the lightest to the gravest."""


def desk_of(role: str = MAKER, **arrays: Any) -> Play:
    """The desk of a role in round 1, with its own measure as the arrays say."""
    play = did(until(start(6), "board"), acts.opened(until(start(6), "board")))
    play = replace(at(play, "turn", role, is_open=True), queue=(play.number_of(role),))
    measure = play.case.measures.ids.index(MEASURE)
    new = {name: getattr(play.state, name).copy() for name in ("decided_by", *arrays)}
    new["decided_by"][0, measure] = play.number_of(MAKER)
    for name, value in arrays.items():
        new[name][0, measure] = value
    return replace(play, state=changed(play.state, **new))


def news(play: Play, language: Language = "nl") -> tuple[NewsLine, ...]:
    return pages.desk(play, language).news


def option(play: Play) -> Option:
    options = (each for group in pages.desk(play, "nl").groups for each in group.options)
    return next(each for each in options if each.id.endswith(f"/measure/{MEASURE}"))


def test_the_maker_reads_what_shows_that_a_measure_does_not_take() -> None:
    (line,) = news(desk_of(status=Status.RUNNING, took=False, starts=0))
    assert line.text == "Stopgesprek: gestart, maar het lijkt langs Daan heen te gaan."


def test_the_maker_reads_that_a_measure_takes() -> None:
    (line,) = news(desk_of(status=Status.RUNNING, took=True, starts=0))
    assert line.text == "Stopgesprek: gestart, en het loopt."
    assert line.icons == (f"measure_talk/{MEASURE}",)


def test_what_was_over_before_the_maker_looked_says_how_it_went() -> None:
    (line,) = news(desk_of(status=Status.ENDED, took=False, ends=0))
    assert line.text.startswith("Stopgesprek: gedaan, maar ")


def test_a_measure_that_does_not_take_says_so_as_long_as_it_runs() -> None:
    closed = option(desk_of(status=Status.RUNNING, took=False, starts=0)).closed
    assert closed == "Loopt al, sinds week 0. Wat je merkt: het lijkt langs Daan heen te gaan."
    assert "merkt" not in option(desk_of(status=Status.RUNNING, took=True, starts=0)).closed


def test_what_was_not_granted_says_why_where_it_can_be_tried_again() -> None:
    caution = option(desk_of(status=Status.REFUSED, lacked=1 << Need.PROOF)).caution
    assert caution == "De vorige keer ging het niet door: het bewijs was te dun."


def test_only_the_maker_notices_whether_a_measure_takes() -> None:
    play = desk_of(status=Status.RUNNING, took=True, starts=0)
    measure = play.case.measures.ids.index(MEASURE)
    shown = changed(play.state, measures_shown=np.bitwise_or(play.state.measures_shown, np.uint64(1 << measure)))
    worked = {role: int(see_seat(play.case, shown, play.number_of(role)).worked[0, measure]) for role in (MAKER, OTHER)}
    assert worked == {MAKER: 1, OTHER: -1}


def test_a_measure_that_is_asked_for_does_not_tell_yet_whether_it_will_take() -> None:
    play = desk_of(status=Status.REQUESTED, took=True)
    assert (see_seat(play.case, play.state, play.number_of(MAKER)).worked == -1).all()


def test_nobody_notices_that_a_secret_place_is_no_longer_secret() -> None:
    play = desk_of(status=Status.RUNNING, took=False)
    effects = replace(play.case.engine.effects, shelters=play.case.engine.effects.shelters | True)
    case = replace(play.case, engine=replace(play.case.engine, effects=effects))
    assert (see_seat(case, play.state, play.number_of(MAKER)).worked == -1).all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_measure_but_shelter_has_a_line_of_what_its_maker_notices(language: Language) -> None:
    kinds = {kind for kind in get_args(MeasureKind) if f"in_vain.{kind}" in messages(language)}
    assert kinds == {*get_args(MeasureKind)} - {"shelter"}


def hearing(*weeks: tuple[str, int]) -> Play:
    """The police desk after weeks in which it heard of so many incidents of a kind."""
    play = desk_of()
    ids = [each.id for each in play.case.pack.incidents.incidents]
    heard = tuple(Heard(ids.index(kind), count) for kind, count in weeks)
    count = play.state.heard.copy()
    count[0, play.number_of(MAKER)] += sum(each.count for each in heard)
    return replace(play, state=changed(play.state, heard=count), memory=_with(play.memory, play, heard))


def _with(memory: Memory, play: Play, heard: tuple[Heard, ...]) -> Memory:
    seats = list(memory.seats)
    seats[play.number_of(MAKER)] = replace(seats[play.number_of(MAKER)], heard=heard)
    return replace(memory, seats=tuple(seats))


def test_incidents_are_named_by_kind_the_gravest_first() -> None:
    (line,) = news(hearing(("messages", 1), ("threat", 1)))
    assert line.text == "Je hoorde van 2 nieuwe voorvallen. Het ging om: bedreiging en berichten."
    assert line.icons == ("incident/threat", "incident/messages")


@pytest.mark.parametrize("weeks", [[("messages", 3)], [(kind, 1) for kind in KINDS]])
def test_where_not_all_kinds_are_named_the_line_says_so(weeks: list[tuple[str, int]]) -> None:
    (line,) = news(hearing(*weeks))
    assert "Onder meer: " in line.text
    assert len(line.icons) <= 3


def with_many_measures(count: int) -> list[str]:
    """The news of the police, that heard of two incidents, about so many of its own measures that started."""
    play = hearing(("messages", 2))
    status, by = play.state.status.copy(), play.state.decided_by.copy()
    status[0, :count], by[0, :count] = Status.RUNNING, play.number_of(MAKER)
    state = changed(play.state, status=status, decided_by=by, took=play.state.took | True)
    return [line.text for line in news(replace(play, state=state))]


def test_kinds_give_way_where_there_is_no_room_for_them() -> None:
    told = [with_many_measures(count) for count in range(len(start(6).case.measures.ids))]
    assert "Je hoorde van 2 nieuwe voorvallen. Onder meer: berichten." in told[0]
    assert any("Je hoorde van 2 nieuwe voorvallen." in lines for lines in told)
    assert all(sum(len(text.split()) for text in lines) <= MOST_WORDS for lines in told)


def test_a_role_remembers_the_kind_of_each_week_in_which_it_heard_of_any_until_it_has_read_it() -> None:
    heard: dict[int, int] = {}

    def look(play: Play) -> None:
        for role, seat in enumerate(play.memory.seats):
            if play.moment.kind == "weeks":
                heard[role] = max(heard.get(role, 0), len(seat.heard))
            view = play.view_of(role)
            more = int(view.heard[0]) - int(seat.seen.heard[0]) if seat.seen else 0
            assert more == sum(each.count for each in seat.heard) or seat.seen is None

    play, group = start(4), Group(3)
    while play.moment.kind != "debrief":
        play = did(play, group.next_entry(play))
        look(play)
    told = {role for role, count in heard.items() if count}
    hears = {*np.flatnonzero(play.case.network.hears).tolist(), play.case.engine.office.police}
    assert told == hears
