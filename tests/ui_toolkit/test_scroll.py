"""What does not fit scrolls: by focus, wheel, keys and the bar."""

import pytest

from tabletop.ui.pilot import Pilot
from tabletop.ui.widgets import Button, Column, ScrollArea, TextBlock, Widget
from tests.ui_toolkit.conftest import Play


def many(count: int = 60) -> Widget:
    return ScrollArea(
        Column([Button(f"Knop {n}", lambda: None, key=f"b{n}") for n in range(count)]), "Knoppen", key="area"
    )


@pytest.fixture
def pilot(play: Play) -> Pilot:
    return play(many)


def shift(pilot: Pilot) -> int:
    pilot.step()
    return pilot.app.stage.scrolls.get("area", 0)


def test_the_focus_comes_into_sight_with_its_ring(pilot: Pilot) -> None:
    pilot.press("shift+tab")
    node = pilot.get(key="b59")
    assert node.focused
    assert node.visible == node.rect


def test_the_wheel_scrolls_and_does_not_take_the_focus_along(pilot: Pilot) -> None:
    area = pilot.get("scroll")
    pilot.app.hands.mouse_moved(area.rect.centre)
    pilot.app.hands.wheel(-3)
    assert shift(pilot) > 0
    assert pilot.get(key="b0").focused


def test_page_keys_and_ends_scroll(pilot: Pilot) -> None:
    pilot.press("page down")
    page = shift(pilot)
    pilot.press("end")
    end = shift(pilot)
    pilot.press("home")
    assert 0 < page < end
    assert shift(pilot) == 0


def test_the_bar_can_be_dragged(pilot: Pilot) -> None:
    area = pilot.get("scroll").rect
    pilot.app.hands.mouse_down((area.right - 3, area.y + 5))
    pilot.app.hands.mouse_moved((area.right - 3, area.y + 105))
    pilot.app.hands.mouse_up((area.right - 3, area.y + 105))
    assert shift(pilot) > 100


def test_the_place_is_kept_over_a_build(pilot: Pilot) -> None:
    pilot.press("page down")
    before = shift(pilot)
    pilot.app.invalidate()
    assert shift(pilot) == before


def test_what_is_scrolled_out_of_sight_cannot_be_clicked(pilot: Pilot) -> None:
    hidden = pilot.get(key="b59")
    assert hidden.visible.is_empty
    pilot.click(key="b59")
    assert pilot.get(key="b59").visible.contains(pilot.get(key="b59").rect.centre)


def test_what_fits_has_no_bar(play: Play) -> None:
    assert play(lambda: many(3)).find("scroll") is None


def test_long_text_without_controls_can_have_the_focus_to_be_scrolled(play: Play) -> None:
    pilot = play(lambda: ScrollArea(TextBlock("woord " * 4000), "Lang", key="area"))
    assert pilot.get("scroll", "Lang").focused
    pilot.press("down")
    assert shift(pilot) > 0


def test_nothing_scrolls_inside_a_page_that_scrolls(play: Play) -> None:
    def nested() -> Widget:
        inner = ScrollArea(Column([TextBlock(f"regel {n}") for n in range(30)]), "Binnen")
        return Column([inner, *[TextBlock(f"onder {n}") for n in range(60)]])

    pilot = play(nested)
    assert [node.key for node in pilot.tree().walk() if node.role == "scroll"] == ["page"]
