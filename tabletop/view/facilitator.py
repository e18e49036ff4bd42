"""The facilitator's panel: the public view, the script and the titles of facts; never a dossier."""

from tabletop.case.arrays import Bits
from tabletop.content.specs.scenario import InjectSpec
from tabletop.view.pages import FacilitatorPage, InjectLine
from tabletop.view.public import PublicView
from tabletop.view.words import Words, header


def facilitator_page(words: Words, public: PublicView, fired: Bits) -> FacilitatorPage:
    """The panel; `fired` are the injects that happened, public or not, as bits of a batch of one."""
    scenario = words.case.pack.scenario
    return FacilitatorPage(
        header=header(words, public),
        injects=tuple(
            _line(words, inject, happened=bool(int(fired[0]) >> place & 1))
            for place, inject in sorted(enumerate(scenario.injects), key=lambda each: _order(each[1]))
        ),
        facts=tuple(words.text(fact.title) for fact in scenario.facts),
        rules_card=words.say("facilitator.rules_card"),
    )


def _line(words: Words, inject: InjectSpec, *, happened: bool) -> InjectLine:
    week = inject.appears.week
    when = words.say("facilitator.when_it_comes") if week is None else words.week(week)
    news = "" if inject.news is None else words.text(inject.news)
    return InjectLine(inject.id, words.text(inject.title), when, happened, inject.marked, news)


def _order(inject: InjectSpec) -> tuple[bool, int]:
    """What has a week comes first, week by week: the next one stands on top."""
    return inject.appears.week is None, inject.appears.week or 0
