"""An inject that tells of an incident shows the picture of its kind, where the board may know of it."""

from dataclasses import replace

import pytest

from tabletop.case.case import Case
from tabletop.content.home import content_home
from tabletop.content.library import list_scenarios, load_pack
from tabletop.rules.script import fire_now
from tabletop.session import pages
from tabletop.session.play import Play
from tabletop.session.playing import with_state
from tabletop.session.softening import softened
from tabletop.view.memory import OWN
from tabletop.view.pages import BoardPage
from tests.session.group import start, until


def told(inject: str, incident: str | None, *, with_news: bool = True) -> Play:
    """A play in which an inject happened that tells of this kind of incident, with or without news for everybody."""
    play = until(start(), "board")
    case = _case(play.case, inject, incident, with_news=with_news)
    number = next(place for place, each in enumerate(case.pack.scenario.injects) if each.id == inject)
    play = replace(play, case=case)
    return with_state(play, fire_now(case, play.state, number), OWN)


def _case(case: Case, inject: str, incident: str | None, *, with_news: bool) -> Case:
    scenario = case.pack.scenario
    changes = {"incident": incident, **({} if with_news else {"news": None})}
    injects = tuple(each.model_copy(update=changes) if each.id == inject else each for each in scenario.injects)
    scenario = scenario.model_copy(update={"injects": injects})
    return replace(case, pack=replace(case.pack, scenario=scenario))


def board(play: Play) -> BoardPage:
    return pages.board(play, "nl")


def test_an_incident_that_the_script_tells_has_its_picture_on_board_and_weeks() -> None:
    play = told("layoffs", "threat")
    (mark,) = (mark for mark in board(play).timeline if mark.kind == "incident")
    assert mark.icon == "incident/threat"
    assert "incident/threat" in {icon for line in board(play).news for icon in line.icons}
    assert "incident/threat" in pages.week(play, "nl").icons


def test_an_inject_that_tells_of_no_incident_is_news_without_a_picture() -> None:
    play = told("layoffs", None)
    assert {mark.kind for mark in board(play).timeline} == {"news", "now"}
    assert not any(line.icons for line in board(play).news)


def test_an_incident_that_only_some_know_of_is_not_on_the_board() -> None:
    plain, tagged = (told("friend_talks", kind) for kind in (None, "threat"))
    silent = told("layoffs", "threat", with_news=False)
    assert board(plain) == board(tagged)
    assert all(mark.icon != "incident/threat" for mark in board(silent).timeline)


def test_a_scene_in_milder_words_keeps_its_picture() -> None:
    scenes = softened(start().case).pack.scenario.injects
    assert next(each for each in scenes if each.id == "letter").incident == "messages"


@pytest.mark.parametrize("path", list_scenarios(), ids=lambda path: path.stem)
def test_every_case_tells_of_incidents_of_which_each_kind_is_drawn(path: object) -> None:
    kinds = {each.incident for each in load_pack(str(path)).scenario.injects} - {None}
    assert kinds
    assert all((content_home() / "assets" / "icons" / "incident" / f"{kind}.svg").is_file() for kind in kinds)
