"""The strip above every screen of a game, and how roles and facts look everywhere."""

from __future__ import annotations

from tabletop.ui.screens.base import GameScreen, TableScreen
from tabletop.ui.screens.clock_strip import clock_block, offer_bar, scene_bar
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import (
    Button,
    Column,
    ListRow,
    Pill,
    Ribbon,
    Row,
    Spacer,
    Step,
    TextBlock,
    Token,
    Widget,
    bold,
    muted,
    plain,
)
from tabletop.view.pages import AgreementLine, FactCard, Header, RoleBadge

AGREED: dict[str, Tone] = {"open": "muted", "kept": "care", "late": "danger"}
"""How the state of an agreement looks."""
STANCES: dict[str, Tone] = {"commits": "care", "objects": "danger", "none": "muted"}
"""How it looks what a role says of the plan."""


def strip(screen: TableScreen, header: Header, who_may_look: str) -> Widget:
    """Case and week at the left, who may look, the ribbon of phases, and the clock; below it what the clock offers."""
    title = Column([TextBlock(header.case_title, "heading"), TextBlock(header.place, "small")], gap=0)
    clock = clock_block(screen)
    if screen.is_compact:
        row = Row([TextBlock(header.place, "strong"), Spacer(), Pill(who_may_look), *clock])
    else:
        who = [] if screen.is_for_room else [Pill(who_may_look)]
        phases: list[Widget] = [ribbon(screen, header)]
        if header.legend and not screen.is_private:
            phases.append(TextBlock(header.legend, "small"))
        row = Row([title, *who, Spacer(), Column(phases, gap=2, align="center"), Spacer(), *clock], gap=16)
    has_bars = isinstance(screen, GameScreen) and not screen.is_for_room
    offer = [*scene_bar(screen), *offer_bar(screen)] if has_bars else []
    return Column([row, *offer], gap=10) if offer else row


def ribbon(screen: TableScreen, header: Header) -> Ribbon:
    """The phases of the victim that the joint picture shows."""
    shown = screen.app.say("board.phase_shown")
    steps = [Step(mark.short, mark.shown, shown if mark.shown else "", mark.meaning) for mark in header.phases]
    return Ribbon(steps, label=screen.app.say("board.phases"))


def table_buttons(screen: GameScreen) -> list[Widget]:
    """What the keys do at the table, for the mouse; in little room the menu in the corner has it."""
    if screen.is_compact or screen.is_for_room:
        return []
    say = screen.app.say
    buttons = (
        ("aloud", screen.guide.say_aloud),
        ("pause", screen.guide.pause),
        ("menu", screen.on_back),
        ("keys", screen.app.show_keys),
    )
    return [
        Button(say(f"table.{name}"), press, kind="quiet", small=True, key=f"table/{name}") for name, press in buttons
    ]


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
    told = " · ".join(text for text in (sentence(fact.origin), fact.shared) if text)
    below = f"{fact.text}\n{told}" if is_open else told
    return ListRow(fact.id, fact.title, below, tone=tone, badge=badge)


def agreement_line(line: AgreementLine) -> Widget:
    """An agreement with its owner, its week, and how it stands."""
    runs = [plain(line.name + "  "), bold(line.owner.short, line.owner.chain), muted(f"  {line.due}")]
    return TextBlock(runs if line.state == "open" else [*runs, bold(f"  {line.state_label}", AGREED[line.state])])
