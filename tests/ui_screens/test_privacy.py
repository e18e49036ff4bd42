"""Private text stays behind the cover."""

from collections.abc import Iterator

import pytest

from tabletop.ui.screens.aloud import SpokenScreen
from tabletop.ui.screens.board import BoardScreen
from tabletop.ui.screens.desk import DeskScreen
from tabletop.ui.screens.dossier import DossierScreen
from tests.ui_screens import sample_pages as sample
from tests.ui_screens.all_screens import SCREENS, title
from tests.ui_screens.conftest import Look, Seen

OPEN_SCREENS = ("title", "cover", "board", "weeks", "meeting", "pause", "break", "settings", "menu", "care")


def private_words() -> Iterator[str]:
    """Whole sentences of dossier, facts, post and private goal."""
    for language in ("nl", "en"):
        desk = sample.desk(language)
        yield from (desk.dossier, desk.private_goal, *(fact.text for fact in desk.facts), *(n.text for n in desk.news))
        yield from (sample.SECRET[language], desk.letters[0].text)


def tells_nothing(seen: Seen) -> bool:
    words = seen.text + seen.pilot.app.screen.title
    return not any(private in words for private in private_words())


@pytest.mark.parametrize("name", OPEN_SCREENS)
def test_an_open_screen_holds_no_private_text(look: Look, name: str) -> None:
    seen = look(SCREENS[name].make, SCREENS[name].kind)
    SCREENS[name].first(seen.pilot)
    assert tells_nothing(seen)


@pytest.mark.parametrize("name", ["desk", "dossier", "spoken", "share", "answer"])
def test_the_window_title_of_a_private_screen_is_public(look: Look, name: str) -> None:
    seen = look(SCREENS[name].make, SCREENS[name].kind)
    SCREENS[name].first(seen.pilot)
    assert not any(private in seen.pilot.app.screen.title for private in private_words())


def test_the_cover_opens_only_after_half_a_second(look: Look) -> None:
    seen = look(SCREENS["cover"].make, "turn")
    seen.pilot.hold(key="cover/open", ms=400)
    assert seen.screen == "CoverScreen"
    seen.pilot.hold(key="cover/open", ms=600)
    assert seen.screen == "DeskScreen"


def test_the_cover_opens_by_keyboard_too(look: Look) -> None:
    seen = look(SCREENS["cover"].make, "turn")
    seen.pilot.mode = "keys"
    seen.pilot.hold(key="cover/open")
    assert seen.screen == "DeskScreen"


@pytest.mark.parametrize(("make", "kind"), [(DeskScreen, "turn"), (DossierScreen, "dossiers")])
def test_a_private_screen_covers_itself_after_90_seconds(look: Look, make: type, kind: str) -> None:
    seen = look(make, kind)
    seen.pilot.advance(89_000)
    assert seen.screen == make.__name__
    seen.pilot.advance(2_000)
    assert seen.screen == "CoverScreen"
    assert tells_nothing(seen)


def test_a_key_puts_off_the_cover(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.advance(80_000)
    seen.pilot.press("tab")
    seen.pilot.advance(80_000)
    assert seen.screen == "DeskScreen"


def test_escape_covers_the_desk(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.press("escape")
    assert seen.screen == "CoverScreen"


@pytest.mark.parametrize("key", ["f9", "p", "f8"])
def test_pause_covers_private_text_and_leads_back_to_the_cover(look: Look, key: str) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.press(key)
    assert tells_nothing(seen)
    seen.pilot.click(key="pause/on")
    assert seen.screen == "CoverScreen"


def test_a_spoken_list_covers_itself(look: Look) -> None:
    seen = look(lambda guide: SpokenScreen(guide, 0))
    seen.pilot.advance(91_000)
    assert tells_nothing(seen)


def test_holding_the_mouse_anywhere_opens_the_cover_as_the_key_does(look: Look) -> None:
    seen = look(SCREENS["cover"].make, "turn")
    hands = seen.pilot.app.hands
    hands.mouse_down((40, 40))
    seen.pilot.advance(400)
    hands.mouse_up((40, 40))
    assert seen.screen == "CoverScreen"
    hands.mouse_down((40, 40))
    seen.pilot.advance(600)
    assert seen.screen == "DeskScreen"


def test_no_private_turn_opens_while_the_room_sees_the_screen(look: Look) -> None:
    seen = look(SCREENS["cover"].make, "turn")
    seen.guide.room_sees = True
    seen.pilot.app.invalidate()
    assert seen.pilot.get(key="cover/looks_away").label == "De zaal ziet het niet meer"
    seen.pilot.click(key="cover/looks_away")
    seen.pilot.hold(key="cover/open")
    assert seen.screen == "DeskScreen"


@pytest.mark.parametrize("kind", ["dossiers", "board", "turn", "answer", "meeting", "weeks", "debrief"])
def test_a_resumed_session_begins_behind_a_cover(look: Look, kind: str) -> None:
    seen = look(lambda guide: guide.resume_cover(), kind)
    assert seen.screen == "CoverScreen"
    assert tells_nothing(seen)


def test_the_title_lists_sessions_without_private_text(look: Look) -> None:
    assert tells_nothing(look(title))


def test_hardop_gedeeld_covers_the_desk_before_it_asks_who_spoke(look: Look) -> None:
    seen = look(DeskScreen, "turn")
    seen.pilot.press("h")
    assert seen.screen == "CoverScreen"
    assert tells_nothing(seen)


def test_from_the_board_the_speaker_picks_behind_a_cover(look: Look) -> None:
    seen = look(BoardScreen)
    seen.pilot.press("h")
    seen.pilot.click(key="speakers/0")
    assert seen.screen == "CoverScreen"
    assert "Samira" in seen.text
    seen.pilot.hold(key="cover/open")
    seen.pilot.click(key="spoken/reports")
    seen.pilot.click(key="aloud/said")
    assert seen.game.acts == [("say_aloud", 0, "reports")]
    assert seen.screen == "BoardScreen"
