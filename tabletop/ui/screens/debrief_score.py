"""The tab *Score*: sections that stand apart, the lines of one, and what is behind the line that is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tabletop.debrief.score_pages import OpenedLine, ScoreFigure, ScorePage, ScoreRow, ScoreSection
from tabletop.ui.widgets import (
    Cell,
    Chips,
    Choice,
    Column,
    Divider,
    ListBox,
    ListRow,
    Panel,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
)  # fmt: skip

if TYPE_CHECKING:
    from tabletop.ui.screens.base import GameScreen


class ScoreTab:
    """Keeps which section and which line are open."""

    def __init__(self, screen: GameScreen) -> None:
        self._screen = screen
        self._section: str | None = None
        self._line: str | None = None

    def build(self) -> Widget:
        """The page; while it is being counted, that."""
        review = self._screen.game.review
        page = review.score(self._screen.language)
        if page is None:
            key = "turning.failed" if review.fault else "score.counting"
            return Panel(TextBlock(self._screen.app.say(key)))
        section = self._open_section(page)
        line = next((each.id for each in section.lines if each.id == self._line), section.lines[0].id)
        opened = review.score_line(line, self._screen.language)
        if self._screen.is_compact:
            below = [] if opened is None else [self._opened(opened)]
            return Column([self._sections(page, section), self._names(section, line), *below], gap=12)
        parts = [Cell(self._lines(section, line), 44, 330)]
        if opened is not None:
            parts.append(Cell(self._opened(opened), 56, 380))
        return Column([self._sections(page, section), Split(parts, grow=1)], gap=12, grow=1)

    def _open_section(self, page: ScorePage) -> ScoreSection:
        return next((each for each in page.sections if each.id == self._section), page.sections[0])

    def _sections(self, page: ScorePage, section: ScoreSection) -> Widget:
        choices = [Choice(each.id, each.title) for each in page.sections]
        label = self._screen.app.say("score.sections")
        return Chips(choices, self._to_section, section.id, label=label, key="score/sections")

    def _lines(self, section: ScoreSection, line: str) -> Widget:
        rows = [ListRow(each.id, each.name, each.headline) for each in section.lines]
        label = self._screen.app.say("score.lines")
        listed = ListBox(rows, self._to_line, line, label=label, follow=True, key="score/lines")
        return Panel(Column([TextBlock(section.text, "small"), ScrollArea(listed, key="score/list")], grow=1))

    def _names(self, section: ScoreSection, line: str) -> Widget:
        """The lines by their names alone, where there is little room."""
        choices = [Choice(each.id, each.name) for each in section.lines]
        label = self._screen.app.say("score.lines")
        return Chips(choices, self._to_line, line, label=label, key="score/lines")

    def _opened(self, opened: OpenedLine) -> Widget:
        parts = [*self._figures(opened), Divider(), *self._behind(opened), *self._numbers(opened)]
        return Panel(ScrollArea(Column(parts, gap=8), key=f"score/opened/{opened.line.id}"))

    def _figures(self, opened: OpenedLine) -> Iterator[Widget]:
        say, line = self._screen.app.say, opened.line
        yield TextBlock(line.question, "strong")
        yield TextBlock(say("score.happened"), "caption")
        yield from _figures(line.happened)
        if line.expected_label:
            yield TextBlock(say("score.expected"), "caption")
            yield from _figures(line.expected)
            yield TextBlock(f"{line.expected_label} {line.strength}", "small")
        if opened.range:
            yield TextBlock(opened.range)

    def _behind(self, opened: OpenedLine) -> Iterator[Widget]:
        yield TextBlock(self._screen.app.say("score.behind"), "caption")
        if opened.empty:
            yield TextBlock(opened.empty, "small")
        yield from (_row(row) for row in opened.rows)

    def _numbers(self, opened: OpenedLine) -> Iterator[Widget]:
        if not opened.numbers:
            return
        yield TextBlock(self._screen.app.say("score.numbers"), "caption")
        for number in opened.numbers:
            texts: Sequence[Widget] = (
                TextBlock(number.meaning),
                TextBlock(number.value),
                TextBlock(number.source, "small"),
            )
            yield Column(texts, gap=0)

    def _to_section(self, section: str) -> None:
        self._section, self._line = section, None

    def _to_line(self, line: str) -> None:
        self._line = line


def _figures(figures: Sequence[ScoreFigure]) -> Iterator[Widget]:
    for figure in figures:
        head = Row([TextBlock(figure.name), Spacer(), TextBlock(figure.value, "strong")], gap=10)
        yield Column([head, TextBlock(figure.shares_label, "small")], gap=0) if figure.shares_label else head


def _row(row: ScoreRow) -> Widget:
    texts: list[Widget] = [TextBlock(row.text)] if row.text else []
    texts += [TextBlock(note, "small") for note in row.notes]
    when = TextBlock(row.when, "strong")
    return Split([Cell(when, 18, 90), Cell(Column(texts, gap=0), 82, 240)], gap=10) if texts else when
