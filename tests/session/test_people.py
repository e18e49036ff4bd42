"""Who comes and goes, what is asked of those who do the work in real life, and scenes that a table skips."""

from dataclasses import replace

import pytest

from tabletop.case.case import Case
from tabletop.content.specs.common import Text
from tabletop.session import acts, pages
from tabletop.session.entries import Participant
from tabletop.session.play import begin, replay
from tabletop.session.softening import may_be_skipped, softened
from tests.session.group import Group, did, refused, start, the_case, until

SOFT = Text(nl="Er gebeurde iets dat pijn doet.", en="Something happened that hurts.")


def marked_case() -> tuple[Case, str]:
    """The case of the tests with one marked scene at week 1 that has news and mild words, and one fact with them."""
    case = the_case()
    scenario = case.pack.scenario
    first = next(each for each in scenario.injects if each.news is not None)
    injects = tuple(
        each.model_copy(update={"marked": each.id == first.id, "soft": SOFT if each.id == first.id else None})
        for each in scenario.injects
    )
    facts = (scenario.facts[0].model_copy(update={"soft": SOFT}), *scenario.facts[1:])
    changed = scenario.model_copy(update={"injects": injects, "facts": facts})
    return replace(case, pack=replace(case.pack, scenario=changed)), first.id


@pytest.mark.parametrize("kind", ["dossiers", "board", "turn", "answer", "meeting", "weeks"])
def test_whoever_leaves_at_any_moment_the_session_goes_on_to_its_end_and_replays(kind: str) -> None:
    play = until(start(5), kind)
    gone = did(play, acts.left(play.moment.seat or 0))
    ended = until(gone, "debrief")
    assert replay(the_case(), ended.setup, ended.entries).state.week == ended.state.week


@pytest.mark.parametrize("kind", ["dossiers", "board", "turn", "meeting", "weeks"])
def test_whoever_joins_at_any_moment_takes_turns_from_then_on(kind: str) -> None:
    play = until(start(4), kind)
    free = next(role for role in the_case().roles if play.seat_of(role) is None)
    joined = did(play, acts.joined(4, Participant("student", "Iemand"), free))
    assert any(entry.kind == "turn_ended" and entry.seat == 4 for entry in until(joined, "debrief").entries)


def test_what_was_decided_before_somebody_left_cannot_be_undone() -> None:
    play = until(start(4), "turn")
    group = Group(3)
    while not play.can_undo:
        play = did(play, group.next_entry(play))
    other = next(seat for seat in range(4) if seat != play.moment.seat)
    assert refused(did(play, acts.left(other)), acts.undone()) == "undo_seen"


def test_one_question_a_round_goes_to_a_real_professional_and_is_marked_as_answered() -> None:
    play = until(start(4), "board")
    asked = did(play, acts.asked_real("police", "Hoe lang duurt dat echt?", "wijkteam"))
    assert refused(asked, acts.asked_real("police", "En dan?")) == "asked_already"
    answered = did(asked, acts.real_answered())
    assert refused(answered, acts.real_answered()) == "not_now"
    later = until(until(answered, "weeks"), "board")
    assert did(later, acts.asked_real("police", "En dan?")).entries[-1].body["discipline"] == "police"


def test_a_question_to_a_real_professional_changes_nothing_in_the_case() -> None:
    play = until(start(4), "board")
    assert did(play, acts.asked_real("police", "Hoe gaat dat?")).state is play.state


def test_soft_versions_change_what_is_read_and_nothing_that_happens() -> None:
    case, scene = marked_case()
    setup = start(4).setup
    plain, mild = (until(begin(case, replace(setup, soft=soft)), "debrief") for soft in (False, True))
    assert plain.state.week == mild.state.week
    assert (plain.state.danger == mild.state.danger).all()
    told = {each.id: each.news for each in mild.case.pack.scenario.injects}
    assert told[scene] == SOFT
    assert mild.case.pack.scenario.facts[0].text == SOFT


def test_a_skipped_scene_is_told_mildly_on_the_board_also_after_undo_and_replay() -> None:
    case, scene = marked_case()
    play = until(begin(case, start(4).setup), "board")
    play = did(play, acts.inject_added(scene))
    news = next(each.news for each in case.pack.scenario.injects if each.id == scene)
    assert news is not None
    assert any(news.nl in line.text for line in pages.board(play, "nl").news)
    skipped = did(play, acts.scene_skipped(scene))
    assert not any(news.nl in line.text for line in pages.board(skipped, "nl").news)
    assert any(SOFT.nl in line.text for line in pages.board(skipped, "nl").news)
    assert skipped.state is play.state
    assert refused(skipped, acts.scene_skipped(scene)) == "unknown_inject"
    again = replay(case, skipped.setup, skipped.entries)
    assert pages.board(again, "nl").news == pages.board(skipped, "nl").news


def test_a_scene_that_was_skipped_stays_skipped_when_a_decision_is_undone() -> None:
    case, scene = marked_case()
    play = until(begin(case, start(4).setup), "turn")
    group = Group(3)
    while not play.can_undo:
        play = did(play, group.next_entry(play))
    play = did(did(play, acts.scene_skipped(scene)), acts.undone())
    assert scene not in may_be_skipped(play.case.pack.scenario)


def test_a_marked_scene_without_mild_words_says_that_it_is_skipped() -> None:
    case, scene = marked_case()
    injects = tuple(each.model_copy(update={"soft": None}) for each in case.pack.scenario.injects)
    bare = replace(case, pack=replace(case.pack, scenario=case.pack.scenario.model_copy(update={"injects": injects})))
    told = next(each.news for each in softened(bare).pack.scenario.injects if each.id == scene)
    assert told is not None
    assert "overslaan" in told.nl


def test_the_last_who_plays_cannot_leave_so_that_the_laptop_always_has_somewhere_to_go() -> None:
    play = until(start(4), "board")
    for seat in (0, 1, 2):
        play = did(play, acts.left(seat))
    assert refused(play, acts.left(3)) == "last_seat"
    until(play, "debrief")
