"""What a seat reads of its own doings, of its partners' cards, and of what it cannot or need not do."""

from dataclasses import replace

import pytest

from tabletop.case.verbs import Status, Verb
from tabletop.content.specs.common import Language
from tabletop.rules.meeting import open_meeting
from tabletop.rules.state import changed
from tabletop.session import acts, pages
from tabletop.session.play import Play
from tabletop.session.playing import at, with_state
from tabletop.view.memory import AT_MEETING, OWN
from tabletop.view.own_measures import needs_words
from tabletop.view.pages import DeskPage, FactCard, Option
from tabletop.view.seat import facts_in
from tabletop.view.words import Words
from tests.session.group import did, start, the_case, until


def at_desk(seats: int = 6) -> Play:
    play = until(start(seats), "board")
    return did(play, acts.opened(play))


def with_turn(play: Play, role: str) -> Play:
    """The same moment with another role at its desk."""
    number = play.number_of(role)
    return replace(at(play, "turn", role, is_open=True), queue=(number,))


def desk(play: Play, language: Language = "nl") -> DeskPage:
    return pages.desk(play, language)


def first_fact(play: Play) -> str:
    return next(card.id for card in desk(play).facts if not card.signal_only)


def card(play: Play, fact: str) -> FactCard:
    return next(each for each in desk(play).facts if each.id == fact)


def measure(play: Play, name: str) -> Option:
    options = [option for group in desk(play).groups for option in group.options]
    return next(option for option in options if option.id.endswith(f"/measure/{name}"))


def shared(extent: str = "minimum") -> tuple[Play, str, str]:
    """A play in which the first seat told a fact to another, with the fact and the short name of the other."""
    play = at_desk()
    fact = first_fact(play)
    role = next(role for role in play.case.roles if role != play.moment.role)
    told = f"{play.moment.role}/share/{fact}/{role}"
    name = Words(play.case, "nl").short(play.number_of(role))
    return did(play, replace(acts.decided(play, told, ground="unsure"), extent=extent)), fact, name


def test_a_card_says_whom_one_told_and_when() -> None:
    play, fact, name = shared()
    assert card(play, fact).shared == f"gedeeld met {name} (week 0)"


def test_a_signal_is_told_apart_from_a_share() -> None:
    play, fact, name = shared("signal")
    assert card(play, fact).shared == f"signaal aan {name} (week 0)"


def test_what_was_taken_back_leaves_no_trace_on_the_card() -> None:
    play, fact, _ = shared()
    assert card(did(play, acts.undone()), fact).shared == ""


def test_a_card_says_that_it_was_said_aloud() -> None:
    play = at_desk()
    fact = first_fact(play)
    assert play.moment.seat is not None
    play = did(play, acts.said_aloud(play, play.moment.seat, fact))
    assert card(play, fact).shared == "hardop gezegd in week 0"


def asked_and_answered() -> tuple[Play, str]:
    """Somebody asked another, who answers with a fact."""
    play = at_desk()
    asker = str(play.moment.role)
    for role in play.case.roles:
        known = facts_in(int(play.state.knows[0, play.number_of(role)]))
        new = [fact for fact in known if not int(play.state.knows[0, play.number_of(asker)]) >> fact & 1]
        if role != asker and new:
            break
    topic = ("victim", "stalker", "child", "professional")[int(play.case.facts.subject[new[0]])]
    play = did(play, acts.decided(play, f"{asker}/ask/{topic}/{role}"))
    answering = with_turn(play, role)
    answer = f"{role}/answer/{play.case.facts.ids[new[0]]}/{asker}"
    return with_turn(did(answering, acts.decided(answering, answer, ground="unsure")), asker), play.case.facts.ids[
        new[0]
    ]


def test_an_answer_says_that_one_had_asked() -> None:
    play, fact = asked_and_answered()
    assert "op jouw vraag" in card(play, fact).origin


