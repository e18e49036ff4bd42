"""A dialog holds the focus, and gives it back."""

from tabletop.ui.widgets import Button, Dialog, TextBlock
from tests.ui_toolkit.conftest import Play
from tests.ui_toolkit.gallery import DeskGallery
from tests.ui_toolkit.gallery_form import FormGallery


def test_tab_stays_inside_the_dialog(play: Play) -> None:
    pilot = play(FormGallery())
    pilot.click("Stoppen")
    seen = set()
    for _ in range(6):
        pilot.press("tab")
        node = pilot.focused()
        seen.add(node.label if node else "")
    assert seen == {"Nee", "Ja, stop"}


def test_escape_closes_it_and_the_focus_goes_back(play: Play) -> None:
    pilot = play(FormGallery(), mode="keys")
    pilot.click("Stoppen")
    pilot.press("escape")
    assert pilot.find("dialog") is None
    assert pilot.get("button", "Stoppen").focused


def test_escape_tells_who_wants_to_know(play: Play) -> None:
    heard: list[str] = []
    pilot = play(DeskGallery())
    pilot.app.open(Dialog("Vraag", TextBlock("?"), on_close=lambda: heard.append("closed")))
    pilot.press("escape")
    assert heard == ["closed"]


def test_one_that_must_be_answered_stays(play: Play) -> None:
    pilot = play(DeskGallery())
    pilot.app.open(Dialog("Vraag", TextBlock("?"), (Button("Ja", pilot.app.close),), closable=False))
    pilot.press("escape")
    assert pilot.find("dialog")


def test_a_click_beside_it_presses_nothing_below(play: Play) -> None:
    screen = FormGallery()
    pilot = play(screen)
    begin = pilot.get("button", "Begin").rect.centre
    pilot.click("Stoppen")
    pilot.app.hands.mouse_down(begin)
    pilot.app.hands.mouse_up(begin)
    assert screen.pressed == []
    assert pilot.find("dialog")


def test_what_it_says_can_change_while_it_is_open(play: Play) -> None:
    count = [0]

    def add() -> None:
        count[0] += 1

    pilot = play(DeskGallery())
    pilot.app.open(lambda: Dialog("Tellen", TextBlock(f"nu {count[0]}"), (Button("Meer", add),)))
    pilot.click("Meer")
    assert pilot.get("text", "nu 1")


def test_a_long_one_scrolls_and_keeps_its_buttons_in_sight(play: Play) -> None:
    pilot = play(DeskGallery(), text_percent=200)
    pilot.app.open(Dialog("Lang", TextBlock("woord " * 400), (Button("Sluit", pilot.app.close, key="close"),)))
    button = pilot.get(key="close")
    assert button.visible == button.rect
    assert pilot.get("scroll", "Lang")


def test_going_to_another_screen_closes_it(play: Play) -> None:
    pilot = play(FormGallery())
    pilot.click("Stoppen")
    pilot.app.show(DeskGallery())
    assert pilot.find("dialog") is None
