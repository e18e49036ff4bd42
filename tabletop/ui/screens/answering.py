"""Answering a question, or declining it; in a turn, or in the short turn after the turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.ui.screens.reasons import reason_dialog
from tabletop.ui.screens.telling import Choosing, ground_list, manner_chips
from tabletop.ui.widgets import Button, ListBox, ListRow, TextBlock, Widget
from tabletop.view.pages import DeskPage, Letter, Option

if TYPE_CHECKING:
    from tabletop.ui.screens.desk import DeskScreen


class Answering:
    """What was chosen of an answer, and its form."""

    def __init__(self, desk: DeskScreen) -> None:
        self.desk = desk
        self.at = 0
        self.answer: str | None = None
        self.choosing = Choosing()

    def pick(self, at: int = 0) -> None:
        """Begin with a letter."""
        self.at, self.answer, self.choosing = at, None, Choosing()

    def form(self, page: DeskPage) -> tuple[list[Widget], list[Widget]]:
        """The form and its buttons."""
        letter = page.letters[min(self.at, len(page.letters) - 1)]
        say = self.desk.app.say
        parts: list[Widget] = [
            TextBlock(letter.text, "heading"),
            TextBlock(say("answer.with"), "caption"),
        ]
        parts += self._answers(page, letter)
        refuse = Button(
            say("answer.refuse"), lambda: self._ask_why(letter), hint=letter.refusal.explanation, key="refuse"
        )
        return parts, [*([self._give_button()] if letter.answers else []), refuse]

    def _answers(self, page: DeskPage, letter: Letter) -> list[Widget]:
        say = self.desk.app.say
        if not letter.answers:
            return [TextBlock(letter.nothing, "small")]
        chain = page.card.role.chain
        shown = [o for o in letter.answers if self.answer in (None, o.id)] or letter.answers
        known = {o.id: say("share.known_short") for o in shown if _came_from(page, o, letter)}
        rows = [
            ListRow(o.id, o.label, self._told(page, o), tone=chain, badge=known.get(o.id, o.cost))
            for o in sorted(shown, key=lambda each: each.id in known)
        ]
        answers = ListBox(rows, self._pick_answer, self.answer, label=say("answer.with"), key="answers")
        if self.answer is None:
            return [answers]
        return [
            answers,
            TextBlock(say("answer.other"), "small"),
            *manner_chips(self.desk, page.modes, self.choosing),
            *ground_list(self.desk, page.modes, self.choosing, "give"),
        ]

    def _told(self, page: DeskPage, answer: Option) -> str:
        """What the fact says, until it is chosen: who answers weeks later no longer knows it by its title."""
        text = next((fact.text for fact in page.facts if fact.title == answer.label), "")
        return answer.explanation or (text if self.answer is None else "")

    def _give_button(self) -> Button:
        say = self.desk.app.say
        ready = self.answer is not None and self.choosing.ground is not None
        why = say("answer.pick" if self.answer is None else "share.pick_ground")
        return Button(say("answer.give"), self._give, kind="primary", enabled=ready, why_not=why, key="give")

    def _pick_answer(self, decision: str) -> None:
        """Choose an answer; the chosen one, pressed again, gives way to all of them."""
        if decision == self.answer:
            self.answer = None
            return
        self.answer = decision
        self.desk.app.focus("ground")

    def _give(self) -> None:
        if self.answer is not None:
            telling = self.choosing.telling(self.desk.page.modes)
            self.desk.did(self.desk.game.decide(self.answer, telling))

    def _ask_why(self, letter: Letter) -> None:
        app, decision = self.desk.app, letter.refusal.id
        text = app.say("answer.why_text", role=letter.asker.name)
        refuse = lambda reason: self.desk.did(self.desk.game.decide(decision, reason=reason))  # noqa: E731
        app.open(reason_dialog(app.say("answer.why"), text, letter.reasons, app.say, refuse, app.close))


def _came_from(page: DeskPage, answer: Option, letter: Letter) -> bool:
    """Whether an answer would tell who asks what they told themselves."""
    fact = next((fact for fact in page.facts if fact.title == answer.label), None)
    return fact is not None and fact.holder is not None and fact.holder.id == letter.asker.id