def test_who_declines_can_say_why_and_the_asker_reads_it() -> None:
    play = at_desk()
    asker = str(play.moment.role)
    role = next(role for role in play.case.roles if role != asker)
    play = did(play, acts.decided(play, f"{asker}/ask/stalker/{role}"))
    declining = with_turn(play, role)
    entry = acts.decided(declining, f"{role}/refuse/stalker/{asker}", reason="not_allowed")
    after = with_turn(did(declining, entry), asker)
    assert any(line.text.endswith(": wij mogen dit niet delen.") for line in desk(after).news)


def test_a_measure_that_is_too_dear_stays_with_its_price_and_what_is_left() -> None:
    play = with_turn(at_desk(), "prosecution")
    hours = play.state.hours.copy()
    hours[0, play.number_of("prosecution")] = 4
    play = replace(play, state=changed(play.state, hours=hours))
    assert measure(play, "remand").closed == "Kost 6 uur, je hebt er nog 1."


def test_a_measure_that_can_be_taken_is_not_closed() -> None:
    assert measure(with_turn(at_desk(), "prosecution"), "remand").closed == ""


def test_a_measure_that_runs_says_since_when() -> None:
    play = with_turn(at_desk(), "prosecution")
    number = play.case.measures.ids.index("conduct_order")
    status, by, starts = (getattr(play.state, name).copy() for name in ("status", "decided_by", "starts"))
    status[0, number], by[0, number], starts[0, number] = Status.RUNNING, play.number_of("prosecution"), 0
    took = play.state.took | True
    play = replace(play, state=changed(play.state, status=status, decided_by=by, starts=starts, took=took))
    assert measure(play, "conduct_order").closed == "Loopt al, sinds week 0."


def test_who_knows_of_no_ban_reads_that_there_is_no_breach_to_answer() -> None:
    assert "geen verbod bekend" in measure(with_turn(at_desk(), "prosecution"), "answer_breach").caution


def test_who_knows_of_nothing_under_way_reads_that_there_is_little_to_scale_down() -> None:
    options = [option for group in desk(at_desk()).groups for option in group.options]
    down = next(option for option in options if option.id.endswith("/scale/down"))
    assert down.caution


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_need_of_every_measure_is_said(language: Language) -> None:
    words = Words(the_case(), language)
    said = [needs_words(words, measure) for measure in range(len(the_case().measures.ids))]
    assert not any("{" in text or "needs." in text for text in said)
    assert any(said)


def agreed() -> Play:
    """A meeting agreed that the police will keep a log, and the police are at their desk."""
    play = at_desk()
    state = changed(play.state, caller=play.state.caller * 0)
    state = open_meeting(play.case, state, play.played_roles()[None, :])
    play = at(with_state(play, state, AT_MEETING), "meeting")
    return with_turn(did(play, acts.agreed("table/agree/log/police", 8)), "police")


def test_an_agreement_stands_on_the_desk_of_its_owner_and_at_the_measure() -> None:
    play = agreed()
    assert [line.due for line in desk(play).agreements] == ["uiterlijk week 8"]
    assert "week 8" in measure(play, "log").mark
    assert desk(with_turn(play, "prosecution")).agreements == ()


def test_the_week_of_an_agreement_is_marked_on_the_timeline() -> None:
    due = [mark for mark in pages.board(agreed(), "nl").timeline if mark.kind == "due"]
    assert [(mark.week, mark.chain) for mark in due] == [(8, "justice")]


def test_a_receiver_is_shown_with_what_its_card_offers_and_needs() -> None:
    play = at_desk()
    cards = play.case.pack.roles
    for receiver in pages.share(play, first_fact(play), "nl").receivers:
        assert (receiver.offer, receiver.need) == (cards[receiver.role.id].offer.nl, cards[receiver.role.id].need.nl)


def test_questions_stand_by_whom_they_go_to() -> None:
    play = at_desk()
    asking = desk(play).asking
    options = next(group for group in desk(play).groups if group.id == "ask").options
    assert {question.option for each in asking for question in each.questions} == set(options)
    for each in asking:
        targets = {int(play.case.decisions.target[play.case.decisions.row[q.option.id]]) for q in each.questions}
        assert len(targets) == 1


