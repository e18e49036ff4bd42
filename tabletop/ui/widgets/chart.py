"""LineChart: what goes up and down over the weeks, as lines with a band around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.paint import Brush
from tabletop.ui.placing import Line, best_place
from tabletop.ui.text import Laid
from tabletop.ui.theme import Tone
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget

STYLE = "caption"
LEGEND_BELOW = 420
"""Design pixels: in a narrower chart the names of the lines stand below it."""
SAMPLE = 34
"""Design pixels of the piece of line beside a name in the legend."""
STEPS = 24
"""In how many places along its line a name is tried."""
HEAD_ROOM = 1.08
"""How much higher than the highest value the chart goes."""


@dataclass(frozen=True)
class Series:
    """One line: `values` are those of week `since`, the next week and so on, from 0 upwards. `low` and `high` (as many)
    draw a band around it. Two lines differ in `dashed` and name as well as in tone."""

    label: str
    values: Sequence[float]
    tone: Tone = "danger"
    dashed: bool = False
    low: Sequence[float] = ()
    high: Sequence[float] = ()
    since: int = 0


@dataclass(frozen=True)
class Flag:
    """A week that is pointed out, with a dotted line from top to bottom and its label beside it."""

    week: int
    label: str


@dataclass(eq=False)
class LineChart(Widget):
    """A node "figure" with the text alternative as its value: `text`, else made of the lines.

    `ticks` are texts under weeks ((0, "week 0"), (12, "week 12")), `levels` quiet lines across with a text at their
    left ((0.5, "half")); `top` is the value at the top, else a little over the highest.
    """

    series: Sequence[Series]
    label: str
    flags: Sequence[Flag] = ()
    ticks: Sequence[tuple[int, str]] = ()
    levels: Sequence[tuple[float, str]] = ()
    text: str = ""
    top: float = 0.0
    least: int = 170
    grow: int = field(default=1, kw_only=True)

    @override
    def natural_width(self, ctx: Context) -> int:
        return ctx.px(560)

    @override
    def min_width(self, ctx: Context) -> int:
        return ctx.px(220)

    @override
    def height(self, ctx: Context, width: int) -> int:
        return max(self.min_height(ctx, width), ctx.gap(260))

    @override
    def min_height(self, ctx: Context, width: int) -> int:
        legend = len(self._names(ctx, width)) * self._legend_row(ctx) if self._has_legend(ctx, width) else 0
        return ctx.px(self.least) + legend

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        frame = _Frame.of(self, ctx, rect)
        said = self.text or " ".join(self._said(ctx, line) for line in self.series)
        parts = (*self._flag_nodes(ctx, frame), *self._name_nodes(ctx, frame, rect))
        return (ctx.node(self, "figure", rect, label=self.label, value=said, style="small", children=parts),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        kind, _, place = node.part.partition("/")
        if node.role == "figure":
            self._paint_plot(brush, _Frame.of(self, brush.ctx, node.rect))
        elif kind == "flag":
            brush.text(brush.ctx.lay(node.label, STYLE, node.rect.w, "ink"), node.rect[:2])
        elif kind == "line":
            self._paint_name(brush, node, self.series[int(place)])

    def weeks(self) -> tuple[int, int]:
        """The first and the last week shown."""
        starts = [line.since for line in self.series]
        ends = [line.since + len(line.values) - 1 for line in self.series]
        return min(starts, default=0), max(max(ends, default=0), min(starts, default=0) + 1)

    def height_of_top(self) -> float:
        """The value at the top of the chart."""
        values = [value for line in self.series for value in (*line.values, *line.high)]
        return self.top or max([*values, *(level for level, _ in self.levels)], default=0.0) * HEAD_ROOM or 1.0

    def _said(self, ctx: Context, line: Series) -> str:
        if not line.values:
            return ""
        share = [round(100 * value / self.height_of_top()) for value in line.values]
        peak = max(share)
        return ctx.say(
            "widgets.chart.line",
            name=line.label,
            first=share[0],
            peak=peak,
            week=line.since + share.index(peak),
            last=share[-1],
        )

    def _names(self, ctx: Context, width: int) -> list[Laid]:
        return [ctx.lay(line.label, STYLE, width, line.tone) for line in self.series]

    def _has_legend(self, ctx: Context, width: int) -> bool:
        widest = max((name.width for name in self._names(ctx, width)), default=0)
        return width < ctx.px(LEGEND_BELOW) or widest > width * 2 // 5

    def _legend_row(self, ctx: Context) -> int:
        return ctx.lay("X", STYLE).line_px + ctx.gap(4)

    def _flag_nodes(self, ctx: Context, frame: _Frame) -> list[Node]:
        return [
            ctx.node(self, "text", spot, label=flag.label, style=STYLE, tone="ink", part=f"flag/{place}")
            for place, (flag, spot) in enumerate(zip(self.flags, frame.flags, strict=True))
        ]

    def _name_nodes(self, ctx: Context, frame: _Frame, rect: Rect) -> list[Node]:
        legend = self._has_legend(ctx, rect.w)
        nodes = []
        for place, line in enumerate(self.series):
            if legend:
                row = self._legend_row(ctx)
                y = rect.bottom - (len(self.series) - place) * row
                spot = Rect(rect.x, y, rect.w, row)
            else:
                spot = self._beside(ctx, frame, line)
            frame.taken.append(spot)
            cut = legend and ctx.lay(line.label, STYLE).width + ctx.gap(SAMPLE + 8) > spot.w
            nodes.append(
                ctx.node(
                    self, "text", spot, label=line.label, style=STYLE, tone=line.tone, cut=cut, part=f"line/{place}"
                )
            )
        return nodes

    def _beside(self, ctx: Context, frame: _Frame, line: Series) -> Rect:
        """A place near its line for a name, where it covers the least; the later the better, as lines part there."""
        laid = ctx.lay(line.label, STYLE, tone=line.tone)
        size, off = (laid.width, laid.height), ctx.gap(5)
        above, below = (frame.points(edge or line.values, line.since) for edge in (line.high, line.low))
        spots = [] if above else [Rect(*frame.plot.centre, *size)]
        for step in range(STEPS, -1, -1) if above else ():
            at = (len(above) - 1) * step // STEPS
            spots += [
                Rect(x - size[0] // 2, y, *size)
                for x, y in ((above[at][0], above[at][1] - off - size[1]), (below[at][0], below[at][1] + off))
            ]
        return best_place(frame.plot, spots, frame.taken, list(self._lines(frame)))

    def _lines(self, frame: _Frame) -> Iterator[Line]:
        """All pieces of line that a name had better not cover, edges of bands too."""
        for line in self.series:
            for values in (line.values, line.low, line.high):
                yield from pairwise(frame.points(values, line.since))

    def _paint_name(self, brush: Brush, node: Node, line: Series) -> None:
        laid = brush.ctx.lay(line.label, STYLE, tone=line.tone)
        if node.rect.w == laid.width:
            brush.text(laid, node.rect[:2])
            return
        y = node.rect.centre[1]
        self._stroke(brush, line, ((node.rect.x + brush.gap(3), y), (node.rect.x + brush.gap(SAMPLE - 3), y)))
        brush.text(laid, (node.rect.x + brush.gap(SAMPLE + 8), node.rect.y))

    def _paint_plot(self, brush: Brush, frame: _Frame) -> None:
        self._paint_grid(brush, frame)
        for line in self.series:
            if line.low and line.high:
                edge = [*frame.points(line.high, line.since), *reversed(frame.points(line.low, line.since))]
                brush.band(frame.plot, edge, brush.theme.tone(line.tone))
        for flag, spot in zip(self.flags, frame.flags, strict=True):
            x, dots = frame.x(flag.week), (0.1, float(brush.gap(6)))
            brush.stroke((x, spot.y + brush.gap(2)), (x, frame.plot.bottom), brush.gap(2), brush.theme.ink, dots)
        for line in self.series:
            self._stroke(brush, line, frame.points(line.values, line.since))

    def _stroke(self, brush: Brush, line: Series, points: Sequence[tuple[int, int]]) -> None:
        dash = (float(brush.gap(8)), float(brush.gap(8))) if line.dashed else (0.0, 0.0)
        brush.path(points, brush.gap(3), brush.theme.tone(line.tone), dash)

    def _paint_grid(self, brush: Brush, frame: _Frame) -> None:
        ctx, theme, plot = brush.ctx, brush.theme, frame.plot
        for level, text in self.levels:
            y = frame.y(level)
            brush.fill(Rect(plot.x, y, plot.w, brush.gap(1)), theme.line)
            laid = ctx.lay(text, "small")
            brush.text(laid, (plot.x - laid.width - ctx.gap(8), y - laid.height // 2))
        brush.fill(Rect(plot.x, plot.bottom, plot.w, brush.gap(2)), theme.edge)
        free = plot.x - ctx.px(60)
        for week, text in self.ticks:
            x, laid = frame.x(week), ctx.lay(text, "small")
            brush.fill(Rect(x, plot.bottom, brush.gap(1), brush.gap(7)), theme.edge)
            left = max(plot.x, min(x - laid.width // 2, plot.right - laid.width))
            if left >= free:
                brush.text(laid, (left, plot.bottom + ctx.gap(8)))
                free = left + laid.width + ctx.gap(12)


@dataclass
class _Frame:
    """Where weeks and values stand: `plot` is the field between the axes, `flags` where the labels of flags stand above
    it, `taken` where names stand already."""

    plot: Rect
    first: int
    last: int
    top: float
    flags: list[Rect] = field(default_factory=list)
    taken: list[Rect] = field(default_factory=list)

    @classmethod
    def of(cls, chart: LineChart, ctx: Context, rect: Rect) -> _Frame:
        names = chart._names(ctx, rect.w)
        legend = len(names) * chart._legend_row(ctx) if chart._has_legend(ctx, rect.w) else 0
        left = max((ctx.lay(text, "small").width + ctx.gap(10) for _, text in chart.levels), default=0)
        low = ctx.lay("X", "small").height + ctx.gap(12) if chart.ticks else ctx.gap(6)
        plot = Rect(rect.x + left, rect.y, rect.w - left - ctx.gap(4), max(1, rect.h - low - legend))
        frame = cls(plot, *chart.weeks(), chart.height_of_top())
        for flag in chart.flags:
            frame.add_flag(ctx, flag)
        head = max((spot.bottom - rect.y + ctx.gap(4) for spot in frame.flags), default=0)
        frame.plot = Rect(plot.x, plot.y + head, plot.w, max(1, plot.h - head))
        return frame

    def add_flag(self, ctx: Context, flag: Flag) -> None:
        """Its label beside its line, each in a row of its own where it would lie over another."""
        laid = ctx.lay(flag.label, STYLE, self.plot.w // 2, "ink")
        x = self.x(flag.week) + ctx.gap(8)
        if x + laid.width > self.plot.right:
            x = max(self.plot.x, self.x(flag.week) - ctx.gap(8) - laid.width)
        spot = Rect(x, self.plot.y, laid.width, laid.height)
        while any(spot.overlaps(other) for other in self.flags):
            spot = spot.moved(0, laid.line_px)
        self.flags.append(spot)

    def x(self, week: int) -> int:
        """The column of a week."""
        return self.plot.x + (self.plot.w * (week - self.first)) // (self.last - self.first)

    def y(self, value: float) -> int:
        """The row of a value."""
        return self.plot.bottom - round(self.plot.h * max(0.0, min(1.0, value / self.top)))

    def points(self, values: Sequence[float], since: int) -> list[tuple[int, int]]:
        """The places of values from a week on."""
        return [(self.x(since + place), self.y(value)) for place, value in enumerate(values)]
