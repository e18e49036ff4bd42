"""Ribbon: the phases, of which several can be there at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.paint import Brush
from tabletop.ui.text import Laid
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.layout import shared

DOTS = 18
"""Design pixels of height for the row of dots."""


@dataclass(frozen=True)
class Step:
    """A phase on the ribbon; `value` says its state in the text tree."""

    label: str
    active: bool = False
    value: str = ""
    hint: str = ""


@dataclass(eq=False)
class Ribbon(Widget):
    """Dots with names in a line; active ones are larger and bold. Too narrow: only the names of active ones, below."""

    steps: Sequence[Step]
    label: str = ""

    @override
    def natural_width(self, ctx: Context) -> int:
        return sum(self._step_width(ctx, step) for step in self.steps)

    @override
    def min_width(self, ctx: Context) -> int:
        return min(ctx.natural_width(self), max(ctx.gap(16) * len(self.steps), ctx.px(150)))

    @override
    def height(self, ctx: Context, width: int) -> int:
        names = ctx.lay("X", "small") if self._fits(ctx, width) else self._active(ctx, width)
        return ctx.gap(DOTS) + names.height

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        full = self._fits(ctx, rect.w)
        weights = [float(self._step_width(ctx, step)) if full else 1.0 for step in self.steps]
        high = rect.h if full else ctx.gap(DOTS)
        children, x = [], rect.x
        for place, (step, wide) in enumerate(zip(self.steps, shared(rect.w, weights), strict=True)):
            children.append(
                ctx.node(
                    self,
                    "phase",
                    Rect(x, rect.y, wide, high),
                    label=step.label,
                    value=step.value,
                    hint=step.hint,
                    part=str(place),
                    chosen=step.active,
                    style="small" if full else "",
                    tone="ink" if step.active else "muted",
                )
            )
            x += wide
        part = "full" if full else "dots"
        return (ctx.node(self, "ribbon", rect, label=self.label, part=part, children=tuple(children)),)

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        if node.role == "ribbon":
            if node.part == "dots":
                laid = self._active(brush.ctx, node.rect.w)
                brush.text(laid, (node.rect.x, node.rect.y + brush.gap(DOTS)), "", "center", node.rect.w)
            return
        step, rect = self.steps[int(node.part)], node.rect
        centre = (rect.centre[0], rect.y + brush.gap(8))
        if step.active:
            brush.disc(centre, brush.gap(8), brush.theme.ink)
        else:
            brush.disc(centre, brush.gap(5), brush.theme.line, brush.theme.edge, 1)
        if node.text_px:
            laid = _name(brush.ctx, step)
            brush.text(laid, (rect.x + (rect.w - laid.width) // 2, rect.y + brush.gap(DOTS)))

    def _fits(self, ctx: Context, width: int) -> bool:
        return ctx.natural_width(self) <= width

    def _step_width(self, ctx: Context, step: Step) -> int:
        wide = max(_name(ctx, Step(step.label, active)).width for active in (True, False))
        return wide + ctx.gap(12)

    def _active(self, ctx: Context, width: int) -> Laid:
        names = " · ".join(step.label for step in self.steps if step.active)
        return ctx.lay(names, "small", width, "ink")


def _name(ctx: Context, step: Step) -> Laid:
    return ctx.lay(step.label, "caption", tone="ink") if step.active else ctx.lay(step.label, "small")
