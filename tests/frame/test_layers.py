"""What import-linter cannot see of the pure layers."""

import ast
from pathlib import Path

import pytest

import play

PACKAGE = play.ROOT / "tabletop"
PURE = ("case", "rules", "view", "policy", "session", "analysis")
IMPURE_CALLS = {"open", "print", "input", "eval", "exec"}


def modules() -> list[Path]:
    return [path for layer in PURE for path in sorted((PACKAGE / layer).rglob("*.py"))]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_pure_module_neither_talks_nor_sums_in_an_order_of_the_batch(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not isinstance(node, ast.MatMult), "a product of matrices sums in an order that depends on the batch"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in IMPURE_CALLS, f"line {node.lineno} calls {node.func.id}"


def test_the_carried_content_is_made_by_the_wheel_alone() -> None:
    assert not (PACKAGE / "_carried").exists()