@pytest.mark.parametrize(("heard", "said"), [(-1, "nog niet gevraagd"), (0, "zei nee"), (1, "zei ja")])
def test_the_ground_of_consent_says_what_the_victim_told_this_role(heard: int, said: str) -> None:
    play = at_desk()
    consent = play.state.consent_heard.copy()
    consent[0, play.queue[0]] = heard
    grounds = desk(replace(play, state=changed(play.state, consent_heard=consent))).modes.grounds
    assert [said in chip.note for chip in grounds if chip.note] == [True]


def meeting() -> Play:
    return until(start(), "meeting")


def test_an_objection_shows_its_reason_until_it_is_taken_back() -> None:
    play = meeting()
    seat = next(each for each in pages.meeting(play, "nl").seats if each.objection)
    assert seat.objection is not None
    assert seat.commit is not None
    objects = did(play, acts.decided(play, seat.objection.id, reason="no_time"))
    reasons = [each.reason for each in pages.meeting(objects, "nl").seats if each.reason]
    assert reasons == ["wij hebben geen tijd"]
    agrees = did(objects, acts.decided(objects, seat.commit.id))
    assert not any(each.reason for each in pages.meeting(agrees, "nl").seats)


def test_a_role_at_the_table_can_always_go_back_on_its_word() -> None:
    play = meeting()
    seat = next(each for each in pages.meeting(play, "nl").seats if each.commit)
    assert seat.commit is not None
    after = did(play, acts.decided(play, seat.commit.id))
    again = next(each for each in pages.meeting(after, "nl").seats if each.role == seat.role)
    assert (again.stance, bool(again.commit), bool(again.objection)) == ("commits", True, True)


def test_the_route_says_who_has_which_lead() -> None:
    play = at(at_desk(), "meeting")
    alone = pages.board(play, "nl").plan.route
    assert alone is not None
    assert [stop.holder for stop in alone.here] == [None]
    tasks = play.state.tasks.copy()
    tasks[0, 0] = play.number_of("police")
    led = pages.board(with_state(play, changed(play.state, tasks=tasks), OWN), "nl").plan.route
    assert led is not None
    assert [stop.holder.id for stop in led.here if stop.holder] == ["police"]


def test_the_board_marks_who_spoke_with_nobody_once_others_did() -> None:
    play = at_desk()
    assert not any(node.alone for node in pages.board(play, "nl").nodes)
    talked = play.state.talked.copy()
    talked[0, 0, 1] = talked[0, 1, 0] = True
    nodes = pages.board(with_state(play, changed(play.state, talked=talked), OWN), "nl").nodes
    assert [bool(node.alone) for node in nodes] == [False, False, True, True, True, True]


def test_a_desk_says_what_its_maker_hears_while_a_measure_runs() -> None:
    play = with_turn(at_desk(), "police")
    number = play.case.measures.ids.index("stop_talk")
    status, by = play.state.status.copy(), play.state.decided_by.copy()
    status[0, number], by[0, number] = Status.RUNNING, play.number_of("police")
    play = with_state(play, changed(play.state, status=status, decided_by=by), OWN)
    seen = replace(play.memory.seats[play.queue[0]], seen=play.view_of(play.queue[0]))
    seats = tuple(seen if role == play.queue[0] else each for role, each in enumerate(play.memory.seats))
    play = replace(play, memory=replace(play.memory, seats=seats))
    heard = play.state.heard.copy()
    heard[0, play.queue[0]] += 3
    later = with_state(play, changed(play.state, heard=heard, week=play.state.week + 4), OWN)
    assert any("3 nieuwe voorvallen, terwijl ‘stopgesprek’ liep" in line.text for line in desk(later).news)  # noqa: RUF001


def test_all_measures_of_a_role_are_on_its_desk() -> None:
    play = at_desk()
    first = int(play.case.decisions.first[play.queue[0], Verb.MEASURE])
    count = int(play.case.decisions.count[play.queue[0], Verb.MEASURE])
    shown = {o.id for group in desk(play).groups if group.id == "measure" for o in group.options}
    assert shown == set(play.case.decisions.ids[first : first + count])
