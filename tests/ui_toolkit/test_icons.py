"""Icons: ours, drawable, and one for each role."""

import re

import pygame
import pytest

from tabletop.content.home import content_home
from tabletop.ui.icons import IconBook, icon_names

FOLDER = content_home() / "assets" / "icons"
ROLES = sorted(path.stem for path in (content_home() / "roles").glob("*.yaml") if path.stem != "disciplines")


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_an_icon_holds_nothing_that_is_not_drawn(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert "<text" not in text
    assert all(len(colour) == 7 for colour in re.findall(r"#[0-9A-Fa-f]+", text))


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_an_icon_takes_the_colour_asked_for(name: str) -> None:
    drawn = IconBook().surface(name, 48, "#FF0000")
    assert drawn.get_size() == (48, 48)
    pixels = {tuple(drawn.get_at((x, y)))[:3] for x in range(48) for y in range(48) if drawn.get_at((x, y)).a > 200}
    assert pixels == {(255, 0, 0)}
    assert isinstance(drawn, pygame.Surface)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_its_icon(role: str) -> None:
    assert role in icon_names()
