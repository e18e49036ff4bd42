"""What holds for every screen, at each size, text size and language."""

import pytest

from tabletop.ui.tree import Node, overlaps
from tests.ui_screens.all_screens import SCREENS
from tests.ui_screens.conftest import Look, Seen

SIZES = ((1280, 720), (1920, 1080))
NAMES = sorted(SCREENS)


def open_screen(look: Look, name: str, **parts: object) -> Seen:
    shown = SCREENS[name]
    seen = look(shown.make, shown.kind, **parts)
    shown.first(seen.pilot)
    return seen


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_screen_says_what_it_is_for(look: Look, name: str, language: str) -> None:
    seen = open_screen(look, name, language=language)
    for words in SCREENS[name].says[language]:
        assert words in seen.text


@pytest.mark.parametrize("text_percent", [100, 200])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_overlaps_and_no_text_is_cut(look: Look, name: str, size: tuple[int, int], text_percent: int) -> None:
    for language in ("nl", "en"):
        tree = open_screen(look, name, size=size, text_percent=text_percent, language=language).pilot.app.tree
        assert overlaps(tree) == []
        assert [node.label for node in tree.walk() if node.cut and not node.visible.is_empty] == []


@pytest.mark.parametrize("text_percent", [100, 200])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [name for name in NAMES if SCREENS[name].main])
def test_the_main_action_is_always_in_sight(look: Look, name: str, size: tuple[int, int], text_percent: int) -> None:
    seen = open_screen(look, name, size=size, text_percent=text_percent)
    node = seen.pilot.get(key=SCREENS[name].main)
    assert node.visible == node.rect


@pytest.mark.parametrize("name", NAMES)
def test_tab_comes_to_every_control(look: Look, name: str) -> None:
    seen = open_screen(look, name)
    stops = {node.group or node.key for node in seen.pilot.tree().focus_order()}
    reached = set()
    for _ in range(len(stops) + 1):
        node = seen.pilot.focused()
        assert node is not None
        reached.add(node.group or node.key)
        seen.pilot.press("tab")
    assert reached == stops


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name(look: Look, name: str) -> None:
    assert [node.key for node in open_screen(look, name).pilot.tree().focus_order() if not _named(node)] == []


def _named(node: Node) -> bool:
    return bool(node.label) or node.role == "scroll"


@pytest.mark.parametrize("name", [name for name in NAMES if SCREENS[name].make is not SCREENS["pause"].make])
def test_pause_is_one_key_on_every_screen(look: Look, name: str) -> None:
    seen = look(SCREENS[name].make, SCREENS[name].kind)
    seen.pilot.press("f9")
    if name not in ("pause", "break"):
        assert seen.screen == "PauseScreen"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("pause", "break")])
def test_a_break_is_one_key_on_every_screen(look: Look, name: str) -> None:
    seen = look(SCREENS[name].make, SCREENS[name].kind)
    seen.pilot.press("f8")
    assert seen.screen == "PauseScreen"
    assert "0800-0113" in seen.text
