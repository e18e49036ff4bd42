"""The first case, and a table that plays it by the rules alone."""

import pytest

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.library import load_pack
from tests.debrief.by_rules import Table


@pytest.fixture(scope="session")
def case() -> Case:
    return compile_case(load_pack("start"))


@pytest.fixture
def table(case: Case) -> Table:
    return Table(case)
