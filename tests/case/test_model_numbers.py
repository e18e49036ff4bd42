import ast
from pathlib import Path

import pytest

import tabletop.case
import tabletop.rules
from tabletop.content.library import load_pack
from tests.case.small_pack import small_case

PACK = load_pack("start")
READ_BY_NAME = ("deterrable_", "read_", "harm_")


def code() -> list[Path]:
    return [
        path for package in (tabletop.case, tabletop.rules) for path in sorted(Path(package.__path__[0]).glob("*.py"))
    ]


def ids_in_code() -> set[str]:
    found = set()
    for path in code():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                owner = ast.unparse(node.value)
                if owner in ("n", "numbers", "case.numbers"):
                    found.add(str(node.slice.value))
    return found


def test_every_number_read_in_code_is_in_the_model_and_no_other() -> None:
    by_name = {id_ for id_ in PACK.numbers if id_.startswith(READ_BY_NAME)}
    assert ids_in_code() | by_name == set(PACK.numbers)


def test_every_number_lies_within_its_range() -> None:
    assert [id_ for id_, number in PACK.numbers.items() if not number.low <= number.value <= number.high] == []


def test_a_number_with_a_source_says_how_strong_it_is() -> None:
    mixed = [id_ for id_, each in PACK.numbers.items() if (each.source == "design") and each.strength == "high"]
    assert mixed == []


def test_the_weights_of_harm_are_shares() -> None:
    weights = ("harm_contact", "harm_violence", "harm_serious", "harm_strength", "harm_others")
    assert sum(small_case().numbers[id_] for id_ in weights) == pytest.approx(1.0)


@pytest.mark.parametrize("path", code(), ids=lambda path: path.name)
def test_no_number_of_the_model_stands_in_the_rules(path: Path) -> None:
    plain = {0.0, 1.0, 2.0, 4.0, 64.0, 100.0}  # none, all, weights of facts, quarters, bounds, an index
    reals = {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    }
    if path.parent.name == "rules":
        assert reals <= plain
