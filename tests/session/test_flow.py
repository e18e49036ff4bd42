from dataclasses import replace

import numpy as np
import pytest

from tabletop.case.verbs import Verb
from tabletop.rules.state import changed
from tabletop.session import acts, pages
from tabletop.session.entries import Participant
from tabletop.session.moment import Refusal
from tabletop.session.play import Play, ReplayError, begin, due, replay, step
from tests.session.group import Group, did, moments, refused, start, the_case, until


def opened_board(seats: int = 4) -> Play:
    play = until(start(seats), "board")
    return did(play, acts.opened(play))


def test_every_seat_reads_its_dossier_before_the_first_round() -> None:
    play = start()
    for seat in range(4):
        assert (play.moment.kind, play.moment.seat, play.moment.is_open) == ("dossiers", seat, False)
        play = did(play, acts.opened(play))
        assert pages.dossier(play, "nl").card.role.id == play.moment.role
        play = did(play, acts.dossier_read(play))
    assert (play.moment.kind, play.entries[-1].kind) == ("board", "round_begun")


def test_dossiers_can_be_read_on_paper() -> None:
    assert did(start(), acts.all_dossiers_read()).moment.kind == "board"


@pytest.mark.parametrize("seats", [4, 5, 6])
def test_a_session_ends_in_the_debrief_and_closes(seats: int) -> None:
    play = moments(seats, 3)[-1]
    assert play.moment.kind == "closed"
    assert play.state.week == sum(play.case.round_weeks)


def test_every_seat_has_a_turn_in_each_round_and_another_begins() -> None:
    first = []
    for play in moments(6, 2):
        if play.entries and play.entries[-1].kind == "round_begun":
            first.append(play.moment.seat)
            assert sorted(play.queue) == list(range(6))
    assert first == [0, 1, 2]


def test_a_turn_can_be_let_go_by_from_the_cover() -> None:
    play = until(start(), "board")
    assert did(play, acts.turn_ended(play)).moment.role != play.moment.role


def test_passing_ends_the_turn() -> None:
    play = opened_board()
    assert did(play, acts.decided(play, f"{play.moment.role}/pass")).moment.role != play.moment.role


def test_a_covered_seat_decides_nothing() -> None:
    play = until(start(), "board")
    play = did(play, acts.turn_ended(play))
    assert refused(play, acts.decided(play, f"{play.moment.role}/call")) == "covered"


def test_nobody_decides_in_the_turn_of_another() -> None:
    play = opened_board()
    other = next(seat.role for seat in play.seats if seat.role != play.moment.role)
    assert refused(play, acts.decided(play, f"{other}/call")) == "not_your_turn"


def test_a_turn_has_two_decisions_and_bringing_is_free() -> None:
    play = opened_board()
    role = play.moment.role
    fact = next(card.id for card in pages.desk(play, "nl").facts if not card.signal_only)
    for decision in (f"{role}/call", f"{role}/bring/{fact}", f"{role}/wait"):
        play = did(play, acts.decided(play, decision))
    assert pages.desk(play, "nl").decisions_left == 0
    assert refused(play, acts.decided(play, f"{role}/scale/up")) == "no_decisions_left"


def test_with_seven_seats_a_turn_has_one_decision() -> None:
    setup = start(6).setup
    seven = replace(setup, seats=(*setup.seats, replace(setup.seats[0])))
    assert begin(the_case(), seven).decisions_a_turn == 1


def test_without_hours_a_question_can_only_be_refused_and_the_desk_says_why() -> None:
    play = opened_board(6)
    first = str(play.moment.role)
    play = did(play, acts.turn_ended(play))
    play = did(play, acts.opened(play))
    play = did(play, acts.decided(play, f"{play.moment.role}/ask/stalker/{first}"))
    while play.moment.kind == "turn":
        play = did(play, acts.turn_ended(play))
    play = did(play, acts.opened(play))
    answer = pages.desk(play, "nl").letters[0].answers[0].id
    tired = replace(play, state=changed(play.state, hours=np.zeros_like(play.state.hours)))
    letter = pages.desk(tired, "nl").letters[0]
    assert letter.answers == ()
    assert "uren zijn op" in letter.nothing
    assert refused(tired, acts.decided(play, answer)) == "no_hours_left"
    assert did(tired, acts.decided(play, letter.refusal.id)).moment.kind == "answer"


def test_a_question_after_ones_turn_gives_a_short_turn_to_answer() -> None:
    play = opened_board(6)
    first = str(play.moment.role)
    play = did(play, acts.turn_ended(play))
    play = did(play, acts.opened(play))
    asker = play.moment.role
    play = did(play, acts.decided(play, f"{asker}/ask/stalker/{first}"))
    while play.moment.kind == "turn":
        play = did(play, acts.turn_ended(play))
    assert (play.moment.kind, play.moment.role) == ("answer", first)
    play = did(play, acts.opened(play))
    desk = pages.desk(play, "nl")
    assert (desk.is_answering, desk.groups, desk.letters[0].asker.id) == (True, (), asker)
    assert refused(play, acts.decided(play, f"{first}/call")) == "answers_only"
    assert did(play, acts.decided(play, desk.letters[0].refusal.id)).moment.kind == "answer"


