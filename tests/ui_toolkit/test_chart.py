"""LineChart: what it says to who cannot see it, and that its names stay clear of each other."""

import pytest

from tabletop.ui.tree import Node, overlaps, spills
from tabletop.ui.widgets import Flag, LineChart, Panel, Series, Widget
from tests.ui_toolkit.conftest import Play

PLAYED = [0.12, 0.2, 0.34, 0.44, 0.5, 0.5, 0.44, 0.38, 0.3]
OTHER = [0.12, 0.2, 0.34, 0.38, 0.3, 0.22, 0.2, 0.18, 0.18]


def chart() -> LineChart:
    return LineChart(
        [
            Series("zoals jullie speelden", PLAYED, "danger", low=[v - 0.05 for v in PLAYED], high=PLAYED),
            Series("met een overleg in week 2", OTHER, "care", dashed=True),
        ],
        "Gevaar, week na week",
        flags=[Flag(2, "week 2: een overleg"), Flag(3, "week 3: contactverbod"), Flag(8, "week 8: rust")],
        ticks=[(0, "week 0"), (4, "week 4"), (8, "week 8")],
        levels=[(0.25, "weinig")],
    )


def in_panel() -> Widget:
    return Panel(chart(), title="Gevaar")


def figure(tree: Node) -> Node:
    return next(node for node in tree.walk() if node.role == "figure")


def test_a_chart_tells_each_line_in_words(play: Play) -> None:
    node = figure(play(in_panel).tree())
    assert node.label == "Gevaar, week na week"
    assert "zoals jullie speelden: begint op 22, is het hoogst in week 4 met 93 en eindigt op 56" in node.value
    assert "met een overleg in week 2" in node.value


def test_a_text_of_ones_own_takes_the_place_of_the_words_made(play: Play) -> None:
    made = chart()
    made.text = "Het gevaar halveert."
    assert figure(play(lambda: made).tree()).value == "Het gevaar halveert."


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("percent", [100, 200])
def test_names_and_flags_never_lie_over_each_other(play: Play, size: tuple[int, int], percent: int) -> None:
    tree = play(in_panel, size=size, text_percent=percent).app.tree
    assert overlaps(tree) == []
    assert spills(tree) == []


def test_a_chart_without_values_still_draws(play: Play) -> None:
    pilot = play(lambda: LineChart([Series("niets", [])], "Leeg"))
    assert figure(pilot.tree()).value == ""


def test_dashes_run_on_over_the_corners_of_a_line(play: Play) -> None:
    shapes = play(in_panel).app.stage.kit.shapes
    _, bent = shapes.path([(0, 5), (3, 5), (6, 5), (40, 5)], 3.0, "#FF0000", (8.0, 8.0))
    _, straight = shapes.path([(0, 5), (40, 5)], 3.0, "#FF0000", (8.0, 8.0))
    row = bent.get_height() // 2
    seen = [bent.get_at((x, row)).a for x in range(bent.get_width())]
    assert seen == [straight.get_at((x, row)).a for x in range(straight.get_width())]
