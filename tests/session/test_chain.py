from dataclasses import replace

from tabletop.session.chain import session_hash
from tabletop.session.entries import Entry

LOG = (Entry("round_begun"), Entry("decided", "police", 0, "police/call"), Entry("week_passed"))


def test_altering_any_entry_changes_the_session_hash() -> None:
    for number, entry in enumerate(LOG):
        altered = (*LOG[:number], replace(entry, reason="anders"), *LOG[number + 1 :])
        assert session_hash(altered) != session_hash(LOG)


def test_leaving_out_or_swapping_entries_changes_the_session_hash() -> None:
    assert len({session_hash(log) for log in (LOG, LOG[1:], LOG[:-1], (LOG[1], LOG[0], LOG[2]))}) == 4


def test_the_start_of_the_chain_counts() -> None:
    assert session_hash(LOG, "content") != session_hash(LOG)


def test_the_order_of_keys_in_a_body_does_not_count() -> None:
    one = Entry("facilitator", body={"act": "note", "text": "pauze"})
    other = Entry("facilitator", body={"text": "pauze", "act": "note"})
    assert session_hash([one]) == session_hash([other])
