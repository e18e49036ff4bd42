"""Every folder in `faults/` provokes the one fault it is named after, on the line that says so."""

import re
from pathlib import Path

import pytest

from tabletop.content.faults import CODES, LINT
from tabletop.content.library import check_paths

pytestmark = pytest.mark.usefixtures("_faults_alone")
FOLDERS = sorted((Path(__file__).parent / "faults").iterdir(), key=lambda folder: folder.name)
IN_OTHER_TESTS = {
    "TT004", "TT006", "TT008", "TT009", "TT013", "TT014", "TT215", "TT216", "TT227", "TT243",
    "TT301", "TT302", "TT303", "TT304",
}  # fmt: skip
NEVER_SEEN = {"TT117"}
"""What pydantic may refuse and our sentences do not know yet."""


def marked_places(folder: Path) -> list[tuple[str, int]]:
    return [
        (str(file), number)
        for file in sorted(folder.rglob("*.yaml"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if "# <- fault" in line
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fault_is_told_once_with_its_own_code_at_its_own_line(folder: Path, pack_home: Path) -> None:
    found = check_paths([folder], pack_home)
    code = folder.name.split("_")[0]
    assert [(each.code, each.path, each.line) for each in found] == [(code, *at) for at in marked_places(folder)]


def test_every_code_has_a_file_or_a_test_that_provokes_it() -> None:
    tests = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    in_tests = {code for code in IN_OTHER_TESTS if len(re.findall(f'"{code}"', tests)) > 1}
    assert {folder.name.split("_")[0] for folder in FOLDERS} | in_tests | NEVER_SEEN == set(CODES) - LINT


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        ("TT201_scenario", "small.yaml:17:12 TT201 unknown role 'probasion'. Did you mean 'probation'?"),
        ("TT102", "police.yaml:16:1 TT102 unknown key 'waiting_question'. Did you mean 'waiting_questions'?"),
        ("TT002", "police.yaml:16:1 TT002 key 'hours' stands here twice, the first on line 15."),
    ],
)
def test_a_fault_reads_as_place_code_sentence_and_suggestion(folder: str, line: str, pack_home: Path) -> None:
    (found,) = check_paths([Path(__file__).parent / "faults" / folder], pack_home)
    assert str(found).endswith(line)


def test_a_fault_speaks_dutch_when_asked(pack_home: Path) -> None:
    (found,) = check_paths([Path(__file__).parent / "faults" / "TT201_scenario"], pack_home)
    assert found.message_in("nl") == "onbekende rol 'probasion'. Bedoel je 'probation'?"
