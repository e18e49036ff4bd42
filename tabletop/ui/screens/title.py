"""The title: a new session, sessions to go on with, settings. Nothing private stands here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.widgets import (
    Button,
    Cell,
    Column,
    Dialog,
    Divider,
    ListBox,
    ListRow,
    Page,
    Panel,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
)


@dataclass(frozen=True)
class SavedSession:
    """A session on this laptop, as the title tells it; `fault` when its file cannot be read."""

    id: str
    title: str
    line: str
    fault: str = ""


class TitleScreen(TableScreen):
    """The first screen. `sessions` gives the list in the language of the moment."""

    first_focus = "title/new"

    def __init__(
        self, guide: Guide, sessions: Callable[[], Sequence[SavedSession]], resume: Callable[[str], str]
    ) -> None:
        super().__init__(guide)
        self.sessions = sessions
        self.resume = resume
        self.refusal = ""
        self._listed: tuple[str, Sequence[SavedSession]] | None = None

    def entered(self) -> None:
        """Look again what is on this laptop."""
        self._listed = None

    def _saved(self) -> Sequence[SavedSession]:
        """The sessions, read once for each language: a title is built at every key."""
        if self._listed is None or self._listed[0] != self.language:
            self._listed = self.language, self.sessions()
        return self._listed[1]

    def window_title(self) -> str:
        """The name of the game."""
        return self.app.say("title.game")

    def build(self) -> Widget:
        """Name and way in at the left, sessions at the right."""
        say = self.app.say
        return Page(
            body=Split(
                [Cell(self._way_in(), share=52, least=360), Cell(self._resume_panel(), share=48, least=340)], gap=32
            ),
            footer=Row(
                [
                    TextBlock(say("title.not_for"), "small", most=440 if self.is_compact else 0),
                    Spacer(),
                    TextBlock(say("title.keys"), "small"),
                ]
            ),
            margin=40,
        )

    def _way_in(self) -> Widget:
        say = self.app.say
        return Column(
            [
                Spacer(0),
                TextBlock(say("title.name"), "title" if self.is_compact else "display"),
                TextBlock(say("title.line"), "heading"),
                TextBlock(say("title.about"), "body", most=520),
                Spacer(8, grow=0),
                Row(
                    [
                        Button(say("title.new"), self.guide.new_session, kind="primary", key="title/new"),
                        Button(say("title.practice"), self._practise, key="title/practice"),
                        Button(say("title.settings"), self.guide.to_settings, key="title/settings"),
                        Button(say("guide.open"), self.guide.to_guide, key="title/guide"),
                        Button(say("title.quit"), self._ask_quit, key="title/quit"),
                    ]
                ),
                Spacer(0),
            ],
            gap=14,
        )

    def _resume_panel(self) -> Widget:
        say = self.app.say
        if not self._saved() and not self.refusal:
            return self._nothing_kept()
        rows = [
            ListRow(s.id, s.title, s.fault or s.line, tone="danger" if s.fault else "care", enabled=not s.fault)
            for s in self._saved()
        ]
        parts: list[Widget] = [TextBlock(say("title.resume_text"), "small")]
        if self.refusal:
            parts.append(TextBlock(self.refusal, "body", tone="danger"))
        if rows:
            parts.append(
                ScrollArea(ListBox(rows, self._resume, label=say("title.resume"), key="sessions"), key="title/list")
            )
        return Panel(Column(parts), title=say("title.resume"))

    def _nothing_kept(self) -> Widget:
        """Before the first session: what will stand here, and where to begin."""
        say = self.app.say
        lines = [TextBlock(say("title.none_yet"), "strong"), TextBlock(say("title.no_sessions")), Divider()]
        panel = Panel(Column([*lines, TextBlock(say("title.first_time"))], gap=12), title=say("title.resume"))
        return Column([Spacer(), panel, Spacer()])

    def _resume(self, session: str) -> None:
        self.refusal = self.resume(session)

    def _practise(self) -> None:
        self.refusal = self.guide.practise()

    def _ask_quit(self) -> None:
        say = self.app.say
        self.app.open(
            Dialog(
                say("title.quit"),
                TextBlock(say("title.quit_text")),
                (
                    Button(say("title.quit_yes"), self.app.quit, kind="primary", key="title/quit_yes"),
                    Button(say("common.not_now"), self.app.close),
                ),
            )
        )

    def on_back(self) -> None:
        """Escape asks before it leaves."""
        self._ask_quit()