def test_who_asked_is_told_that_no_answer_comes() -> None:
    play = opened_board(6)
    first = str(play.moment.role)
    play = did(play, acts.turn_ended(play))
    play = did(play, acts.opened(play))
    asker = str(play.moment.role)
    play = did(play, acts.decided(play, f"{asker}/ask/stalker/{first}"))
    while play.moment.kind == "turn":
        play = did(play, acts.turn_ended(play))
    play = did(play, acts.opened(play))
    play = did(play, acts.decided(play, f"{first}/refuse/stalker/{asker}"))
    assert [note.role for note in play.memory.seats[play.number_of(asker)].notes] == [play.number_of(first)]


def test_partners_without_a_player_decide_by_themselves() -> None:
    seats = {seat.role for seat in start().seats}
    session = moments(4, 2)[-1]
    partners = {
        entry.role for entry in session.entries if entry.kind == "decided" and entry.seat is None and entry.role
    }
    assert partners
    assert not partners & seats


def test_nothing_is_due_when_people_must_act() -> None:
    assert all(due(play) is None for play in moments(4, 1))


def test_the_next_desk_says_that_a_meeting_was_asked_for() -> None:
    play = until(start(), "turn")
    play = play if play.moment.is_open else did(play, acts.opened(play))
    assert pages.desk(play, "nl").meeting == ""
    play = did(play, acts.decided(play, f"{play.moment.role}/call"))
    play = did(play, acts.turn_ended(play))
    play = did(play, acts.opened(play))
    assert "overleg" in pages.desk(play, "nl").meeting


def test_who_called_and_the_seats_sit_at_the_meeting() -> None:
    page = pages.meeting(until(start(), "meeting"), "nl")
    played = {seat.role for seat in start().seats}
    assert all(seat.present for seat in page.seats if seat.role.id in played)


def test_an_agreement_has_an_owner_and_a_week() -> None:
    play = until(start(), "meeting")
    option = pages.meeting(play, "nl").agreements[0].options[0]
    play = did(play, acts.agreed(option.id, 2))
    line = pages.meeting(play, "nl").plan.agreements[0]
    assert (line.due, line.state) == ("uiterlijk week 2", "open")
    assert refused(play, acts.agreed(pages.meeting(play, "nl").agreements[1].options[0].id, 99)) == "due_outside"


def test_every_term_of_an_agreement_reaches_past_the_next_turn() -> None:
    play = until(start(), "meeting")
    page = pages.meeting(play, "nl")
    weeks = play.case.round_weeks[play.round]
    assert page.due_chips
    assert all(int(chip.id) > weeks for chip in page.due_chips)
    earliest = {group.id: group.note for group in page.agreements}
    for place, measure in enumerate(play.case.measures.ids):
        if measure in earliest:
            assert f"week {play.state.week + weeks + int(play.case.measures.lead[place])}" in earliest[measure]


def test_partners_at_the_table_commit_once_somebody_has_the_lead() -> None:
    play = until(start(), "meeting")
    led = did(play, acts.decided(play, pages.meeting(play, "nl").leads[0].options[0].id))
    partners = [seat for seat in pages.meeting(led, "nl").seats if seat.present and led.seat_of(seat.role.id) is None]
    assert {seat.stance for seat in partners} <= {"commits"}


def test_a_fact_said_aloud_reaches_every_seat_and_costs_no_hours() -> None:
    play = opened_board()
    fact = pages.spoken(play, 0, "nl").facts[0].id
    after = did(play, acts.said_aloud(play, 0, fact))
    place = play.case.facts.ids.index(fact)
    for seat in play.seats:
        assert int(after.state.knows[0, play.number_of(seat.role)]) >> place & 1
    assert after.state.hours.tolist() == play.state.hours.tolist()
    assert after.state.acts.tolist() == play.state.acts.tolist()


def test_what_is_said_aloud_in_a_meeting_lies_on_the_table_for_all_who_sit_there() -> None:
    play = until(start(), "meeting")
    speaker = play.number_of(play.seats[0].role)
    fact = next(card.id for card in pages.spoken(play, 0, "nl").facts)
    after = did(play, acts.said_aloud(play, 0, fact))
    bit = 1 << play.case.facts.ids.index(fact)
    assert not int(play.state.joint[0]) & bit
    assert int(after.state.joint[0]) & bit
    card = next(card for card in pages.meeting(after, "nl").picture if card.id == fact)
    assert card.holder is not None
    assert card.holder.id == play.case.roles[speaker]
    sits = after.state.table[0].nonzero()[0]
    assert all(int(after.state.knows[0, role]) & bit for role in sits)


def test_what_every_seat_has_heard_is_not_offered_again_as_said_aloud() -> None:
    play = opened_board()
    fact = pages.spoken(play, 0, "nl").facts[0].id
    after = did(play, acts.said_aloud(play, 0, fact))
    left = [card.id for card in pages.spoken(after, 0, "nl").facts]
    assert fact not in left
    assert len(left) == len(pages.spoken(play, 0, "nl").facts) - 1


