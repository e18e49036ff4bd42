"""The pilot plays by keys alone, by mouse alone, and says what it cannot find."""

import pytest

from tabletop.ui.pilot import NotReachedError
from tests.ui_toolkit.conftest import Play
from tests.ui_toolkit.gallery import BoardGallery, DeskGallery
from tests.ui_toolkit.gallery_form import FormGallery


@pytest.mark.parametrize("mode", ["keys", "mouse"])
@pytest.mark.parametrize("percent", [100, 200])
def test_a_share_is_made_by_one_way_alone(play: Play, mode: str, percent: int) -> None:
    screen = DeskGallery()
    pilot = play(screen, mode=mode, text_percent=percent)
    pilot.click("Drie meldingen")
    pilot.click(key="to/police")
    pilot.click(key="ground/unsure")
    pilot.click("Deel")
    assert screen.chosen == {"fact": "reports", "to": "police", "ground": "unsure"}
    assert screen.pressed == ["share"]


@pytest.mark.parametrize("mode", ["keys", "mouse"])
def test_partners_tabs_and_rows_can_be_picked(play: Play, mode: str) -> None:
    board, form = BoardGallery(), FormGallery()
    pilot = play(board, mode=mode)
    pilot.click("Reclassering", "partner")
    assert board.chosen == {"partner": "probation"}
    pilot = play(form, mode=mode)
    pilot.click("Baan kwijt", "row")
    pilot.click("Netwerk", "tab")
    assert form.chosen["row"] == "3"
    assert form.chosen["tab"] == "netwerk"


def test_keys_alone_never_touch_the_mouse(play: Play) -> None:
    pilot = play(DeskGallery(), mode="keys")
    pilot.click("Deel")
    assert pilot.app.stage.pointing.hover == ""


def test_what_is_not_there_is_said_with_what_is(play: Play) -> None:
    with pytest.raises(NotReachedError, match="button: Deel"):
        play(DeskGallery()).click("Verwijder alles")
