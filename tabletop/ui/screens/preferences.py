"""The settings: language, size of the text, colours, motion, full screen."""

from __future__ import annotations

from tabletop.ui.screens.base import TableScreen
from tabletop.ui.theme import THEMES
from tabletop.ui.widgets import Button, Chips, Choice, Column, Page, Panel, Row, ScrollArea, Spacer, TextBlock, Widget

SIZES = (100, 125, 150, 175, 200)


class SettingsScreen(TableScreen):
    """Changes count at once."""

    is_aside = True
    first_focus = "settings/language"

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("settings.title")

    def build(self) -> Widget:
        """One block per setting."""
        say = self.app.say
        now = self.app.settings
        on_off = [Choice("on", say("settings.on")), Choice("off", say("settings.off"))]
        blocks = [
            self._block("language", [Choice(code, say(f"settings.{code}")) for code in ("nl", "en")], now.language),
            self._block(
                "text_percent",
                [Choice(str(size), say("settings.percent", size=size)) for size in SIZES],
                str(now.text_percent),
            ),
            self._block("theme", [Choice(name, say(f"settings.{name}")) for name in THEMES], now.theme),
            self._block("motion", on_off, "on" if now.motion else "off"),
            self._spoken(on_off),
            self._block("fullscreen", on_off, "on" if now.fullscreen else "off"),
        ]
        return Page(
            header=TextBlock(say("settings.title"), "title"),
            body=Panel(ScrollArea(Column(blocks, gap=22), key="settings/list")),
            footer=Row(
                [
                    Button(say("settings.done"), self.guide.go_back, kind="primary", key="settings/done"),
                    Spacer(),
                    TextBlock(say("settings.keys"), "small"),
                ]
            ),
            margin=40,
        )

    def _block(self, name: str, options: list[Choice], chosen: str) -> Widget:
        say = self.app.say

        def choose(value: str) -> None:
            self._change(name, value)

        return Column(
            [
                TextBlock(say(f"settings.{name}"), "strong"),
                TextBlock(say(f"settings.{name}_text"), "small"),
                Chips(options, choose, chosen, label=say(f"settings.{name}"), key=f"settings/{name}"),
            ],
            gap=6,
        )

    def _spoken(self, on_off: list[Choice]) -> Widget:
        """Reading aloud, where this laptop has a voice."""
        say = self.app.say
        if self.app.narrator.voice is None:
            return Column(
                [TextBlock(say("settings.spoken"), "strong"), TextBlock(say("settings.spoken_none"), "small")], gap=6
            )
        return self._block("spoken", on_off, "on" if self.app.settings.spoken else "off")

    def _change(self, name: str, value: str) -> None:
        values: dict[str, object] = {"on": True, "off": False}
        self.app.change(**{name: int(value) if name == "text_percent" else values.get(value, value)})

    def on_back(self) -> None:
        """Back to where one was."""
        self.guide.go_back()
