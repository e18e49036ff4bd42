"""The guide for authors: the case it builds step by step is a case without a fault."""

import re
from pathlib import Path

import yaml

from tabletop.content.home import content_home
from tabletop.content.library import check_paths
from tabletop.content.shelf import MEASURES
from tabletop.content.specs.measure import MeasuresSpec

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


def test_what_the_guide_says_of_a_therapist_and_the_stalker_is_what_check_says(tmp_path: Path) -> None:
    before, after = "\n".join(steps()).replace("probation", "mental_health").split("- id: after_no", 1)
    for kind in ("care", "administrative", "open"):
        spoilt = f"{before}- id: after_no{after.replace('kind: judicial', f'kind: {kind}', 1)}"
        assert "TT405" in [each.code for each in check_paths([written(tmp_path, spoilt)])]


def rows(head: str) -> list[list[str]]:
    """Give the rows of the table of the guide that begins with a head."""
    table = GUIDE.read_text(encoding="utf-8").split(f"| `{head}` |", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines()[2:]]


def test_the_guide_names_every_role() -> None:
    roles = {path.stem for path in (content_home() / "roles").glob("*.yaml")} - {"disciplines"}
    assert {row[0].strip("`") for row in rows("role")} == roles


def test_the_guide_names_every_measure_with_who_decides_and_what_must_run() -> None:
    text = (content_home() / MEASURES).read_text(encoding="utf-8")
    measures = MeasuresSpec.model_validate(yaml.safe_load(text)).measures
    told = {row[0].strip("`"): (row[2], row[3]) for row in rows("measures")}
    assert set(told) == {each.id for each in measures}
    for each in measures:
        deciders, needed = told[each.id]
        assert re.findall(r"`(\w+)`", deciders) == [*each.deciders]
        assert set(re.findall(r"`(\w+)`", needed)) - {"shared_home"} == {*each.needs.running}
