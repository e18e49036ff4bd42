"""A pack holds everything of one game, and comes out of its own texts again."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.content.faults import ContentError
from tabletop.content.library import hash_of, list_scenarios, load_pack, parse_pack, read_sources


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_pack_comes_out_the_same_from_the_texts_it_embeds(pack_home: Path) -> None:
    pack = load_pack("small", pack_home)
    assert parse_pack(dict(pack.sources), pack.scenario_path) == pack


def test_a_pack_holds_exactly_the_files_its_game_needs(pack_home: Path, own_home: Path) -> None:
    (own_home / "roles" / "gp.yaml").write_text("nothing like a role", encoding="utf-8")
    assert read_sources("small", own_home) == read_sources("small", pack_home)
    assert "roles/wijkteam.yaml" in read_sources("small", own_home)


def test_roles_and_measures_keep_the_order_of_the_scenario(pack_home: Path) -> None:
    pack = load_pack("small", pack_home)
    assert list(pack.roles) == ["police", "probation", "veilig_thuis", "wijkteam"]
    assert list(pack.measures) == ["talk", "ban", "supervision"]


def test_the_hash_tells_any_change_and_not_the_order_of_files() -> None:
    assert hash_of({"a": "1", "b": "2"}) == hash_of({"b": "2", "a": "1"})
    assert len({hash_of(each) for each in ({"a": "1"}, {"a": "2"}, {"b": "1"}, {"a1": ""}, {})}) == 5


def test_line_ends_of_another_system_do_not_change_the_hash(pack_home: Path, own_home: Path) -> None:
    for file in own_home.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_pack("small", own_home).hash == load_pack("small", pack_home).hash


def test_all_faults_of_all_files_are_told_at_once(own_home: Path) -> None:
    spoil(own_home / "scenarios" / "small.yaml", "fact: letters", "fact: leters")
    spoil(own_home / "scenarios" / "small.yaml", "intensity: low", "intensity: lo")
    spoil(own_home / "roles" / "police.yaml", "hours: 8", "hours: 8\nhours: 8")
    spoil(own_home / "scoring" / "model.yaml", "low: 1.0", "low: 3.0")
    with pytest.raises(ContentError) as caught:
        load_pack("small", own_home)
    assert [(each.path, each.code) for each in caught.value.faults] == [
        ("roles/police.yaml", "TT002"),
        ("scenarios/small.yaml", "TT103"),
        ("scenarios/small.yaml", "TT202"),
        ("scoring/model.yaml", "TT213"),
    ]


def test_a_pack_outside_loads_by_its_path_with_its_own_roles_first(pack_home: Path, tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    scenario = tmp_path / "small.yaml"
    scenario.write_text((pack_home / "scenarios" / "small.yaml").read_text("utf-8"), encoding="utf-8")
    role = (pack_home / "roles" / "police.yaml").read_text("utf-8").replace("hours: 8", "hours: 12")
    (tmp_path / "roles" / "police.yaml").write_text(role, encoding="utf-8")
    pack = load_pack(scenario, pack_home)
    assert (pack.roles["police"].hours, pack.roles["wijkteam"].hours) == (12, 8)


def test_a_number_the_model_lacks_is_a_fault_of_content(pack_home: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_pack("small", pack_home).values["contact_rates"]
    (found,) = caught.value.faults
    assert (found.code, found.suggestion) == ("TT227", "contact_rate")


def test_an_unknown_scenario_is_a_fault_with_a_suggestion(pack_home: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_pack("smal", pack_home)
    (found,) = caught.value.faults
    assert (found.code, found.suggestion) == ("TT009", "small")


def test_a_file_that_is_gone_is_told_with_the_others(own_home: Path) -> None:
    (own_home / "scoring" / "rubric.yaml").unlink()
    spoil(own_home / "scenarios" / "small.yaml", "intensity: low", "intensity: lo")
    with pytest.raises(ContentError) as caught:
        load_pack("small", own_home)
    assert {each.code for each in caught.value.faults} == {"TT009", "TT103"}


@pytest.mark.parametrize("path", ["../roles/x.yaml", "/etc/roles/x.yaml", "roles\\..\\x.yaml", "C:/roles/x.yaml"])
def test_texts_with_a_path_out_of_the_pack_are_refused(path: str, pack_home: Path) -> None:
    sources = read_sources("small", pack_home)
    with pytest.raises(ContentError) as caught:
        parse_pack({**sources, path: "format: 1\n"}, "scenarios/small.yaml")
    assert [each.code for each in caught.value.faults] == ["TT013"]


def test_a_link_out_of_the_pack_is_refused(own_home: Path, tmp_path: Path) -> None:
    role = own_home / "roles" / "police.yaml"
    role.rename(tmp_path / "elsewhere.yaml")
    try:
        role.symlink_to(tmp_path / "elsewhere.yaml")
    except OSError:
        pytest.skip("this system lets nobody make links")
    with pytest.raises(ContentError) as caught:
        load_pack("small", own_home)
    assert [(each.path, each.code) for each in caught.value.faults] == [("roles/police.yaml", "TT013")]


def test_scenarios_are_listed_by_name(own_home: Path) -> None:
    (own_home / "scenarios" / "another.yaml").write_text("format: 1\n", encoding="utf-8")
    assert [path.stem for path in list_scenarios(own_home)] == ["another", "small"]


@given(
    path=st.sampled_from(["scenarios/small.yaml", "roles/police.yaml", "scoring/measures.yaml", "scoring/modes.yaml"]),
    at=st.integers(0, 3000),
    gone=st.integers(0, 12),
    new=st.sampled_from(
        ["", "- ", "{", "]", ": ", "null", "12", "true", "[]", "{nl: a}", "*x", "!!x ", '"', "\t", ".nan"]
    ),
)
@settings(max_examples=60)
def test_whatever_is_typed_into_a_file_the_answer_is_a_pack_or_its_faults(
    pack_home: Path, path: str, at: int, gone: int, new: str
) -> None:
    sources = read_sources("small", pack_home)
    text = sources[path]
    at %= len(text)
    try:
        parse_pack({**sources, path: text[:at] + new + text[at + gone :]}, "scenarios/small.yaml")
    except ContentError as error:
        assert all(str(each) and each.message_in("nl") for each in error.faults)