def test_only_an_own_fact_can_be_said_aloud() -> None:
    play = opened_board()
    own = {card.id for card in pages.spoken(play, 0, "nl").facts}
    other = next(fact for fact in play.case.facts.ids if fact not in own)
    assert refused(play, acts.said_aloud(play, 0, other)) == "unknown_fact"


def test_a_written_share_arrives_in_the_next_round_with_its_sender() -> None:
    play = opened_board(6)
    giver = str(play.moment.role)
    receiver = play.seats[3].role
    fact = next(card.id for card in pages.desk(play, "nl").facts)
    play = did(play, acts.decided(play, f"{giver}/share/{fact}/{receiver}", way="written"))
    place, number = play.case.facts.ids.index(fact), play.number_of(receiver)
    assert not int(play.state.knows[0, number]) >> place & 1
    while play.moment.round == 0:
        play = did(play, acts.week_passed() if play.moment.kind == "weeks" else acts.turn_ended(play))
    assert int(play.state.knows[0, number]) >> place & 1
    assert play.memory.seats[number].origins[place].giver == play.number_of(giver)


def test_a_seat_that_leaves_follows_its_policy_and_can_be_taken_again() -> None:
    play = opened_board(6)
    gone = did(play, acts.left(play.moment.seat or 0))
    assert gone.moment.seat != play.moment.seat
    back = did(gone, acts.joined(play.moment.seat or 0, Participant("student", "Iemand")))
    assert back.is_played(play.moment.seat or 0)


def test_somebody_can_take_the_role_of_a_partner() -> None:
    play = until(start(4), "board")
    role = next(role for role in play.case.roles if play.seat_of(role) is None)
    assert did(play, acts.joined(4, Participant("student"), role)).seat_of(role) == 4


def test_the_facilitator_adds_an_inject_once() -> None:
    play = until(start(), "board")
    page = pages.facilitator(play, "nl")
    inject = next(line.id for line in page.injects if not line.happened)
    after = did(play, acts.inject_added(inject))
    assert next(line for line in pages.facilitator(after, "nl").injects if line.id == inject).happened
    assert refused(after, acts.inject_added(inject)) == "unknown_inject"


def test_notes_of_the_facilitator_change_nothing_but_the_log() -> None:
    play = until(start(), "board")
    after = did(play, acts.facilitated("bookmark", "hier op terugkomen"))
    assert after.state is play.state


def test_the_debrief_can_be_opened_early() -> None:
    assert did(until(start(), "board"), acts.debrief_opened()).moment.kind == "debrief"


def test_a_closed_session_takes_nothing_more() -> None:
    assert refused(moments(4, 1)[-1], acts.week_passed()) == "is_closed"


def test_a_replay_gives_the_same_play() -> None:
    played = moments(5, 4)[-1]
    again = replay(played.case, played.setup, played.entries)
    assert again.entries == played.entries
    assert again.moment == played.moment
    assert pages.board(again, "en") == pages.board(played, "en")


def test_a_replay_names_the_entry_that_is_not_possible() -> None:
    played = moments(4, 1)[-1]
    altered = (*played.entries[:9], replace(played.entries[3], kind="week_passed"), *played.entries[9:])
    with pytest.raises(ReplayError) as fault:
        replay(played.case, played.setup, altered)
    assert fault.value.number == 9


def test_a_decision_is_logged_with_the_rows_that_were_open() -> None:
    for play in moments(4, 2)[1:]:
        for entry in play.entries[-1:]:
            if entry.kind == "decided":
                assert int(entry.options, 16) >> play.case.decisions.row[str(entry.decision)] & 1


def test_steps_leave_the_play_before_as_it_was() -> None:
    play = opened_board()
    before = pages.desk(play, "nl")
    Group(3).play(play, entries=40)
    assert pages.desk(play, "nl") == before


def test_an_unknown_mode_or_decision_is_refused() -> None:
    play = opened_board()
    fact = pages.desk(play, "nl").facts[0].id
    receiver = next(role for role in play.case.roles if role != play.moment.role)
    share = f"{play.moment.role}/share/{fact}/{receiver}"
    assert refused(play, acts.decided(play, share, ground="because")) == "unknown_mode"
    assert refused(play, acts.decided(play, f"{play.moment.role}/sing")) == "unknown_decision"


def test_every_verb_of_a_turn_is_reached_by_random_play() -> None:
    verbs = set()
    for seed in range(6):
        last = moments(6, seed)[-1]
        verbs |= {
            int(last.case.decisions.verb[last.case.decisions.row[str(e.decision)]]) for e in last.entries if e.decision
        }
    assert verbs >= {Verb.SHARE, Verb.ASK, Verb.MEASURE, Verb.CALL, Verb.BRING, Verb.LEAD, Verb.AGREE}


def test_a_step_never_raises_on_any_decision() -> None:
    play = opened_board()
    for decision in play.case.decisions.ids:
        assert isinstance(step(play, acts.decided(play, decision)), Play | Refusal)
