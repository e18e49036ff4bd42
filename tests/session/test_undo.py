from tabletop.rules.hashing import state_hash
from tabletop.session import acts, pages
from tabletop.session.play import Play, replay
from tests.session.group import did, moments, refused, start, until

ASK = "/ask/stalker/"


def first_turn() -> Play:
    play = until(start(), "board")
    return did(play, acts.opened(play))


def asked(play: Play, to: str = "veilig_thuis") -> Play:
    return did(play, acts.decided(play, f"{play.moment.role}{ASK}{to}"))


def test_undo_takes_back_the_last_decision_and_keeps_it_in_the_log() -> None:
    before = first_turn()
    after = did(asked(before), acts.undone())
    assert state_hash(after.state) == state_hash(before.state)
    assert [entry.kind for entry in after.entries[-2:]] == ["decided", "undone"]
    assert pages.desk(after, "nl").taken == ()


def test_undo_goes_back_one_decision_at_a_time() -> None:
    one = asked(first_turn())
    two = asked(one, "wijkteam")
    assert pages.desk(did(two, acts.undone()), "nl").taken == pages.desk(one, "nl").taken


def six_seats_after_a_turn() -> Play:
    """All roles are played: no partner decides in between."""
    play = until(start(seats=6), "board")
    play = did(play, acts.opened(play))
    play = asked(play)
    return did(play, acts.turn_ended(play))


def test_undo_is_possible_until_another_seat_has_opened() -> None:
    play = six_seats_after_a_turn()
    assert play.can_undo
    assert not did(play, acts.opened(play)).can_undo


def test_undo_of_a_turn_that_ended_gives_the_laptop_back_covered() -> None:
    play = six_seats_after_a_turn()
    back = did(play, acts.undone())
    assert (back.moment.seat, back.moment.is_open) == (play.entries[-1].seat, False)


def test_undo_is_refused_after_another_seat_has_seen_it() -> None:
    play = six_seats_after_a_turn()
    assert refused(did(play, acts.opened(play)), acts.undone()) == "undo_seen"


def test_whether_a_partner_decided_something_does_not_show_in_what_can_be_undone() -> None:
    for play in moments(4, 1):
        last = play.entries[-1] if play.entries else None
        if last is not None and last.kind == "turn_ended" and last.seat is None:
            assert not play.can_undo


def test_undo_is_refused_once_a_week_has_passed() -> None:
    play = until(start(), "weeks")
    assert refused(did(play, acts.week_passed()), acts.undone()) == "undo_chance"


def test_undo_is_refused_once_the_victim_has_answered() -> None:
    play = first_turn()
    play = did(play, acts.decided(play, f"{play.moment.role}/ask/consent/victim"))
    assert refused(play, acts.undone()) == "undo_chance"


def test_undo_is_refused_once_the_meeting_is_open() -> None:
    assert refused(until(start(), "meeting"), acts.undone()) == "undo_chance"


def test_undo_is_refused_after_somebody_said_a_fact_aloud() -> None:
    play = asked(first_turn())
    fact = pages.spoken(play, 0, "nl").facts[0].id
    assert refused(did(play, acts.said_aloud(play, 0, fact)), acts.undone()) == "undo_seen"


def test_what_the_table_decided_can_be_undone_until_the_meeting_closes() -> None:
    play = until(start(), "meeting")
    led = did(play, acts.decided(play, pages.meeting(play, "nl").leads[0].options[0].id))
    assert pages.meeting(led, "nl").plan.process_lead is not None
    assert pages.meeting(did(led, acts.undone()), "nl").plan.process_lead is None
    assert refused(did(led, acts.meeting_closed()), acts.undone()) == "undo_chance"


def test_nothing_to_undo_at_the_start() -> None:
    assert refused(start(), acts.undone()) == "nothing_to_undo"


def test_undoing_is_replayed_like_any_other_entry() -> None:
    play = asked(did(asked(first_turn()), acts.undone()), "wijkteam")
    assert state_hash(replay(play.case, play.setup, play.entries).state) == state_hash(play.state)
