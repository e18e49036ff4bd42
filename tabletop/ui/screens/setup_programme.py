"""The programme in the set-up: how long, how the minutes are divided with so many seats, and whether that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from tabletop.session.entries import Reading
from tabletop.ui.screens.arranging import Arrangement
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import Button, Chips, Choice, Column, Row, Segment, Segments, TextBlock, Widget

if TYPE_CHECKING:
    from tabletop.ui.screens.setup import SetUpScreen


class ProgrammePanel:
    """Length, way of reading, and what they come to."""

    def __init__(self, screen: SetUpScreen) -> None:
        self.screen = screen

    @property
    def arrangement(self) -> Arrangement:
        """What the screen changes."""
        return self.screen.arrangement

    def build(self) -> Widget:
        """Chips for the length and for reading, the minutes as a bar, and one sentence that says whether it fits."""
        say, spec, language = self.screen.app.say, self.arrangement.format, self.screen.language
        lengths = [
            Choice(each.id, each.name.in_language(language), hint=each.about.in_language(language))
            for each in self.arrangement.formats
        ]
        ways = [Choice(way, say(f"setup.read_{way}"), hint=say(f"setup.read_{way}_hint")) for way in get_args(Reading)]
        return Column(
            [
                Chips(lengths, self._last, spec.id, label=say("clock.format"), key="setup/format"),
                Segments(self._minutes(), label=say("setup.programme")),
                TextBlock(say("setup.reading"), "small"),
                Chips(ways, self._read, self.arrangement.reading, label=say("setup.reading"), key="setup/reading"),
                *self._verdict(),
            ],
            gap=6,
        )

    def _minutes(self) -> list[Segment]:
        say, spec = self.screen.app.say, self.arrangement.format
        set_up, play = self.arrangement.set_up_minutes, self.arrangement.play_minutes
        debrief, close = round(spec.debrief), round(spec.close)
        parts: tuple[tuple[int, Tone, str], ...] = (
            (set_up, "muted", "setup.part_setup"),
            (play, "justice", "setup.part_play"),
            (debrief, "care", "setup.part_debrief"),
            (close, "administration", ""),
        )
        return [Segment(minutes, tone, say(key, minutes=minutes) if key else "") for minutes, tone, key in parts]

    def _verdict(self) -> list[Widget]:
        """Whether slow readers get through, and what would fit when they do not."""
        say, here = self.screen.app.say, self.arrangement
        rounds = self.screen.app.words.count("clock.rounds", here.rounds)
        if here.fits and here.rounds_that_fit >= here.rounds:
            return [TextBlock(say("setup.fits", rounds=rounds), "small")]
        if here.fits:
            return [TextBlock(say("setup.fits_partly", fit=here.rounds_that_fit, rounds=here.rounds), "small")]
        lines: list[Widget] = [
            TextBlock(
                say("setup.does_not_fit", fit=here.rounds_that_fit, rounds=here.rounds, seats=len(here.people)),
                "small",
                tone="danger",
            )
        ]
        nearest = here.nearest
        if nearest is not None:
            length = here.pack.formats.find(nearest[0]).name.in_language(self.screen.language)
            label = say("setup.take_nearest", length=length, way=say(f"setup.read_{nearest[1]}"))
            lines.append(Row([Button(label, self._take_nearest, small=True, key="setup/nearest")]))
        return lines

    def _last(self, format_id: str) -> None:
        self.arrangement.format_id = format_id
        self.screen.reckon()

    def _read(self, way: str) -> None:
        self.arrangement.chosen_reading = cast("Reading", way)
        self.screen.reckon()

    def _take_nearest(self) -> None:
        self.arrangement.take_nearest()
        self.screen.reckon()
        self.screen.app.focus("setup/format")
