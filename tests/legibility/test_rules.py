"""The rules themselves: each finds the fault it is there for."""

import pygame

from tabletop.ui.geometry import Rect
from tabletop.ui.pilot import Pilot
from tabletop.ui.screen import Screen
from tabletop.ui.tree import Node
from tabletop.ui.widgets import Button, Column, Page, ScrollArea, TextBlock, Widget
from tests.legibility import rules

WINDOW = Rect(0, 0, 100, 100)


def tree(*children: Node) -> Node:
    return Node("window", rect=WINDOW, visible=WINDOW, children=children)


def node(x: int, w: int = 40, **parts: object) -> Node:
    rect = Rect(x, 0, w, 20)
    made: dict[str, object] = {"role": "text", "label": "x", "rect": rect, "visible": rect, "text_px": 17, **parts}
    return Node(**made)  # type: ignore[arg-type]


def test_two_texts_in_one_place_are_found() -> None:
    assert list(rules.nothing_overlaps(tree(node(0), node(20))))
    assert not list(rules.nothing_overlaps(tree(node(0), node(50))))


def test_text_beside_the_window_is_found() -> None:
    assert list(rules.no_text_is_cut(tree(node(80))))


def test_small_text_is_found_and_grows_with_the_window() -> None:
    assert not list(rules.text_is_large_enough(tree(node(0, text_px=14)), 1.0))
    assert list(rules.text_is_large_enough(tree(node(0, text_px=14)), 1.5))


def test_faint_text_is_found_unless_it_is_large() -> None:
    faint = ("#8A8A8A", "#FFFFFF")
    assert list(rules.text_stands_out(tree(node(0, pair=faint)), 1.0))
    assert not list(rules.text_stands_out(tree(node(0, pair=faint, text_px=24)), 1.0))


def test_a_control_without_label_or_hint_is_found() -> None:
    bare = node(0, role="button", label="", focusable=True)
    assert len(list(rules.every_control_says_what_it_is(tree(bare)))) == 2
    assert not list(rules.every_control_says_what_it_is(tree(node(0, role="button", focusable=True, hint="h"))))


class OneScreen(Screen):
    """A screen of one widget."""

    title = "Proef"

    def __init__(self, widget: Widget, footer: Widget | None = None) -> None:
        self.widget, self.footer = widget, footer

    def build(self) -> Widget:
        return Page(self.widget, footer=self.footer)


def test_a_main_action_that_scrolls_away_is_found() -> None:
    far = Column([TextBlock("regel\n" * 60), Button("Klaar", lambda: None, kind="primary")])
    pilot = Pilot.start(OneScreen(ScrollArea(far)))
    pilot.app.stage.scrolls.clear()
    pilot.app.stage.invalidate()
    assert list(rules.main_actions_are_in_sight(pilot.app.tree))
    pilot.stop()


def test_a_footer_that_takes_the_window_is_found() -> None:
    pilot = Pilot.start(OneScreen(TextBlock("x"), TextBlock("regel\n" * 25)))
    assert list(rules.strips_are_in_sight(pilot.app.tree))
    pilot.stop()


def test_a_stop_that_tab_passes_by_is_found() -> None:
    pilot = Pilot.start(OneScreen(Column([Button("a", lambda: None), Button("b", lambda: None)])))
    assert not list(rules.tab_comes_everywhere(pilot.app.stage))
    pilot.app.stage.tab = lambda step: None  # type: ignore[method-assign]
    assert list(rules.tab_comes_everywhere(pilot.app.stage))
    pilot.stop()


def test_colours_that_are_not_drawn_are_found() -> None:
    surface = pygame.Surface((100, 100))
    surface.fill("#FFFFFF")
    surface.fill("#000000", (0, 0, 5, 5))
    assert not list(rules.colours_are_as_told(tree(node(0, pair=("#000000", "#FFFFFF"))), surface))
    assert len(list(rules.colours_are_as_told(tree(node(0, pair=("#FF0000", "#00FF00"))), surface))) == 2
