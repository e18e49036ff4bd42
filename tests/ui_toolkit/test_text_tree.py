"""The text tree comes first: it says all that a screen shows, without drawing anything."""

import pytest

from tabletop.ui.geometry import Rect
from tabletop.ui.settings import Settings
from tabletop.ui.stage import Stage
from tabletop.ui.tree import Node, overlaps, spills
from tabletop.ui.widgets import Button, Column, Panel, Row, TextBlock
from tests.ui_toolkit.conftest import OneScreen, Play
from tests.ui_toolkit.gallery import BoardGallery, DeskGallery
from tests.ui_toolkit.gallery_form import FormGallery


def place(x: int, y: int, label: str = "", w: int = 10, h: int = 10, **parts: object) -> Node:
    rect = Rect(x, y, w, h)
    return Node("text", label, rect=rect, visible=rect, **parts)  # type: ignore[arg-type]


def window(*children: Node) -> Node:
    return Node("window", "w", rect=Rect(0, 0, 100, 100), visible=Rect(0, 0, 100, 100), children=children)


def test_the_tree_exists_without_a_window() -> None:
    pygame_free = Stage(Settings(), lambda key, **_: key, (1280, 720))
    pygame_free.show(BoardGallery())
    assert "partner: Veilig Thuis" in pygame_free.update().as_text()


def test_the_outline_gives_role_label_value_hint_and_state(play: Play) -> None:
    pilot = play(DeskGallery())
    pilot.click("De ex was eerder")
    lines = [line.strip() for line in pilot.tree().as_text().splitlines()]
    assert "option: De ex was eerder bij een ander in beeld = gekozen, politie (politiegegeven) [focus]" in lines
    assert "button: Schaal op (Daarvoor is eerst een overleg nodig.) [off]" in lines


def test_containers_that_only_place_yield_no_node(play: Play) -> None:
    pilot = play(lambda: Column([Row([TextBlock("een"), TextBlock("twee")])]))
    assert [node.role for node in pilot.tree().walk()] == ["window", "text", "text"]


def test_a_panel_is_a_group_named_by_its_title(play: Play) -> None:
    pilot = play(lambda: Panel(TextBlock("nog geen plan"), "Het plan"))
    assert pilot.get("group", "Het plan").children[0].label == "nog geen plan"


def test_a_table_says_each_cell_with_its_column(play: Play) -> None:
    pilot = play(FormGallery())
    row = pilot.get("row", "Baan kwijt")
    assert [cell.as_text() for cell in row.children][1] == "cell: Politie = weet het"


def test_the_same_state_gives_the_same_tree(play: Play) -> None:
    pilot = play(BoardGallery())
    before = pilot.app.tree
    pilot.app.invalidate()
    assert pilot.app.tree == before


def test_nodes_over_each_other_are_found() -> None:
    one, other = place(0, 0, "a"), place(5, 5, "b")
    assert overlaps(window(one, other)) == [(one, other)]


def test_a_node_inside_another_is_no_overlap() -> None:
    inner = place(2, 2, "b", 4, 4)
    assert not overlaps(window(place(0, 0, "a", children=(inner,))))


@pytest.mark.parametrize("node", [place(95, 0, "x", text_px=15), place(0, 0, "x", text_px=15, cut=True)])
def test_text_that_is_cut_or_outside_is_found(node: Node) -> None:
    assert spills(window(node)) == [node]


def test_keys_stay_unique_when_labels_are_the_same(play: Play) -> None:
    pilot = play(lambda: Column([Button("Ja", lambda: None), Button("Ja", lambda: None)]))
    assert [node.key for node in pilot.tree().focus_order()] == ["button:Ja", "button:Ja#2"]


def test_the_title_of_the_window_is_that_of_the_screen(play: Play) -> None:
    pilot = play(OneScreen(lambda: TextBlock("geheim")))
    assert pilot.app.window.title == "Proef"
