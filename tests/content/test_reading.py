"""YAML is read safely, by the rules of YAML 1.2, with the place of everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.content.reading import MAX_BYTES, MAX_FAULTS, read_yaml
from tabletop.content.shape import key_place, value_place


def value_of(text: str) -> object:
    document, faults = read_yaml("a.yaml", f"key: {text}\n")
    assert document is not None
    assert not faults
    return document.content["key"]


def codes_of(text: str) -> list[str]:
    return [each.code for each in read_yaml("a.yaml", text)[1]]


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y", "10:40", "2026-11-23", "1_000", "0b11", "+", "1e"])
def test_what_yaml_1_1_would_turn_into_something_else_stays_text(word: str) -> None:
    assert value_of(word) == word


@pytest.mark.parametrize(
    ("text", "value"),
    [("010", 10), ("-3", -3), ("0o17", 15), ("0x1f", 31), ("1.5", 1.5), (".5", 0.5), ("2e3", 2000.0), ("'7'", "7")],
)
def test_numbers_follow_yaml_1_2(text: str, value: object) -> None:
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)


@pytest.mark.parametrize(("text", "value"), [("true", True), ("False", False), ("null", None), ("~", None), ("", None)])
def test_only_true_and_false_are_truths_and_only_null_is_nothing(text: str, value: object) -> None:
    assert value_of(text) is value


def test_a_list_is_a_tuple_so_that_content_stays_frozen() -> None:
    assert value_of("[1, [2]]") == (1, (2,))


def test_every_key_and_value_has_its_line_and_column() -> None:
    document, _ = read_yaml("a.yaml", "one: 1\ntwo:\n  - {three: drie}\n")
    assert document is not None
    assert key_place(document, ("two", 0, "three")) == (3, 6)
    assert value_place(document, ("two", 0, "three")) == (3, 13)


def test_columns_count_letters_and_not_bytes() -> None:
    document, _ = read_yaml("a.yaml", "{één: 1, twee: 2}")
    assert document is not None
    assert key_place(document, ("twee",)) == (1, 10)


def test_the_first_of_two_equal_keys_is_kept_and_reading_goes_on() -> None:
    document, faults = read_yaml("a.yaml", "a: 1\na: {b: 2}\nc: 3\nc: 4\n")
    assert document is not None
    assert document.content == {"a": 1, "c": 3}
    assert [(each.code, each.line) for each in faults] == [("TT002", 2), ("TT002", 4)]


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"k{i}: &k{i} [*a, *a]\n" for i in range(40))
    assert set(codes_of(bomb)) == {"TT003"}


def test_a_file_of_brackets_is_refused_without_a_crash() -> None:
    assert codes_of("a: " + "[" * 500_000) == ["TT010"]


def test_a_hostile_file_gives_a_bounded_number_of_faults() -> None:
    assert len(codes_of("".join(f"k{i}: *x\n" for i in range(5000)))) == MAX_FAULTS


def test_a_file_above_the_limit_is_refused_unread() -> None:
    assert codes_of("a: " + "x" * MAX_BYTES) == ["TT004"]


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n"])
def test_an_empty_file_is_a_fault(text: str) -> None:
    assert codes_of(text) == ["TT006"]


@pytest.mark.parametrize(("text", "place"), [("a: 1\nb: \x00\n", (2, 4)), ("a: \u200b\x1b[31m", (1, 5))])
def test_a_control_character_is_refused_where_it_stands(text: str, place: tuple[int, int]) -> None:
    (found,) = read_yaml("a.yaml", text)[1]
    assert (found.code, found.line, found.column) == ("TT008", *place)


@given(st.text(alphabet="ab1:-{}[]&*!|>'\"#%@`,?~ \n\t\u00e9\ud800", max_size=80))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    document, faults = read_yaml("a.yaml", text)
    assert document is not None or faults


@pytest.mark.parametrize(
    "text", ["a: b: c", "a: {b: 1", "a: [1", "a:\n- 1\nb\n", "a: 'x", "a: @x", "- a\nb: 1", 'a: "\\q"']
)
def test_a_slip_in_yaml_is_told_in_the_language_of_the_reader(text: str) -> None:
    (found,) = read_yaml("a.yaml", text + "\n")[1]
    assert found.message_in("nl") != found.message_in("en")
    assert "fault." not in found.message_in("nl")
