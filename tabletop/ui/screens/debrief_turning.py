"""The tab *Keerpunten*: how danger ran on, which decisions mattered most, and what else was possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.debrief.turning_pages import DangerLine, OtherChoice, TurningDetail, TurningPage
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import (
    Cell,
    Chips,
    Choice,
    Column,
    Flag,
    Icon,
    LineChart,
    ListBox,
    ListRow,
    Panel,
    Row,
    ScrollArea,
    Series,
    Split,
    TextBlock,
    Widget,
)  # fmt: skip

if TYPE_CHECKING:
    from tabletop.ui.screens.base import GameScreen

ICONS = {"better": "check", "worse": "cross", "even": "question"}
TONES: dict[str, Tone] = {"better": "care", "worse": "danger", "even": "muted"}


class TurningTab:
    """Keeps which decision is looked at."""

    def __init__(self, screen: GameScreen) -> None:
        self._screen = screen
        self._chosen: int | None = None

    def build(self) -> Widget:
        """What is known by now."""
        review = self._screen.game.review
        page = review.turning(self._screen.language, self._chosen)
        if page.detail is None:
            return Panel(TextBlock(self._screen.app.say("turning.failed") if review.fault else page.label))
        left = Column([self._chart(page.detail), self._others(page.detail)], gap=12, grow=1)
        if self._screen.is_compact:
            return Column([self._numbers(page), left, TextBlock(page.note, "small")], gap=12)
        return Split([Cell(left, 62, 420), Cell(self._list(page), 38, 330)])

    def _list(self, page: TurningPage) -> Widget:
        rows = [
            ListRow(str(each.number), each.title, each.effect, tone=each.role.chain if each.role else None)
            for each in page.rows
        ]
        chosen = None if page.chosen is None else str(page.chosen)
        say = self._screen.app.say
        listed = ListBox(rows, self._choose, chosen, label=say("turning.list"), follow=True, key="turning/list")
        texts = (
            TextBlock(page.label, "small"),
            ScrollArea(listed, key="turning/scroll"),
            TextBlock(page.note, "small"),
        )
        return Panel(Column(texts, grow=1), title=say("turning.list"))

    def _numbers(self, page: TurningPage) -> Widget:
        """The same list as numbers, where there is little room: what is chosen stands below in full."""
        choices = [Choice(str(each.number), str(place)) for place, each in enumerate(page.rows, start=1)]
        label = self._screen.app.say("turning.list")
        chips = Chips(choices, self._choose, str(page.chosen), label=label, show_label=True, key="turning/list")
        return Column([chips, TextBlock(page.label, "small")], gap=4)

    def _chart(self, detail: TurningDetail) -> Widget:
        say = self._screen.app.say
        series = [*self._past(detail), _series(detail.played, "danger")]
        if detail.other is not None:
            series.append(_series(detail.other, "care", dashed=True))
        ticks = [(week, say("turning.week", week=week)) for week in _ticks(detail.weeks)]
        flags = (Flag(detail.week, detail.flag),)
        chart = LineChart(series, say("turning.danger"), flags, ticks, top=1.0, key="turning/chart")
        return Panel(chart, title=say("turning.danger"), grow=1)

    def _past(self, detail: TurningDetail) -> list[Series]:
        """The weeks before the decision, where there are any."""
        if len(detail.past) <= 1:
            return []
        return [Series(self._screen.app.say("turning.past"), detail.past, "ink")]

    def _others(self, detail: TurningDetail) -> Widget:
        parts: list[Widget] = [TextBlock(detail.title, "strong")]
        parts += [TextBlock(text) for text in (detail.reason, detail.own) if text]
        parts += [_other(each) for each in detail.others]
        parts.append(TextBlock(detail.note, "small"))
        scrolled = ScrollArea(Column(parts, gap=8), key=f"turning/others/{detail.title}")
        return Panel(scrolled, title=self._screen.app.say("turning.others"), grow=1)

    def _choose(self, number: str) -> None:
        self._chosen = int(number)


def _other(other: OtherChoice) -> Widget:
    told = TextBlock(f"{other.harm}; {other.calm}", "small")
    return Row([Icon(ICONS[other.leaning], 20, TONES[other.leaning]), Column([TextBlock(other.text), told], gap=0)])


def _series(line: DangerLine, tone: Tone, *, dashed: bool = False) -> Series:
    return Series(line.label, line.values, tone, dashed, line.low, line.high, line.first_week)


def _ticks(weeks: int) -> list[int]:
    """About six weeks to name under the chart, the last among them."""
    step = max(1, round(weeks / 6))
    found = list(range(step, weeks - step // 2, step))
    return [0, *found, weeks]
