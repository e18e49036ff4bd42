"""Dialogs of the meeting: giving a task to somebody, and one agreement in three choices: what, who, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.ui.screens.strip import sentence
from tabletop.ui.screens.telling import choices
from tabletop.ui.widgets import Button, Chips, Choice, Column, Dialog, ListBox, ListRow, TextBlock, Widget
from tabletop.view.pages import Option, OptionGroup

if TYPE_CHECKING:
    from tabletop.ui.screens.meeting import MeetingScreen


def lead_dialog(screen: MeetingScreen, group: OptionGroup) -> Dialog:
    """Choose who gets a task."""

    def give(decision: str) -> None:
        screen.app.close()
        screen.word = screen.game.decide(decision)

    rows = [ListRow(option.id, option.label, option.explanation) for option in group.options]
    return Dialog(
        sentence(group.title),
        ListBox(rows, give, label=group.title, key=f"lead_list/{group.id}"),
        (Button(screen.app.say("common.not_now"), screen.app.close),),
    )


class AgreeingDialog:
    """What, who, when; the dialog is built anew after each choice."""

    def __init__(self, screen: MeetingScreen) -> None:
        self.screen = screen
        self.measure: str | None = None
        self.decision: str | None = None
        self.due: str | None = None

    def dialog(self) -> Dialog:
        """The dialog of the moment."""
        say = self.screen.app.say
        page = self.screen.page
        group = next((group for group in page.agreements if group.id == self.measure), None)
        parts: list[Widget] = [TextBlock(say("meeting.what"), "caption"), self._measures(page.agreements)]
        if group is not None:
            owners = [self._owner(option) for option in group.options]
            parts += [
                TextBlock(say("meeting.owner"), "caption"),
                Chips(owners, self._own, self.decision, label=say("meeting.owner"), key="agree/owner"),
                TextBlock(say("meeting.due"), "caption"),
                *([TextBlock(group.note, "small")] if group.note else []),
                Chips(choices(page.due_chips), self._by, self.due, label=say("meeting.due"), key="agree/due"),
            ]
        buttons = (
            Button(
                say("meeting.agree_yes"),
                self._agree,
                kind="primary",
                enabled=self.decision is not None and self.due is not None,
                why_not=say("meeting.agree_first"),
                key="agree/yes",
            ),
            Button(say("common.not_now"), self.screen.app.close),
        )
        return Dialog(say("meeting.agree"), Column(parts, gap=8), buttons, width=720)

    def _owner(self, option: Option) -> Choice:
        """A role by its short name: the label of the option says the whole agreement, which is too much for a chip."""
        owner = option.id.rsplit("/", 1)[-1]
        role = next((seat.role for seat in self.screen.page.seats if seat.role.id == owner), None)
        if role is None:
            return Choice(option.id, option.label)
        return Choice(option.id, role.short, role.chain, hint=option.label)

    def _measures(self, groups: tuple[OptionGroup, ...]) -> Widget:
        if self.measure is None:
            rows = [
                ListRow(group.id, group.title, ", ".join(self._owner(option).label for option in group.options))
                for group in groups
            ]
        else:
            rows = [ListRow(group.id, group.title) for group in groups if group.id == self.measure]
        label, columns = self.screen.app.say("meeting.what"), 2 if self.measure is None else 1
        return ListBox(rows, self._pick, self.measure, label=label, columns=columns, key="agree/what")

    def _pick(self, measure: str) -> None:
        if measure == self.measure:
            self.measure = self.decision = None
            return
        self.measure = measure
        group = next(group for group in self.screen.page.agreements if group.id == measure)
        self.decision = group.options[0].id if len(group.options) == 1 else None
        self.screen.app.focus("agree/owner" if self.decision is None else "agree/due")

    def _own(self, decision: str) -> None:
        self.decision = decision
        self.screen.app.focus("agree/due")

    def _by(self, due: str) -> None:
        self.due = due
        self.screen.app.focus("agree/yes")

    def _agree(self) -> None:
        if self.decision is None or self.due is None:
            return
        self.screen.app.close()
        self.screen.word = self.screen.game.agree(self.decision, int(self.due))
        self.screen.app.focus("meeting/agree")
