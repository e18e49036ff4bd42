"""Small cases written with nothing but the guide for authors beside it: each loads, is met whole, plays and teaches."""

from pathlib import Path

import pytest

from tabletop.analysis.cover import cover
from tabletop.analysis.rollout import simulate
from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.languages import Language
from tabletop.content.library import check_paths, load_pack
from tabletop.store.reading import read_session
from tabletop.ui.demo import run_demo

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
LINES = 400


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    written: Path = request.param
    return written


@pytest.fixture(scope="module")
def case(file: Path) -> Case:
    return compile_case(load_pack(file))


def test_it_is_small_and_without_remarks(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) < LINES
    assert check_paths([file]) == []


def test_all_that_it_holds_is_met(case: Case) -> None:
    assert cover({"core": case}, games=40_000, seed=1).missed() == []


def test_working_together_helps(case: Case) -> None:
    together, alone = (simulate(case, policy, games=400, seed=1).expected_harm for policy in ("joint", "island"))
    assert together.high < alone.low


@pytest.mark.parametrize("language", ["nl", pytest.param("en", marks=pytest.mark.long)])
def test_it_plays_to_the_end_of_the_debrief(file: Path, language: Language, tmp_path: Path) -> None:
    path = run_demo(str(file), 4, 7, tmp_path, language=language)
    assert read_session(path).play.moment.kind == "closed"
