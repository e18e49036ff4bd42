"""Hints by key: in both languages, and found by the beginning of a key."""

from tabletop.content.messages import messages
from tabletop.ui.hints import hint_for


def test_a_control_has_the_hint_of_the_longest_beginning_of_its_key() -> None:
    words = messages("nl")
    assert hint_for(words, "to/veilig_thuis/share/fact/police") == words.say("hint.to")
    assert hint_for(words, "agree/what/log") == words.say("hint.agree.what")


def test_numbers_in_a_key_do_not_count() -> None:
    words = messages("en")
    assert hint_for(words, "setup/name7") == words.say("hint.setup.name")
    assert hint_for(words, "dialog/leave#2") == words.say("hint.dialog.leave")


def test_a_key_that_nobody_described_has_no_hint() -> None:
    assert hint_for(messages("nl"), "nothing/here") == ""
