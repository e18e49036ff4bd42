"""A rule that rests on a source names it, where the number is read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import tabletop.case
import tabletop.rules
from tabletop.content.library import load_pack

PACK = load_pack("start")
OWN = ("design", "practice")


def functions() -> Iterator[tuple[str, ast.Module, ast.FunctionDef]]:
    for package in (tabletop.case, tabletop.rules):
        for path in sorted(Path(package.__path__[0]).glob("*.py")):
            module = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(module):
                if isinstance(node, ast.FunctionDef):
                    yield f"{path.stem}.{node.name}", module, node


def numbers_read(function: ast.FunctionDef) -> set[str]:
    return {
        str(node.slice.value) for node in ast.walk(function)
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
        and ast.unparse(node.value) in ("n", "numbers", "case.numbers", "self.case.numbers")
    }  # fmt: skip


def test_a_rule_that_rests_on_a_source_names_it() -> None:
    missing = []
    for name, module, function in functions():
        said = f"{ast.get_docstring(function)} {ast.get_docstring(module)}"
        sources = {PACK.numbers[id_].source for id_ in numbers_read(function)} - set(OWN)
        missing += [f"{name}: {source}" for source in sorted(sources) if source not in said]
    assert missing == []


def test_every_source_named_in_a_rule_exists() -> None:
    known = set(PACK.references)
    words = {
        word.strip("().,;:") for _name, module, function in functions()
        for word in f"{ast.get_docstring(function)} {ast.get_docstring(module)}".split()
    }  # fmt: skip
    dated = {word for word in words if word[-5:-4] == "_" and word[-4:].isdigit()}
    assert dated - known == set()
