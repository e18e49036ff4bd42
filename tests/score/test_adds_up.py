"""Role and group add up, and scales that do not belong together are never made one number, over random sessions."""

from dataclasses import replace

import pytest

from tabletop.debrief.score import Score
from tabletop.debrief.score_log import ScoreLog
from tabletop.debrief.score_pages import ScorePage
from tabletop.debrief.score_parts import TABLE
from tabletop.debrief.score_shares import Told
from tabletop.debrief.watching import Watched, watch
from tabletop.rules.judging import NO, YES
from tabletop.rules.state import changed
from tests.session.group import Group, start

SHORT, LONG = 24, 1000
INFORMATION = "information"


def session(seed: int) -> Watched:
    return watch(Group(seed).play(start((4, 6)[seed % 2], seed)))


def add_up(score: Score) -> None:
    accounts = (*range(len(score.log.case.roles)), TABLE)
    for id_, figure in score.figures.items():
        if figure.together == "sum":
            assert sum(figure.value(role) or 0 for role in accounts) == figure.value(), id_
        if figure.together == "first":
            weeks = [week for role in accounts if (week := figure.value(role)) is not None]
            assert min(weeks, default=None) == figure.value(), id_
        assert sum(figure.whole(role) for role in accounts) == figure.whole(), id_
        assert set(figure.accounts) <= set(accounts), id_


def rest_on_the_log(score: Score) -> None:
    numbers = {step.number for step in score.log.steps}
    for id_, figure in score.figures.items():
        assert set(figure.entries) <= numbers, id_
        assert 0 <= (figure.value() or 0) <= figure.whole() or figure.whole() == 0 or id_ in UNBOUNDED, id_


UNBOUNDED = ("partner_trust_change", "weeks_to_reach")
"""A difference, and a sum of weeks: no share of a whole."""


def judge_each_share_once(score: Score) -> None:
    told = len(score.log.told)
    for scale in (
        ("shares_lawful", "shares_defensible", "shares_unlawful"),
        ("shares_needed", "shares_unneeded"),
        ("shares_minimal", "shares_minimal_defensible", "shares_too_much"),
    ):
        assert sum(score.figures[id_].value() or 0 for id_ in scale) == told


class Scales:
    """A session whose shares are all judged alike; nothing else is another."""

    def __init__(self, watched: Watched, lawful: int) -> None:
        self.score = Score(watched)
        self.told: tuple[Told, ...] = tuple(replace(each, lawful=lawful) for each in self.score.log.told)

    def page(self) -> ScorePage:
        log = ScoreLog(self.score.log.watched)
        log.__dict__["told"] = self.told
        return Score(log).page("en")


def keep_apart(watched: Watched) -> None:
    all_lawful, none_lawful = Scales(watched, YES).page(), Scales(watched, NO).page()
    for one, other in zip(all_lawful.sections, none_lawful.sections, strict=True):
        for line, same in zip(one.lines, other.lines, strict=True):
            if line.id not in ("lawful", "criminal_law"):
                assert line == same
    state = watched.play.state
    worse = changed(state, harm=state.harm + 1.0, strength=state.strength * 0.5, trust=state.trust * 0.5)
    other_end = Watched(replace(watched.play, state=worse), watched.steps)
    assert information(Score(watched).page("en")) == information(Score(other_end).page("en"))


def information(page: ScorePage) -> object:
    return next(section for section in page.sections if section.id == INFORMATION)


def holds_for(seed: int) -> None:
    watched = session(seed)
    score = Score(watched)
    add_up(score)
    rest_on_the_log(score)
    judge_each_share_once(score)
    keep_apart(watched)


@pytest.mark.parametrize("seed", range(SHORT))
def test_role_and_group_add_up_and_scales_stay_apart(seed: int) -> None:
    holds_for(seed)


@pytest.mark.long
@pytest.mark.parametrize("hundred", range(LONG // 100))
def test_role_and_group_add_up_and_scales_stay_apart_in_a_thousand_sessions(hundred: int) -> None:
    for seed in range(1000 + 100 * hundred, 1100 + 100 * hundred):
        holds_for(seed)
