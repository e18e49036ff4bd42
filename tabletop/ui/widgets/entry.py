"""Entry: one line of typed text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from typing_extensions import override

from tabletop.ui.context import Context
from tabletop.ui.geometry import Rect
from tabletop.ui.host import Host, KeyPress
from tabletop.ui.paint import Brush
from tabletop.ui.theme import STYLES
from tabletop.ui.tree import Node
from tabletop.ui.widgets.base import Widget


@dataclass(frozen=True)
class Caret:
    """Where typing goes: `at` and `anchor` bound the selection; `composing` is text that does not count yet."""

    at: int
    anchor: int
    composing: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """The selection, from left to right."""
        return min(self.at, self.anchor), max(self.at, self.anchor)


@dataclass(eq=False)
class Entry(Widget):
    """A field under its label. The screen keeps the text: `on_change` gets each new one, `on_submit` is Enter.

    Shift+arrows select, Ctrl+A/C/X/V, Home, End, Delete; text being composed is shown underlined before it counts.
    """

    label: str
    value: str
    on_change: Callable[[str], None]
    on_submit: Callable[[], None] | None = None
    placeholder: str = ""
    hint: str = ""
    most: int = 60
    width: int = 280

    @override
    def natural_width(self, ctx: Context) -> int:
        return max(ctx.px(self.width), ctx.lay(self.label, "small").width)

    @override
    def min_width(self, ctx: Context) -> int:
        return min(ctx.natural_width(self), ctx.px(160))

    @override
    def height(self, ctx: Context, width: int) -> int:
        return self._head(ctx, width) + ctx.px(40)

    @override
    def arrange(self, ctx: Context, rect: Rect) -> tuple[Node, ...]:
        key = ctx.claim(self.key or f"entry:{self.label}")
        caret = self._caret(ctx.memory, key)
        with ctx.upon(ctx.theme.raised):
            return (
                ctx.node(
                    self,
                    "entry",
                    rect,
                    key=key,
                    label=self.label,
                    value=self.value,
                    hint=self.hint or ctx.hint_for(key) or self.placeholder,
                    focusable=True,
                    style="small",
                    part=f"{caret.at}/{caret.anchor}/{caret.composing}",
                ),
            )

    @override
    def paint(self, brush: Brush, node: Node) -> None:
        ctx, theme, rect = brush.ctx, brush.theme, node.rect
        if self.label:
            brush.text(ctx.lay(self.label, "small", rect.w), rect[:2])
        box = self._box(ctx, rect)
        active = node.focused or brush.pointing.hover == node.key
        brush.box(
            box, theme.raised, theme.ink if active else theme.edge, brush.gap(2 if node.focused else 1), brush.gap(8)
        )
        with brush.clipped(box.inset(brush.gap(6), 1)):
            if not self.value and not (node.focused and node.part.rpartition("/")[2]):
                brush.text(ctx.lay(self.placeholder, "body"), self._text_place(ctx, box), theme.muted)
            self._paint_text(brush, node, box)

    @override
    def activate(self, node: Node, host: Host) -> None:
        if self.on_submit:
            self.on_submit()

    @override
    def takes_text(self, node: Node) -> bool:
        return True

    @override
    def on_text(self, node: Node, text: str, host: Host) -> bool:
        self._replace(node, text, host)
        return True

    @override
    def on_editing(self, node: Node, text: str, host: Host) -> None:
        caret = self._caret(host.memory, node.key)
        host.memory[node.key] = Caret(caret.at, caret.anchor, text)

    @override
    def on_mouse_down(self, node: Node, point: tuple[int, int], host: Host) -> None:
        at = self._index_at(host, node, point[0])
        host.memory[node.key] = Caret(at, at)
        host.refresh()

    @override
    def on_mouse_drag(self, node: Node, point: tuple[int, int], host: Host) -> None:
        host.memory[node.key] = Caret(self._index_at(host, node, point[0]), self._caret(host.memory, node.key).anchor)
        host.refresh()

    @override
    def on_key(self, node: Node, press: KeyPress, host: Host) -> bool:
        caret = self._caret(host.memory, node.key)
        if press.ctrl:
            return self._on_ctrl(node, press.name, caret, host)
        if press.name in ("left", "right", "home", "end"):
            host.memory[node.key] = self._moved(caret, press)
            return True
        if press.name in ("backspace", "delete"):
            self._erase(node, press.name, caret, host)
            return True
        return press.name == "space"

    def _on_ctrl(self, node: Node, name: str, caret: Caret, host: Host) -> bool:
        start, end = caret.span
        if name == "a":
            host.memory[node.key] = Caret(len(self.value), 0)
        elif name in ("c", "x"):
            host.copy(self.value[start:end])
            if name == "x":
                self._replace(node, "", host)
        elif name == "v":
            self._replace(node, " ".join(host.pasted().split()), host)
        return name in ("a", "c", "x", "v")

    def _moved(self, caret: Caret, press: KeyPress) -> Caret:
        step = {"left": caret.at - 1, "right": caret.at + 1, "home": 0, "end": len(self.value)}[press.name]
        at = max(0, min(step, len(self.value)))
        return Caret(at, caret.anchor if press.shift else at)

    def _erase(self, node: Node, name: str, caret: Caret, host: Host) -> None:
        if caret.at == caret.anchor:
            other = caret.at - 1 if name == "backspace" else caret.at + 1
            host.memory[node.key] = Caret(max(0, min(other, len(self.value))), caret.anchor)
        self._replace(node, "", host)

    def _replace(self, node: Node, text: str, host: Host) -> None:
        start, end = self._caret(host.memory, node.key).span
        room = self.most - (len(self.value) - (end - start))
        text = "".join(char for char in text if char.isprintable())[: max(0, room)]
        host.memory[node.key] = Caret(start + len(text), start + len(text))
        after = self.value[:start] + text + self.value[end:]
        if after != self.value:
            self.on_change(after)

    def _caret(self, memory: dict[str, object], key: str) -> Caret:
        caret = memory.get(key)
        end = len(self.value)
        if not isinstance(caret, Caret):
            return Caret(end, end)
        return Caret(min(caret.at, end), min(caret.anchor, end), caret.composing)

    def _head(self, ctx: Context, width: int) -> int:
        return ctx.lay(self.label, "small", width).height + ctx.gap(4) if self.label else 0

    def _box(self, ctx: Context, rect: Rect) -> Rect:
        head = self._head(ctx, rect.w)
        return Rect(rect.x, rect.y + head, rect.w, rect.h - head)

    def _text_place(self, ctx: Context, box: Rect) -> tuple[int, int]:
        return box.x + ctx.gap(11), box.y + (box.h - ctx.lay("X", "body").height) // 2

    def _shift(self, ctx: Context, box: Rect, caret_x: int) -> int:
        """How far the text moved to the left to keep the caret in sight."""
        return max(0, caret_x - (box.w - 2 * ctx.gap(11)))

    def _width(self, ctx: Context, text: str) -> int:
        return ctx.kit.fonts.width(text, "regular", ctx.px(STYLES["body"].size))

    def _paint_text(self, brush: Brush, node: Node, box: Rect) -> None:
        ctx, theme = brush.ctx, brush.theme
        at, anchor, composing = _part(node)
        composing = composing if node.focused else ""
        shown = self.value[:at] + composing + self.value[at:]
        x, y = self._text_place(ctx, box)
        caret_x = self._width(ctx, shown[: at + len(composing)])
        x -= self._shift(ctx, box, caret_x) if node.focused else 0
        laid = ctx.lay(shown, "body")
        if node.focused and at != anchor and not composing:
            left, right = (self._width(ctx, self.value[:place]) for place in sorted((at, anchor)))
            brush.fill(Rect(x + left, y, right - left, laid.line_px), theme.justice_soft)
        brush.text(laid, (x, y))
        if composing:
            left = x + self._width(ctx, shown[:at])
            brush.fill(Rect(left, y + laid.line_px - brush.gap(2), x + caret_x - left, brush.gap(2)), theme.ink)
        if node.focused:
            brush.fill(Rect(x + caret_x, y + brush.gap(1), brush.gap(2), laid.line_px - 2 * brush.gap(1)), theme.ink)

    def _index_at(self, host: Host, node: Node, x: int) -> int:
        ctx = host.context()
        box = self._box(ctx, node.rect)
        at = _part(node)[0]
        shift = self._shift(ctx, box, self._width(ctx, self.value[:at])) if node.focused else 0
        left = self._text_place(ctx, box)[0] - shift
        return min(range(len(self.value) + 1), key=lambda n: abs(left + self._width(ctx, self.value[:n]) - x))


def _part(node: Node) -> tuple[int, int, str]:
    at, anchor, composing = node.part.split("/", 2)
    return int(at), int(anchor), composing
