"""The facilitator's panel: one key opens it, every act in it has a key of its own, and no dossier stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tabletop.session import acts
from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.base import AsideScreen, Guide, in_turn
from tabletop.ui.screens.clock_strip import LONGER_MINUTES, TONES, clock_block
from tabletop.ui.screens.facilitation import CutName, Facilitation
from tabletop.ui.widgets import (
    Button,
    Cell,
    Column,
    Dialog,
    Divider,
    Entry,
    Grid,
    Icon,
    ListBox,
    ListRow,
    Page,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
    bold,
    muted,
    plain,
)

if TYPE_CHECKING:
    from tabletop.view.pages import ClockRow, FacilitatorPage, InjectLine

CUT_KEYS: dict[CutName, str] = {"brief": "1", "round": "2", "debrief": "3"}


class FacilitatorScreen(AsideScreen):
    """Time at the left, the script in the middle, this round at the right."""

    first_focus = "facilitator/back"

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.text = ""
        self.word = ""

    @property
    def side(self) -> Facilitation:
        """What a facilitator can do."""
        return self.guide.facilitation

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("facilitator.title")

    def build(self) -> Widget:
        """Three columns, and the way back."""
        say, page = self.app.say, self.side.panel
        if page is None:
            return Page(body=Spacer(), footer=Row([self._back_button()]))
        title = Column([TextBlock(say("facilitator.title"), "heading"), TextBlock(page.header.place, "small")], gap=0)
        head = [title, Pill(say("facilitator.closed")), Spacer(), *clock_block(self)]
        columns = [
            Cell(self._time(), share=30, least=280),
            Cell(self._script(page), share=36, least=300),
            Cell(self._round(), share=34, least=300),
        ]
        return Page(header=Row(head), body=Split(columns), footer=self._footer())

    # -- time

    def _time(self) -> Widget:
        say, clock = self.app.say, self.side.clock
        parts: list[Widget] = []
        if clock is not None:
            if clock.pace_label:
                parts.append(TextBlock(clock.pace_label, "strong", TONES[clock.pace]))
            if clock.hint:
                parts.append(TextBlock(clock.hint))
            parts += [_row(row) for row in clock.rows]
        parts += [Divider(), *(self._cut_button(what) for what in CUT_KEYS)]
        longer, shorter = ((key, say(f"facilitator.{key}", minutes=LONGER_MINUTES)) for key in ("longer", "shorter"))
        parts += [
            self._button(longer[1], self.side.longer, "l", key=longer[0]),
            self._button(shorter[1], self.side.shorter, "k", key=shorter[0]),
        ]
        return Panel(ScrollArea(Column(parts, gap=8), key="facilitator/time"), title=say("facilitator.time"))

    def _cut_button(self, what: CutName) -> Button:
        say = self.app.say
        can = self.side.may_cut(what)
        why = say("facilitator.cut_already" if self.side.has_cut(what) else "facilitator.not_now")
        do = self._cut_by_key(what)
        return self._button(say(f"clock.take_{what}"), do, CUT_KEYS[what], key=what, enabled=can, why=why)

    # -- the script

    def _script(self, page: FacilitatorPage) -> Widget:
        say = self.app.say
        coming = [line for line in page.injects if not line.happened]
        rows = [ListRow(line.id, line.title, self._when(line), tone="administration") for line in coming]
        parts: list[Widget] = [
            TextBlock(self._tip()),
            *self._onlookers(),
            Divider(),
            TextBlock(say("facilitator.coming"), "caption"),
        ]
        if rows:
            label = say("facilitator.coming")
            parts.append(ListBox(rows, self._ask_inject, label=label, key="facilitator/injects"))
        else:
            parts.append(TextBlock(say("facilitator.none_coming"), "small"))
        parts += [
            TextBlock([bold(line.title), muted("  " + say("facilitator.happened"))])
            for line in page.injects
            if line.happened
        ]
        return Panel(ScrollArea(Column(parts, gap=10), key="facilitator/script"), title=say("facilitator.script"))

    def _when(self, line: InjectLine) -> str:
        return f"{line.when} · {self.app.say('facilitator.marked')}" if line.marked else line.when

    def _tip(self) -> str:
        live = self.side.live
        kind = "board" if live is None else live.moment.kind
        return self.app.say(f"facilitator.tip_{kind}")

    def _onlookers(self) -> list[Widget]:
        """Who is there without a role, and what for."""
        live, say = self.side.live, self.app.say
        people = [] if live is None else [(say(f"setup.{e.task}"), e.name) for e in live.play.setup.onlookers]
        who = ", ".join(f"{name} ({task.lower()})" if name else task.lower() for task, name in people)
        return [TextBlock(say("facilitator.onlookers", who=who), "small")] if who else []

    def _ask_inject(self, inject: str) -> None:
        say, page = self.app.say, self.side.panel
        line = next((each for each in page.injects if each.id == inject), None) if page else None
        if line is None:
            return
        did = say("facilitator.noted", what=line.title)
        do = in_turn(self.app.close, self._does(lambda: self.side.act(acts.inject_added(inject)) or did))
        yes = Button(say("facilitator.inject_yes"), do, kind="primary", key="facilitator/inject_yes")
        no = Button(say("common.not_now"), self.app.close)
        told = [TextBlock(line.news, "strong"), TextBlock(say("facilitator.inject_board"))]
        body = Column(told if line.news else [TextBlock(say("facilitator.inject_text"))])
        self.app.open(Dialog(line.title, body, (yes, no)))

    def _show_facts(self) -> None:
        page = self.side.panel
        lines = [TextBlock(title) for title in (page.facts if page else ())]
        close = Button(self.app.say("common.close"), self.app.close, kind="primary")
        self.app.open(Dialog(self.app.say("facilitator.facts"), Column(lines, gap=6), (close,), width=720))

    # -- this round

    def _round(self) -> Widget:
        say = self.app.say
        entry = Entry(
            say("facilitator.note"),
            self.text,
            self._type,
            placeholder=say("facilitator.note_hint"),
            most=200,
            on_submit=self._keep_note,
            key="facilitator/note",
        )
        keep = self._button(say("facilitator.keep"), self._keep_note, "", key="keep", enabled=bool(self.text))
        parts: list[Widget] = [entry, Row([keep])]
        for note in self.side.notes():
            mark: list[Widget] = [Icon("next", 20)] if note.is_bookmark else []
            parts.append(Row([*mark, TextBlock(note.text or say("facilitator.bookmark_line"), most=420)]))
        notes = Panel(ScrollArea(Column(parts, gap=8), key="facilitator/notes"), title=say("facilitator.round"), grow=1)
        return Column([notes, Panel(self._acts(), title=say("facilitator.acts"))], gap=16)

    def _acts(self) -> Widget:
        say = self.app.say
        window = "facilitator.beamer_off" if self.side.beamer else "facilitator.beamer_on"
        buttons = [
            self._button(say("facilitator.pause"), self.guide.pause, "p", key="pause"),
            self._button(say("facilitator.bookmark"), self._bookmark, "b", key="bookmark"),
            self._button(say("facilitator.aloud"), self.guide.say_aloud, "h", key="aloud"),
            self._button(
                say("facilitator.undo"),
                self._undo,
                "u",
                key="undo",
                enabled=self.side.can_undo,
                why=say("facilitator.no_undo"),
            ),
            self._button(say(window), self.side.toggle_beamer, "f4", key="beamer"),
            self._button(say("facilitator.facts"), self._show_facts, "t", key="facts"),
        ]
        return Grid(buttons, columns=2, least=170)

    def _type(self, text: str) -> None:
        self.text = text

    def _keep_note(self) -> None:
        if self.text.strip():
            self.word = self.side.act(acts.facilitated("note", self.text.strip()))
            self.text = ""
            self.app.focus("facilitator/back")

    def _bookmark(self) -> None:
        self.word = self.side.act(acts.facilitated("bookmark"))

    def _undo(self) -> None:
        if self.side.can_undo:
            self.word = self.side.act(acts.undone())

    def _does(self, act: Callable[[], str]) -> Callable[[], None]:
        def do() -> None:
            self.word = act()

        return do

    def _button(
        self, label: str, do: Callable[[], None], press: str, *, key: str, enabled: bool = True, why: str = ""
    ) -> Button:
        """A button that says its key: nothing here needs aiming."""
        named = f"{label} ({press.upper()})" if press else label
        return Button(named, do, small=True, enabled=enabled, why_not=why, key=f"facilitator/{key}")

    # -- the way back

    def _footer(self) -> Widget:
        text = TextBlock(self.word or self.app.say("facilitator.covered"), "small", most=700)
        return Row([text, Spacer(), self._back_button()])

    def _back_button(self) -> Button:
        return Button(self.app.say("facilitator.back"), self.leave, kind="primary", key="facilitator/back")

    def shortcuts(self) -> Sequence[Shortcut]:
        """A key for every act."""
        say = self.app.say
        cuts = [Shortcut(press, say(f"clock.take_{what}"), self._cut_by_key(what)) for what, press in CUT_KEYS.items()]
        return (
            *super().shortcuts(),
            Shortcut("b", say("facilitator.bookmark"), self._bookmark),
            Shortcut("n", say("facilitator.note"), lambda: self.app.focus("facilitator/note")),
            Shortcut("i", say("facilitator.coming"), lambda: self.app.focus("facilitator/injects")),
            Shortcut("h", say("keys.aloud"), self.guide.say_aloud),
            Shortcut("u", say("facilitator.undo"), self._undo),
            Shortcut("t", say("facilitator.facts"), self._show_facts),
            Shortcut("l", say("facilitator.longer", minutes=LONGER_MINUTES), self.side.longer),
            Shortcut("k", say("facilitator.shorter", minutes=LONGER_MINUTES), self.side.shorter),
            *cuts,
        )

    def _cut_by_key(self, what: CutName) -> Callable[[], None]:
        def do() -> None:
            if self.side.may_cut(what):
                did = self.app.say("facilitator.noted", what=self.app.say(f"clock.take_{what}"))
                self.word = self.side.cut(what) or did

        return do


def _row(row: ClockRow) -> Widget:
    """A part of the programme; what is over steps back, what goes on now stands out."""
    name = bold(row.name) if row.state == "now" else muted(row.name) if row.state == "done" else plain(row.name)
    return Row([TextBlock([name]), Spacer(), TextBlock(row.until, "small")])
