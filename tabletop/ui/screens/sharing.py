"""The middle of the desk's work: telling a fact. Fact, receiver, ground, done; the rest has defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.ui.screens.strip import sentence
from tabletop.ui.screens.telling import Choosing, ground_list, manner_chips, told
from tabletop.ui.widgets import (
    Button,
    Chips,
    Choice,
    Column,
    Dialog,
    ListBox,
    ListRow,
    Pill,
    Row,
    TextBlock,
    Widget,
    bold,
    muted,
)
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
        form = self._form()
        choices = [] if form is None else [*form.receivers, *([form.bring] if form.bring else [])]
        if form is not None and form.bring is not None and len(choices) == 1:
            self.receiver = form.bring.id

    @property
    def next_key(self) -> str:
        """Where the focus goes once a fact was picked."""
        return "to" if self.receiver is None else "give"

    def _form(self) -> ShareForm | None:
        """The form of the chosen fact; None without one, and for what is known as a signal only."""
        facts = {fact.id: fact for fact in self.desk.page.facts}
        fact = facts.get(self.fact or "")
        return None if fact is None or fact.signal_only else self.desk.game.share(fact.id, self.desk.language)

    def form(self, page: DeskPage) -> tuple[list[Widget], list[Widget]]:
        """The form and its buttons."""
        fact = next((fact for fact in page.facts if fact.id == self.fact), None)
        if fact is None or page.is_answering:
            return [TextBlock(self._say(_empty(page)), "small")], []
        form = self._form()
        drop = Button(self._say("common.not_now"), self.desk.drop, key="drop")
        if form is None or not (form.receivers or form.bring):
            why = "share.signal_only" if form is None else "share.nobody"
            return [_fact_line(fact), TextBlock(self._say(why), "small")], [drop]
        buttons: list[Widget] = [self._give_button(page), drop]
        parts = self._receivers(form)
        if self.receiver is not None and not self._is_bringing():
            buttons.append(Button(self._say("share.rule"), self.show_rule, kind="quiet", key="rule"))
            parts += manner_chips(self.desk, page.modes, self.choosing)
            parts += ground_list(self.desk, page.modes, self.choosing, "give")
        return parts, buttons

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
        """Before the choice what each needs, so that there is one to make; after it a line of names."""
        return self._to_choose(form) if self.receiver is None else self._chosen(form)

    def _to_choose(self, form: ShareForm) -> list[Widget]:
        known, to = self._say("share.known_short"), self._say("share.to_whom")
        rows = [
            ListRow(r.decision, r.role.name, r.need, tone=r.role.chain, badge=known if r.known else "", hint=r.offer)
            for r in form.receivers
        ]
        if form.bring is not None:
            explained = form.bring.explanation
            rows.append(ListRow(form.bring.id, self._say("share.bring"), self._say("share.bring_text"), hint=explained))
        return [_fact_line(form.fact), TextBlock(to, "caption"), ListBox(rows, self._to, None, label=to, key="to")]

    def _chosen(self, form: ShareForm) -> list[Widget]:
        known, to = self._say("share.known"), self._say("share.to")
        options = [Choice(r.decision, r.role.short, r.role.chain, hint=r.need) for r in form.receivers]
        if form.bring is not None:
            options.append(Choice(form.bring.id, self._say("share.meeting"), hint=form.bring.explanation))
        parts: list[Widget] = [Chips(options, self._to, self.receiver, label=to, key="to")]
        chosen = next((r for r in form.receivers if r.decision == self.receiver), None)
        if chosen is not None and chosen.need:
            parts.append(TextBlock([bold(f"{chosen.role.short}: ", chosen.role.chain), muted(chosen.need)], "small"))
        if chosen is None and form.bring is not None:
            parts.append(TextBlock(form.bring.explanation, "small"))
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
                *([told(self._say("share.rule_answers"), "\n".join(note.answers))] if note.answers else []),
                told(self._say("share.rule_source"), note.source),
                told(self._say("share.rule_sure"), note.sureness),
                TextBlock(self._say("share.rule_own"), "small"),
            ]
        )
        close = Button(self._say("common.close"), self.desk.app.close, kind="primary")
        self.desk.app.open(Dialog(sentence(self._say("keys.rule")), body, (close,)))

    def _rule(self) -> RuleNote | None:
        if self.fact is None:
            return None
        form = self._form()
        return next((r.rule for r in form.receivers if r.decision == self.receiver), None) if form else None

    def _say(self, key: str) -> str:
        return self.desk.app.say(key)


def _empty(page: DeskPage) -> str:
    if page.is_answering:
        return "desk.no_post"
    return "desk.pick_fact" if page.decisions_left > 0 else "desk.no_decisions"


def _fact_line(fact: FactCard) -> Widget:
    """Its text stands beside it, in the list of what one knows."""
    kind = " · ".join(text for text in (fact.kind, fact.subject) if text)
    return TextBlock([bold(f"{fact.title}  "), muted(kind)])
