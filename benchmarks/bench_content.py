"""Content: from the files on the disk to a compiled case."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.case import compiling_engine
from tabletop.case.compiling import compile_case
from tabletop.content import checks, reading, survey
from tabletop.content.checks import references
from tabletop.content.library import list_scenarios, load_pack

MODULES = (reading, survey, checks, references, compiling_engine)


def forget() -> None:
    """Let nothing that was read before help: what is measured is a first time."""
    for module in MODULES:
        for remembered in vars(module).values():
            if hasattr(remembered, "cache_clear"):
                remembered.cache_clear()


@pytest.mark.target(seconds=0.25)
def test_load_and_compile_all_content(benchmark: BenchmarkFixture) -> None:
    def load() -> int:
        return sum(len(compile_case(load_pack(path)).decisions.ids) for path in list_scenarios())

    assert benchmark.pedantic(load, setup=forget, rounds=5) > 0  # type: ignore[no-untyped-call]
