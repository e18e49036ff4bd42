"""The page of the score: what it says, what opens, and that nobody's name is in it."""

import pytest

from tabletop.content.specs.common import Language
from tabletop.debrief.score import LEVELS, Score
from tabletop.debrief.score_worlds import Estimate, WorldScore, world_score
from tabletop.debrief.watching import watch
from tabletop.rules.judging import DEFENSIBLE
from tabletop.session import acts
from tabletop.session.play import Play
from tests.session.group import Group, did, start


@pytest.fixture(scope="module", params=[(4, 1), (6, 2), (4, 9)], ids=str)
def finished(request: pytest.FixtureRequest) -> Play:
    seats, seed = request.param
    return Group(seed).play(start(seats, seed))


@pytest.fixture(scope="module")
def score(finished: Play) -> Score:
    return Score(watch(finished), world_score(finished, 50))


def idle(play: Play) -> Play:
    """A session in which no seat decides anything."""
    while play.moment.kind != "closed":
        turn = play.moment.kind in ("board", "turn", "answer")
        play = did(play, acts.turn_ended(play) if turn else Group().next_entry(play))
    return play


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_line_holds_a_name_or_lacks_a_text(score: Score, language: Language) -> None:
    page = score.page(language)
    assert tuple(section.id for section in page.sections) == LEVELS
    for section in page.sections:
        for line in section.lines:
            shown = repr(score.opened(line.id, language))
            assert "Speler" not in shown
            assert "{" not in shown


def test_every_line_opens_its_decisions_or_says_why_there_are_none(score: Score) -> None:
    for section in score.page("nl").sections:
        for line in section.lines:
            opened = score.opened(line.id, "nl")
            assert bool(opened.rows) != bool(opened.empty)
            assert all(row.text or row.when for row in opened.rows)


def test_rows_stand_in_the_order_of_the_log(score: Score) -> None:
    for section in score.page("en").sections:
        for line in section.lines:
            entries = [row.entry for row in score.opened(line.id, "en").rows]
            assert entries == sorted(entries)


def test_a_grey_share_has_no_single_right_answer(score: Score) -> None:
    grey = sum(told.lawful == DEFENSIBLE for told in score.log.told)
    said = [note for row in score.opened("lawful", "en").rows for note in row.notes]
    assert said.count("Not to share can be defended here as well.") == grey
    assert all(any("Source: " in note for note in row.notes) for row in score.opened("lawful", "en").rows)


def test_a_grey_rule_names_two_answers_or_more_that_can_be_defended(score: Score) -> None:
    for row in score.opened("lawful", "en").rows:
        answers = [note for note in row.notes if note.startswith("Can be defended: ")]
        assert len(answers) != 1


def test_the_range_runs_from_what_is_sure_to_what_can_be_defended(score: Score) -> None:
    lawful, grey = (score.figures[id_].value() or 0 for id_ in ("shares_lawful", "shares_defensible"))
    if grey:
        assert f"{lawful} were clearly lawful" in score.opened("lawful", "en").range
        assert f"calls {lawful + grey} lawful" in score.opened("lawful", "en").range


def test_what_comes_from_the_model_says_how_strong_its_evidence_is(score: Score) -> None:
    for section in score.page("nl").sections:
        for line in section.lines:
            assert bool(line.expected) == bool(line.strength)
            assert bool(line.strength) == bool(score.opened(line.id, "nl").numbers)


def test_before_the_worlds_are_played_the_page_says_that_they_are(finished: Play) -> None:
    page = Score(watch(finished)).page("en")
    assert page.label.startswith("The case is being played again")
    assert not any(line.expected for section in page.sections for line in section.lines)


def test_what_is_not_needed_and_not_counted_is_not_shown(finished: Play) -> None:
    estimates = WorldScore(10, 1.0, {"worlds_safe": Estimate(430.0, 30.0)})
    page = Score(watch(finished), estimates).page("nl")
    (safe,) = (line for section in page.sections for line in section.lines if line.id == "safe")
    assert [each.value for each in safe.expected] == ["430 van de 1.000 (±\u00a030)"]


def test_deciding_nothing_is_expected_to_do_as_much_harm_as_nothing() -> None:
    found = world_score(idle(start(6, 3)), 40)
    assert found.figures["harm_expected"].mean == pytest.approx(100.0)
    assert found.followed == 1.0


def test_the_worlds_of_a_session_are_the_same_each_time(finished: Play) -> None:
    assert world_score(finished, 30) == world_score(finished, 30)


def test_how_it_ends_is_one_of_four_in_every_world(score: Score) -> None:
    assert score.worlds is not None
    ends = ("worlds_stopped", "worlds_controlled", "worlds_going_on", "worlds_escalated")
    assert sum(score.worlds.figures[id_].mean for id_ in ends) == pytest.approx(1000)


def test_every_figure_of_the_worlds_is_declared(score: Score) -> None:
    assert score.worlds is not None
    declared = {spec.id for spec in score.log.case.pack.rubric.figures if spec.read_from == "worlds"}
    assert set(score.worlds.figures) == declared


def test_an_early_debrief_scores_the_weeks_that_passed() -> None:
    play = start(4, 5)
    while play.moment.kind != "weeks":
        play = did(play, Group().next_entry(play))
    play = did(did(play, acts.week_passed()), acts.debrief_opened())
    assert world_score(play, 20).figures["weeks_contact_expected"].mean <= 1.0
    assert Score(watch(play)).figures["weeks_contact"].value() in (0, 1)
