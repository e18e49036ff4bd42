"""Asking: each partner with what it has to offer, and beside it what it can be asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.ui.widgets import Cell, Chips, Choice, Column, Divider, Split, TextBlock, Widget
from tabletop.view.pages import Asking, DeskPage

if TYPE_CHECKING:
    from tabletop.ui.screens.desk import DeskScreen


def asking_form(desk: DeskScreen, page: DeskPage) -> list[Widget]:
    """One line for each partner; what a question costs is said once."""
    parts: list[Widget] = [TextBlock(_what_it_costs(desk, page), "small")]
    for asked in page.asking:
        parts += [Divider(), _partner(desk, asked)]
    return parts


def _what_it_costs(desk: DeskScreen, page: DeskPage) -> str:
    first = page.asking[-1].questions[0].option
    return desk.app.say("ask.cost", cost=first.cost or desk.app.say("desk.no_hours"), how=first.explanation)


def _partner(desk: DeskScreen, asked: Asking) -> Widget:
    chain = asked.role.chain if asked.role else "ink"
    who: list[Widget] = [TextBlock(asked.name, "strong", tone=chain)]
    if asked.offer:
        who.append(TextBlock(asked.offer, "small"))
    options = [
        Choice(
            q.option.id,
            desk.app.say("ask.about", topic=q.topic) if asked.role else desk.app.say("ask.consent"),
            chain,
            hint=q.option.label,
        )
        for q in asked.questions
    ]
    key = f"ask/{asked.role.id if asked.role else 'victim'}"
    chips = Chips(options, desk.ask_option, None, label=asked.name, key=key)
    return Split([Cell(Column(who, gap=0), share=58, least=190), Cell(chips, share=42, least=150)])
