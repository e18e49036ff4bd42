"""Icons: ours, drawable, and one for each role, measure and kind of incident."""

import re

import pygame
import pytest
import yaml

from tabletop.content.home import content_home
from tabletop.ui.icons import IconBook, icon_names

FOLDER = content_home() / "assets" / "icons"
ROLES = sorted(path.stem for path in (content_home() / "roles").glob("*.yaml") if path.stem != "disciplines")


def scored(name: str) -> list[dict[str, str]]:
    path = content_home() / "scoring" / f"{name}.yaml"
    found: list[dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))[name]
    return found


MEASURES = [f"measure_{measure['kind']}/{measure['id']}" for measure in scored("measures")]
INCIDENTS = [f"incident/{kind['id']}" for kind in scored("incidents")]


def pixels(name: str) -> bytes:
    return pygame.image.tobytes(IconBook().surface(name, 24, "#FF0000"), "RGBA")


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


@pytest.mark.parametrize("name", [*ROLES, *MEASURES, *INCIDENTS])
def test_every_role_measure_and_kind_of_incident_has_an_icon_that_is_not_empty(name: str) -> None:
    assert name in icon_names()
    assert any(pixels(name)[3::4])


def test_no_two_of_them_are_the_same_drawing() -> None:
    names = [*ROLES, *MEASURES, *INCIDENTS]
    assert len({pixels(name) for name in names}) == len(names)


def test_a_folder_of_icons_holds_only_what_the_game_has() -> None:
    assert {name for name in icon_names() if "/" in name} == {*MEASURES, *INCIDENTS}


@pytest.mark.parametrize(("name", "general"), [("measure_ban/of_a_pack", "measure_ban"), ("incident/new", "incident")])
def test_what_has_no_drawing_of_its_own_gets_the_one_of_its_kind(name: str, general: str) -> None:
    assert IconBook().has(name)
    assert pixels(name) == pixels(general)
