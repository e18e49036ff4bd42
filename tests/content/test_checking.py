"""`check` names files as they were given, and says what is wrong with each."""

import json
from pathlib import Path

import pytest

from tabletop.content.library import check_paths, faults_as_json

pytestmark = pytest.mark.usefixtures("_faults_alone")


def codes(home: Path, *paths: Path | str) -> list[str]:
    return [each.code for each in check_paths(paths, home)]


def test_without_paths_everything_is_checked_and_a_missing_file_is_a_fault(own_home: Path) -> None:
    assert codes(own_home) == []
    (own_home / "scoring" / "rubric.yaml").unlink()
    assert codes(own_home) == ["TT009"]


def test_without_paths_a_role_that_no_scenario_uses_is_checked_too(own_home: Path) -> None:
    (own_home / "roles" / "gp.yaml").write_text("format: 1\n", encoding="utf-8")
    assert set(codes(own_home)) == {"TT101"}


def test_a_fault_names_its_file_as_it_was_given(
    own_home: Path, pack_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_home / "roles" / "police.yaml").write_text("format: 2\n", encoding="utf-8")
    monkeypatch.chdir(own_home)
    assert {each.path for each in check_paths(["roles/police.yaml"], pack_home)} == {"roles/police.yaml"}
    assert {each.path for each in check_paths(["./roles/../roles"], pack_home)} == {"roles/../roles/police.yaml"}


def test_a_scenario_is_checked_with_the_files_it_needs(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_home / "roles" / "police.yaml").write_text("format: 1\nid: police\nhours: many\n", encoding="utf-8")
    monkeypatch.chdir(own_home)
    found = check_paths(["scenarios/small.yaml"], own_home)
    assert {each.path for each in found} == {"roles/police.yaml"}


def test_a_file_that_is_not_there_and_one_of_another_kind_are_faults(pack_home: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.svg").write_text("<svg/>", encoding="utf-8")
    assert codes(pack_home, tmp_path / "gone.yaml") == ["TT009"]
    assert codes(pack_home, tmp_path / "picture.svg") == ["TT014"]


def test_a_file_in_another_encoding_is_a_fault_at_its_first_odd_byte(own_home: Path) -> None:
    role = own_home / "roles" / "police.yaml"
    role.write_bytes(role.read_bytes().replace(b"Druk.", "Drukté.".encode("latin-1")))
    (found,) = check_paths([role], own_home)
    assert (found.code, found.line, found.column) == ("TT008", 12, 21)


def test_a_file_above_the_limit_is_refused(own_home: Path) -> None:
    (own_home / "roles" / "police.yaml").write_text("# " + "x" * (1 << 20), encoding="utf-8")
    assert codes(own_home, own_home / "roles" / "police.yaml") == ["TT004"]


def test_a_rule_told_twice_and_a_rule_left_out_are_told(own_home: Path) -> None:
    rules = own_home / "scoring" / "information_rules" / "2018.yaml"
    text = rules.read_text("utf-8").replace("giver: POL, receiver: OM", "giver: POL, receiver: REC")
    rules.write_text(text, encoding="utf-8")
    twice, left_out = sorted(check_paths([rules], own_home), key=lambda each: each.code)
    assert (twice.code, twice.line, twice.severity) == ("TT215", 8, "error")
    assert (left_out.code, left_out.message) == ("TT216", "no rule for these pairs (1): POL-OM.")


def test_rows_for_programs_have_place_code_and_message(own_home: Path) -> None:
    (own_home / "roles" / "police.yaml").write_text("- 1\n", encoding="utf-8")
    (row,) = json.loads(json.dumps(faults_as_json(check_paths([own_home / "roles"], own_home))))
    assert row == {
        "path": str(own_home / "roles" / "police.yaml"),
        "line": 1,
        "column": 1,
        "code": "TT005",
        "severity": "error",
        "message": "the file must consist of keys with values.",
    }


def write_messages(home: Path, language: str, text: str, name: str = "area.po") -> None:
    folder = home / "assets" / "messages" / language
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("dutch", "english", "code", "line"),
    [
        ('msgid "a.b"\nmsgstr "x"\n\nmsgid "a.c"\nmsgstr "y"\n', 'msgid "a.b"\nmsgstr "x"\n', "TT302", 4),
        ('msgid "a.b"\nmsgstr ""\n', 'msgid "a.b"\nmsgstr "x"\n', "TT302", 1),
        ('msgid "a.b"\nmsgstr "{n}"\n', 'msgid "a.b"\nmsgstr "{m}"\n', "TT303", 1),
        ('msgid "a.b"\nmsgstr "{n"\n', 'msgid "a.b"\nmsgstr "{n"\n', "TT301", 1),
        ('msgid "a.b"\nmsgstr "x"\nnonsense\n', 'msgid "a.b"\nmsgstr "x"\n', "TT301", 3),
    ],
)
def test_messages_have_the_same_keys_and_places_in_each_language(
    dutch: str, english: str, code: str, line: int, own_home: Path
) -> None:
    write_messages(own_home, "nl", dutch)
    write_messages(own_home, "en", english)
    assert (code, line) in [(each.code, each.line) for each in check_paths([], own_home)]


def test_a_message_in_two_files_is_a_fault(own_home: Path) -> None:
    for language in ("nl", "en"):
        write_messages(own_home, language, 'msgid "a.b"\nmsgstr "x"\n')
    write_messages(own_home, "nl", 'msgid "a.b"\nmsgstr "y"\n', "other.po")
    assert codes(own_home) == ["TT304"]


def test_an_answer_of_a_grey_cell_must_be_among_those_of_the_set(own_home: Path) -> None:
    file = own_home / "scoring" / "information_rules" / "2026.yaml"
    known = "answers:\n- {id: ask_first, text: {nl: A, en: B}, argument: {nl: A, en: B}, source: study}\ncells:\n"
    text = file.read_text("utf-8").replace("cells:\n", known, 1)
    file.write_text(text.replace("certainty: m}", "certainty: m, answers: [ask_frist, ask_first]}", 1), "utf-8")
    (wrong,) = check_paths([file], own_home)
    assert (wrong.code, wrong.line) == ("TT243", 9)
    assert "'ask_first'" in str(wrong)
