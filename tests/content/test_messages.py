"""Texts come by key in the language asked for, and write numbers and dates as that language does."""

import datetime

import pytest
from babel import Locale

from tabletop.content.messages import Entry, Messages, MissingMessageWarning, messages


def small(language: str = "nl") -> Messages:
    entries = {"a.hello": Entry("dag {name}", "dag {name}"), "a.facts": Entry("{n} feit", "{n} feiten")}
    return Messages("nl" if language == "nl" else "en", entries)


def test_a_text_is_filled_with_what_it_names() -> None:
    assert small().say("a.hello", name="Robin") == "dag Robin"


@pytest.mark.parametrize(("n", "text"), [(1, "1 feit"), (0, "0 feiten"), (1200, "1.200 feiten")])
def test_a_counting_text_takes_the_form_of_its_number(n: int, text: str) -> None:
    assert small().count("a.facts", n) == text


def test_a_missing_text_is_an_error_in_tests_and_shows_its_key_in_a_session() -> None:
    with pytest.warns(MissingMessageWarning, match="a.gone"):
        assert small().say("a.gone") == "a.gone"


@pytest.mark.parametrize(("language", "number", "share"), [("nl", "1.234,50", "12,5%"), ("en", "1,234.50", "12.5%")])
def test_numbers_follow_the_language(language: str, number: str, share: str) -> None:
    assert (small(language).number(1234.5, 2), small(language).percent(0.125, 1)) == (number, share)


def test_dates_and_times_follow_the_language() -> None:
    moment = datetime.datetime(2026, 11, 3, 9, 5, tzinfo=datetime.UTC)
    assert (small().date(moment.date()), small("en").date(moment.date())) == ("3 november 2026", "3 November 2026")
    assert small().time(moment) == "09:05"


def test_the_language_of_the_machine_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert small("en").locale == Locale("en", "GB")
    assert small("en").number(0.5, 1) == "0.5"


def test_texts_are_read_once() -> None:
    assert messages("nl") is messages("nl")
