"""A checkout has its content beside the package, an installed wheel inside it."""

from pathlib import Path

import play
from tabletop.content.home import content_home


def test_in_a_checkout_the_content_stands_beside_the_package() -> None:
    assert content_home() == play.ROOT
    assert (content_home() / "scoring").is_dir()


def test_an_installed_copy_uses_what_it_carries_whatever_stands_beside_it(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    carried = tmp_path / "tabletop" / "_carried"
    carried.mkdir(parents=True)
    assert content_home(tmp_path / "tabletop") == carried
