"""The desk: the private screen of one seat in its turn. Also the short turn in which questions are answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.answering import Answering
from tabletop.ui.screens.asking import asking_form
from tabletop.ui.screens.base import Guide, PrivateScreen, in_turn
from tabletop.ui.screens.dossier import role_card
from tabletop.ui.screens.pictures import pictured
from tabletop.ui.screens.sharing import Sharing
from tabletop.ui.screens.strip import AGREED, fact_row, strip, token
from tabletop.ui.screens.telling import told
from tabletop.ui.widgets import (
    Button,
    Cell,
    Choice,
    Column,
    Dialog,
    Divider,
    Icon,
    ListBox,
    ListRow,
    Meter,
    Page,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Spacer,
    Split,
    Tabs,
    TextBlock,
    Widget,
    bold,
    muted,
    plain,
)  # fmt: skip
from tabletop.view.pages import AgreementLine, DeskPage, Letter, NewsLine, Option, OptionGroup

WHOLE = 600
"""Design pixels that what one does wants for itself where a window holds little: then nothing stands beside it."""
SHARE, ANSWER, ASK = "share", "answer", "ask"


class DeskScreen(PrivateScreen):
    """Role card, what one knows with the post, and what one can do. A share: fact, receiver, ground, done."""

    first_focus = "facts"

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.part = SHARE
        self.sharing = Sharing(self)
        self.answering = Answering(self)
        self.word = ""
        """Why the last act was refused."""

    def entered(self) -> None:
        """A short turn begins at the post."""
        page = self.page
        if page.letters and page.is_answering:
            self._open_letter("0")
        elif not page.facts and page.groups:
            self.part = page.groups[0].id

    @property
    def page(self) -> DeskPage:
        """The desk in the language of the moment."""
        return self.game.desk(self.language)

    def window_title(self) -> str:
        """The title of the case; nothing private."""
        return self.page.header.case_title

    def build(self) -> Widget:
        """Three columns, and below them what was decided and the way out."""
        page = self.page
        columns = [
            Cell(self._card(page), share=26, least=230),
            Cell(self._known(page), share=41, least=290),
            Cell(self._acts(page), share=54, least=WHOLE if self.is_compact else 340),
        ]
        badge = self.app.say("desk.answering" if page.is_answering else "desk.private", role=page.card.role.short)
        return Page(
            header=strip(self, page.header, badge),
            body=Split(columns if not self.is_compact else [*columns[1:], columns[0]]),
            footer=self._compact_footer(page) if self.is_compact else self._footer(page),
        )

    # -- the role

    def _card(self, page: DeskPage) -> Widget:
        say = self.app.say
        role = page.card.role
        name = Column([TextBlock(role.name, "heading"), TextBlock(page.participant, "small")], gap=0)
        hours = Meter(
            page.hours_left, round(page.hours_total), page.hours_label, label=say("desk.time"), tone=role.chain
        )
        parts: list[Widget] = [
            Row([token(role, 48), name]),
            Button(say("desk.dossier"), self._show_dossier, small=True, key="desk/dossier"),
            hours,
            told(say("card.goal_private"), page.private_goal),
            told(say("card.may"), page.card.may),
            told(say("card.pressure"), page.card.pressure),
        ]
        return Panel(ScrollArea(Column(parts, gap=14), key="desk/card"), tone=role.chain, accent="top")

    def _show_dossier(self) -> None:
        page, say = self.page, self.app.say
        body = Column(
            [
                told(say("dossier.story"), page.dossier),
                told(say("dossier.goal"), page.private_goal),
                Divider(),
                role_card(self, page.card),
            ],
            gap=14,
        )
        self.app.open(Dialog(page.card.role.name, body, (self._close_button(),), width=760))

    # -- what one knows

    def _known(self, page: DeskPage) -> Widget:
        say = self.app.say
        parts: list[Widget] = []
        if page.meeting:
            parts.append(TextBlock(page.meeting, "strong"))
        if page.news:
            parts += [TextBlock(say("desk.news"), "caption"), *map(_news, page.news)]
        if page.agreements:
            parts += [TextBlock(say("desk.agreements"), "caption"), *map(_agreed, page.agreements)]
        if page.letters:
            parts += [TextBlock(say("desk.post"), "caption"), self._post(page)]
        parts.append(TextBlock(say("desk.facts"), "caption"))
        parts.append(self._facts(page) if page.facts else TextBlock(say("desk.no_facts"), "small"))
        return Panel(ScrollArea(Column(parts), key="desk/known"))

    def _post(self, page: DeskPage) -> Widget:
        rows = [_letter_row(at, letter) for at, letter in enumerate(page.letters)]
        chosen = str(self.answering.at) if self.part == ANSWER else None
        return ListBox(rows, self._open_letter, chosen, label=self.app.say("desk.post"), key="letters")

    def _facts(self, page: DeskPage) -> Widget:
        say = self.app.say
        chosen = self.sharing.fact if self.part == SHARE else None
        words = say("desk.new"), say("desk.ready")
        rows = [fact_row(fact, page.card.role, *words, is_open=fact.id == chosen) for fact in page.facts]
        return ListBox(rows, self._pick_fact, chosen, label=say("desk.facts"), key="facts")

    def _pick_fact(self, fact: str) -> None:
        self.part, self.word = SHARE, ""
        self.sharing.pick(fact)
        self.app.focus(self.sharing.next_key)

    def _open_letter(self, at: str) -> None:
        self.part, self.word = ANSWER, ""
        self.answering.pick(int(at))
        self.app.focus("answers" if self.page.letters[int(at)].answers else "refuse")

    # -- what one does

    def _acts(self, page: DeskPage) -> Widget:
        parts: list[Widget] = []
        if not page.is_answering:
            tabs = Tabs(self._parts(page), self._to_part, self.part, label=self.app.say("desk.parts"), key="parts")
            parts.append(tabs)
        if self.word:
            parts.append(TextBlock(self.word, "strong", tone="danger"))
        form, buttons = self._form(page)
        parts.append(ScrollArea(Column(form, gap=8), key=f"desk/form/{self.part}/{self.sharing.fact}"))
        parts += [Row(buttons)] if buttons and not self.is_compact else []
        return Panel(Column(parts))

    def _parts(self, page: DeskPage) -> list[Choice]:
        parts = [Choice(SHARE, self.app.say("desk.share"))]
        parts += [Choice(ANSWER, self.app.say("desk.answer"))] if page.letters else []
        return [*parts, *(Choice(group.id, self._short(group)) for group in page.groups)]

    def _short(self, group: OptionGroup) -> str:
        """A title that fits a tab, where there is one."""
        key = f"desk.part_{group.id}"
        return self.app.say(key) if key in self.app.words else group.title

    def _to_part(self, part: str) -> None:
        self.part, self.word = part, ""

    def _form(self, page: DeskPage) -> tuple[list[Widget], list[Widget]]:
        if self.part == ANSWER and page.letters:
            return self.answering.form(page)
        if self.part == ASK and page.asking:
            return asking_form(self, page), []
        group = next((group for group in page.groups if group.id == self.part), None)
        return self.sharing.form(page) if group is None else (self._group_form(page, group), [])

    def _group_form(self, page: DeskPage, group: OptionGroup) -> list[Widget]:
        can = page.decisions_left > 0
        rows = [
            ListRow(o.id, o.label, _below(o), badge=o.cost, icon=_sign(o), enabled=can and not o.closed)
            for o in group.options
        ]
        parts: list[Widget] = [] if can else [TextBlock(self.app.say("desk.no_decisions"), "small")]
        return [*parts, ListBox(rows, self.ask_option, label=group.title, key=f"group/{group.id}")]

    def ask_option(self, decision: str) -> None:
        """Ask whether one does it, with all that one should know before."""
        options = (option for group in self.page.groups for option in group.options)
        self.app.open(self._confirm(next(option for option in options if option.id == decision)))

    def _confirm(self, option: Option) -> Dialog:
        say = self.app.say
        lines: list[Widget] = [TextBlock(text) for text in (option.mark, option.explanation, option.needs) if text]
        if option.caution:
            lines.append(Row([Icon("warning"), TextBlock(option.caution, "strong", most=420)]))
        lines.append(Row([Pill(option.cost or say("desk.no_hours"))]))
        do = in_turn(self.app.close, lambda: self.did(self.game.decide(option.id)))
        buttons = (Button(say("desk.do"), do, kind="primary", key="do"), Button(say("common.not_now"), self.app.close))
        return Dialog(option.label, Column(lines), buttons)

    def drop(self) -> None:
        """Leave the share as it was."""
        self.sharing.pick(None)
        self.word = ""
        self.app.focus("facts")

    def did(self, refusal: str) -> None:
        """Something was decided, or refused; go on from there."""
        self.word = refusal
        if refusal:
            return
        page = self.page
        self.sharing.pick(None)
        self.answering.pick()
        if page.is_answering and page.letters:
            self._open_letter("0")
            return
        self.part = self.part if self.part in {part.id for part in self._parts(page)} else SHARE
        self.app.focus("facts" if page.decisions_left > 0 and page.facts and not page.is_answering else "desk/done")

    # -- the way out

    def _footer(self, page: DeskPage) -> Widget:
        say = self.app.say
        row: list[Widget] = [Pill(page.decisions_label)] if page.decisions_label and not page.is_answering else []
        if page.taken:
            label = say("desk.taken", number=len(page.taken))
            row.append(Button(label, self._show_taken, kind="quiet", small=True, key="desk/taken"))
        if page.can_undo:
            row.append(Button(say("desk.undo"), self._undo, small=True, key="desk/undo"))
        short = "_short" if self.is_compact else ""
        cover = Button(say(f"desk.cover{short}"), self.guide.to_cover, kind="quiet", small=True, key="desk/cover")
        done = Button(say(f"desk.done{short}"), self._done, kind=self._kind(page), key="desk/done")
        return Row([*row, Spacer(), cover, done])

    def _compact_footer(self, page: DeskPage) -> Widget:
        """In little room the columns scroll: what the form ends in then stands here, in the place of the rest."""
        _, buttons = self._form(page)
        if not buttons:
            return self._footer(page)
        done = Button(self.app.say("desk.done_short"), self._done, kind=self._kind(page), key="desk/done")
        return Row([*buttons, Spacer(), done])

    def _kind(self, page: DeskPage) -> Literal["primary", "secondary"]:
        busy = (self.part == SHARE and self.sharing.fact) or (self.part == ANSWER and page.letters)
        return "secondary" if busy else "primary"

    def _show_taken(self) -> None:
        lines = [TextBlock(line) for line in self.page.taken]
        self.app.open(Dialog(self.app.say("desk.taken_title"), Column(lines), (self._close_button(),)))

    def _close_button(self) -> Button:
        return Button(self.app.say("common.close"), self.app.close, kind="primary")

    def _undo(self) -> None:
        self.did(self.game.undo())

    def _done(self) -> None:
        self.word = self.game.end_turn()
        if not self.word:
            self.guide.onward()

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds rule, dossier, undo and done."""
        say = self.app.say
        return (
            *super().shortcuts(),
            Shortcut("r", say("keys.rule"), self.sharing.show_rule),
            Shortcut("d", say("keys.dossier"), self._show_dossier),
            Shortcut("h", say("keys.aloud"), self.guide.say_aloud),
            Shortcut("ctrl+z", say("keys.undo"), self._undo_if_possible),
            Shortcut("ctrl+return", say("keys.done"), self._done),
        )

    def _undo_if_possible(self) -> None:
        if self.page.can_undo:
            self._undo()


def _below(option: Option) -> str:
    """What stands under an option: why it cannot be chosen, else what was agreed, what one knows and what it is."""
    return option.closed or "\n".join(text for text in (option.mark, option.caution, option.explanation) if text)


def _sign(option: Option) -> str:
    """A sign for what is pointless as far as one knows, else its picture."""
    return "warning" if option.caution else option.icon


def _news(line: NewsLine) -> Widget:
    return pictured(TextBlock([bold(line.week_label + "  ", "muted"), plain(line.text)]), line.icons)


def _agreed(line: AgreementLine) -> Widget:
    return TextBlock([plain(line.name), muted(f" · {line.due} · "), bold(line.state_label, AGREED[line.state])])


def _letter_row(at: int, letter: Letter) -> ListRow:
    return ListRow(str(at), letter.text, tone=letter.asker.chain)
