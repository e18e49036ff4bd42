"""Every folder in `rules/` provokes the one remark it is named after, at the line that says so."""

from pathlib import Path

import pytest

from tabletop.content.faults import CODES, LINT, WARNINGS
from tabletop.content.library import check_paths
from tabletop.content.lint.scoring import lint_shared
from tabletop.content.messages import messages
from tabletop.content.survey import survey

HERE = Path(__file__).parent
FOLDERS = sorted((HERE / "rules").iterdir(), key=lambda folder: folder.name)
IN_OTHER_TESTS = {"TT472", "TT473"}
"""Rules about information rules: a file with one cell for every pair is long to read, and easy to make."""
FEWEST = 25


def marked_places(folder: Path) -> list[tuple[str, int]]:
    return [
        (str(file), number)
        for file in sorted(folder.rglob("*.yaml"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if "# <- fault" in line
    ]


def test_a_tidy_pack_has_no_remarks(clean_home: Path) -> None:
    assert [str(each) for each in check_paths([clean_home], clean_home)] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_rule_speaks_once_at_the_line_it_is_about(folder: Path, clean_home: Path) -> None:
    found = check_paths([folder], clean_home)
    code = folder.name.split("_")[0]
    assert [(each.code, each.path, each.line) for each in found] == [(code, *at) for at in marked_places(folder)]


def test_every_rule_has_an_example_and_there_are_enough() -> None:
    assert {folder.name.split("_")[0] for folder in FOLDERS} | IN_OTHER_TESTS == LINT
    assert len(LINT) >= FEWEST


def spoil_cell(home: Path, to: Path, old: str, new: str) -> Path:
    """Change one cell of the rules of 2026 in a pack of its own."""
    text = (home / "scoring" / "information_rules" / "2026.yaml").read_text("utf-8")
    file = to / "scoring" / "information_rules" / "2026.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace(old, new, 1), "utf-8")
    return to


def test_a_grey_cell_with_a_single_right_answer_is_told() -> None:
    path = "scoring/information_rules/2026.yaml"
    cell = (
        "{giver: POL, receiver: SWT, codes: [a], certainty: m, source: study, article: '1', explanation: {nl: A, en: B}"
    )
    found = survey({path: f"cells:\n- {cell}, answers: [one]}}\n- {cell}, answers: [one, another]}}\n- {cell}}}\n"})
    assert [(each.code, each.line) for each in lint_shared(found)] == [("TT472", 2), ("TT472", 4)]


def test_a_cell_with_alternatives_is_grey_however_sure() -> None:
    cell = (
        "{giver: A, receiver: B, codes: [a, C], certainty: h, source: study, article: '1', explanation: {nl: A, en: B}}"
    )
    found = survey({"scoring/information_rules/2026.yaml": f"cells:\n- {cell}\n"})
    assert [each.code for each in lint_shared(found)] == ["TT472"]


def test_a_cell_without_ground_or_source_is_told(clean_home: Path, tmp_path: Path) -> None:
    pack = spoil_cell(clean_home, tmp_path, ", source: study", "")
    assert [each.code for each in check_paths([pack], clean_home)] == ["TT473"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_has_a_line_that_explains_it(language: str) -> None:
    words = messages("nl" if language == "nl" else "en")
    assert [code for code in LINT if f"fault.{code}.why" not in words] == []


def test_rules_have_names_and_grave_ones_are_errors() -> None:
    assert all(CODES[code] for code in LINT)
    grave = {"TT401", "TT405", "TT407", "TT408", "TT441", "TT442", "TT443", "TT444", "TT463", "TT472", "TT475"}
    assert grave == LINT - WARNINGS
