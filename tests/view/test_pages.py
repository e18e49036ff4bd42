import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

import tabletop.session
from tabletop.case.verbs import Status, Verb
from tabletop.content.messages import messages
from tabletop.content.specs.common import Language
from tabletop.content.specs.scoring import Code
from tabletop.rules.state import changed
from tabletop.session import acts, pages
from tabletop.session.play import Play
from tabletop.session.playing import Barrier, with_state
from tabletop.view.board import trust_level
from tabletop.view.meeting import absence
from tabletop.view.memory import OWN, BoardMemory, SeatMemory
from tabletop.view.news import MOST_WORDS, desk_news
from tabletop.view.pages import DeskPage
from tabletop.view.plan import agreement_state
from tabletop.view.rule_notes import CODE_WORDS, meeting_note, rule_note
from tabletop.view.sentences import done, explanation, sentence
from tabletop.view.words import Words
from tests.session.group import did, moments, start, the_case, until

LANGUAGES: tuple[Language, ...] = get_args(Language)


def texts(page: object) -> list[str]:
    """Every text on a page."""
    if isinstance(page, str):
        return [page]
    if isinstance(page, tuple):
        return [text for part in page for text in texts(part)]
    if is_dataclass(page):
        return [text for field in fields(page) for text in texts(getattr(page, field.name))]
    return []


