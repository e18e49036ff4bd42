"""The joint picture: what lies on the table can be opened by everybody at it, by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tabletop.ui.screens.strip import sentence
from tabletop.ui.screens.telling import told
from tabletop.ui.widgets import Button, Column, Dialog, ListBox, ListRow, TextBlock
from tabletop.view.pages import FactCard


def picture_list(cards: Sequence[FactCard], open_card: Callable[[str], None], label: str, new: str) -> ListBox:
    """What lies on the table, each with who laid it there; what is new is told apart from what lay there before."""
    has_old = any(not card.is_new for card in cards)
    rows = [
        ListRow(
            card.id,
            card.title,
            sentence(card.holder.short if card.holder else card.origin),
            tone=card.holder.chain if card.holder else "ink",
            badge=new if card.is_new and has_old else "",
        )
        for card in cards
    ]
    return ListBox(rows, open_card, label=label, columns=2, key="picture")


def card_dialog(card: FactCard, say: Callable[..., str], close: Callable[[], None]) -> Dialog:
    """The text of one fact on the table."""
    kind = " · ".join(text for text in (card.kind, card.subject, card.origin) if text)
    body = Column([TextBlock(card.text), TextBlock(sentence(kind), "small")])
    chain = card.holder.chain if card.holder else "ink"
    return Dialog(card.title, body, (Button(say("common.close"), close, kind="primary"),), tone=chain)


def picture_dialog(cards: Sequence[FactCard], say: Callable[..., str], close: Callable[[], None]) -> Dialog:
    """All facts on the table with their texts, to be read at the board."""
    parts = [
        told(f"{card.title} · {sentence(card.origin)}" if card.origin else card.title, card.text) for card in cards
    ]
    body = Column(parts or [TextBlock(say("meeting.no_picture"))], gap=14)
    return Dialog(say("board.joint_title"), body, (Button(say("common.close"), close, kind="primary"),), width=760)
