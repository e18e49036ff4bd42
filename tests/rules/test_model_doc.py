"""What docs/model.md says of the numbers is what the model has."""

from pathlib import Path

import pytest

from tabletop.content.home import content_home
from tabletop.content.library import load_pack

PACK = load_pack("start")


def told() -> str:
    """The text in one line."""
    return " ".join(Path(content_home(), "docs", "model.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("id_", PACK.numbers)
def test_a_number_stands_there_with_its_value_range_strength_and_source(id_: str) -> None:
    number = PACK.numbers[id_]
    source = "" if number.source == "design" else f" ({number.source})"
    said = f"`{id_}` {number.value:g} [{number.low:g}..{number.high:g}] {number.strength}{source}"
    assert f"{said};" in told() or f"{said}." in told()


def test_links_of_the_document_lead_somewhere() -> None:
    home = Path(content_home(), "docs")
    links = [part.split(")")[0] for part in told().split("](")[1:]]
    assert [link for link in links if not Path(home, link).exists()] == []
