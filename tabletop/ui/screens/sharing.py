"""The middle of the desk's work: telling a fact. Fact, receiver, ground, done; the rest has defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.ui.screens.telling import Choosing, ground_list, manner_chips, told
from tabletop.ui.widgets import Button, Chips, Choice, Column, Dialog, Pill, Row, Spacer, TextBlock, Widget
from tabletop.view.pages import DeskPage, FactCard, RuleNote, ShareForm

if TYPE_CHECKING:
    from tabletop.ui.screens.desk import DeskScreen


class Sharing:
    """What was chosen of a share, and its form."""

    def __init__(self, desk: DeskScreen) -> None:
        self.desk = desk
        self.fact: str | None = None
        self.receiver: str | None = None
        """The decision that tells it; its receiver is in it."""
        self.choosing = Choosing()

    def pick(self, fact: str | None) -> None:
        """Begin with a fact, or drop all."""
        self.fact, self.receiver, self.choosing = fact, None, Choosing()

    def form(self, page: DeskPage) -> tuple[list[Widget], list[Widget]]:
        """The form and its buttons."""
        fact = next((fact for fact in page.facts if fact.id == self.fact), None)
        if fact is None or page.is_answering:
            return [TextBlock(self._say(_empty(page)), "small")], []
        form = self.desk.game.share(fact.id, self.desk.language)
        parts = [*_fact_lines(form.fact), *self._receivers(form)]
        if not self._is_bringing():
            parts += ground_list(self.desk, page.modes, self.choosing, "give")
            parts += manner_chips(self.desk, page.modes, self.choosing)
        return parts, [self._give_button(page), Button(self._say("common.not_now"), self.desk.drop, key="drop")]

    def _give_button(self, page: DeskPage) -> Button:
        label = self._say("share.bring" if self._is_bringing() else "share.give")
        why = self._why_not(page)
        return Button(label, self._give, kind="primary", enabled=not why, why_not=why, key="give")

    def _why_not(self, page: DeskPage) -> str:
        if self.receiver is None:
            return self._say("share.pick_receiver")
        if self._is_bringing():
            return ""
        if page.decisions_left <= 0:
            return self._say("desk.no_decisions")
        return "" if self.choosing.ground else self._say("share.pick_ground")

    def _receivers(self, form: ShareForm) -> list[Widget]:
        known = self._say("share.known")
        options = [
            Choice(r.decision, r.role.short, r.role.chain, hint=known if r.known else "") for r in form.receivers
        ]
        if form.bring is not None:
            options.append(Choice(form.bring.id, self._say("share.meeting"), hint=form.bring.explanation))
        to = self._say("share.to")
        chosen = next((r for r in form.receivers if r.decision == self.receiver), None)
        head: list[Widget] = [TextBlock(to, "caption"), Spacer()]
        if chosen is not None:
            head.append(Button(self._say("share.rule"), self.show_rule, kind="quiet", small=True, key="rule"))
        parts: list[Widget] = [Row(head), Chips(options, self._to, self.receiver, label=to, key="to")]
        return [*parts, Row([Pill(known)])] if chosen is not None and chosen.known else parts

    def _to(self, decision: str) -> None:
        self.receiver = decision
        self.desk.app.focus("give" if self._is_bringing() else "ground")

    def _is_bringing(self) -> bool:
        return self.receiver is not None and "/bring/" in self.receiver

    def _give(self) -> None:
        if self.receiver is not None:
            telling = None if self._is_bringing() else self.choosing.telling(self.desk.page.modes)
            self.desk.did(self.desk.game.decide(self.receiver, telling))

    def show_rule(self) -> None:
        """What the information rules say of giver and receiver, with source and sureness."""
        note = self._rule()
        if note is None:
            return
        body = Column(
            [
                TextBlock(note.text),
                told(self._say("share.rule_source"), note.source),
                told(self._say("share.rule_sure"), note.sureness),
                TextBlock(self._say("share.rule_own"), "small"),
            ]
        )
        close = Button(self._say("common.close"), self.desk.app.close, kind="primary")
        self.desk.app.open(Dialog(self._say("share.rule"), body, (close,)))

    def _rule(self) -> RuleNote | None:
        if self.fact is None:
            return None
        receivers = self.desk.game.share(self.fact, self.desk.language).receivers
        return next((r.rule for r in receivers if r.decision == self.receiver), None)

    def _say(self, key: str) -> str:
        return self.desk.app.say(key)


def _empty(page: DeskPage) -> str:
    if page.is_answering:
        return "desk.no_post"
    return "desk.pick_fact" if page.decisions_left > 0 else "desk.no_decisions"


def _fact_lines(fact: FactCard) -> list[Widget]:
    """Its text stands beside it, in the list of what one knows."""
    return [TextBlock(fact.title, "heading"), TextBlock(f"{fact.kind} · {fact.subject}", "small")]
