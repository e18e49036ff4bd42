"""`tabletop new` and `tabletop schema`: a case to begin with, and the shape of files for an editor."""

import json
from pathlib import Path
from typing import Any

import pytest

from tabletop.cli import run
from tabletop.content.home import content_home
from tabletop.content.languages import LANGUAGES, Language
from tabletop.content.library import check_paths, load_pack
from tabletop.content.reading import read_yaml
from tabletop.content.schema import KINDS, schema_of
from tabletop.content.shelf import spec_for

FILES = sorted(
    path.relative_to(content_home()).as_posix()
    for pattern in ("scenarios/*.yaml", "scenarios/plans/*.yaml", "roles/*.yaml", "scoring/*.yaml", "scoring/*/*.yaml")
    for path in content_home().glob(pattern)
)
MOST_LINES = 250


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_case_is_checked_without_remark_and_loads(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "storm", "--lang", language]) == 0
    assert "storm.yaml" in capsys.readouterr().out
    assert check_paths(["storm.yaml"]) == []
    assert load_pack("storm.yaml").scenario.id == "storm"
    assert len(Path("storm.yaml").read_text("utf-8").splitlines()) <= MOST_LINES


def test_balance_without_plans_names_the_command_as_it_works_on_a_case_of_ones_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["new", "storm"]) == 0
    assert run(["balance", "storm.yaml", "--lang", "en"]) == 2
    assert "balance storm.yaml --search" in capsys.readouterr().err


def test_both_skeletons_hold_the_same_case() -> None:
    texts = [
        (content_home() / "assets" / "templates" / each / "scenario.yaml").read_text("utf-8") for each in LANGUAGES
    ]
    nl, en = (read_yaml("scenarios/new_case.yaml", text)[0] for text in texts)
    assert nl is not None
    assert en is not None
    assert nl.content == en.content
    assert texts[0] != texts[1]


def test_a_new_case_overwrites_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("storm.yaml").write_text("mine", "utf-8")
    assert run(["new", "storm", "--lang", "en"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert Path("storm.yaml").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["Storm", "../storm", "a", "my case"])
def test_a_name_that_is_no_id_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", name, "--lang", "en"]) == 2
    assert "cannot be a name" in capsys.readouterr().err
    assert list(Path.cwd().iterdir()) == []


def test_the_schema_beside_a_new_case_is_the_one_it_names() -> None:
    assert run(["new", "storm"]) == 0
    named = Path("storm.yaml").read_text("utf-8").splitlines()[0].split("$schema=")[1]
    assert json.loads(Path(named).read_text("utf-8")) == schema_of("scenario")


def test_every_kind_of_file_has_a_schema() -> None:
    assert {spec_for(path) for path in [*FILES, "docs/sources.yaml"]} <= {*KINDS.values()}


def test_schemas_are_printed_listed_and_written_to_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "role"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["knowledge"]["type"] == "array"
    assert run(["schema"]) == 0
    assert capsys.readouterr().out.split() == [*KINDS]
    assert run(["schema", "--folder", "schemas"]) == 0
    assert len(list(Path("schemas").glob("*.schema.json"))) == len(KINDS)


def test_an_unknown_kind_is_told_with_what_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "scenarios", "--lang", "en"]) == 2
    assert "'scenario'" in capsys.readouterr().err


def test_a_schema_explains_keys_in_the_words_of_the_spec() -> None:
    fact = schema_of("scenario")["$defs"]["FactSpec"]["properties"]
    assert fact["needed_by"]["description"].startswith("Roles that act better with it")


@pytest.mark.parametrize("path", FILES)
def test_what_is_shipped_fits_its_schema(path: str) -> None:
    document, _ = read_yaml(path, (content_home() / path).read_text("utf-8"))
    assert document is not None
    kind = next(name for name, spec in KINDS.items() if spec is spec_for(path))
    schema = schema_of(kind)
    assert list(misfits(document.content, schema, schema, "")) == []


def misfits(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str) -> Any:
    """Yield where a value does not fit, as far as an editor looks: keys, choices, and what stands inside."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in schema:
        found = [list(misfits(value, each, whole, at)) for each in schema["anyOf"]]
        yield from min(found, key=len)
        return
    kinds: dict[str, Any] = {
        "object": dict,
        "array": tuple,
        "string": str,
        "integer": int,
        "number": (int, float),
        "null": type(None),
    }
    if not isinstance(value, kinds.get(schema.get("type", ""), object)):
        yield f"{at}: {value!r} is no {schema['type']}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r}"
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from misfits(item, schema.get("items", {}), whole, f"{at}/{place}")
    elif isinstance(value, dict) and "properties" in schema:
        yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
        yield from (f"{at}: {key} is unknown" for key in value if key not in schema["properties"])
        for key, item in value.items():
            yield from misfits(item, schema["properties"].get(key, {}), whole, f"{at}/{key}")
