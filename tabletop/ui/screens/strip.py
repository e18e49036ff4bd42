"""The strip above every screen of a game, and how roles and facts look everywhere."""

from __future__ import annotations

from tabletop.ui.screens.base import TableScreen
from tabletop.ui.widgets import Column, ListRow, Pill, Ribbon, Row, Spacer, Step, TextBlock, Token, Widget
from tabletop.view.pages import FactCard, Header, RoleBadge


def strip(screen: TableScreen, header: Header, who_may_look: str) -> Widget:
    """Case and week at the left, who may look, and the ribbon of phases."""
    title = Column([TextBlock(header.case_title, "heading"), TextBlock(header.place, "small")], gap=0)
    if screen.is_compact:
        return Row([TextBlock(header.place, "strong"), Spacer(), Pill(who_may_look)])
    return Row([title, Pill(who_may_look), Spacer(), ribbon(screen, header), Spacer()], gap=16)


def ribbon(screen: TableScreen, header: Header) -> Ribbon:
    """The phases of the victim that the joint picture shows."""
    shown = screen.app.say("board.phase_shown")
    steps = [Step(mark.short, mark.shown, shown if mark.shown else "", mark.meaning) for mark in header.phases]
    return Ribbon(steps, label=screen.app.say("board.phases"))


def sentence(text: str) -> str:
    """A text that begins a line: its first letter is a capital.

    >>> sentence("procesregie")
    'Procesregie'
    """
    return text[:1].upper() + text[1:]


def token(role: RoleBadge, size: int = 40, dim: bool = False) -> Token:
    """The round sign of a role."""
    return Token(role.short, role.chain, icon=role.id, size=size, dim=dim)


def named(role: RoleBadge, below: str = "", size: int = 40, dim: bool = False, is_short: bool = False) -> Widget:
    """A role with its sign, and a quiet line below its name."""
    lines: list[Widget] = [TextBlock(role.short if is_short else role.name, "strong", tone="muted" if dim else None)]
    if below:
        lines.append(TextBlock(below, "small"))
    return Row([token(role, size, dim), Column(lines, gap=0)])


def fact_row(fact: FactCard, own: RoleBadge, new: str, ready: str, is_open: bool = False) -> ListRow:
    """A fact in a list: the bar has the colour of who holds it. An open one can be read there."""
    tone = (fact.holder or own).chain
    badge = ready if fact.picked else new if fact.is_new else ""
    below = f"{fact.text}\n{sentence(fact.origin)}" if is_open else fact.origin
    return ListRow(fact.id, fact.title, below, tone=tone, badge=badge)
