"""The plot of a sensitivity analysis, as SVG: in how many draws each relation holds, and which numbers drive harm."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Final

from tabletop.content.messages import Messages

if TYPE_CHECKING:
    from tabletop.analysis.sensitivity import Driver, Sensitivity, Survival

WIDTH, LEFT, RIGHT, ROW, TOP = 960, 300, 60, 22, 64
FRAGILE: Final = 0.9
DRIVERS: Final = 15
INK, PAPER, HOLDS, BREAKS, RAISES, LOWERS, LINE = (
    "#2b2622", "#fbf7ef", "#3d6b8e", "#a3372b", "#a3372b", "#3d6b8e", "#8a8178",
)  # fmt: skip
_SPAN: Final = WIDTH - LEFT - RIGHT


def plot_text(words: Messages, title: str, found: "Sensitivity") -> str:
    """Give the whole picture. Colour is never the only sign: each bar has its figure."""
    drivers = found.drivers[:DRIVERS]
    middle = TOP + ROW * len(found.survivals) + 70
    height = middle + ROW * len(drivers) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-size="14" fill="{INK}"'
        ' font-family="Source Sans Pro, sans-serif">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
        _text(20, 28, words.say("analysis.plot.relations", title=title), "start", 17),
        *_survival_bars(words, found.survivals),
        _text(20, middle - 18, words.say("analysis.plot.drivers"), "start", 17),
        *_driver_bars(words, drivers, middle, found.noise),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _survival_bars(words: Messages, survivals: "tuple[Survival, ...]") -> Iterator[str]:
    for place, each in enumerate(survivals):
        y = TOP + ROW * place
        yield _text(LEFT - 10, y + 12, each.id, "end")
        yield _bar(LEFT, y, _SPAN * each.share, BREAKS if each.is_fragile else HOLDS)
        yield _text(LEFT + _SPAN * each.share + 6, y + 12, words.percent(each.share), "start")
    x, bottom = LEFT + _SPAN * FRAGILE, TOP + ROW * len(survivals)
    yield _line(x, TOP - 8, bottom)
    yield _text(x, TOP - 12, words.percent(FRAGILE), "middle")


def _driver_bars(words: Messages, drivers: "tuple[Driver, ...]", top: int, noise: float) -> Iterator[str]:
    centre, half = LEFT + _SPAN / 2, _SPAN / 2
    for place, each in enumerate(drivers):
        y, length = top + ROW * place, half * abs(each.correlation)
        up = each.correlation > 0
        yield _text(LEFT - 10, y + 12, each.number.id, "end")
        yield _bar(centre if up else centre - length, y, length, RAISES if up else LOWERS)
        sign = words.number(each.correlation, 2)
        yield _text(centre + length + 6 if up else centre - length - 6, y + 12, sign, "start" if up else "end")
    for x in (centre - half * noise, centre, centre + half * noise):
        yield _line(x, top - 6, top + ROW * len(drivers))


def _text(x: float, y: float, words: str, anchor: str, size: int = 14) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}">{escape(words)}</text>'


def _bar(x: float, y: float, length: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y}" width="{max(length, 1):.1f}" height="{ROW - 6}" fill="{colour}"/>'


def _line(x: float, top: float, bottom: float) -> str:
    return f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="{LINE}" stroke-dasharray="4 3"/>'
