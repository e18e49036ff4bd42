"""Colours: named, six digits, and readable on each other."""

import re
from dataclasses import fields

import pytest

from tabletop.ui.theme import CONTRAST, CONTRAST_COVER, COVERS, PAPER, STYLES, THEMES, TONES, Theme, contrast, theme_of

ALL = [*THEMES.values(), *dict.fromkeys(COVERS.values())]


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_colour_has_six_digits(theme: Theme) -> None:
    for field in fields(theme):
        value = getattr(theme, field.name)
        assert field.name == "name" or re.fullmatch(r"#[0-9A-F]{6}", value), field.name


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["paper", "card", "raised", "shade"])
@pytest.mark.parametrize("ink", ["ink", "muted"])
def test_text_is_readable_on_every_ground(theme: Theme, ground: str, ink: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("tone", TONES)
def test_tones_are_readable_as_text_and_under_text(theme: Theme, tone: str) -> None:
    name = next(known for known in TONES if known == tone)
    assert contrast(theme.tone(name), theme.card) >= 4.5
    assert contrast(theme.on(name), theme.tone(name)) >= 4.5
    assert contrast(theme.ink, theme.soft(name)) >= 4.5
    assert contrast(theme.muted, theme.soft(name)) >= 4.5


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["paper", "card", "raised"])
def test_edges_and_the_focus_ring_stand_out(theme: Theme, ground: str) -> None:
    assert contrast(theme.edge, getattr(theme, ground)) >= 3
    assert contrast(theme.focus, getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("tone", TONES)
def test_tones_are_readable_on_every_ground(theme: Theme, tone: str) -> None:
    name = next(known for known in TONES if known == tone)
    for ground in (theme.paper, theme.card, theme.raised, theme.soft(name)):
        assert contrast(theme.tone(name), ground) >= 4.5


@pytest.mark.parametrize("theme", [CONTRAST, CONTRAST_COVER], ids=lambda theme: theme.name)
@pytest.mark.parametrize("tone", TONES)
def test_the_high_contrast_theme_keeps_seven_to_one(theme: Theme, tone: str) -> None:
    name = next(known for known in TONES if known == tone)
    grounds = (theme.paper, theme.card, theme.raised, theme.shade, theme.soft(name))
    assert min(contrast(theme.tone(name), ground) for ground in grounds) >= 7
    assert contrast(theme.on(name), theme.tone(name)) >= 7


def test_a_theme_nobody_knows_is_paper() -> None:
    assert theme_of("roze") is PAPER


def test_each_theme_has_a_cover_of_its_own() -> None:
    assert set(COVERS) == set(THEMES)
    assert theme_of("contrast", "cover") is CONTRAST_COVER


def test_no_text_is_smaller_than_fourteen_pixels() -> None:
    assert min(style.size for style in STYLES.values()) >= 14


def test_contrast_does_not_depend_on_the_order() -> None:
    assert contrast(PAPER.ink, PAPER.paper) == contrast(PAPER.paper, PAPER.ink)
