"""Text of 100 to 200 % at every window: nothing over another thing, nothing cut off, nothing too small."""

import itertools

import pytest

from tabletop.ui.screen import Screen
from tabletop.ui.theme import contrast
from tabletop.ui.tree import overlaps, spills
from tabletop.ui.widgets import Button, Cell, Column, Row, Split, Table, TableColumn, TableRow, TextBlock
from tests.ui_toolkit.conftest import Play
from tests.ui_toolkit.gallery_form import GALLERIES

SIZES = [(1280, 720), (1366, 768), (1920, 1080)]
LONG_SIZES = [(1024, 768), (1600, 1000), (3840, 2160)]
CASES = list(itertools.product(GALLERIES, SIZES, [100, 150, 200]))
LONG_CASES = list(itertools.product(GALLERIES, LONG_SIZES, [100, 125, 175, 200]))


def check(play: Play, gallery: type[Screen], size: tuple[int, int], percent: int) -> None:
    tree = play(gallery(), size=size, text_percent=percent).app.tree
    assert not overlaps(tree)
    assert not spills(tree)
    for node in (node for node in tree.walk() if node.text_px):
        assert node.text_px >= 14 * percent / 100
        assert node.pair is None or contrast(*node.pair) >= 4.5, node


@pytest.mark.parametrize(("gallery", "size", "percent"), CASES)
def test_every_gallery_is_legible(play: Play, gallery: type[Screen], size: tuple[int, int], percent: int) -> None:
    check(play, gallery, size, percent)


@pytest.mark.long
@pytest.mark.parametrize(("gallery", "size", "percent"), LONG_CASES)
def test_every_gallery_is_legible_elsewhere(
    play: Play, gallery: type[Screen], size: tuple[int, int], percent: int
) -> None:
    check(play, gallery, size, percent)


@pytest.mark.parametrize("gallery", GALLERIES)
def test_every_control_says_what_it_is(play: Play, gallery: type[Screen]) -> None:
    for node in play(gallery()).tree().focus_order():
        assert node.label


def test_text_grows_with_the_window_and_with_the_setting(play: Play) -> None:
    def size(window: tuple[int, int], percent: int) -> int:
        return play(lambda: TextBlock("tekst"), size=window, text_percent=percent).get("text").text_px

    assert [size((1280, 720), 100), size((1920, 1080), 100), size((1280, 720), 200)] == [17, 26, 34]


def test_a_split_stacks_when_a_cell_would_be_too_narrow(play: Play) -> None:
    def two() -> Split:
        return Split([Cell(TextBlock("links"), 1, 500), Cell(TextBlock("rechts"), 1, 500)])

    beside = play(two)
    assert beside.get("text", "links").rect.y == beside.get("text", "rechts").rect.y
    below = play(two, text_percent=200)
    assert below.get("text", "links").rect.bottom <= below.get("text", "rechts").rect.y


def test_a_row_wraps_when_it_is_full(play: Play) -> None:
    pilot = play(lambda: Row([Button(f"Een knop met lange tekst {n}", lambda: None, key=str(n)) for n in range(12)]))
    assert pilot.get(key="11").rect.y > pilot.get(key="0").rect.bottom


def test_what_grows_pushes_the_last_to_the_bottom(play: Play) -> None:
    pilot = play(lambda: Column([TextBlock("boven", grow=1), TextBlock("onder")]))
    assert pilot.get("text", "onder").rect.bottom == 720 - 20


def test_a_table_too_narrow_for_its_columns_becomes_cards(play: Play) -> None:
    def table() -> Table:
        columns = [
            TableColumn("Naam", least=300),
            TableColumn("In het echt", least=300),
            TableColumn("Speelt", least=300),
        ]
        return Table(columns, [TableRow("a", ("Samira", "reclassering", "Veilig Thuis"))])

    wide, narrow = play(table).get("row"), play(table, text_percent=200).get("row")
    assert len({cell.rect.y for cell in wide.children}) == 1
    assert len({cell.rect.y for cell in narrow.children}) == 3
