"""The guide for authors: the case it builds step by step is a case without a fault."""

import re
from pathlib import Path

from tabletop.content.home import content_home
from tabletop.content.library import check_paths

GUIDE = content_home() / "docs" / "authoring.md"
ASIDE = ("accepted:", "uncovered:")


def steps() -> list[str]:
    found = re.findall(r"^```yaml\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [block for block in found if not block.startswith(ASIDE)]


def written(folder: Path, text: str) -> Path:
    file = folder / "muziekschool.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_steps_of_the_guide_make_a_case_without_remarks(tmp_path: Path) -> None:
    assert len(steps()) == 7
    assert check_paths([written(tmp_path, "\n".join(steps()))]) == []


def test_what_the_guide_says_of_a_medical_fact_is_what_check_says(tmp_path: Path) -> None:
    before, after = "\n".join(steps()).split("- id: after_no", 1)
    spoilt = f"{before}- id: after_no{after.replace('kind: judicial', 'kind: medical', 1)}"
    found = check_paths([written(tmp_path, spoilt)])
    assert [(each.code, each.line) for each in found] == [("TT410", 56), ("TT405", 109)]
    told = " ".join(GUIDE.read_text(encoding="utf-8").split())
    assert all(f"muziekschool.yaml:{each.line}:{each.column} {each.code}" in told for each in found)