def desks(language: Language) -> list[tuple[Play, DeskPage]]:
    return [
        (play, pages.desk(play, language))
        for play in moments(4, 2)
        if play.moment.is_open and play.moment.kind in ("turn", "answer")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_decision_of_the_case_is_a_sentence(language: Language) -> None:
    words = Words(the_case(), language)
    for row, verb in enumerate(the_case().decisions.verb.tolist()):
        assert "{" not in sentence(words, row) + explanation(words, row)
        if verb not in (Verb.LEAD, Verb.AGREE, Verb.COMMIT, Verb.OBJECT):
            assert "{" not in done(words, row, "visit", "signal")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_news_of_a_desk_has_at_most_forty_words(language: Language) -> None:
    counts = [len(" ".join(line.text for line in page.news).split()) for _play, page in desks(language)]
    assert max(counts) <= MOST_WORDS
    assert any(counts)


def test_more_news_than_forty_words_is_counted() -> None:
    play = start(6)
    view = play.view_of(0)
    everything = changed(play.state, knows=np.full_like(play.state.knows, (1 << len(play.case.facts.ids)) - 1))
    later = with_state(play, everything, OWN)
    lines = desk_news(Words(play.case, "nl"), later.view_of(0), SeatMemory(seen=view))
    assert len(" ".join(line.text for line in lines).split()) <= MOST_WORDS
    assert "En nog" in lines[-1].text


def test_what_was_read_in_the_dossier_is_no_news() -> None:
    play = until(start(), "board")
    play = did(play, acts.opened(play))
    own = {f"Nieuw: {card.title}." for card in pages.desk(play, "nl").facts if card.origin == "uit eigen werk"}
    assert not own & {line.text for line in pages.desk(play, "nl").news}


def test_a_refused_measure_says_what_it_lacked() -> None:
    play = until(start(), "board")
    role = play.number_of(str(play.moment.role))
    measure = next(m for m in range(len(play.case.measures.ids)) if int(play.case.measures.deciders[role]) >> m & 1)
    standing = {name: getattr(play.state, name).copy() for name in ("status", "decided_by", "lacked")}
    standing["status"][0, measure], standing["decided_by"][0, measure] = Status.REFUSED, role
    standing["lacked"][0, measure] = 0b10
    play = did(replace(play, state=changed(play.state, **standing)), acts.opened(play))
    told = [line.text for line in pages.desk(with_state(play, play.state, OWN), "nl").news]
    assert any(text.endswith("ging niet door, het bewijs was te dun.") for text in told)


def test_a_signal_tells_neither_title_nor_id() -> None:
    play = until(start(), "board")
    role = play.number_of(str(play.moment.role))
    hidden = next(f for f in range(len(play.case.facts.ids)) if not int(play.state.knows[0, role]) >> f & 1)
    signals = play.state.signals.copy()
    signals[0, role] = 1 << hidden
    play = did(play, acts.opened(play))
    desk = pages.desk(with_state(play, changed(play.state, signals=signals), OWN), "nl")
    card = next(card for card in desk.facts if card.signal_only)
    fact = play.case.pack.scenario.facts[hidden]
    assert fact.title.nl not in " ".join(texts(desk))
    assert fact.id not in texts(card)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_shows_a_dossier_of_another_role(language: Language) -> None:
    for play, page in desks(language):
        shown = set(texts(page))
        for partner in play.case.pack.scenario.partners:
            if partner.role != play.moment.role:
                assert not shown & {partner.dossier.in_language(language), partner.goal.in_language(language)}


def test_the_board_and_cover_hold_no_text_of_a_fact_outside_the_joint_picture() -> None:
    for play in moments(4, 2):
        shown = " ".join(texts(pages.board(play, "nl")) + texts(pages.cover(play, "nl")))
        for number, fact in enumerate(play.case.pack.scenario.facts):
            if not int(play.state.joint[0]) >> number & 1:
                assert fact.text.nl not in shown


def test_the_share_form_knows_whom_the_giver_told() -> None:
    play = until(start(), "board")
    play = did(play, acts.opened(play))
    fact = pages.desk(play, "nl").facts[0].id
    form = pages.share(play, fact, "nl")
    assert not any(receiver.known for receiver in form.receivers)
    play = did(play, acts.decided(play, form.receivers[0].decision))
    known = [receiver.role.id for receiver in pages.share(play, fact, "nl").receivers if receiver.known]
    assert known == [form.receivers[0].role.id]


def test_every_code_of_the_rules_has_words() -> None:
    assert set(CODE_WORDS) == set(get_args(Code))
    for language in LANGUAGES:
        assert all(f"rule.{word}" in messages(language) for word in CODE_WORDS.values())


def test_a_rule_names_its_source_and_that_no_lawyer_has_reviewed_it() -> None:
    words = Words(the_case(), "nl")
    for giver in range(len(the_case().roles)):
        for receiver in range(len(the_case().roles)):
            if giver != receiver:
                note = rule_note(words, giver, receiver, 0)
                assert "Bron: " in note.source
                assert note.sureness.endswith("Nog niet door een jurist getoetst.")


def test_a_giver_reads_that_it_may_bring_a_case_to_the_care_and_safety_house() -> None:
    words, case = Words(the_case(), "nl"), the_case()
    police, house, wijkteam = (case.roles.index(role) for role in ("police", "veiligheidshuis", "wijkteam"))
    assert "aan te melden" in rule_note(words, police, house, 0).text
    assert "aan te melden" not in rule_note(words, police, wijkteam, 0).text
    assert "aan te melden" not in meeting_note(words, police, 0).text


def test_a_fact_of_an_investigation_is_kept_out_of_the_meeting_by_a_note() -> None:
    case = the_case()
    investigated = [fact for fact in range(len(case.facts.ids)) if int(case.facts.investigation[0]) >> fact & 1]
    for fact in investigated:
        assert "lopend onderzoek" in meeting_note(Words(case, "nl"), 0, fact).text
        assert "lopend onderzoek" not in rule_note(Words(case, "nl"), 0, 1, fact).text


def test_trust_on_the_board_grows_with_talks_that_everybody_saw() -> None:
    words = Words(the_case(), "nl")
    stiff = (the_case().roles.index("veilig_thuis"), the_case().roles.index("wijkteam"))
    assert trust_level(words, BoardMemory(), *stiff) != "good"
    assert trust_level(words, BoardMemory(talks={stiff: 40}), *stiff) == "good"


def test_trust_that_changed_in_private_does_not_show() -> None:
    play = start()
    changed_trust = replace(play, state=changed(play.state, role_trust=play.state.role_trust * 0.0))
    assert pages.board(changed_trust, "nl").edges == pages.board(play, "nl").edges


def test_an_agreement_is_late_when_its_week_has_passed_without_a_start() -> None:
    play = until(start(), "meeting")
    option = pages.meeting(play, "nl").agreements[0].options[0].id
    public = did(play, acts.agreed(option, 2)).public
    measure = int(play.case.decisions.object[play.case.decisions.row[option]])
    assert agreement_state(public, measure) == "open"
    assert agreement_state(replace(public, week=3), measure) == "late"


def test_the_meeting_says_what_nobody_has_told_yet() -> None:
    play = until(start(), "meeting")
    line = pages.meeting(play, "nl").picture_line
    assert line == "Er ligt nog niets op tafel." or "Nog niet gehoord: " in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_roles_that_stay_away_have_reasons_of_their_own_that_change_with_the_meeting(language: Language) -> None:
    words, public = Words(the_case(), language), start().public
    roles = range(len(the_case().roles))
    each_week = [{absence(words, replace(public, week=week), role) for week in range(8)} for role in roles]
    assert all(len(reasons) == 4 for reasons in each_week)
    assert len(set().union(*each_week)) > 8
    assert absence(words, public, 0) == absence(words, public, 0)


def test_a_week_without_news_does_not_claim_that_it_is_calm() -> None:
    page = pages.week(start(), "nl")
    assert page.lines == (messages("nl").say("week.quiet"),)


def test_the_facilitator_sees_titles_and_no_dossier() -> None:
    play = until(start(), "board")
    shown = " ".join(texts(pages.facilitator(play, "nl")))
    for partner in play.case.pack.scenario.partners:
        assert partner.dossier.nl not in shown
    for fact in play.case.pack.scenario.facts:
        assert fact.text.nl not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_sentence(language: Language) -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(tabletop.session.__file__).parent.glob("*.py")]
    codes = {code for source in sources for code in re.findall(r'Refusal\(\s*"(\w+)"', source)} | set(get_args(Barrier))
    assert len(codes) > 10
    assert [code for code in codes if f"refusal.{code}" not in messages(language)] == []
