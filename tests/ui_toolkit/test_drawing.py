"""Pixels follow the tree: the same each time, and none when nothing changed."""

import pygame

from tabletop.ui.pilot import Pilot
from tabletop.ui.screen import Screen
from tabletop.ui.widgets import Button, ListBox, ListRow, Meter, Page, Row, Spacer, Widget
from tests.ui_toolkit.conftest import OneScreen, Play
from tests.ui_toolkit.gallery import BoardGallery, DeskGallery
from tests.ui_toolkit.gallery_form import CoverGallery


def pixels(pilot: Pilot) -> bytes:
    pilot.app.stage.repaint()
    pilot.step()
    return pygame.image.tobytes(pilot.app.surface, "RGB")


def test_idle_draws_nothing(play: Play) -> None:
    pilot = play(BoardGallery())
    frames = pilot.app.frames
    pilot.advance(5000)
    assert pilot.app.frames == frames


def test_the_mouse_over_nothing_draws_nothing(play: Play) -> None:
    pilot = play(BoardGallery())
    pilot.app.hands.mouse_moved((3, 300))
    pilot.step()
    frames = pilot.app.frames
    pilot.app.hands.mouse_moved((4, 320))
    pilot.step()
    assert pilot.app.frames == frames


def test_the_mouse_over_a_control_shows(play: Play) -> None:
    pilot = play(lambda: Button("Ga", lambda: None))
    before = pixels(pilot)
    pilot.app.hands.mouse_moved(pilot.get("button").rect.centre)
    assert pixels(pilot) != before


def test_the_mouse_over_a_sign_says_what_it_stands_for(play: Play) -> None:
    pilot = play(BoardGallery())
    mark = pilot.get("mark", "Melding politie")
    pilot.app.hands.mouse_moved(mark.rect.centre)
    assert pilot.app.stage.pointing.tip == ("Melding politie", mark.rect)
    shown = pixels(pilot)
    pilot.app.hands.mouse_moved((2, 2))
    assert pixels(pilot) != shown


def test_a_hint_goes_with_the_screen_it_was_of(play: Play) -> None:
    pilot = play(BoardGallery())
    pilot.app.hands.mouse_moved(pilot.get("mark", "Melding politie").rect.centre)
    pilot.app.show(CoverGallery())
    assert pilot.app.stage.pointing.tip is None


def test_the_same_tree_gives_the_same_pixels(play: Play) -> None:
    pilot = play(BoardGallery())
    before = pixels(pilot)
    pilot.app.invalidate()
    assert pixels(pilot) == before


def test_the_focus_shows(play: Play) -> None:
    pilot = play(DeskGallery())
    before = pixels(pilot)
    pilot.press("tab")
    assert pixels(pilot) != before


def test_what_is_chosen_differs_in_more_than_colour(play: Play) -> None:
    """In grey, by the tick: the chosen row differs from the same row before."""

    def grey(chosen: str | None) -> bytes:
        rows = [ListRow("a", "Feit"), ListRow("b", "Ander feit")]
        pilot = play(lambda: ListBox(rows, lambda _: None, chosen))
        pilot.app.stage.pointing.ring = False
        pixels(pilot)
        return pygame.image.tobytes(pygame.transform.grayscale(pilot.app.surface), "RGB")

    assert grey("b") != grey(None)


def test_a_cover_shows_nothing_of_the_screen_before(play: Play) -> None:
    fresh = pixels(play(CoverGallery()))
    pilot = play(DeskGallery())
    pilot.app.show(CoverGallery())
    assert pixels(pilot) == fresh


def test_another_window_size_fills_the_window(play: Play) -> None:
    pilot = play(OneScreen(lambda: Button("Ga", lambda: None)))
    pilot.app.window.size = (1600, 900)
    pygame.event.post(pygame.Event(pygame.WINDOWSIZECHANGED, x=1600, y=900, window=pilot.app.window))
    pilot.step()
    assert pilot.app.tree.rect[2:] == (1600, 900)


def test_hours_shrink_to_stay_in_one_row_before_they_take_another(play: Play) -> None:
    ctx = play(lambda: Button("Ga", lambda: None)).app.stage.context()
    few, many = Meter(9, 9, "nog 9 uur"), Meter(30, 30, "nog 30 uur")
    wide = few.natural_width(ctx) - ctx.px(20)
    assert few.height(ctx, wide) < few.height(ctx, few.natural_width(ctx)) < many.height(ctx, wide)


def test_a_badge_leaves_the_text_below_the_title_its_width(play: Play) -> None:
    ctx = play(lambda: Button("Ga", lambda: None)).app.stage.context()
    text = "Zeven agenten, zeven data, steeds op haar avonden, en nooit door dezelfde agent gelezen."
    bare, marked = (ListBox([ListRow("a", "Feit", text, badge=badge)], lambda _: None) for badge in ("", "nieuw"))
    assert marked.height(ctx, ctx.px(300)) == bare.height(ctx, ctx.px(300))


def test_what_is_centred_in_a_strip_stands_in_the_middle_of_the_window_beside_the_menu(play: Play) -> None:
    pilot = play(OnePage())
    assert abs(pilot.get("button", "Ga").rect.centre[0] - pilot.app.size[0] // 2) <= 1


class OnePage(Screen):
    """A page with nothing but a centred footer."""

    title = "Proef"

    def build(self) -> Widget:
        return Page(Spacer(), footer=Row([Button("Ga", lambda: None)], align="center"))
