"""Everything can be reached by keyboard, and the focus stays where one left it."""

import pytest

from tabletop.ui.focus import stops
from tabletop.ui.screen import Screen
from tabletop.ui.widgets import Button, Chips, Choice, Column, Graph, GraphNode, ListBox, ListRow, Tabs, Widget
from tests.ui_toolkit.conftest import OneScreen, Play
from tests.ui_toolkit.gallery import DeskGallery
from tests.ui_toolkit.gallery_form import GALLERIES


def rows(*names: str) -> list[ListRow]:
    return [ListRow(name, name) for name in names]


@pytest.mark.parametrize("gallery", GALLERIES)
@pytest.mark.parametrize("percent", [100, 200])
def test_tab_and_arrows_reach_every_control(play: Play, gallery: type[Screen], percent: int) -> None:
    pilot = play(gallery(), text_percent=percent, mode="keys")
    for node in pilot.tree().focus_order():
        pilot.walk_to(node)
        assert pilot.focused() is not None


@pytest.mark.parametrize("gallery", GALLERIES)
def test_the_focus_is_always_in_sight(play: Play, gallery: type[Screen]) -> None:
    pilot = play(gallery(), text_percent=200)
    for _ in stops(pilot.tree()):
        pilot.press("tab")
        node = pilot.focused()
        assert node
        assert node.visible.contains((node.rect.centre[0], max(node.rect.y, 0) + 1))


def test_shift_tab_goes_back(play: Play) -> None:
    pilot = play(DeskGallery())
    before = pilot.focused()
    pilot.press("tab", "tab", "shift+tab", "shift+tab")
    assert pilot.focused() == before


def test_a_list_is_one_stop_and_arrows_move_inside_it(play: Play) -> None:
    pilot = play(
        lambda: Column([ListBox(rows("a", "b", "c"), lambda _: None, key="list"), Button("Klaar", lambda: None)])
    )
    pilot.press("down", "down")
    assert pilot.get(key="list/c").focused
    pilot.press("tab")
    assert pilot.get("button", "Klaar").focused


def test_tab_comes_back_to_the_row_one_left(play: Play) -> None:
    pilot = play(lambda: Column([ListBox(rows("a", "b"), lambda _: None, key="list"), Button("Klaar", lambda: None)]))
    pilot.press("down", "tab", "tab")
    assert pilot.get(key="list/b").focused


def test_a_group_asked_for_gives_the_focus_to_its_chosen_row(play: Play) -> None:
    pilot = play(lambda: Column([Button("x", lambda: None), ListBox(rows("a", "b"), lambda _: None, "b", key="list")]))
    pilot.app.focus("list")
    assert pilot.get(key="list/b").focused


def test_the_focus_stays_on_its_key_when_rows_come_before_it(play: Play) -> None:
    names = ["a", "b"]
    pilot = play(lambda: ListBox(rows(*names), lambda _: None, key="list"))
    pilot.press("down")
    names.insert(0, "nieuw")
    pilot.app.invalidate()
    assert pilot.get(key="list/b").focused


def test_when_a_control_vanishes_its_neighbour_gets_the_focus(play: Play) -> None:
    names = ["a", "b", "c"]
    pilot = play(lambda: Column([Button(name, lambda: None, key=name) for name in names]))
    pilot.press("tab")
    names.remove("b")
    pilot.app.invalidate()
    assert pilot.get(key="c").focused


def test_what_is_off_is_passed_over(play: Play) -> None:
    pilot = play(
        lambda: Column(
            [Button("een", lambda: None), Button("uit", lambda: None, enabled=False), Button("twee", lambda: None)]
        )
    )
    pilot.press("tab")
    assert pilot.get("button", "twee").focused


def test_the_first_focus_is_the_one_the_screen_asks_for(play: Play) -> None:
    screen = OneScreen(lambda: Column([Button("een", lambda: None), Button("twee", lambda: None, key="two")]))
    screen.first_focus = "two"
    assert play(screen).get(key="two").focused


def test_a_mouse_click_hides_the_ring_and_a_key_shows_it(play: Play) -> None:
    pilot = play(lambda: Button("Ga", lambda: None))
    pilot.click("Ga")
    assert not pilot.app.stage.pointing.ring
    pilot.press("tab")
    assert pilot.app.stage.pointing.ring


def test_arrows_on_tabs_open_the_next_one_at_once(play: Play) -> None:
    opened: list[str] = []

    def make() -> Widget:
        return Tabs([Choice("a", "A"), Choice("b", "B")], opened.append, opened[-1] if opened else "a")

    play(make).press("right")
    assert opened == ["b"]


def test_arrows_on_chips_choose_nothing_until_enter(play: Play) -> None:
    chosen: list[str] = []
    pilot = play(lambda: Chips([Choice("a", "A"), Choice("b", "B")], chosen.append, "a"))
    pilot.press("right")
    assert chosen == []
    pilot.press("return")
    assert chosen == ["b"]


def test_a_digit_chooses_that_row(play: Play) -> None:
    chosen: list[str] = []
    play(lambda: ListBox(rows("a", "b", "c"), chosen.append)).press("2")
    assert chosen == ["b"]


def test_arrows_on_a_graph_go_by_place(play: Play) -> None:
    partners = [GraphNode("right", "R", 0.9, 0.5, "care"), GraphNode("left", "L", 0.1, 0.4, "justice")]
    pilot = play(lambda: Graph(partners, on_pick=lambda _: None, key="graph"))
    pilot.app.focus("graph/left")
    pilot.press("right")
    assert pilot.get(key="graph/right").focused


def test_a_focus_that_moves_within_sight_lays_nothing_out(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    pilot = play(lambda: Column([Button("Een", lambda: None), Button("Twee", lambda: None)]))
    layouts: list[object] = []
    monkeypatch.setattr(pilot.app.stage, "_arranged", lambda: layouts.append(1))
    pilot.press("tab")
    assert not layouts
    assert [node.label for node in pilot.tree().walk() if node.focused] == ["Twee"]


def test_home_and_end_go_to_the_first_and_the_last_row_of_a_list(play: Play) -> None:
    pilot = play(OneScreen(lambda: ListBox(rows("a", "b", "c"), lambda _: None, label="Lijst", key="list")))
    pilot.press("end")
    assert pilot.focused() == pilot.get(key="list/c")
    pilot.press("home")
    assert pilot.focused() == pilot.get(key="list/a")
